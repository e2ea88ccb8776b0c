//! The operations of the connectivity directory.

use vpcheck_codegen::export::{Api, ApiOperation, Credential};

const ALL: &str = "/accounts/{account_id}/connectivity/directory/services";
const ONE: &str = "/accounts/{account_id}/connectivity/directory/services/{service_id}";

/// The API as it is published, over the definitions of `service.schema.json`.
pub(super) static DIRECTORY: Api = Api {
    title: "Workers VPC connectivity services",
    description: "Creates, reads, replaces and deletes the services through which Workers reach private networks.",
    server: "https://api.cloudflare.com/client/v4",
    credentials: &[
        ("api_token", Credential::Bearer),
        ("api_email", Credential::Header("X-Auth-Email")),
        ("api_key", Credential::Header("X-Auth-Key")),
    ],
    security: &[&["api_token"], &["api_email", "api_key"]],
    path_parameters: "PathParameters",
    failure: "FailureEnvelope",
    operations: &[
        ApiOperation {
            method: "get",
            path: ALL,
            id: "connectivity-services-list",
            summary: "List the services of an account",
            query: Some("ListQuery"),
            body: None,
            answer: "CollectionEnvelope",
        },
        ApiOperation {
            method: "post",
            path: ALL,
            id: "connectivity-services-post",
            summary: "Create a service",
            query: None,
            body: Some("ServiceRequest"),
            answer: "SingleEnvelope",
        },
        ApiOperation {
            method: "get",
            path: ONE,
            id: "connectivity-services-get",
            summary: "Get a service",
            query: None,
            body: None,
            answer: "SingleEnvelope",
        },
        ApiOperation {
            method: "put",
            path: ONE,
            id: "connectivity-services-put",
            summary: "Replace a service",
            query: None,
            body: Some("ServiceRequest"),
            answer: "SingleEnvelope",
        },
        ApiOperation {
            method: "delete",
            path: ONE,
            id: "connectivity-services-delete",
            summary: "Delete a service",
            query: None,
            body: None,
            answer: "DeleteEnvelope",
        },
    ],
};
