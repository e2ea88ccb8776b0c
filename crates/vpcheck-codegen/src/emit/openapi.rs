//! `OpenAPI` 3.1 and 3.0.3: the documents of an API as components, and its operations over them.
//!
//! The schemas are those of [`json_schema`](super::json_schema) in the dialect of each version. A schema that nobody has told the
//! operations of is components and no paths, which both versions allow.

#[cfg(test)]
mod agreement;
mod paths;

use vpcheck_syntax::Diagnostic;

use super::json_schema::{Draft, Profile, Writer};
use crate::export::{
    Api, Credential, Export, Form,
    json::{Json, Members},
};

/// The forms, each a version.
pub(crate) static FORMS: [Form; 2] = [
    Form { name: "3.1", about: "OpenAPI 3.1, whose schemas are JSON Schema 2020-12" },
    Form { name: "3.0.3", about: "OpenAPI 3.0.3, with `nullable` and one type in each schema" },
];

impl Form {
    /// The version of `OpenAPI`, and what its schemas are.
    fn version(&self) -> (&'static str, Draft) {
        if self.name == "3.1" { ("3.1.0", Draft::OpenApi31) } else { ("3.0.3", Draft::OpenApi30) }
    }
}

/// The document. What is wanted and what it uses are its components.
pub(crate) fn write(export: &Export<'_>, form: &Form) -> Result<String, Vec<Diagnostic>> {
    let (version, draft) = form.version();
    let mut writer = Writer::new(export, draft, Profile::Branches)?;
    let mut document = Members::default().with("openapi", version).with("info", info(export));
    if let Some(api) = export.api {
        document.add("servers", vec![Members::default().with("url", api.server).into()]);
        document.add("security", security(api));
    }
    document.add("paths", paths::of(export, &mut writer)?);
    for &root in &export.roots {
        writer.refer(root);
    }
    let mut components = Members::default().with("schemas", writer.definitions());
    if let Some(api) = export.api {
        components.add("securitySchemes", security_schemes(api));
    }
    document.add("components", components);
    Ok(Json::from(document).document())
}

/// What the document says of itself. The version of a contract of somebody else is not known, but which text it is.
fn info(export: &Export<'_>) -> Members {
    let root = export.roots.first().map(|&id| export.model.definition(id));
    let said = root.map(|root| &root.shape.documentation);
    let (title, about, version) = if let Some(api) = export.api {
        (api.title, Some(api.description), env!("CARGO_PKG_VERSION").to_owned())
    } else {
        let title = export.model.title.as_deref().or_else(|| said?.title.as_deref());
        let title = title.or_else(|| Some(root?.name.as_str())).unwrap_or("schema");
        let about = said.and_then(|said| said.description.as_deref());
        (title, about, format!("sha256-{}", export.hash().get(..12).unwrap_or_default()))
    };
    let origin = export.origin();
    let description = about.map_or(origin.clone(), |about| format!("{about}\n\n{origin}"));
    Members::default().with("title", title).with("version", version).with("description", description)
}

fn security(api: &Api) -> Vec<Json> {
    let none = || Json::from(Vec::<Json>::new());
    let set =
        |names: &&[&'static str]| Json::from(Members(names.iter().map(|&name| (name.to_owned(), none())).collect()));
    api.security.iter().map(set).collect()
}

fn security_schemes(api: &Api) -> Members {
    let scheme = |credential: &Credential| {
        let members = Members::default();
        match credential {
            Credential::Bearer => members.with("type", "http").with("scheme", "bearer"),
            Credential::Header(name) => members.with("type", "apiKey").with("in", "header").with("name", *name),
        }
    };
    let schemes = api.credentials.iter().map(|(name, credential)| ((*name).to_owned(), scheme(credential).into()));
    Members(schemes.collect())
}
