//! Documents as rules look at them.
//!
//! A view gives the members of the API by name, each with its value where it is well-formed. What is malformed is
//! reported by the checks of the schema, so that rules never need to say it again. Views are cheap: they hold places in
//! the tree.

mod binding_kinds;
mod hostname;
mod resource;
mod response;
mod service;
mod wrangler;

use core::net::IpAddr;

use vpcheck_scalars::address::Parse;
use vpcheck_syntax::{Kind, Node};

pub(crate) use hostname::HostnameView;
pub(crate) use resource::ResourceView;
pub(crate) use response::{AnswerView, ResponseView};
pub(crate) use service::{
    AppProtocol, HostView, HttpView, NetworkView, ServiceView, TcpView, Variant, VerificationMode,
};
pub(crate) use wrangler::{BindingView, EnvironmentView, List, WranglerView};

/// A value with its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed<'t, T> {
    /// Where it stands.
    pub(crate) node: Node<'t>,
    /// What it is.
    pub(crate) value: T,
}

impl<'t, T> Placed<'t, T> {
    /// The same place with what was made of the value.
    pub(crate) fn map<U>(self, map: impl FnOnce(T) -> U) -> Placed<'t, U> {
        Placed { node: self.node, value: map(self.value) }
    }
}

impl<'t, T> From<Placed<'t, T>> for Node<'t> {
    fn from(placed: Placed<'t, T>) -> Node<'t> {
        placed.node
    }
}

/// A member that may be there.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Slot<'t, T> {
    /// It is not there, or null, which the API takes for the same.
    Absent,
    /// It is there, and is no such value.
    Malformed,
    /// It is there and well-formed.
    Present(Placed<'t, T>),
}

impl<'t, T> Slot<'t, T> {
    /// Reads a member of an object. `read` gives nothing for what is malformed.
    pub(crate) fn read(object: Node<'t>, name: &str, read: impl FnOnce(Node<'t>) -> Option<T>) -> Slot<'t, T> {
        Slot::of(object, object.get_value(name), read)
    }

    /// The same for a member that was looked for already.
    pub(crate) fn of(
        object: Node<'t>,
        member: Option<Node<'t>>,
        read: impl FnOnce(Node<'t>) -> Option<T>,
    ) -> Slot<'t, T> {
        let Some(node) = member else {
            // Where something in the object could not be read, it may have been this.
            return if object.is_complete() { Slot::Absent } else { Slot::Malformed };
        };
        match read(node).filter(|_| node.is_complete() || node.kind() == Kind::Object) {
            Some(value) => Slot::Present(Placed { node, value }),
            None if node.kind() == Kind::Null => Slot::Absent,
            None => Slot::Malformed,
        }
    }

    /// The value with its place, where it is well-formed.
    pub(crate) fn get(self) -> Option<Placed<'t, T>> {
        match self {
            Slot::Present(placed) => Some(placed),
            Slot::Absent | Slot::Malformed => None,
        }
    }

    /// Whether it is not there, or null.
    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Slot::Absent)
    }
}

/// The node, where it is an object.
fn object(node: Node<'_>) -> Option<Node<'_>> {
    (node.kind() == Kind::Object).then_some(node)
}

/// The node, where it is an array.
fn array(node: Node<'_>) -> Option<Node<'_>> {
    (node.kind() == Kind::Array).then_some(node)
}

/// The address of a node that holds one as text.
fn address(node: Node<'_>) -> Option<IpAddr> {
    node.as_str().and_then(Parse::of_text)
}
