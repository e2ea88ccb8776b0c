//! Every rule, one file each.
//!
//! To add a rule, write its file, add its `mod` line and its entry in [`RULES`], and run the tests. They tell when it belongs to
//! [`SERVICE_CHECKS`] as well.

mod above_maximum;
mod account_id_not_hex;
mod address_and_hostname;
mod alias_limit;
mod app_protocol_port;
mod below_minimum;
mod binding_not_identifier;
mod binding_twice;
mod blank_name;
mod byte_order_mark;
mod configuration;
mod conflicting_options;
mod depth_limit;
mod documentation_example;
mod dropped_option;
mod dual_stack;
mod duplicate_member;
mod duplicate_resolver_ip;
mod empty_binding;
mod empty_name;
mod empty_resolver_ips;
mod environment_without_list;
mod expired_suppression;
mod failure_with_result;
mod failure_without_errors;
mod failure_without_result;
mod host_without_address;
mod hostname_a_label;
mod hostname_character;
mod hostname_ends_in_number;
mod hostname_hyphen;
mod hostname_not_ascii;
mod hostname_upper_case;
mod id_not_uuid;
mod invalid_hostname;
mod invalid_ipv4;
mod invalid_ipv6;
mod invalid_resolver_ip;
mod invalid_timestamp;
mod invalid_tunnel_id;
mod invalid_utf8;
mod ipv4_mapped_address;
mod json_syntax;
mod list_under_vars;
mod lone_surrogate;
mod low_error_code;
mod member_of_other_type;
mod missing_member;
mod missing_option;
mod misspelled_list;
mod name_control_character;
mod name_twice;
mod name_whitespace;
mod near_network_id;
mod networks_in_previews;
mod nil_tunnel_id;
mod no_arm;
mod no_tunnel_or_network;
mod node_limit;
mod number_out_of_range;
mod number_spelling;
mod one_port;
mod pattern_mismatch;
mod placeholder;
mod policy_address;
mod policy_name;
mod policy_port;
mod policy_schema;
mod policy_tls_mode;
mod policy_tunnel;
mod port_range;
mod public_hostname;
mod read_only_member;
mod remote_false;
mod resolver_ips_in_network;
mod same_origin_twice;
mod same_port_twice;
mod service_id_not_uuid;
mod shell_syntax;
mod single_label_hostname;
mod size_limit;
mod special_address;
mod suppression_without_reason;
mod swapped_ports;
mod terraform_syntax;
mod tls_without_https;
mod toml_1_1;
mod toml_syntax;
mod too_few_items;
mod too_long;
mod too_many_findings;
mod too_many_items;
mod too_many_services;
mod too_short;
mod tunnel_and_network;
mod unknown_app_protocol;
mod unknown_cert_verification_mode;
mod unknown_member;
mod unknown_option;
mod unknown_protocol_in_response;
mod unknown_service_id;
mod unknown_service_type;
mod unknown_suppression;
mod unknown_type_in_response;
mod unknown_value;
mod unused_suppression;
mod verification_disabled;
mod vpc_in_pages;
mod wrong_network;
mod wrong_type;
mod yaml_1_1;
mod yaml_syntax;

use crate::rule::{Check, Rule};

/// Every rule, in the order of the ids.
static RULES: &[&Rule] = &[
    &above_maximum::RULE,
    &account_id_not_hex::RULE,
    &address_and_hostname::RULE,
    &alias_limit::RULE,
    &app_protocol_port::RULE,
    &below_minimum::RULE,
    &binding_not_identifier::RULE,
    &binding_twice::RULE,
    &blank_name::RULE,
    &byte_order_mark::RULE,
    &configuration::RULE,
    &conflicting_options::RULE,
    &depth_limit::RULE,
    &documentation_example::RULE,
    &dropped_option::RULE,
    &dual_stack::RULE,
    &duplicate_member::RULE,
    &duplicate_resolver_ip::RULE,
    &empty_binding::RULE,
    &empty_name::RULE,
    &empty_resolver_ips::RULE,
    &environment_without_list::RULE,
    &expired_suppression::RULE,
    &failure_with_result::RULE,
    &failure_without_errors::RULE,
    &failure_without_result::RULE,
    &host_without_address::RULE,
    &hostname_a_label::RULE,
    &hostname_character::RULE,
    &hostname_ends_in_number::RULE,
    &hostname_hyphen::RULE,
    &hostname_not_ascii::RULE,
    &hostname_upper_case::RULE,
    &id_not_uuid::RULE,
    &invalid_hostname::RULE,
    &invalid_ipv4::RULE,
    &invalid_ipv6::RULE,
    &invalid_resolver_ip::RULE,
    &invalid_timestamp::RULE,
    &invalid_tunnel_id::RULE,
    &invalid_utf8::RULE,
    &ipv4_mapped_address::RULE,
    &json_syntax::RULE,
    &list_under_vars::RULE,
    &lone_surrogate::RULE,
    &low_error_code::RULE,
    &member_of_other_type::RULE,
    &missing_member::RULE,
    &missing_option::RULE,
    &misspelled_list::RULE,
    &name_control_character::RULE,
    &name_twice::RULE,
    &name_whitespace::RULE,
    &near_network_id::RULE,
    &networks_in_previews::RULE,
    &nil_tunnel_id::RULE,
    &no_arm::RULE,
    &no_tunnel_or_network::RULE,
    &node_limit::RULE,
    &number_out_of_range::RULE,
    &number_spelling::RULE,
    &one_port::RULE,
    &pattern_mismatch::RULE,
    &placeholder::RULE,
    &policy_address::RULE,
    &policy_name::RULE,
    &policy_port::RULE,
    &policy_schema::RULE,
    &policy_tls_mode::RULE,
    &policy_tunnel::RULE,
    &port_range::RULE,
    &public_hostname::RULE,
    &read_only_member::RULE,
    &remote_false::RULE,
    &resolver_ips_in_network::RULE,
    &same_origin_twice::RULE,
    &same_port_twice::RULE,
    &service_id_not_uuid::RULE,
    &shell_syntax::RULE,
    &single_label_hostname::RULE,
    &size_limit::RULE,
    &special_address::RULE,
    &suppression_without_reason::RULE,
    &swapped_ports::RULE,
    &terraform_syntax::RULE,
    &tls_without_https::RULE,
    &toml_1_1::RULE,
    &toml_syntax::RULE,
    &too_few_items::RULE,
    &too_long::RULE,
    &too_many_findings::RULE,
    &too_many_items::RULE,
    &too_many_services::RULE,
    &too_short::RULE,
    &tunnel_and_network::RULE,
    &unknown_app_protocol::RULE,
    &unknown_cert_verification_mode::RULE,
    &unknown_member::RULE,
    &unknown_option::RULE,
    &unknown_protocol_in_response::RULE,
    &unknown_service_id::RULE,
    &unknown_service_type::RULE,
    &unknown_suppression::RULE,
    &unknown_type_in_response::RULE,
    &unknown_value::RULE,
    &unused_suppression::RULE,
    &verification_disabled::RULE,
    &vpc_in_pages::RULE,
    &wrong_network::RULE,
    &wrong_type::RULE,
    &yaml_1_1::RULE,
    &yaml_syntax::RULE,
];

/// The checks of services in requests that are applied by default. A program that judges nothing else refers to no other, so that it
/// is linked without them.
pub(crate) static SERVICE_CHECKS: &[&Check] = &[
    &app_protocol_port::CHECK,
    &blank_name::CHECK,
    &duplicate_resolver_ip::CHECK,
    &empty_resolver_ips::CHECK,
    &hostname_a_label::CHECK,
    &hostname_character::CHECK,
    &hostname_ends_in_number::CHECK,
    &hostname_hyphen::CHECK,
    &hostname_not_ascii::CHECK,
    &hostname_upper_case::CHECK,
    &ipv4_mapped_address::CHECK,
    &name_control_character::CHECK,
    &name_whitespace::CHECK,
    &nil_tunnel_id::CHECK,
    &same_port_twice::CHECK,
    &single_label_hostname::CHECK,
    &special_address::CHECK,
    &swapped_ports::CHECK,
    &tls_without_https::CHECK,
    &verification_disabled::CHECK,
];

/// Every rule, in the order of the ids.
#[must_use]
pub fn rules() -> &'static [&'static Rule] {
    RULES
}

/// The rule with this id.
///
/// ```
/// assert!(vpcheck_validate::rule("port-range").is_some());
/// assert!(vpcheck_validate::rule("PORT-RANGE").is_none());
/// ```
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.binary_search_by(|rule| rule.id.cmp(id)).ok().and_then(|index| RULES.get(index).copied())
}

#[cfg(test)]
mod tests {
    use super::{RULES, SERVICE_CHECKS};
    use crate::Operation;
    use crate::rule::Applied;

    #[test]
    fn every_check_of_services_is_applied_to_them() {
        let is_listed = |id: &str| SERVICE_CHECKS.iter().any(|check| check.id == id);
        for rule in RULES {
            let is_default = rule.applied == Applied::ByDefault;
            let looks_at_services = rule.has_check() && rule.operation() == Some(Operation::Request);
            assert_eq!(is_listed(rule.id), is_default && looks_at_services, "{}", rule.id);
        }
    }
}
