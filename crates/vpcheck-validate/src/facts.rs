//! What files say that other files may contradict.

mod collect;
mod comparison;
mod marks;
mod seen;
mod within;

use std::net::IpAddr;

use vpcheck_syntax::{Position, Span};

pub(crate) use collect::Collector;
pub use comparison::{Compared, Comparison};
pub use marks::{Marker, Marks};

/// How many services an account may have.
///
/// Source: documentation of Workers VPC, limits.
pub(crate) const SERVICES_OF_ACCOUNT: usize = 1000;

/// What a file says that other files may contradict: the names of its services, and what they lead to.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    services: Vec<Service>,
    /// The ids of services that the file knows, in lower case.
    known: Vec<Box<str>>,
    bound: Vec<Bound>,
}

/// A service that is to be.
#[derive(Clone, Debug)]
struct Service {
    account: Account,
    /// JSON Pointer of the service.
    pointer: Box<str>,
    at: At,
    name: Option<(Box<str>, At)>,
    origin: Option<Origin>,
}

/// Which account a service says that it is in.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
enum Account {
    /// It does not say: that of its file.
    OfFile,
    /// The one with this id.
    Id(Box<str>),
    /// The one that an expression gives: the same for all with the same expression in one file.
    Expression(Box<str>),
    /// Nobody knows.
    Unknown,
}

/// Whose services are compared with those of other files.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum Owner<T> {
    /// The account that the file belongs to.
    OfFile(T),
    /// The account of this id, wherever the file is.
    Id(T),
}

/// Where a service leads to.
#[derive(Clone, Debug)]
struct Origin {
    tunnel: Tunnel,
    hosts: Vec<(Host, &'static str, At)>,
    /// The ports; 0 stands for none.
    ports: [u16; 2],
}

/// What tells a tunnel from others.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
enum Tunnel {
    /// Its id, in lower case.
    Id(Box<str>),
    /// The expression that gives its id: the same for all with the same expression in one file.
    Expression(Box<str>),
}

/// What tells a host from others behind the same tunnel.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
enum Host {
    Address(IpAddr),
    /// A hostname in lower case without a trailing dot, and the resolvers in order: another resolver may know another host.
    Name(Box<str>, Vec<IpAddr>),
}

/// A binding to a service.
#[derive(Clone, Debug)]
struct Bound {
    /// The id of the service, in lower case.
    service_id: Box<str>,
    pointer: Box<str>,
    at: At,
}

/// A place in a file.
#[derive(Clone, Copy, Debug)]
struct At {
    span: Span,
    /// Where that is, as people count. It is there where files are compared.
    position: Position,
}

impl At {
    fn new(span: Span) -> At {
        At { span, position: Position { line: 1, column: 1 } }
    }
}
