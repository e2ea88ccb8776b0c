//! The bindings in a wrangler configuration.

use vpcheck_scalars::{BindingId, BindingName};
use vpcheck_syntax::{Kind, Node};

use super::binding_kinds::{self, NamedBinding};
use super::{Placed, Slot, array};

/// A wrangler configuration.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WranglerView<'t> {
    node: Node<'t>,
    /// The directory that makes the project a Pages project.
    pub(crate) pages_build_output_dir: Option<Node<'t>>,
    /// The one binding that environments inherit. It is looked up once, however many environments there are.
    assets: Option<NamedBinding<'t>>,
}

/// The top level, a named environment or the previews: a place that has bindings of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EnvironmentView<'t> {
    /// Where it stands.
    pub(crate) node: Node<'t>,
    /// The name of the static assets that the top level lends it.
    assets: Option<NamedBinding<'t>>,
}

/// A list of bindings to private networks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum List {
    /// `vpc_services`.
    Services,
    /// `vpc_networks`.
    Networks,
}

/// An item of one of the two lists.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BindingView<'t> {
    /// The name under which the Worker finds it.
    pub(crate) binding: Slot<'t, &'t str>,
    /// The service, in `vpc_services`.
    pub(crate) service_id: Slot<'t, &'t str>,
    /// The tunnel, in `vpc_networks`.
    pub(crate) tunnel_id: Slot<'t, &'t str>,
    /// The network, in `vpc_networks`.
    pub(crate) network_id: Slot<'t, &'t str>,
    /// Whether `wrangler dev` connects to the real network.
    pub(crate) remote: Slot<'t, bool>,
}

impl List {
    /// Both lists.
    pub(crate) const ALL: [List; 2] = [List::Services, List::Networks];

    /// The name of the member.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            List::Services => "vpc_services",
            List::Networks => "vpc_networks",
        }
    }
}

impl<'t> WranglerView<'t> {
    /// Looks at a document.
    pub(crate) fn new(node: Node<'t>) -> WranglerView<'t> {
        let pages_build_output_dir = node.get_value("pages_build_output_dir");
        WranglerView { node, pages_build_output_dir, assets: binding_kinds::assets(node) }
    }

    /// The top level.
    pub(crate) fn top(&self) -> EnvironmentView<'t> {
        EnvironmentView { node: self.node, assets: None }
    }

    /// The named environments.
    pub(crate) fn named(&self) -> impl Iterator<Item = EnvironmentView<'t>> + use<'t> {
        let assets = self.assets;
        let environments = self.node.get("env").into_iter().flat_map(|member| member.value.members());
        let objects = environments.map(|member| member.value).filter(|node| node.kind() == Kind::Object);
        objects.map(move |node| EnvironmentView { node, assets })
    }

    /// The previews.
    pub(crate) fn previews(&self) -> Option<EnvironmentView<'t>> {
        let node = self.node.get("previews")?.value;
        (node.kind() == Kind::Object).then_some(EnvironmentView { node, assets: self.assets })
    }

    /// Every place that has bindings of its own.
    pub(crate) fn environments(&self) -> impl Iterator<Item = EnvironmentView<'t>> + use<'t> {
        std::iter::once(self.top()).chain(self.named()).chain(self.previews())
    }
}

impl<'t> EnvironmentView<'t> {
    /// The value under the name of a list, whatever it is.
    pub(crate) fn member(&self, list: List) -> Option<Node<'t>> {
        self.node.get_value(list.name())
    }

    /// Whether a list is certainly not there, null or not.
    pub(crate) fn is_without(&self, list: List) -> bool {
        self.member(list).is_none() && self.node.is_complete()
    }

    /// A list, where it is one.
    pub(crate) fn list(&self, list: List) -> Slot<'t, Node<'t>> {
        Slot::read(self.node, list.name(), array)
    }

    /// The items of a list that are objects.
    pub(crate) fn items(&self, list: List) -> impl Iterator<Item = BindingView<'t>> + use<'t> {
        let items = self.list(list).get().into_iter().flat_map(|list| list.value.elements());
        items.filter(|node| node.kind() == Kind::Object).map(BindingView::new)
    }

    /// The well-formed names in a list.
    pub(crate) fn names(&self, list: List) -> impl Iterator<Item = Placed<'t, &'t str>> + use<'t> {
        self.items(list).filter_map(|binding| binding.binding.get())
    }

    /// The names of everything else that a Worker finds in its environment: other bindings, variables and secrets.
    pub(crate) fn other_names(&self) -> impl Iterator<Item = NamedBinding<'t>> + use<'t> {
        let inherited = self.assets.filter(|_| self.node.get_value("assets").is_none());
        binding_kinds::named_bindings(self.node).chain(inherited)
    }
}

impl<'t> BindingView<'t> {
    fn new(item: Node<'t>) -> BindingView<'t> {
        BindingView::named(item, "binding")
    }

    /// Looks at a binding as it is uploaded, which has its name under another name.
    pub(crate) fn uploaded(binding: Node<'t>) -> BindingView<'t> {
        BindingView::named(binding, "name")
    }

    fn named(item: Node<'t>, name: &str) -> BindingView<'t> {
        let id = |node: Node<'t>| node.as_str().filter(|text| text.parse::<BindingId>().is_ok());
        BindingView {
            binding: Slot::read(item, name, |node| node.as_str().filter(|text| text.parse::<BindingName>().is_ok())),
            service_id: Slot::read(item, "service_id", id),
            tunnel_id: Slot::read(item, "tunnel_id", id),
            network_id: Slot::read(item, "network_id", id),
            remote: Slot::read(item, "remote", Node::as_bool),
        }
    }
}
