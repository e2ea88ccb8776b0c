//! Judges documents by exported Rust types with serde_json: EXPORT_DIR DOCUMENTS FORM
//!
//! The types are compiled in, from where `cargo xtask verdicts` exports them to.

use std::error::Error;
use std::{env, fs};

use serde::Deserialize;
use serde_json::{Value, json};

#[path = "../../../../../target/verdicts/exports/rust/service-request.rs"]
mod service_request;
#[path = "../../../../../target/verdicts/exports/rust/service-response.rs"]
mod service_response;
#[path = "../../../../../target/verdicts/exports/rust/wrangler.rs"]
mod wrangler;

#[derive(Deserialize)]
struct Document {
    id: u64,
    root: String,
    text: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args()
        .nth(2)
        .ok_or("the second argument is the file with the documents")?;
    for line in fs::read_to_string(path)?.lines() {
        let Document { id, root, text } = serde_json::from_str(line)?;
        let read = match root.as_str() {
            "ServiceRequest" => read::<service_request::ServiceRequest>(&text),
            "SingleEnvelope" => read::<service_response::SingleEnvelope>(&text),
            "CollectionEnvelope" => read::<service_response::CollectionEnvelope>(&text),
            "DeleteEnvelope" => read::<service_response::DeleteEnvelope>(&text),
            "ServiceResponse" => read::<service_response::ServiceResponse>(&text),
            "Bindings" => read::<wrangler::Bindings>(&text),
            other => return Err(format!("there is no type for {other}").into()),
        };
        println!("{}", verdict(id, read));
    }
    Ok(())
}

fn read<'d, T: Deserialize<'d>>(text: &'d str) -> Result<(), serde_json::Error> {
    serde_json::from_str::<T>(text).map(drop)
}

fn verdict(id: u64, read: Result<(), serde_json::Error>) -> Value {
    match read {
        Ok(()) => json!({ "id": id, "valid": true }),
        Err(error) => json!({ "id": id, "valid": false, "error": error.to_string() }),
    }
}
