//! JSON Pointers (RFC 6901).

/// Appends a reference token to a pointer, escaped.
///
/// ```
/// let mut pointer = String::from("/host");
/// vpcheck_syntax::pointer::push(&mut pointer, "a/b~c");
/// assert_eq!(pointer, "/host/a~1b~0c");
/// ```
pub fn push(pointer: &mut String, token: &str) {
    pointer.push('/');
    if !token.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        pointer.push_str(token);
        return;
    }
    for character in token.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// A reference token without its escapes.
///
/// ```
/// assert_eq!(vpcheck_syntax::pointer::unescape("a~1b~0c"), "a/b~c");
/// ```
#[must_use]
pub fn unescape(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}
