//! What the rules find in wrangler configurations, beyond their examples.

use vpcheck_validate::{Operation, Source, check};

const SERVICE: &str = r#"{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}"#;

/// The rule and the pointer of each finding.
fn found(text: &str) -> Vec<(&'static str, String)> {
    let report = check(&Source::json("wrangler.json", text.as_bytes()), Operation::Wrangler);
    report.findings().iter().map(|finding| (finding.diagnostic.rule, finding.diagnostic.pointer.clone())).collect()
}

#[test]
fn a_name_is_taken_by_every_kind_of_binding() {
    for member in [
        r#""ai": {"binding": "API"}"#,
        r#""ai_search": [{"binding": "API"}]"#,
        r#""ai_search_namespaces": [{"binding": "API"}]"#,
        r#""analytics_engine_datasets": [{"binding": "API"}]"#,
        r#""artifacts": [{"binding": "API"}]"#,
        r#""assets": {"binding": "API"}"#,
        r#""browser": {"binding": "API"}"#,
        r#""d1_databases": [{"binding": "API"}]"#,
        r#""data_blobs": {"API": "data.bin"}"#,
        r#""define": {"API": "1"}"#,
        r#""dispatch_namespaces": [{"binding": "API"}]"#,
        r#""durable_objects": {"bindings": [{"name": "API"}]}"#,
        r#""flagship": [{"binding": "API"}]"#,
        r#""hyperdrive": [{"binding": "API"}]"#,
        r#""images": {"binding": "API"}"#,
        r#""kv_namespaces": [{"binding": "OTHER"}, {"binding": "API"}]"#,
        r#""logfwdr": {"bindings": [{"name": "API"}]}"#,
        r#""media": {"binding": "API"}"#,
        r#""mtls_certificates": [{"binding": "API"}]"#,
        r#""pipelines": [{"binding": "API"}]"#,
        r#""queues": {"producers": [{"binding": "API"}]}"#,
        r#""r2_buckets": [{"binding": "API"}]"#,
        r#""ratelimits": [{"name": "API"}]"#,
        r#""secrets": {"required": ["API"]}"#,
        r#""secrets_store_secrets": [{"binding": "API"}]"#,
        r#""send_email": [{"name": "API"}]"#,
        r#""services": [{"binding": "API"}]"#,
        r#""stream": {"binding": "API"}"#,
        r#""text_blobs": {"API": "text.txt"}"#,
        r#""unsafe": {"bindings": [{"name": "API"}]}"#,
        r#""unsafe_hello_world": [{"binding": "API"}]"#,
        r#""vars": {"API": 1}"#,
        r#""vectorize": [{"binding": "API"}]"#,
        r#""version_metadata": {"binding": "API"}"#,
        r#""wasm_modules": {"API": "module.wasm"}"#,
        r#""worker_loaders": [{"binding": "API"}]"#,
        r#""workflows": [{"binding": "API", "name": "flow"}]"#,
    ] {
        let text = format!("{{{member}, \"vpc_services\": [{SERVICE}]}}");
        assert_eq!(found(&text), [("binding-twice", "/vpc_services/0/binding".to_owned())], "{text}");
        let other = text.replacen("API", "api", 1);
        assert_eq!(found(&other), [], "{other}");
    }
}

#[test]
fn other_parts_may_have_any_shape() {
    for part in ["null", "1", "\"API\"", "[]", "[[]]", "[\"API\"]", "{}", "{\"bindings\": {\"name\": \"API\"}}"] {
        for member in ["ai", "durable_objects", "env", "kv_namespaces", "previews", "queues", "secrets", "unsafe"] {
            let text = format!("{{\"{member}\": {part}, \"vpc_services\": [{SERVICE}]}}");
            let unmeant = found(&text).into_iter().filter(|(rule, _)| *rule != "environment-without-list");
            assert_eq!(unmeant.collect::<Vec<_>>(), [], "{text}");
        }
    }
}

#[test]
fn names_are_looked_at_in_one_environment() {
    let network = r#"{"binding": "API", "network_id": "cf1:network"}"#;
    for (text, expected) in [
        // The second in the text is reported, whichever list it is in.
        (
            format!(r#"{{"vpc_networks": [{network}], "vpc_services": [{SERVICE}]}}"#),
            vec![("binding-twice", "/vpc_services/0/binding")],
        ),
        // A third one as well, and a variable then adds nothing.
        (
            format!(r#"{{"vars": {{"API": "1"}}, "vpc_services": [{SERVICE}, {SERVICE}], "vpc_networks": [{network}]}}"#),
            vec![("binding-twice", "/vpc_services/1/binding"), ("binding-twice", "/vpc_networks/0/binding")],
        ),
        // Variables are not inherited, assets are.
        (
            format!(r#"{{"vars": {{"API": "1"}}, "env": {{"live": {{"vpc_services": [{SERVICE}]}}}}}}"#),
            vec![],
        ),
        (
            format!(r#"{{"assets": {{"binding": "API"}}, "env": {{"live": {{"vpc_services": [{SERVICE}]}}}}}}"#),
            vec![("binding-twice", "/env/live/vpc_services/0/binding")],
        ),
        (
            format!(
                r#"{{"assets": {{"binding": "API"}}, "env": {{"live": {{"assets": {{}}, "vpc_services": [{SERVICE}]}}}}}}"#
            ),
            vec![],
        ),
        (
            format!(r#"{{"previews": {{"vars": {{"API": "1"}}, "vpc_services": [{SERVICE}]}}}}"#),
            vec![("binding-twice", "/previews/vpc_services/0/binding")],
        ),
        // A name that is malformed is reported as that.
        (
            r#"{"vpc_services": [{"binding": "", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}], "vars": {"": 1}}"#
                .to_owned(),
            vec![("empty-binding", "/vpc_services/0/binding")],
        ),
    ] {
        let expected: Vec<_> = expected.into_iter().map(|(rule, pointer)| (rule, pointer.to_owned())).collect();
        assert_eq!(found(&text), expected, "{text}");
    }
}

#[test]
fn environments_repeat_what_the_top_level_has() {
    let network = r#"{"binding": "NET", "network_id": "cf1:network"}"#;
    let top = format!(r#""vpc_services": [{SERVICE}], "vpc_networks": [{network}]"#);
    let lacks = |pointer: &'static str| vec![("environment-without-list", pointer)];
    for (environment, expected) in [
        (top.clone(), vec![]),
        // One finding names both lists.
        (String::new(), lacks("/env/a~1b")),
        (format!(r#""vpc_services": [{SERVICE}]"#), lacks("/env/a~1b")),
        (format!(r#""vpc_services": [], "vpc_networks": [{network}]"#), lacks("/env/a~1b/vpc_services")),
        (
            format!(r#""vpc_services": null, "vpc_networks": [{network}]"#),
            vec![("wrong-type", "/env/a~1b/vpc_services")],
        ),
        (
            format!(r#""vpc_services": [1], "vpc_networks": [{network}]"#),
            vec![("wrong-type", "/env/a~1b/vpc_services/0")],
        ),
        // A list that is there under another name is reported once.
        (
            format!(r#""vpcServices": [{SERVICE}], "vpc_networks": [{network}]"#),
            vec![("misspelled-list", "/env/a~1b/vpcServices")],
        ),
        (
            format!(r#""vars": {{"vpc_services": [{SERVICE}]}}, "vpc_networks": [{network}]"#),
            vec![("list-under-vars", "/env/a~1b/vars/vpc_services")],
        ),
    ] {
        let text = format!(r#"{{{top}, "env": {{"a/b": {{{environment}}}}}}}"#);
        let expected: Vec<_> = expected.into_iter().map(|(rule, pointer)| (rule, pointer.to_owned())).collect();
        assert_eq!(found(&text), expected, "{text}");
    }
}

#[test]
fn a_pages_project_has_neither_list_anywhere() {
    let text = format!(
        r#"{{"pages_build_output_dir": "dist", "vpc_services": [], "vpc_networks": [], "env": {{"preview": {{"vpc_services": [{SERVICE}]}}, "production": {{}}}}}}"#
    );
    let pages = |pointer: &str| ("vpc-in-pages", pointer.to_owned());
    assert_eq!(found(&text), [pages("/vpc_services"), pages("/vpc_networks"), pages("/env/preview/vpc_services")]);
}

#[test]
fn lists_are_known_by_near_names() {
    for name in
        ["vpcServices", "vpc-services", "vpc_service", "VPC_SERVICES", "vpcservices", "vpc_servces", "vpc.networks"]
    {
        assert_eq!(found(&format!("{{\"{name}\": []}}")), [("misspelled-list", format!("/{name}"))]);
    }
    for name in ["services", "vpc", "vpcs", "networks", "service", "vpc_services_old", "vpc_tunnels", ""] {
        assert_eq!(found(&format!("{{\"{name}\": []}}")), [], "{name}");
    }
}

#[test]
fn network_ids_are_known_by_near_texts() {
    for (id, is_near) in [
        ("cf1:network", false),
        ("CF1:NETWORK", true),
        ("cf1:network ", true),
        ("cf1-network", true),
        ("cf1:netwrok", true),
        ("cfl:network", true),
        ("some-network-id", false),
        ("network", false),
        ("0199295b-b3ac-7760-8246-bca40877b3e9", false),
    ] {
        let text = format!(r#"{{"vpc_networks": [{{"binding": "N", "network_id": "{id}"}}]}}"#);
        assert_eq!(found(&text).iter().any(|(rule, _)| *rule == "near-network-id"), is_near, "{id}");
    }
}
