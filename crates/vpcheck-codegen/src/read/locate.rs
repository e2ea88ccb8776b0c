//! Where a `$ref` leads.

use std::collections::HashMap;

use vpcheck_syntax::{Kind, Node, pointer};

/// Why a reference leads nowhere, and what to do.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) message: &'static str,
    pub(crate) help: &'static str,
}

const NOWHERE: Problem =
    Problem { message: "there is nothing at that place", help: "name an entry of `$defs`, as in `#/$defs/NAME`" };
const OUTSIDE: Problem = Problem {
    message: "it leads out of the document",
    help: "copy the schema into `$defs`, and refer to it by `#/$defs/NAME`",
};
pub(crate) const NO_ANCHOR: Problem =
    Problem { message: "there is no such `$anchor`", help: "refer to an entry of `$defs` by `#/$defs/NAME`" };
const NOT_A_POINTER: Problem = Problem {
    message: "it is not a valid reference",
    help: "write `#/$defs/NAME`, with `~0` for `~` and `~1` for `/`",
};

/// The fragment of a reference into the document that `base` is the `$id` of, its percent signs decoded.
///
/// # Errors
///
/// When the reference leads out of the document or has no meaning.
pub(crate) fn fragment(reference: &str, base: &str) -> Result<String, Problem> {
    let (address, fragment) = reference.split_once('#').unwrap_or((reference, ""));
    if !address.is_empty() && address != base {
        return Err(OUTSIDE);
    }
    decode(fragment).ok_or(NOT_A_POINTER)
}

/// The text without percent signs, where that is UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let value = digit()? * 16 + digit()?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The members of the objects on the way of references, so that many references into one large object stay cheap.
#[derive(Debug, Default)]
pub(crate) struct Index<'t> {
    objects: HashMap<u32, HashMap<&'t str, Node<'t>>>,
    arrays: HashMap<u32, Vec<Node<'t>>>,
}

impl<'t> Index<'t> {
    /// The value that a JSON Pointer stands for, and the tokens of the pointer.
    ///
    /// # Errors
    ///
    /// When there is no such value.
    pub(crate) fn find(&mut self, root: Node<'t>, pointer: &str) -> Result<(Node<'t>, Vec<String>), Problem> {
        let mut node = root;
        let mut tokens = Vec::new();
        for token in pointer.split('/').skip(1) {
            let token = pointer::unescape(token);
            node = self.child(node, &token).ok_or(NOWHERE)?;
            tokens.push(token);
        }
        Ok((node, tokens))
    }

    fn child(&mut self, node: Node<'t>, token: &str) -> Option<Node<'t>> {
        let start = node.span().start;
        match node.kind() {
            Kind::Object => {
                let members = self.objects.entry(start).or_insert_with(|| {
                    let mut members = HashMap::new();
                    for member in node.members() {
                        members.entry(member.name).or_insert(member.value);
                    }
                    members
                });
                members.get(token).copied()
            }
            Kind::Array => {
                let is_index =
                    token == "0" || (!token.starts_with('0') && token.bytes().all(|byte| byte.is_ascii_digit()));
                let index: usize = token.parse().ok().filter(|_| is_index)?;
                self.arrays.entry(start).or_insert_with(|| node.elements().collect()).get(index).copied()
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use vpcheck_syntax::{Source, parse};

    use super::*;

    #[test]
    fn fragments_are_decoded_and_other_documents_refused() {
        for (reference, expected) in [
            ("#", Some("")),
            ("#/$defs/a%25b", Some("/$defs/a%b")),
            ("https://example.com/s.json#/x", Some("/x")),
            ("https://example.com/s.json", Some("")),
            ("other.json#/x", None),
            ("#/%GG", None),
            ("#/%", None),
            ("#/%FF", None),
        ] {
            assert_eq!(fragment(reference, "https://example.com/s.json").ok().as_deref(), expected, "{reference}");
        }
    }

    #[test]
    fn pointers_lead_through_objects_and_arrays() {
        let source = Source::json("s.json", br#"{"a/b": [{"~": 1}]}"#.as_slice());
        let parsed = parse(&source);
        let tree = parsed.tree().expect("the text is valid JSON");
        let mut index = Index::default();
        let (node, tokens) = index.find(tree.root(), "/a~1b/0/~0").expect("it is there");
        assert_eq!((node.pointer(), tokens.len()), ("/a~1b/0/~0".to_owned(), 3));
        for pointer in ["/a", "/a~1b/00", "/a~1b/1", "/a~1b/-", "/a~1b/0/~0/x"] {
            assert!(index.find(tree.root(), pointer).is_err(), "{pointer}");
        }
    }
}
