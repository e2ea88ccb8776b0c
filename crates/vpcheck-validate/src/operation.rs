//! What a document is judged for.

/// What a document is judged for.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Operation {
    /// The body of a create or an update. An update replaces the whole service, so both have the same rules.
    Request,
    /// What the API answers: an envelope around one service, a list or nothing, or a service by itself.
    Response,
    /// What the API answers to one operation, so that `result` has to be what that operation gives.
    ResponseTo(ApiOperation),
    /// The bindings in a wrangler configuration.
    Wrangler,
    /// The body of a Terraform resource that is a service: that of a request, and what Terraform itself reads.
    Resource,
    /// A binding of a Worker as it is uploaded, such as one in a Terraform resource.
    Upload,
}

/// An operation of the API on `/accounts/{account_id}/connectivity/directory/services`.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ApiOperation {
    /// `POST` on the services: the answer holds the service.
    Create,
    /// `GET` on one service.
    Get,
    /// `PUT` on one service.
    Update,
    /// `DELETE` on one service: the answer holds nothing, or there is no content at all.
    Delete,
    /// `GET` on the services: the answer holds an array.
    List,
}
