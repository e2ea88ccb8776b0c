//! Reads the members as they come and believes them.

use std::cell::RefCell;
use std::hint::black_box;

use serde::Deserialize;

/// The floor.
pub(crate) fn serde(document: &[u8]) -> bool {
    black_box(serde_json::from_slice::<Flat>(document)).is_ok()
}

/// The same structs, read by sonic-rs.
pub(crate) fn sonic(document: &[u8]) -> bool {
    black_box(sonic_rs::from_slice::<Flat>(document)).is_ok()
}

/// The limit of what SIMD can do: the document is skipped as a whole.
pub(crate) fn skip(document: &[u8]) -> bool {
    black_box(sonic_rs::from_slice::<sonic_rs::LazyValue<'_>>(document)).is_ok()
}

/// The same structs, read by simd-json, which writes into its input: into a copy, in buffers that are kept.
pub(crate) fn simd(document: &[u8]) -> bool {
    thread_local! {
        static BUFFERS: RefCell<simd_json::Buffers> = RefCell::default();
    }
    COPY.with_borrow_mut(|copy| {
        copy.clear();
        copy.extend_from_slice(document);
        let read = BUFFERS.with_borrow_mut(|buffers| simd_json::serde::from_slice_with_buffers::<Flat>(copy, buffers));
        black_box(read).is_ok()
    })
}

/// The limit of the machine: the document is copied.
pub(crate) fn copy(document: &[u8]) -> bool {
    COPY.with_borrow_mut(|copy| {
        copy.clear();
        copy.extend_from_slice(document);
        black_box(&copy).len() == document.len()
    })
}

thread_local! {
    static COPY: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

#[expect(dead_code, reason = "reading is what is measured")]
#[derive(Deserialize)]
struct Flat {
    name: String,
    r#type: String,
    host: Host,
    http_port: Option<u32>,
    https_port: Option<u32>,
    tcp_port: Option<u32>,
    app_protocol: Option<String>,
    tls_settings: Option<Tls>,
}

#[expect(dead_code, reason = "reading is what is measured")]
#[derive(Deserialize)]
struct Host {
    ipv4: Option<String>,
    ipv6: Option<String>,
    hostname: Option<String>,
    network: Option<Network>,
    resolver_network: Option<Network>,
}

#[expect(dead_code, reason = "reading is what is measured")]
#[derive(Deserialize)]
struct Network {
    tunnel_id: String,
    resolver_ips: Option<Vec<String>>,
}

#[expect(dead_code, reason = "reading is what is measured")]
#[derive(Deserialize)]
struct Tls {
    cert_verification_mode: String,
}
