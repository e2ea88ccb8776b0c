//! Files to measure with.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use vpcheck_tests::Random;
use vpcheck_tests::write::Form;

use crate::Error;

/// How many files a directory has: fewer than the services that an account may have.
const IN_DIRECTORY: usize = 500;

/// Writes services that nothing is wrong with, each in a file of its own in one syntax, and gives the names within the directory.
pub(super) fn write(directory: &Path, form: Form, count: usize) -> Result<Vec<String>, Error> {
    let mut random = Random::new(0x5EED_0003);
    let mut names = Vec::with_capacity(count);
    while names.len() < count {
        let number = names.len();
        let service = service(&mut random, number);
        // What a syntax cannot say is left out, and another one takes its place.
        let Some(written) = form.write(&mut random, &service) else { continue };
        let end = written.name.rsplit_once('.').map_or("json", |(_, end)| end);
        let name = format!("{:02}/{number:05}.{end}", number / IN_DIRECTORY);
        file(&directory.join(&name), &written.text)?;
        names.push(name);
    }
    Ok(names)
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
pub(super) fn service(random: &mut Random, number: usize) -> Value {
    let tunnel = "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b";
    let host = if random.chance(1, 2) {
        let [_, a, b, c] = u32::try_from(number).unwrap_or_default().to_be_bytes();
        json!({"ipv4": format!("10.{a}.{b}.{c}"), "network": {"tunnel_id": tunnel}})
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
