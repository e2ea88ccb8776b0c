//! A value in a tree, and the way to its neighbours.

use crate::{
    Number, Span, pointer,
    tree::{Content, Entry, Extent, Place, Tree},
};

/// A value in a [`Tree`].
///
/// ```
/// use vpcheck_syntax::{Kind, Source, parse};
///
/// let source = Source::json("web.json", br#"{"host": {"resolver_ips": ["10.0.0.1"]}}"#.as_slice());
/// let tree = parse(&source).into_tree().expect("the text is valid JSON");
/// let host = tree.root().get("host").expect("the member is there").value;
/// assert_eq!(host.kind(), Kind::Object);
/// let ips = host.get("resolver_ips").expect("the member is there").value;
/// let ip = ips.elements().next().expect("there is one");
/// assert_eq!(ip.as_str(), Some("10.0.0.1"));
/// assert_eq!(ip.pointer(), "/host/resolver_ips/0");
/// assert!(host.get("hostname").is_none());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Node<'t> {
    tree: &'t Tree<'t>,
    entry: &'t Entry,
}

/// The JSON type of a value.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number, whole or not.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
    /// A date, a time or both, as TOML has them. JSON has no such type.
    DateTime,
    /// What cannot be known without running another program, such as a variable of Terraform: null, or a value of any type.
    Unknown,
}

/// What a [`Node`] holds.
#[derive(Clone, Debug)]
pub enum Value<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Number(Number<'t>),
    /// A string, its escapes resolved.
    String(&'t str),
    /// An array.
    Array(Elements<'t>),
    /// An object.
    Object(Members<'t>),
    /// A date, a time or both, as it is written.
    DateTime(&'t str),
    /// What cannot be known.
    Unknown,
}

/// A member of an object: a name and a value.
#[derive(Clone, Copy, Debug)]
pub struct Member<'t> {
    /// The name, its escapes resolved.
    pub name: &'t str,
    /// The bytes of the name, with its quotes.
    pub name_span: Span,
    /// The value.
    pub value: Node<'t>,
}

/// Two are equal that are the same place in the same tree, whatever is there.
impl PartialEq for Node<'_> {
    fn eq(&self, other: &Node<'_>) -> bool {
        self.entry.index == other.entry.index
            && std::ptr::eq(std::ptr::from_ref(self.tree).cast::<()>(), std::ptr::from_ref(other.tree).cast::<()>())
    }
}

impl Eq for Node<'_> {}

impl<'t> Node<'t> {
    pub(crate) fn new(tree: &'t Tree<'_>, index: u32) -> Node<'t> {
        Node { tree, entry: tree.entry(index) }
    }

    pub(crate) fn of_entry(tree: &'t Tree<'_>, entry: &'t Entry) -> Node<'t> {
        Node { tree, entry }
    }

    /// The index in the list of the tree.
    pub(crate) fn position(self) -> u32 {
        self.entry.index
    }

    /// The index after that of the last value inside.
    pub(crate) fn end_position(self) -> u32 {
        self.entry.end()
    }

    /// The JSON type.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self.entry.content {
            Content::Null => Kind::Null,
            Content::Boolean(_) => Kind::Boolean,
            Content::Number(_) => Kind::Number,
            Content::String(_) => Kind::String,
            Content::Array(_) => Kind::Array,
            Content::Object(_) => Kind::Object,
            Content::DateTime => Kind::DateTime,
            Content::Unknown => Kind::Unknown,
        }
    }

    /// The bytes of the value, with quotes and brackets.
    #[must_use]
    pub fn span(self) -> Span {
        self.entry.span
    }

    /// What the value holds.
    #[must_use]
    pub fn value(self) -> Value<'t> {
        match self.entry.content {
            Content::Null => Value::Null,
            Content::Boolean(boolean) => Value::Boolean(boolean),
            Content::Number(decoded) => Value::Number(Number::new(self.tree.number(self.span(), decoded))),
            Content::String(decoded) => Value::String(self.tree.string(self.span(), decoded)),
            Content::Array(_) => Value::Array(self.elements()),
            Content::Object(_) => Value::Object(self.members()),
            Content::DateTime => Value::DateTime(self.text()),
            Content::Unknown => Value::Unknown,
        }
    }

    /// The text of a string, its escapes resolved; nothing for another kind of value.
    #[must_use]
    pub fn as_str(self) -> Option<&'t str> {
        match self.entry.content {
            Content::String(decoded) => Some(self.tree.string(self.span(), decoded)),
            _ => None,
        }
    }

    /// Whether it is a string with this text.
    #[must_use]
    pub fn is_text(self, text: &str) -> bool {
        match self.entry.content {
            Content::String(decoded) => self.tree.is_string(self.span(), decoded, text),
            _ => false,
        }
    }

    /// The number; nothing for another kind of value.
    #[must_use]
    pub fn as_number(self) -> Option<Number<'t>> {
        match self.entry.content {
            Content::Number(decoded) => Some(Number::new(self.tree.number(self.span(), decoded))),
            _ => None,
        }
    }

    /// The boolean; nothing for another kind of value.
    #[must_use]
    pub fn as_bool(self) -> Option<bool> {
        match self.entry.content {
            Content::Boolean(boolean) => Some(boolean),
            _ => None,
        }
    }

    /// The tree that the value is in.
    #[must_use]
    pub fn tree(self) -> &'t Tree<'t> {
        self.tree
    }

    /// The value as it is written.
    #[must_use]
    pub fn text(self) -> &'t str {
        self.tree.slice(self.span())
    }

    /// Whether the value and its name could be read as they are written.
    ///
    /// It is false, and there is a diagnostic, for an array or object where something was left out because it could not be
    /// read, for a string or name with bytes that are no UTF-8 or half a surrogate pair, and for a number out of range.
    /// Whoever says that something is missing or malformed asks this first, so that one mistake is told once.
    #[must_use]
    pub fn is_complete(self) -> bool {
        self.entry.complete
    }

    /// The JSON Pointer (RFC 6901) of the value within its file.
    #[must_use]
    pub fn pointer(self) -> String {
        let prefix = self.tree.prefix();
        let mut pointer = String::with_capacity(if self.parent().is_some() { prefix.len() + 64 } else { prefix.len() });
        pointer.push_str(prefix);
        self.push_path(&mut pointer);
        pointer
    }

    /// The depth of the calls is that of the tree, which is at most [`limits::DEPTH`](crate::limits::DEPTH).
    fn push_path(self, pointer: &mut String) {
        if let Some(parent) = self.parent() {
            parent.push_path(pointer);
        }
        match self.entry.place {
            Place::Root => {}
            Place::Element(index) => pointer::push(pointer, &index.to_string()),
            Place::Member(token, decoded) => pointer::push(pointer, self.tree.string(token, decoded)),
        }
    }

    /// The array or object that holds the value; nothing for the root.
    #[must_use]
    pub fn parent(self) -> Option<Node<'t>> {
        self.entry.parent.map(|index| Node::new(self.tree, index))
    }

    /// The name of the member that has this value; nothing in an array and for the root.
    #[must_use]
    #[inline]
    pub fn name(self) -> Option<&'t str> {
        match self.entry.place {
            Place::Member(token, decoded) => Some(self.tree.string(token, decoded)),
            Place::Root | Place::Element(_) => None,
        }
    }

    /// The bytes of the name of the member that has this value, with quotes; nothing in an array and for the root.
    #[must_use]
    pub fn name_span(self) -> Option<Span> {
        match self.entry.place {
            Place::Member(token, _) => Some(token),
            Place::Root | Place::Element(_) => None,
        }
    }

    /// The index in the array that holds the value, from 0; nothing in an object and for the root.
    ///
    /// An element before it that could not be read is counted.
    #[must_use]
    pub fn index(self) -> Option<usize> {
        match self.entry.place {
            Place::Element(index) => Some(index as usize),
            Place::Root | Place::Member(..) => None,
        }
    }

    /// The first member of that name; nothing where there is none, and in a value that is no object.
    ///
    /// It looks at one member after the other: for many names go through [`Node::members`] once.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Member<'t>> {
        self.get_value(name).and_then(Node::member)
    }

    /// The value of the first member of that name, for those who know the name.
    #[must_use]
    pub fn get_value(self, name: &str) -> Option<Node<'t>> {
        self.member_values().find(|value| value.is_named(name))
    }

    /// The values of the first members of these names, found in one pass.
    ///
    /// ```
    /// use vpcheck_syntax::{Source, parse};
    ///
    /// let source = Source::json("host.json", br#"{"ipv6": "::1", "ipv4": "10.0.0.1"}"#.as_slice());
    /// let tree = parse(&source).into_tree().expect("the text is valid JSON");
    /// let [ipv4, hostname] = tree.root().get_each(["ipv4", "hostname"]);
    /// assert_eq!(ipv4.and_then(|node| node.as_str()), Some("10.0.0.1"));
    /// assert!(hostname.is_none());
    /// ```
    #[must_use]
    pub fn get_each<const N: usize>(self, names: [&str; N]) -> [Option<Node<'t>>; N] {
        let mut found = [None; N];
        for value in self.member_values() {
            let name = value.name().unwrap_or_default();
            let first = name.as_bytes().first();
            let is_it =
                |wanted: &str| wanted.len() == name.len() && wanted.as_bytes().first() == first && wanted == name;
            let slot = names.iter().zip(&mut found).find(|(wanted, _)| is_it(wanted));
            if let Some((_, slot @ None)) = slot {
                *slot = Some(value);
            }
        }
        found
    }

    #[inline]
    fn is_named(self, name: &str) -> bool {
        match self.entry.place {
            Place::Member(token, decoded) => self.tree.is_string(token, decoded, name),
            Place::Root | Place::Element(_) => false,
        }
    }

    /// The members in the order of the text, also those that were given twice; none in a value that is no object.
    #[must_use]
    pub fn members(self) -> Members<'t> {
        match self.entry.content {
            Content::Object(extent) => Members(self.children(extent)),
            _ => Members(self.children(Extent::default())),
        }
    }

    /// The values of the members in the order of the text; none in a value that is no object.
    pub fn member_values(self) -> impl Iterator<Item = Node<'t>> {
        self.members().0
    }

    /// The elements in the order of the text; none in a value that is no array.
    #[must_use]
    pub fn elements(self) -> Elements<'t> {
        match self.entry.content {
            Content::Array(extent) => Elements(self.children(extent)),
            _ => Elements(self.children(Extent::default())),
        }
    }

    /// A small number for each name of an object, which is the same for the same name; nothing for a name with escapes.
    pub(crate) fn name_marks(self) -> impl Iterator<Item = Option<u8>> {
        self.member_values().map(|value| match value.entry.place {
            Place::Member(token, None) => value.tree.mark(token),
            _ => None,
        })
    }

    /// The value with its name, in an object.
    #[inline]
    fn member(self) -> Option<Member<'t>> {
        let Place::Member(name_span, decoded) = self.entry.place else { return None };
        Some(Member { name: self.tree.string(name_span, decoded), name_span, value: self })
    }

    fn children(self, extent: Extent) -> Children<'t> {
        Children { tree: self.tree, rest: self.tree.entries_from(self.entry.index + 1), left: extent.count }
    }
}

/// The members of an object, in the order of the text.
#[derive(Clone, Debug)]
pub struct Members<'t>(Children<'t>);

impl<'t> Iterator for Members<'t> {
    type Item = Member<'t>;

    fn next(&mut self) -> Option<Member<'t>> {
        self.0.next().and_then(Node::member)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for Members<'_> {}

/// The elements of an array, in the order of the text.
#[derive(Clone, Debug)]
pub struct Elements<'t>(Children<'t>);

impl<'t> Iterator for Elements<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Node<'t>> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for Elements<'_> {}

/// The values that are directly in an array or object.
#[derive(Clone, Debug)]
struct Children<'t> {
    tree: &'t Tree<'t>,
    /// The entries from the next value on.
    rest: &'t [Entry],
    left: u32,
}

impl<'t> Iterator for Children<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Node<'t>> {
        self.left = self.left.checked_sub(1)?;
        let entry = self.rest.first()?;
        self.rest = self.rest.get((entry.end() - entry.index) as usize..).unwrap_or_default();
        Some(Node { tree: self.tree, entry })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left as usize, Some(self.left as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    const TEXT: &str = r#"{"a": [null, {"b/c": -1.5}, []], "\u0061~": "x\ny", "": {}, "d": true}"#;

    #[test]
    fn every_value_knows_its_place() {
        let source = Source::json("text.json", TEXT.as_bytes());
        let tree = parse(&source).into_tree().expect("the text is valid");
        let places: Vec<_> =
            tree.nodes().map(|node| (node.pointer(), node.name(), node.index(), node.text())).collect();
        assert_eq!(
            places,
            [
                (String::new(), None, None, TEXT),
                ("/a".to_owned(), Some("a"), None, r#"[null, {"b/c": -1.5}, []]"#),
                ("/a/0".to_owned(), None, Some(0), "null"),
                ("/a/1".to_owned(), None, Some(1), r#"{"b/c": -1.5}"#),
                ("/a/1/b~1c".to_owned(), Some("b/c"), None, "-1.5"),
                ("/a/2".to_owned(), None, Some(2), "[]"),
                ("/a~0".to_owned(), Some("a~"), None, r#""x\ny""#),
                ("/".to_owned(), Some(""), None, "{}"),
                ("/d".to_owned(), Some("d"), None, "true"),
            ]
        );
        for node in tree.nodes() {
            assert_eq!(node.parent().is_none(), node.pointer().is_empty());
            assert_eq!(node.name_span().is_some(), node.name().is_some());
            assert!(
                node.parent().is_none_or(|parent| parent.span() < node.span() && node.span().end < parent.span().end)
            );
        }
        let name = tree.root().get("a~").expect("the member is there").name_span;
        assert_eq!(TEXT.get(name.range()), Some(r#""\u0061~""#));
    }

    #[test]
    fn every_value_gives_what_it_holds() {
        let source = Source::json("text.json", TEXT.as_bytes());
        let tree = parse(&source).into_tree().expect("the text is valid");
        let kinds: Vec<_> = tree.nodes().map(Node::kind).collect();
        assert_eq!(
            kinds,
            [
                Kind::Object,
                Kind::Array,
                Kind::Null,
                Kind::Object,
                Kind::Number,
                Kind::Array,
                Kind::String,
                Kind::Object,
                Kind::Boolean,
            ]
        );
        for node in tree.nodes() {
            let kind = match node.value() {
                Value::Null => Kind::Null,
                Value::Boolean(boolean) => {
                    assert_eq!(node.as_bool(), Some(boolean));
                    Kind::Boolean
                }
                Value::Number(number) => {
                    assert_eq!(node.as_number().map(Number::text), Some(number.text()));
                    Kind::Number
                }
                Value::String(text) => {
                    assert_eq!(node.as_str(), Some(text));
                    assert!(node.is_text(text) && !node.is_text("") && !node.is_text(&text.replace('x', "y")));
                    Kind::String
                }
                Value::Array(elements) => {
                    assert_eq!(elements.len(), elements.clone().count());
                    Kind::Array
                }
                Value::Object(members) => {
                    assert_eq!(members.len(), members.clone().count());
                    Kind::Object
                }
                Value::DateTime(_) => Kind::DateTime,
                Value::Unknown => Kind::Unknown,
            };
            assert_eq!(node.kind(), kind);
            assert_eq!(node.as_str().is_some(), kind == Kind::String);
            assert_eq!(node.as_number().is_some(), kind == Kind::Number);
            assert_eq!(node.as_bool().is_some(), kind == Kind::Boolean);
            assert!(kind == Kind::Object || node.members().len() == 0 && node.get("a").is_none());
            assert!(kind == Kind::Array || node.elements().len() == 0);
            assert!(node.is_complete());
        }
    }

    #[test]
    fn gives_the_first_of_several_members() {
        let source = Source::json("text.json", br#"{"a": 1, "a": 2}"#.as_slice());
        let tree = parse(&source).into_tree().expect("there is something to read");
        let values: Vec<_> = tree.root().members().map(|member| (member.name, member.value.text())).collect();
        assert_eq!(values, [("a", "1"), ("a", "2")]);
        assert_eq!(tree.root().get("a").map(|member| member.value.text()), Some("1"));
        let [a, b] = tree.root().get_each(["a", "b"]);
        assert_eq!((a.map(Node::text), b.map(Node::text)), (Some("1"), None));
    }

    #[test]
    fn strings_outlive_the_node() {
        let source = Source::json("text.json", br#"["a", "\u0062"]"#.as_slice());
        let tree = parse(&source).into_tree().expect("the text is valid");
        let texts: Vec<&str> = { tree.root().elements().filter_map(Node::as_str).collect() };
        assert_eq!(texts, ["a", "b"]);
    }
}
