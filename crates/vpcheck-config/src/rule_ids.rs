//! The ids of the rules whose checks are here, and what is special about some others.

/// A configuration that cannot be used.
pub(crate) const CONFIGURATION: &str = "configuration";
/// A suppression whose date is over.
pub(crate) const EXPIRED: &str = "expired-suppression";
/// An address outside of the allowed ranges.
pub(crate) const POLICY_ADDRESS: &str = "policy-address";
/// A name that does not follow the pattern.
pub(crate) const POLICY_NAME: &str = "policy-name";
/// A port that is not allowed.
pub(crate) const POLICY_PORT: &str = "policy-port";
/// What the schema of the organisation rules out.
pub(crate) const POLICY_SCHEMA: &str = "policy-schema";
/// A mode of verification that is not allowed.
pub(crate) const POLICY_TLS_MODE: &str = "policy-tls-mode";
/// A tunnel that is not allowed.
pub(crate) const POLICY_TUNNEL: &str = "policy-tunnel";
/// A suppression that cannot be read.
pub(crate) const UNKNOWN: &str = "unknown-suppression";
/// A suppression that hides nothing.
pub(crate) const UNUSED: &str = "unused-suppression";
/// A suppression that does not say why.
pub(crate) const WITHOUT_REASON: &str = "suppression-without-reason";
