//! What a Terraform resource has beside the service.

use vpcheck_syntax::Node;

use super::Slot;

/// What a Terraform resource has beside the service.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ResourceView<'t> {
    /// The account that the service is to be in.
    pub(crate) account_id: Slot<'t, &'t str>,
}

impl<'t> ResourceView<'t> {
    /// Looks at the body of a resource.
    pub(crate) fn new(body: Node<'t>) -> ResourceView<'t> {
        ResourceView { account_id: Slot::read(body, "account_id", Node::as_str) }
    }
}
