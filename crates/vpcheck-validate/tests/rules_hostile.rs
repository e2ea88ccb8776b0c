//! Rules take time in proportion to the document. What is quadratic here does not end while anybody waits.

use std::fmt::Write as _;

use vpcheck_validate::{Operation, Source, check, rule};

const MANY: usize = 50_000;

fn ids(text: &str, operation: Operation) -> Vec<&'static str> {
    let report = check(&Source::json("hostile.json", text.as_bytes()), operation);
    report.findings().iter().map(|finding| finding.diagnostic.rule).collect()
}

fn bindings(count: usize) -> String {
    let mut items = String::new();
    for number in 0..count {
        let separator = if number == 0 { "" } else { ", " };
        let id = "0199295b-b3ac-7760-8246-bca40877b3e9";
        write!(items, "{separator}{{\"binding\": \"B{number}\", \"service_id\": \"{id}\"}}")
            .expect("a string takes text");
    }
    items
}

#[test]
fn many_bindings_and_many_environments() {
    let environments: Vec<String> =
        (0..MANY).map(|number| format!("\"e{number}\": {{\"vpc_services\": []}}")).collect();
    let (bindings, environments) = (bindings(MANY), environments.join(", "));
    let text = format!("{{\"vpc_services\": [{bindings}], \"env\": {{{environments}}}}}");
    let found = ids(&text, Operation::Wrangler);
    assert_eq!(found.len(), vpcheck_syntax::limits::DIAGNOSTICS);
    assert_eq!(found.iter().filter(|&&id| id == "environment-without-list").count(), found.len() - 1);
}

#[test]
fn many_bindings_with_one_name() {
    let name = "{\"binding\": \"A\", \"service_id\": \"0199295b-b3ac-7760-8246-bca40877b3e9\"}";
    let text = format!("{{\"vpc_services\": [{}]}}", vec![name; MANY].join(", "));
    let found = ids(&text, Operation::Wrangler);
    assert_eq!(found.first(), Some(&"binding-twice"));
    assert_eq!(found.len(), vpcheck_syntax::limits::DIAGNOSTICS);
}

#[test]
fn many_resolvers() {
    let resolvers: Vec<String> =
        (0..MANY).map(|number| format!("\"10.{}.{}.1\"", number / 256, number % 256)).collect();
    let tunnel = "\"tunnel_id\": \"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\"";
    let network = format!("{{{tunnel}, \"resolver_ips\": [{}, \"10.0.0.1\"]}}", resolvers.join(", "));
    let host = format!("{{\"hostname\": \"db.example.com\", \"resolver_network\": {network}}}");
    let text = format!("{{\"name\": \"web\", \"type\": \"http\", \"host\": {host}}}");
    assert_eq!(ids(&text, Operation::Request), ["duplicate-resolver-ip"]);
}

#[test]
fn long_texts() {
    let long = "vpc_services".repeat(MANY);
    let text = format!("{{\"{long}\": [], \"vpc_networks\": [{{\"binding\": \"N\", \"network_id\": \"{long}\"}}]}}");
    assert!(ids(&text, Operation::Wrangler).is_empty());
    let binding = format!("{{\"vpc_services\": [{{\"binding\": \"{long}-\", \"service_id\": \"{long}\"}}]}}");
    assert_eq!(ids(&binding, Operation::Wrangler), ["binding-not-identifier", "id-not-uuid"]);
}

#[test]
fn looking_up_an_unknown_rule_finds_nothing() {
    for id in ["", "port", "port-range ", "PORT-RANGE", &"x".repeat(MANY)] {
        assert!(rule(id).is_none(), "{id:.20}");
    }
}
