//! Files to measure with.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use vpcheck_tests::write::Form;
use vpcheck_tests::{Random, mutate, request};

use crate::Error;

/// How many files there are of each syntax.
pub(super) const FILES: usize = 10_000;

/// How many files a directory has: fewer than the services that an account may have.
const IN_DIRECTORY: usize = 500;

/// What the files hold.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Services that nothing is wrong with.
    Good,
    /// Services of every shape with something changed in most of them.
    Mutated,
}

/// What was written.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// The names within the directory.
    pub(super) names: Vec<String>,
    /// How long they are together.
    pub(super) bytes: usize,
}

/// Writes the files in one syntax.
pub(super) fn write(directory: &Path, form: Form, kind: Kind) -> Result<Files, Error> {
    let mut random = Random::new(0x5EED_0003);
    let mut files = Files::default();
    while files.names.len() < FILES {
        let number = files.names.len();
        let value = match kind {
            Kind::Good => service(&mut random, number),
            Kind::Mutated => {
                let value = request(&mut random);
                mutate(&mut random, &value).value.unwrap_or(value)
            }
        };
        // What a syntax cannot say is left out, and another one takes its place.
        let Some(written) = form.write(&mut random, &value) else { continue };
        let end = written.name.rsplit_once('.').map_or("json", |(_, end)| end);
        let name = format!("{:02}/{number:05}.{end}", number / IN_DIRECTORY);
        file(&directory.join(&name), &written.text)?;
        files.bytes += written.text.len();
        files.names.push(name);
    }
    Ok(files)
}

/// Writes a file, and the directory that it is in.
pub(super) fn file(path: &Path, text: &str) -> Result<(), Error> {
    let write = || {
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)
    };
    write().map_err(|error| Error(format!("{} cannot be written: {error}", path.display())))
}

/// A service as people have it, unlike all others.
fn service(random: &mut Random, number: usize) -> Value {
    let tunnel = "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b";
    let host = if random.chance(1, 2) {
        json!({"ipv4": format!("10.{}.{}.1", number >> 8, number & 255), "network": {"tunnel_id": tunnel}})
    } else {
        json!({
            "hostname": format!("web-{number}.corp.example.com"),
            "resolver_network": {"tunnel_id": tunnel, "resolver_ips": ["10.0.0.53"]},
        })
    };
    let name = format!("service-{number}");
    if random.chance(1, 2) {
        json!({"name": name, "type": "http", "http_port": 8080, "https_port": 8443, "host": host})
    } else {
        json!({"name": name, "type": "tcp", "tcp_port": 5432, "app_protocol": "postgresql", "host": host})
    }
}
