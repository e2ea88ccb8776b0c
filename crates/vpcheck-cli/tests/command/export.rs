//! `vpcheck export`: files, forms, losses and refusals.

use std::collections::BTreeMap;

use crate::directory::Directory;

/// The files of a directory, by their names.
fn files(directory: &Directory, name: &str) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(directory.path(name)).expect("a directory");
    let file = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
        (name, std::fs::read_to_string(path).expect("it is text"))
    };
    entries.map(file).collect()
}

#[test]
fn every_operation_and_form_is_a_file() {
    let directory = Directory::new();
    let ran = directory.run(&["export", "json-schema", "-o", "new/schemas"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
    let written = files(&directory, "new/schemas");
    assert_eq!(written.len(), 18, "{:?}", written.keys());

    let printed = directory.run(&["export", "json-schema"]);
    assert_eq!(printed.code, 0, "{}", printed.stderr);
    assert_eq!(written.get("service-request.2020-12-flat.schema.json"), Some(&printed.stdout));
    let version = format!("Written by vpcheck {} from service.schema.json, SHA-256 ", env!("CARGO_PKG_VERSION"));
    assert!(printed.stdout.contains(&version), "{}", printed.stdout);
    assert!(!printed.stdout.contains("\"x-"), "ajv refuses unknown keywords:\n{}", printed.stdout);

    let again = directory.run(&["export", "json-schema", "-o", "again"]);
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert_eq!(files(&directory, "again"), written);

    let one = ["export", "json-schema", "-o", "one", "--operation", "wrangler", "--form", "draft-07-flat"];
    assert_eq!(directory.run(&one).code, 0);
    let one = files(&directory, "one");
    assert_eq!(one.keys().collect::<Vec<_>>(), ["wrangler.draft-07-flat.schema.json"]);
}

#[test]
fn strict_closes_what_vpcheck_warns_of() {
    let directory = Directory::new();
    let open = directory.run(&["export", "json-schema"]).json();
    let closed = directory.run(&["export", "json-schema", "--strict"]).json();
    assert!(open["$defs"]["Network"]["additionalProperties"].is_null());
    assert_eq!(closed["$defs"]["Network"]["additionalProperties"], false);
    assert_eq!(closed["$defs"]["ServiceRequest"]["additionalProperties"], false);
    let wrangler = directory.run(&["export", "json-schema", "--strict", "--operation", "wrangler"]).json();
    assert!(wrangler["$defs"]["Bindings"]["additionalProperties"].is_null(), "a Worker has other settings");
    assert_eq!(directory.run(&["export", "rust", "--strict"]).code, 2);
}

#[test]
fn losses_are_declared() {
    let directory = Directory::new();
    let ran = directory.run(&["export", "json-schema", "--losses"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let lines: Vec<Vec<&str>> = ran.stdout.lines().map(|line| line.split('\t').take(3).collect()).collect();
    let expected = [["wrangler", "binding-twice", ""], ["wrangler", "vpc-in-pages", ""]];
    assert_eq!(lines, expected, "{}", ran.stdout);
    let request = directory.run(&["export", "json-schema", "--losses", "--operation", "request"]);
    assert_eq!((request.code, request.stdout.as_str()), (0, ""));
}

/// What a type cannot say of the contract, by the keyword.
#[test]
fn typescript_declares_every_bound_as_lost() {
    let directory = Directory::new();
    let ran = directory.run(&["export", "typescript", "--losses", "--operation", "request"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../../../schema/service.schema.json")).expect("JSON");
    let lost = |place: &str| ran.stdout.lines().any(|line| line.split('\t').nth(2) == Some(place));
    for definition in ["ServiceName", "Port", "Ipv4Address", "Ipv6Address", "IpAddress", "Hostname", "TunnelId"] {
        let members = schema["$defs"][definition].as_object().expect("it is defined");
        for keyword in ["minLength", "maxLength", "minimum", "maximum", "pattern", "format", "not", "anyOf"] {
            let place = format!("/$defs/{definition}/{keyword}");
            assert_eq!(lost(&place), members.contains_key(keyword), "{place}");
        }
    }
    assert!(lost("/$defs/Port/type"), "`number` takes fractions");
    assert!(!ran.stdout.contains("Response"), "an answer is no request: {}", ran.stdout);
}

#[test]
fn typescript_tells_request_and_response_apart() {
    let directory = Directory::new();
    assert_eq!(directory.run(&["export", "typescript", "-o", "types"]).code, 0);
    let written = files(&directory, "types");
    assert_eq!(written.keys().collect::<Vec<_>>(), ["service-request.d.ts", "service-response.d.ts", "wrangler.d.ts"]);
    let request = &written["service-request.d.ts"];
    for text in [
        "export type ServiceRequest = HttpServiceRequest | TcpServiceRequest;\n",
        "  type: \"http\";\n",
        "  tcp_port?: null;\n",
        "export type TunnelId = Flavored<\"TunnelId\">;\n",
    ] {
        assert!(request.contains(text), "{text}: {request}");
    }
    assert!(!request.contains("Response") && !written["service-response.d.ts"].contains("Request"));
    assert!(written["wrangler.d.ts"].contains("  network_id?: never;\n"));
}

#[test]
fn models_of_pydantic_are_modules() {
    let directory = Directory::new();
    assert_eq!(directory.run(&["export", "pydantic", "-o", "models"]).code, 0);
    let written = files(&directory, "models");
    assert_eq!(written.keys().collect::<Vec<_>>(), ["service_request.py", "service_response.py", "wrangler.py"]);
    for text in ["class HttpServiceRequest(_Model):\n", "    http_port: Port | None = None\n", "    extra=\"allow\",\n"]
    {
        assert!(written["service_request.py"].contains(text), "{text}");
    }
    let strict = directory.run(&["export", "pydantic", "--strict"]);
    assert!(strict.stdout.contains("class HttpServiceRequest(_ClosedModel):\n"), "{}", strict.stdout);
}

#[test]
fn zod_schemas_are_open_unless_strict() {
    let directory = Directory::new();
    assert_eq!(directory.run(&["export", "zod", "-o", "zod"]).code, 0);
    let written = files(&directory, "zod");
    assert_eq!(written.keys().collect::<Vec<_>>(), ["service-request.ts", "service-response.ts", "wrangler.ts"]);
    let request = &written["service-request.ts"];
    for text in
        ["export const HttpServiceRequest = z\n  .looseObject({\n", "    tls_settings: TlsSettings.nullish(),\n"]
    {
        assert!(request.contains(text), "{text}");
    }
    assert!(!request.contains(".default("), "a default would make a required member optional");
    let strict = directory.run(&["export", "zod", "--operation", "request", "--strict"]);
    assert!(strict.stdout.contains("export const Network = z\n  .strictObject({\n"), "{}", strict.stdout);
    assert!(!strict.stdout.contains("looseObject"), "{}", strict.stdout);
}

#[test]
fn openapi_has_all_operations_in_one_document() {
    let directory = Directory::new();
    assert_eq!(directory.run(&["export", "openapi", "-o", "api"]).code, 0);
    let written = files(&directory, "api");
    let names = [
        "service.3.0.3.openapi.json",
        "service.3.1.openapi.json",
        "wrangler.3.0.3.openapi.json",
        "wrangler.3.1.openapi.json",
    ];
    assert_eq!(written.keys().collect::<Vec<_>>(), names);
    for (name, version) in [("service.3.1.openapi.json", "3.1.0"), ("service.3.0.3.openapi.json", "3.0.3")] {
        let document: serde_json::Value = serde_json::from_str(&written[name]).expect("it is JSON");
        assert_eq!(document["openapi"], version);
        let all = &document["paths"]["/accounts/{account_id}/connectivity/directory/services"];
        let one = &document["paths"]["/accounts/{account_id}/connectivity/directory/services/{service_id}"];
        for operation in [&all["get"], &all["post"], &one["get"], &one["put"], &one["delete"]] {
            assert!(operation["responses"]["200"].is_object(), "{operation}");
        }
        let parameters = |place: &serde_json::Value| {
            let parameters = place["parameters"].as_array().expect("there are parameters").iter();
            parameters.map(|parameter| parameter["name"].as_str().expect("a name").to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(parameters(one), ["account_id", "service_id"]);
        assert_eq!(parameters(&all["get"]), ["type", "page", "per_page"]);
        let schemas = &document["components"]["schemas"];
        let request = &schemas["ServiceRequest"]["discriminator"];
        assert_eq!(request["mapping"]["tcp"], "#/components/schemas/TcpServiceRequest");
        // A service type that is not known yet is read, and a discriminator would find nothing for it.
        assert!(schemas["ServiceResponse"]["discriminator"].is_null());
        assert_eq!(schemas["HttpServiceResponse"]["properties"]["created_at"]["readOnly"], true);
        // It may be sent back, which readers of `readOnly` refuse.
        assert!(schemas["HttpServiceRequest"]["properties"]["created_at"]["readOnly"].is_null());
    }
    let older = &written["service.3.0.3.openapi.json"];
    for text in ["\"nullable\": true", "\"example\": "] {
        assert!(older.contains(text), "{text}");
    }
    for keyword in ["const", "if", "then", "examples", "patternProperties", "exclusiveMinimum"] {
        assert!(!older.contains(&format!("\"{keyword}\":")), "{keyword}");
    }
    assert!(!older.contains("\"type\": \"null\"") && !older.contains("\"type\": ["));

    let request = directory.run(&["export", "openapi", "--operation", "request"]).json();
    assert_eq!(request["paths"], serde_json::json!({}));
    assert!(request["components"]["schemas"]["ServiceResponse"].is_null());
}

#[test]
fn openapi_refuses_what_the_older_version_has_no_word_for() {
    let directory = Directory::new();
    let schema = "{\n  \"type\": \"object\",\n  \"patternProperties\": {\"^x-\": {\"type\": \"string\"}}\n}\n";
    directory.write("labels.json", schema);
    let ran = directory.run(&["export", "openapi", "--schema", "labels.json"]);
    assert_eq!((ran.code, &ran.json()["paths"]), (0, &serde_json::json!({})), "{}{}", ran.stdout, ran.stderr);
    let ran = directory.run(&["export", "openapi", "--schema", "labels.json", "--form", "3.0.3"]);
    assert_eq!(ran.code, 1, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("OpenAPI 3.0 has no `patternProperties`"), "{}", ran.stdout);
    assert!(ran.stdout.contains("= schema: /patternProperties"), "{}", ran.stdout);
}

#[test]
fn other_schemas_are_exported_or_refused() {
    let directory = Directory::new();
    directory.write(
        "point.schema.json",
        r#"{"title": "Point", "type": "object", "properties": {"at": {"format": "ipv4"}}}"#,
    );
    let ran = directory.run(&["export", "json-schema", "--schema", "point.schema.json", "--form", "draft-07-branches"]);
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    let schema = ran.json();
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    let at = &schema["definitions"]["Point"]["properties"]["at"];
    assert!(at["format"] == "ipv4" && at["pattern"].is_string() && at["not"]["type"] == "string", "{at}");

    assert_eq!(directory.run(&["export", "rust", "--schema", "point.schema.json", "-o", "."]).code, 0);
    assert!(directory.path("point.rs").exists());

    directory.write(
        "bad.json",
        "{\n  \"type\": \"string\",\n  \"x-type\": \"Hidden\",\n  \"not\": {\"oneOf\": [{\"minLength\": 3}]}\n}\n",
    );
    let refused = directory.run(&["export", "json-schema", "--schema", "bad.json", "-o", "refused"]);
    assert_eq!(refused.code, 1, "{}{}", refused.stdout, refused.stderr);
    assert!(refused.stdout.contains("= schema: /not"), "{}", refused.stdout);
    assert!(!directory.path("refused").exists());
}

#[test]
fn targets_and_forms_are_listed() {
    let directory = Directory::new();
    let listed = directory.run(&["export", "--list"]);
    assert_eq!(listed.code, 0, "{}", listed.stderr);
    for text in ["json-schema: ", "draft-07-branches  ", "rust: ", "  keeps "] {
        assert!(listed.stdout.contains(text), "{text}: {}", listed.stdout);
    }
    let wrong: [&[&str]; 5] = [
        &["export"],
        &["export", "cobol"],
        &["export", "json-schema", "--form", "draft-3"],
        &["export", "json-schema", "--losses", "-o", "x"],
        &["export", "json-schema", "--schema", "x.json", "--operation", "request"],
    ];
    for arguments in wrong {
        assert_eq!(directory.run(arguments).code, 2, "{arguments:?}");
    }
}
