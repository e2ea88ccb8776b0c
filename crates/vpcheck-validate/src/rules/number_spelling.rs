use crate::rule::declare_rule;

declare_rule! {
    /// An integer that is written with a fraction or an exponent.
    ///
    /// # Why
    ///
    /// `80.0` and `8e1` are the integer 80 to JSON Schema. The messages of the live API are those of a reader that
    /// takes them for fractions and refuses them for an integer (serde); nobody has recorded its answer to one. This is
    /// about the text: values that a program holds have no spelling.
    ///
    /// Source: `/$defs/Port` of the schema; error messages of the live API, which are those of serde.
    ///
    /// # Fix
    ///
    /// Write the digits alone: `80`.
    Error("number-spelling") on Request {
        good: [r#"{"http_port": 80}"#],
        bad: [
            r#"{"http_port": 80.0}"# => "/http_port",
            r#"{"http_port": 8e1}"# => "/http_port",
        ],
    }
}
