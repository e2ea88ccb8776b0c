use crate::rule::declare_rule;

declare_rule! {
    /// A text that is not YAML, or that says something that JSON cannot say.
    ///
    /// # Why
    ///
    /// What a document means hangs on its indentation, on the space after a colon and on quotes that are closed. A reader
    /// refuses the document, or takes a part of it for something else. What is around the error is left out here, and the rest
    /// of the text is judged.
    ///
    /// The API takes JSON, and the name of a member is a string there: a list or a mapping cannot be a key.
    ///
    /// Source: YAML 1.2.2.
    ///
    /// # Fix
    ///
    /// Mend the text at the place of the finding. There may be others after it.
    Error("yaml-syntax") on Yaml {
        good: ["\
name: web-app
type: http
host:
  ipv4: 10.0.0.1
  network: {tunnel_id: 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b}
"],
        bad: ["\
name: web-app
type: http
host:
  ipv4: 10.0.0.1
  network: {tunnel_id: 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b
" => ""],
    }
}
