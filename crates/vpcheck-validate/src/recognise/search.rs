//! Looks for services under keys.

use vpcheck_syntax::{Elements, Kind, Members, Node, limits};

use super::service::{self, LOOKED_AT};
use super::{Part, Why, part};
use crate::Operation;

/// Adds what is ours in an array or object, at any depth up to [`limits::SEARCH_DEPTH`], in the order of the text.
///
/// It looks at each value once and into no part that was found, so that it takes time in proportion to the text; after
/// [`limits::SEARCH_VALUES`] it stops.
pub(super) fn search<'t>(root: Node<'t>, parts: &mut Vec<Part<'t>>) {
    let mut left = limits::SEARCH_VALUES;
    let mut open = vec![Inside::of(root)];
    while let Some(inside) = open.last_mut() {
        let Some(node) = inside.values.next() else {
            open.pop();
            continue;
        };
        if left == 0 {
            return;
        }
        left -= 1;
        let company = inside.company;
        match (part(node), node.kind()) {
            (Some(part), _) => parts.push(part),
            (None, _) if company == Company::Services => parts.push(neighbour(node)),
            (None, Kind::Object) if company == Company::SomeServices && service::is_hinted(node) => {
                parts.push(neighbour(node));
            }
            (None, Kind::Array | Kind::Object) if open.len() < limits::SEARCH_DEPTH => open.push(Inside::of(node)),
            _ => {}
        }
    }
}

fn neighbour(node: Node<'_>) -> Part<'_> {
    Part::new(node, Operation::Request, Why::Neighbour)
}

/// An array or object that is looked into.
struct Inside<'t> {
    values: Values<'t>,
    company: Company,
}

/// What the other values in an array or object are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Company {
    /// At least half are services, so that each is one, or meant to be.
    Services,
    /// Some are services.
    SomeServices,
    /// None is a service, as far as was looked.
    Others,
}

/// Whether a name is one of those that are given to what others are made of, such as the values of YAML's anchors: what stands there
/// is a part of a service, and need not be whole.
fn is_template(name: &str) -> bool {
    name.starts_with("x-") || name.starts_with('.')
}

enum Values<'t> {
    Elements(Elements<'t>),
    Members(Members<'t>),
}

impl<'t> Inside<'t> {
    fn of(node: Node<'t>) -> Inside<'t> {
        let values = || match node.kind() {
            Kind::Array => Values::Elements(node.elements()),
            _ => Values::Members(node.members()),
        };
        let services = values().take(LOOKED_AT).filter(|value| service::why(*value).is_some()).count();
        let company = if services == 0 {
            Company::Others
        } else if node.kind() == Kind::Array && services * 2 >= values().take(LOOKED_AT).count() {
            Company::Services
        } else {
            Company::SomeServices
        };
        Inside { values: values(), company }
    }
}

impl<'t> Iterator for Values<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Node<'t>> {
        match self {
            Values::Elements(elements) => elements.next(),
            Values::Members(members) => members.find(|member| !is_template(member.name)).map(|member| member.value),
        }
    }
}
