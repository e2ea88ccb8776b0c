//! The schemas of this repository.

use serde_json::json;
use vpcheck_codegen::model::{Direction, Dispatch, Kinds, Model};

use super::{SERVICE, WRANGLER, arms, definition, member, model};

fn selectors(model: &Model, name: &str) -> (Vec<String>, Vec<Vec<bool>>, bool) {
    match definition(model, name).shape.union.as_ref().map(|union| &union.dispatch) {
        Some(Dispatch::Members { selectors, patterns, null_is_absent }) => {
            (selectors.clone(), patterns.clone(), *null_is_absent)
        }
        other => panic!("{name} is not told by members: {other:?}"),
    }
}

#[test]
fn a_service_is_told_by_its_type() {
    let model = model(SERVICE);
    let root = model.definition(model.root.expect("the document is a service"));
    assert_eq!((root.name.as_str(), root.direction), ("ServiceRequest", Some(Direction::Request)));
    for (name, names, expected) in [
        ("ServiceRequest", vec!["Http", "Tcp"], vec![Some(vec![json!("http")]), Some(vec![json!("tcp")])]),
        (
            "ServiceResponse",
            vec!["Http", "Tcp", "Other"],
            vec![Some(vec![json!("http")]), Some(vec![json!("tcp")]), None],
        ),
        ("SingleEnvelope", vec!["Success", "Failure"], vec![Some(vec![json!(true)]), Some(vec![json!(false)])]),
    ] {
        let shape = &definition(&model, name).shape;
        assert_eq!(arms(shape), names);
        let Some(Dispatch::Tag { values, .. }) = shape.union.as_ref().map(|union| &union.dispatch) else {
            panic!("{name} is not told by a tag");
        };
        assert_eq!(*values, expected, "{name}");
    }
}

#[test]
fn a_host_is_told_by_its_members() {
    let model = model(SERVICE);
    for name in ["Host", "HostResponse"] {
        assert_eq!(arms(&definition(&model, name).shape), ["Ipv4", "Ipv6", "DualStack", "Hostname"]);
        let (selectors, patterns, null_is_absent) = selectors(&model, name);
        assert_eq!(selectors, ["ipv4", "ipv6", "hostname"]);
        assert_eq!(patterns, [[true, false, false], [false, true, false], [true, true, false], [false, false, true]]);
        assert!(null_is_absent);
    }
}

#[test]
fn a_network_binding_is_told_by_what_is_there_at_all() {
    let model = model(WRANGLER);
    assert_eq!(arms(&definition(&model, "VpcNetworkBinding").shape), ["Tunnel", "Id"]);
    let (selectors, patterns, null_is_absent) = selectors(&model, "VpcNetworkBinding");
    assert_eq!(selectors, ["tunnel_id", "network_id"]);
    assert_eq!(patterns, [[true, false], [false, true]]);
    assert!(!null_is_absent);
}

#[test]
fn hand_written_types_keep_their_simple_rules() {
    let model = model(SERVICE);
    let port = &definition(&model, "Port").shape;
    assert_eq!(port.annotations.scalar.as_deref(), Some("Port"));
    assert_eq!(port.annotations.rule("maximum"), Some("port-range"));
    assert_eq!(port.keyword("maximum"), Some("/$defs/Port/maximum"));
    let hostname = &definition(&model, "Hostname").shape;
    assert_eq!((hostname.kinds, hostname.string.max_length), (Kinds::STRING, Some(253)));
    assert!(hostname.excluded.is_empty() && hostname.union.is_none());
}

#[test]
fn a_member_that_may_be_null_is_nullable() {
    let model = model(SERVICE);
    let http = &definition(&model, "HttpServiceRequest").shape;
    let port = member(http, "http_port");
    assert!(port.nullable && port.reference.is_some_and(|id| model.definition(id).name == "Port"));
    assert_eq!(port.documentation.description.as_deref(), Some("Port on which the origin speaks HTTP."));
    let unused = member(http, "tcp_port");
    assert_eq!((unused.kinds, unused.annotations.rule("type")), (Kinds::NULL, Some("member-of-other-type")));
    let resolvers = member(&definition(&model, "ResolverNetwork").shape, "resolver_ips");
    assert_eq!((resolvers.kinds, resolvers.nullable), (Kinds::ARRAY, true));
    assert_eq!(resolvers.keyword("items"), Some("/$defs/ResolverNetwork/properties/resolver_ips/anyOf/0/items"));
}
