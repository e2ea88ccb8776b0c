//! The operations of an HTTP API whose documents a schema defines.

/// An HTTP API, for the targets that describe one whole.
///
/// Everything about documents and parameters is in the schema: here are the names of its definitions.
#[derive(Debug)]
pub struct Api {
    /// What it is called.
    pub title: &'static str,
    /// What it is for.
    pub description: &'static str,
    /// Where it is served.
    pub server: &'static str,
    /// How a request says who sends it, each by a name.
    pub credentials: &'static [(&'static str, Credential)],
    /// Sets of credentials, of which a request has one.
    pub security: &'static [&'static [&'static str]],
    /// The definition whose members are what paths have in braces.
    pub path_parameters: &'static str,
    /// The definition of the answer to a request that failed.
    pub failure: &'static str,
    /// The operations, those of one path together.
    pub operations: &'static [ApiOperation],
}

/// How a request says who sends it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Credential {
    /// `Authorization: Bearer …`.
    Bearer,
    /// A header of that name.
    Header(&'static str),
}

/// One operation.
#[derive(Debug)]
pub struct ApiOperation {
    /// The method of HTTP, in lower case.
    pub method: &'static str,
    /// The path, with parameters in braces.
    pub path: &'static str,
    /// What it is called, by programs.
    pub id: &'static str,
    /// What it does, in one line.
    pub summary: &'static str,
    /// The definition whose members are the parameters of the query.
    pub query: Option<&'static str>,
    /// The definition of the body.
    pub body: Option<&'static str>,
    /// The definition of the answer to a request that succeeded.
    pub answer: &'static str,
}

impl Api {
    /// The definitions of the documents, each once.
    pub(crate) fn definitions(&self) -> Vec<&'static str> {
        let mut names: Vec<&str> = Vec::new();
        let of = |operation: &ApiOperation| [operation.body, Some(operation.answer)];
        for name in self.operations.iter().flat_map(of).flatten().chain([self.failure]) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

impl ApiOperation {
    /// What its path has in braces.
    pub(crate) fn path_parameters(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
    }
}
