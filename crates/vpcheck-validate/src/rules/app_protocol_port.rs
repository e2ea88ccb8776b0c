use crate::rule::{Context, declare_rule};
use crate::view::{AppProtocol, Slot, TcpView};

declare_rule! {
    /// A TCP service whose `app_protocol` is usually spoken on another port.
    ///
    /// # Why
    ///
    /// PostgreSQL usually listens on 5432 and MySQL on 3306. One on the port of the other is most likely a port or a
    /// protocol that was left over from another service. `app_protocol` is a hint for products such as Hyperdrive,
    /// which then speak the wrong protocol. The API compares neither.
    ///
    /// # Fix
    ///
    /// Set `app_protocol` to what the origin speaks, or `tcp_port` to where it listens.
    Warning("app-protocol-port") on Tcp(check) {
        good: [
            r#"{"type": "tcp", "tcp_port": 5432, "app_protocol": "postgresql"}"#,
            r#"{"type": "tcp", "tcp_port": 6432, "app_protocol": "mysql"}"#,
        ],
        bad: [
            r#"{"type": "tcp", "tcp_port": 3306, "app_protocol": "postgresql"}"# => "/tcp_port",
            r#"{"type": "tcp", "tcp_port": 5432, "app_protocol": "mysql"}"# => "/tcp_port",
        ],
    }
}

fn check(service: &TcpView<'_>, context: &mut Context<'_>) {
    let (Slot::Present(port), Slot::Present(protocol)) = (service.tcp_port, service.app_protocol) else { return };
    let own = protocol.value;
    let other = match own {
        AppProtocol::Postgresql => AppProtocol::Mysql,
        AppProtocol::Mysql => AppProtocol::Postgresql,
    };
    if port.value == other.usual_port() {
        let message = format!(
            "`tcp_port` is {}, the usual port of `{}`, and `app_protocol` is `{}`",
            port.value,
            other.name(),
            own.name(),
        );
        context.report(port, message).label(protocol, format!("usually on port {}", own.usual_port()));
    }
}
