//! What a service means beyond its members.

use crate::{HttpServiceRequest, Port};

impl HttpServiceRequest {
    /// The port on which HTTP is spoken to the origin, if it is.
    ///
    /// With one port only that scheme is served; 80 stands in where neither is given. The default is never written out.
    #[must_use]
    pub fn effective_http_port(&self) -> Option<Port> {
        self.http_port().or_else(|| self.https_port().is_none().then_some(Port::HTTP))
    }

    /// The port on which HTTPS is spoken to the origin, if it is.
    ///
    /// With one port only that scheme is served; 443 stands in where neither is given. The default is never written out.
    #[must_use]
    pub fn effective_https_port(&self) -> Option<Port> {
        self.https_port().or_else(|| self.http_port().is_none().then_some(Port::HTTPS))
    }
}

#[cfg(test)]
mod tests {
    use core::net::Ipv4Addr;

    use crate::{HttpServiceRequest, Ipv4Host, Network, Port, ServiceName, TunnelId};

    #[test]
    fn one_port_leaves_the_other_scheme_out() {
        let name = ServiceName::try_from("web").unwrap();
        let host = Ipv4Host::new(Ipv4Addr::LOCALHOST, Network::new(TunnelId::from_bytes([1; 16])));
        let neither = HttpServiceRequest::new(name, host);
        let http = neither.clone().with_http_port(Port::POSTGRESQL);
        let https = neither.clone().with_https_port(Port::MYSQL);
        let both = http.clone().with_https_port(Port::MYSQL);
        let ports = |service: &HttpServiceRequest| (service.effective_http_port(), service.effective_https_port());
        assert_eq!(ports(&neither), (Some(Port::HTTP), Some(Port::HTTPS)));
        assert_eq!(ports(&http), (Some(Port::POSTGRESQL), None));
        assert_eq!(ports(&https), (None, Some(Port::MYSQL)));
        assert_eq!(ports(&both), (Some(Port::POSTGRESQL), Some(Port::MYSQL)));
    }
}
