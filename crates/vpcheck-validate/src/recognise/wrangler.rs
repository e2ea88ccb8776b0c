//! What a wrangler configuration looks like.

use vpcheck_syntax::{Kind, Node};

use super::Why;
use super::service::{self, LOOKED_AT};

/// Why a document is a wrangler configuration: bindings to private networks, however the list is spelled, or a configuration that
/// could have some.
pub(super) fn why(root: Node<'_>) -> Option<Why> {
    let by = |name: &str| Some(Why::Wrangler(name.to_owned()));
    let (mut env, mut previews) = (None, None);
    let (mut name, mut main, mut of_wrangler, mut of_others) = (false, false, None, false);
    for member in root.members() {
        match member.name {
            "compatibility_date" | "pages_build_output_dir" => return by(member.name),
            "env" => env = Some(member.value),
            "previews" => previews = Some(member.value),
            "name" => name = true,
            "main" => main = true,
            "compatibility_flags" | "workers_dev" => of_wrangler = Some(member.name),
            "version" | "scripts" | "dependencies" | "devDependencies" => of_others = true,
            other if is_list(other) && !holds_services(member.value) => return by(other),
            _ => {}
        }
    }
    let environments =
        env.into_iter().flat_map(Node::members).take(LOOKED_AT).map(|member| member.value).chain(previews);
    for environment in environments {
        let list = environment.members().find(|member| is_list(member.name) && !holds_services(member.value));
        if let Some(list) = list {
            return by(list.name);
        }
    }
    let of_wrangler = of_wrangler.or_else(|| env.filter(|env| env.kind() == Kind::Object).map(|_| "env"));
    of_wrangler.filter(|_| name && main && !of_others).and_then(by)
}

/// Whether a name is that of one of the two lists, or nearly.
fn is_list(name: &str) -> bool {
    // A longer name is none, and most names are seen to be none by their first letter.
    if name.len() > 32 || !name.starts_with(['v', 'V']) {
        return false;
    }
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    ["vpcservice", "vpcservices", "vpcnetwork", "vpcnetworks"].iter().any(|list| list.eq_ignore_ascii_case(&plain))
}

/// Whether what is called like a list of bindings holds services themselves, which is somebody's own file.
fn holds_services(list: Node<'_>) -> bool {
    let mut values = list.elements().chain(list.members().map(|member| member.value)).take(LOOKED_AT);
    values.any(|value| service::why(value).is_some())
}
