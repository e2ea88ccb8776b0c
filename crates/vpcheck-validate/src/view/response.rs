//! What the API answers.

use vpcheck_syntax::{Kind, Node};

use super::{Slot, array};

/// What the API answers: an envelope, or one service by itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ResponseView<'t> {
    /// The document.
    pub(crate) node: Node<'t>,
    /// The envelope, where the document is one.
    pub(crate) envelope: Option<EnvelopeView<'t>>,
}

/// The envelope of an answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EnvelopeView<'t> {
    /// Whether the operation was done.
    pub(crate) success: Slot<'t, bool>,
    /// The array of errors.
    pub(crate) errors: Slot<'t, Node<'t>>,
    /// The array of notices.
    pub(crate) messages: Slot<'t, Node<'t>>,
    /// What was asked for: null, a service or an array of them.
    pub(crate) result: Option<Node<'t>>,
}

/// A service in an answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AnswerView<'t> {
    /// The type, which may be a later one.
    pub(crate) service_type: Slot<'t, &'t str>,
    /// The identifier, which is a UUID as far as anybody has seen.
    pub(crate) service_id: Slot<'t, &'t str>,
    /// The protocol over TCP, which may be a later one.
    pub(crate) app_protocol: Slot<'t, &'t str>,
}

/// The members of an envelope. One of them tells it from a service.
const ENVELOPE: [&str; 4] = ["success", "errors", "messages", "result"];

impl<'t> ResponseView<'t> {
    /// Looks at a document.
    pub(crate) fn new(node: Node<'t>) -> ResponseView<'t> {
        let is_envelope = ENVELOPE.iter().any(|name| node.get_value(name).is_some());
        let envelope = is_envelope.then(|| EnvelopeView {
            success: Slot::read(node, "success", Node::as_bool),
            errors: Slot::read(node, "errors", array),
            messages: Slot::read(node, "messages", array),
            result: node.get_value("result"),
        });
        ResponseView { node, envelope }
    }

    /// The services that were answered.
    pub(crate) fn services(&self) -> impl Iterator<Item = AnswerView<'t>> {
        let result = match self.envelope {
            Some(envelope) => envelope.result,
            None => Some(self.node),
        };
        let single = result.filter(|node| node.kind() == Kind::Object);
        let list = result.into_iter().flat_map(Node::elements);
        list.filter(|node| node.kind() == Kind::Object).chain(single).map(AnswerView::new)
    }
}

impl<'t> AnswerView<'t> {
    fn new(service: Node<'t>) -> AnswerView<'t> {
        AnswerView {
            service_type: Slot::read(service, "type", Node::as_str),
            service_id: Slot::read(service, "service_id", Node::as_str),
            app_protocol: Slot::read(service, "app_protocol", Node::as_str),
        }
    }
}
