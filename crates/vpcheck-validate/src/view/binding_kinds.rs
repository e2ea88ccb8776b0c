//! Where a wrangler configuration names what a Worker finds in its environment, apart from the two lists.

use vpcheck_syntax::{Node, Span};

/// A name in the environment of a Worker, with what it names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NamedBinding<'t> {
    /// The name.
    pub(crate) name: &'t str,
    /// Where the name is.
    pub(crate) span: Span,
    /// What it names, with its article.
    pub(crate) kind: &'static str,
}

/// How the names are held.
#[derive(Clone, Copy, Debug)]
enum Names {
    /// An object has the name in a member.
    Object(&'static str),
    /// Every item of an array has the name in a member.
    Items(&'static str),
    /// The names of the members.
    Members,
    /// The items of an array.
    Strings,
}

/// The members that name something, by path. The wrangler sources list them in
/// `packages/workers-utils/src/config/environment.ts`.
const KINDS: &[(&[&str], Names, &str)] = &[
    (&["ai"], Names::Object("binding"), "Workers AI"),
    (&["ai_search"], Names::Items("binding"), "an AI Search instance"),
    (&["ai_search_namespaces"], Names::Items("binding"), "an AI Search namespace"),
    (&["analytics_engine_datasets"], Names::Items("binding"), "an Analytics Engine dataset"),
    (&["artifacts"], Names::Items("binding"), "an Artifacts namespace"),
    (ASSETS, Names::Object("binding"), "the static assets"),
    (&["browser"], Names::Object("binding"), "the browser binding"),
    (&["d1_databases"], Names::Items("binding"), "a D1 database"),
    (&["data_blobs"], Names::Members, "a data blob"),
    (&["define"], Names::Members, "a definition"),
    (&["dispatch_namespaces"], Names::Items("binding"), "a dispatch namespace"),
    (&["durable_objects", "bindings"], Names::Items("name"), "a Durable Object"),
    (&["flagship"], Names::Items("binding"), "a Flagship app"),
    (&["hyperdrive"], Names::Items("binding"), "a Hyperdrive configuration"),
    (&["images"], Names::Object("binding"), "Cloudflare Images"),
    (&["kv_namespaces"], Names::Items("binding"), "a KV namespace"),
    (&["logfwdr", "bindings"], Names::Items("name"), "a log destination"),
    (&["media"], Names::Object("binding"), "Media Transformations"),
    (&["mtls_certificates"], Names::Items("binding"), "an mTLS certificate"),
    (&["pipelines"], Names::Items("binding"), "a pipeline"),
    (&["queues", "producers"], Names::Items("binding"), "a queue"),
    (&["r2_buckets"], Names::Items("binding"), "an R2 bucket"),
    (&["ratelimits"], Names::Items("name"), "a rate limit"),
    (&["secrets", "required"], Names::Strings, "a required secret"),
    (&["secrets_store_secrets"], Names::Items("binding"), "a secret of the Secrets Store"),
    (&["send_email"], Names::Items("name"), "an email binding"),
    (&["services"], Names::Items("binding"), "a binding to a Worker"),
    (&["stream"], Names::Object("binding"), "Cloudflare Stream"),
    (&["text_blobs"], Names::Members, "a text blob"),
    (&["unsafe", "bindings"], Names::Items("name"), "an unsafe binding"),
    (&["unsafe_hello_world"], Names::Items("binding"), "a hello world binding"),
    (&["vars"], Names::Members, "a variable"),
    (&["vectorize"], Names::Items("binding"), "a Vectorize index"),
    (&["version_metadata"], Names::Object("binding"), "the version metadata"),
    (&["wasm_modules"], Names::Members, "a WebAssembly module"),
    (&["worker_loaders"], Names::Items("binding"), "a Worker Loader"),
    (&["workflows"], Names::Items("binding"), "a workflow"),
];

const ASSETS: &[&str] = &["assets"];

/// Everything that is named in an environment, apart from the two lists.
pub(super) fn named_bindings(environment: Node<'_>) -> impl Iterator<Item = NamedBinding<'_>> {
    KINDS.iter().flat_map(move |&(path, names, kind)| names_at(environment, path, names, kind))
}

/// The name of the static assets, the one binding that environments inherit.
pub(super) fn assets(environment: Node<'_>) -> Option<NamedBinding<'_>> {
    names_at(environment, ASSETS, Names::Object("binding"), "the static assets of the top level").next()
}

fn names_at<'t>(
    environment: Node<'t>,
    path: &'static [&'static str],
    names: Names,
    kind: &'static str,
) -> impl Iterator<Item = NamedBinding<'t>> {
    let holder = path.iter().try_fold(environment, |node, name| node.get(name).map(|member| member.value));
    let text = move |node: Node<'t>| node.as_str().map(|name| NamedBinding { name, span: node.span(), kind });
    let member = move |node: Node<'t>, name: &str| text(node.get(name)?.value);
    let from_object = match names {
        Names::Object(name) => holder.and_then(|node| member(node, name)),
        _ => None,
    };
    let from_items = holder.into_iter().flat_map(Node::elements).filter_map(move |node| match names {
        Names::Items(name) => member(node, name),
        Names::Strings => text(node),
        Names::Object(_) | Names::Members => None,
    });
    let from_members = holder.filter(|_| matches!(names, Names::Members)).into_iter().flat_map(Node::members);
    let from_members = from_members.map(move |member| NamedBinding { name: member.name, span: member.name_span, kind });
    from_object.into_iter().chain(from_items).chain(from_members)
}
