//! The hostname of a host.

use vpcheck_syntax::Node;

/// A hostname without a mistake that the schema rules out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HostnameView<'t> {
    /// Where it stands.
    pub(crate) node: Node<'t>,
    /// The name as it is written.
    pub(crate) text: &'t str,
}

impl<'t> HostnameView<'t> {
    /// The labels, without the empty one that a trailing dot stands before.
    pub(crate) fn labels(self) -> impl DoubleEndedIterator<Item = &'t str> {
        self.text.strip_suffix('.').unwrap_or(self.text).split('.')
    }

    /// Whether it has letters, digits, hyphens, underscores and dots only.
    ///
    /// Rules about the form of labels look at such names only: another character is what is wrong with the others.
    pub(crate) fn is_plain(self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
    }
}

impl<'t> From<HostnameView<'t>> for Node<'t> {
    fn from(hostname: HostnameView<'t>) -> Node<'t> {
        hostname.node
    }
}
