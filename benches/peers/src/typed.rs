//! Types that say a part of the contract.

#![expect(dead_code, reason = "reading is what is measured")]

use std::hint::black_box;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use garde::Validate;
use serde::Deserialize;

/// The usual derives: an internally tagged enum, and an untagged host.
pub(crate) fn serde(document: &[u8]) -> bool {
    black_box(serde_json::from_slice::<Tagged>(document)).is_ok()
}

/// The same, and garde for what types do not say.
pub(crate) fn serde_and_garde(document: &[u8]) -> bool {
    black_box(serde_json::from_slice::<Tagged>(document)).is_ok_and(|service| service.validate().is_ok())
}

#[derive(Deserialize, Validate)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Tagged {
    Http {
        #[garde(length(min = 1))]
        name: String,
        #[garde(dive)]
        host: UntaggedHost,
        #[garde(range(min = 1))]
        http_port: Option<u16>,
        #[garde(range(min = 1))]
        https_port: Option<u16>,
        #[garde(skip)]
        tls_settings: Option<Tls>,
    },
    Tcp {
        #[garde(length(min = 1))]
        name: String,
        #[garde(dive)]
        host: UntaggedHost,
        #[garde(range(min = 1))]
        tcp_port: u16,
        #[garde(skip)]
        app_protocol: Option<Protocol>,
        #[garde(skip)]
        tls_settings: Option<Tls>,
    },
}

#[derive(Deserialize, Validate)]
#[serde(untagged)]
enum UntaggedHost {
    Dual {
        #[garde(skip)]
        ipv4: Ipv4Addr,
        #[garde(skip)]
        ipv6: Ipv6Addr,
        #[garde(dive)]
        network: Network,
    },
    V4 {
        #[garde(skip)]
        ipv4: Ipv4Addr,
        #[garde(dive)]
        network: Network,
    },
    V6 {
        #[garde(skip)]
        ipv6: Ipv6Addr,
        #[garde(dive)]
        network: Network,
    },
    Name {
        #[garde(length(min = 1, max = 253))]
        hostname: String,
        #[garde(dive)]
        resolver_network: Resolver,
    },
}

#[derive(Deserialize, Validate)]
struct Network {
    #[garde(length(equal = 36))]
    tunnel_id: String,
}

#[derive(Deserialize, Validate)]
struct Resolver {
    #[garde(length(equal = 36))]
    tunnel_id: String,
    #[garde(skip)]
    resolver_ips: Option<Vec<IpAddr>>,
}

#[derive(Deserialize)]
struct Tls {
    cert_verification_mode: Mode,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Mode {
    VerifyFull,
    VerifyCa,
    Disabled,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Protocol {
    Postgresql,
    Mysql,
}

/// Types that typify makes of the published shape.
pub(crate) fn typify(document: &[u8]) -> bool {
    black_box(serde_json::from_slice::<typified::Service>(document)).is_ok()
}

mod typified {
    #![allow(clippy::all, clippy::pedantic, dead_code, reason = "generated code")]
    typify::import_types!("published.schema.json");
}
