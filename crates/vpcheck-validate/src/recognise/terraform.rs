//! What is ours in a configuration of Terraform, as its JSON syntax has it: `/resource/TYPE/NAME`.

use std::collections::HashSet;

use vpcheck_syntax::{Kind, Node, Tree};

use super::{Part, Why};
use crate::Operation;

/// The resource that is a service.
pub(crate) const SERVICE: &str = "cloudflare_connectivity_directory_service";

/// The resources that upload a Worker with its bindings.
pub(crate) const WORKERS: [&str; 2] = ["cloudflare_worker_version", "cloudflare_workers_script"];

/// What Terraform itself reads in the body of a resource, and what the resource has beside the service.
pub const KNOWN: &[&str] = &[
    "//",
    "account_id",
    "connection",
    "count",
    "depends_on",
    "dynamic",
    "for_each",
    "lifecycle",
    "provider",
    "provisioner",
    "timeouts",
];

/// Adds the resources in the documents of a file, in the order of the text.
///
/// A resource that stands for several is there once for each of them, as a document of its own, and then it is not looked at in the
/// document of the file.
pub(crate) fn parts<'t>(trees: &[&'t Tree<'_>], parts: &mut Vec<Part<'t>>) {
    let instances: HashSet<&str> =
        trees.iter().map(|tree| tree.prefix()).filter(|prefix| kind_of(prefix).is_some()).collect();
    for tree in trees {
        match kind_of(tree.prefix()) {
            Some(kind) => body(kind, tree.root(), parts),
            None => file(tree.root(), &instances, parts),
        }
    }
}

/// The type of the resource that a document is an instance of, by its pointer.
fn kind_of(prefix: &str) -> Option<&'static str> {
    let (before, _name) = prefix.rsplit_once('/')?;
    let (before, kind) = before.rsplit_once('/')?;
    kinds().find(|known| before.ends_with("/resource") && kind == *known)
}

fn kinds() -> impl Iterator<Item = &'static str> {
    [SERVICE].into_iter().chain(WORKERS)
}

fn file<'t>(root: Node<'t>, instances: &HashSet<&str>, parts: &mut Vec<Part<'t>>) {
    for resources in root.members().filter(|member| member.name == "resource").flat_map(|member| objects(member.value))
    {
        for member in resources.members() {
            let Some(kind) = kinds().find(|kind| *kind == member.name) else { continue };
            for resource in objects(member.value).flat_map(Node::members) {
                if !instances.is_empty() && instances.contains(resource.value.pointer().as_str()) {
                    continue;
                }
                objects(resource.value).for_each(|node| body(kind, node, parts));
            }
        }
    }
}

fn body<'t>(kind: &'static str, node: Node<'t>, parts: &mut Vec<Part<'t>>) {
    if kind == SERVICE {
        parts.push(Part::new(node, Operation::Resource, Why::Resource(kind)));
        return;
    }
    let lists = node.members().filter(|member| matches!(member.name, "bindings" | "binding"));
    let bindings = lists.flat_map(|member| objects(member.value));
    let is_ours = |binding: &Node<'_>| binding_kind(*binding).is_some();
    parts.extend(bindings.filter(is_ours).map(|binding| Part::new(binding, Operation::Upload, Why::Upload(kind))));
}

/// What an uploaded binding leads to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum BindingKind {
    /// One service.
    Service,
    /// Everything behind a tunnel or in a network.
    Network,
}

/// The kind of an uploaded binding, where it is one of ours.
pub(crate) fn binding_kind(binding: Node<'_>) -> Option<BindingKind> {
    match binding.get("type")?.value.as_str()? {
        "vpc_service" => Some(BindingKind::Service),
        "vpc_network" => Some(BindingKind::Network),
        _ => None,
    }
}

/// A value that is an object, or the objects in an array: the JSON syntax takes either for a block.
fn objects(node: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    [node].into_iter().chain(node.elements()).filter(|node| node.kind() == Kind::Object)
}
