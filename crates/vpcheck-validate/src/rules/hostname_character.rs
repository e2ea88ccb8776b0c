use crate::rule::{Context, declare_rule, quoted};
use crate::view::HostnameView;

declare_rule! {
    /// A hostname with a character that no hostname has.
    ///
    /// # Why
    ///
    /// Names of hosts are made of letters, digits and hyphens (RFC 1123 section 2.1); underscores are used for services
    /// and are fine. Other characters are legal in DNS, but hardly ever in a name that was meant: `${DB_HOST}` is a
    /// variable that nothing replaced. Characters that a URL gives a meaning, such as `/` and `:`, are errors. Nobody
    /// has recorded what the API answers.
    ///
    /// # Fix
    ///
    /// Write the name of the host.
    Warning("hostname-character") on Hostname(check) {
        good: [r#"{"host": {"hostname": "my_db-1.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [
            r#"{"host": {"hostname": "${DB_HOST}", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname",
            r#"{"host": {"hostname": "db!.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname",
        ],
    }
}

fn check(hostname: HostnameView<'_>, context: &mut Context<'_>) {
    let strange = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() && !b"-_.".contains(byte);
    if let Some(byte) = hostname.text.bytes().find(strange) {
        let character = quoted(char::from(byte).encode_utf8(&mut [0; 4]));
        let message =
            format!("`hostname` has the character {character}, and a hostname has letters, digits and hyphens");
        context.report(hostname, message);
    }
}
