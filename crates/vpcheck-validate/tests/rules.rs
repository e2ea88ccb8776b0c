//! Every rule has a page, finds what its bad examples show, and nothing in its good ones.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use vpcheck_syntax::Syntax;
use vpcheck_validate::{Applied, Checker, Diagnostic, Fix, Rule, Source, rule, rules};

/// Rules without a bad example: their documents are made by `made_up`, or their keyword is not in our schemas without a
/// rule of its own.
const WITHOUT_BAD_EXAMPLE: [&str; 16] = [
    "above-maximum",
    "below-minimum",
    "depth-limit",
    "invalid-utf8",
    "no-arm",
    "node-limit",
    "pattern-mismatch",
    "size-limit",
    "too-few-items",
    "too-long",
    "too-many-findings",
    "too-many-items",
    "too-many-services",
    "too-short",
    "unknown-service-id",
    "unknown-value",
];

/// An example in the syntax that the rule is about.
fn source<'t>(rule: &Rule, text: &'t [u8]) -> Source<'t> {
    let name = rule.example_name();
    Source::new(name, text, Syntax::of_name(name).expect("the syntax is read"))
}

/// What a rule finds in an example.
fn findings(rule: &'static Rule, text: &[u8]) -> Vec<Diagnostic> {
    let source = source(rule, text);
    let lint = Checker::new().also(rule).lint(&source, rule.operation());
    let report = lint.into_report(&source);
    let findings = report.findings().iter().map(|finding| finding.diagnostic.clone());
    findings.filter(|diagnostic| diagnostic.rule == rule.id).collect()
}

/// The rules whose findings come from this crate.
fn rules_of_this_crate() -> impl Iterator<Item = &'static Rule> {
    rules().iter().copied().filter(|rule| !rule.is_from_configuration())
}

#[test]
fn good_examples_are_fine() {
    for rule in rules_of_this_crate() {
        assert!(!rule.good.is_empty(), "{}", rule.id);
        for good in rule.good {
            let found = findings(rule, rule.completed(good).as_bytes());
            assert!(found.is_empty(), "{}: {good}\n{found:#?}", rule.id);
        }
    }
}

#[test]
fn bad_examples_are_found_once() {
    for rule in rules_of_this_crate() {
        assert_eq!(rule.bad.is_empty(), WITHOUT_BAD_EXAMPLE.contains(&rule.id), "{}", rule.id);
        for bad in rule.bad {
            let found = findings(rule, rule.completed(bad.text).as_bytes());
            let [diagnostic] = found.as_slice() else { panic!("{}: {}\n{found:#?}", rule.id, bad.text) };
            assert_eq!(diagnostic.pointer, bad.pointer, "{}: {}", rule.id, bad.text);
            assert_eq!(diagnostic.severity, rule.severity, "{}: {}", rule.id, bad.text);
        }
    }
}

/// A rule has no opinion on what is wrong with an example of another rule, apart from what that one is about as well.
#[test]
fn checks_skip_what_is_malformed() {
    for malformed in rules_of_this_crate().filter(|rule| !rule.has_check()) {
        for bad in malformed.bad {
            let text = malformed.completed(bad.text);
            let source = source(malformed, text.as_bytes());
            let parsed = vpcheck_syntax::parse(&source);
            let Some(tree) = parsed.tree() else { continue };
            for rule in rules().iter().filter(|rule| rule.applied == Applied::ByDefault) {
                let found = if rule.operation() == malformed.operation() { rule.find(tree.root()) } else { Vec::new() };
                assert!(found.is_empty(), "{} on {}: {text}\n{found:#?}", rule.id, malformed.id);
            }
        }
    }
}

#[test]
fn texts_that_no_example_can_show_are_found() {
    let name = |bytes: &[u8]| [br#"{"name": ""#.as_slice(), bytes, br#"", "type": "http"}"#].concat();
    let members: Vec<String> = (0..20_000).map(|number| format!("\"member {number}\": 1")).collect();
    for (id, text) in [
        ("invalid-utf8", name(b"B\xFCro")),
        ("depth-limit", [[b'['; 128], [b']'; 128]].concat()),
        ("too-many-findings", format!("{{{}}}", members.join(", ")).into_bytes()),
        ("too-many-services", services(1001)),
    ] {
        let rule = rule(id).expect(id);
        let found = findings(rule, &text);
        assert_eq!(found.len(), 1, "{id}: {found:#?}");
        assert_eq!(found[0].severity, rule.severity, "{id}");
    }
}

/// A map of so many services.
fn services(count: usize) -> Vec<u8> {
    let host = |number: usize| {
        format!(
            r#"{{"ipv4": "10.0.{}.{}", "network": {{"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}}"#,
            number >> 8,
            number & 255
        )
    };
    let service =
        |number: usize| format!(r#""{number}": {{"name": "{number}", "type": "http", "host": {}}}"#, host(number));
    format!("{{{}}}", (0..count).map(service).collect::<Vec<_>>().join(", ")).into_bytes()
}

#[test]
fn an_account_may_have_a_thousand_services() {
    let rule = rule("too-many-services").expect("the rule is there");
    assert_eq!(findings(rule, &services(1000)), []);
    assert_eq!(findings(rule, &services(1001))[0].pointer, "/1000");
    assert_eq!(findings(rule, &services(1500)).len(), 1);
}

#[test]
fn fixes_mend() {
    for rule in rules_of_this_crate() {
        for bad in rule.bad {
            let text = rule.completed(bad.text);
            let Some(fix) = findings(rule, text.as_bytes()).pop().and_then(|diagnostic| diagnostic.fix) else {
                continue;
            };
            let mended = apply(&text, &fix);
            let found = findings(rule, mended.as_bytes());
            assert!(found.is_empty(), "{}: {} became {mended}\n{found:#?}", rule.id, bad.text);
        }
    }
}

fn apply(text: &str, fix: &Fix) -> String {
    let mut mended = text.to_owned();
    for edit in fix.edits.iter().rev() {
        mended.replace_range(edit.span.range(), &edit.text);
    }
    mended
}

#[test]
fn every_file_is_a_rule_under_its_name() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let files = fs::read_dir(directory).expect("the directory is there").map(|entry| {
        let name = entry.expect("the entry can be read").file_name();
        name.to_str().expect("the name is text").trim_end_matches(".rs").replace('_', "-")
    });
    let files: BTreeSet<String> = files.collect();
    let ids: Vec<&str> = rules().iter().map(|rule| rule.id).collect();
    assert!(ids.is_sorted(), "{ids:?}");
    assert_eq!(ids, files.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn every_page_says_what_why_and_how_to_mend_it() {
    for rule in rules() {
        let page = rule.page();
        let (title, rest) = page.split_once("\n\n# Why\n\n").unwrap_or_else(|| panic!("{} has no `# Why`", rule.id));
        let (why, fix) = rest.split_once("\n\n# Fix\n\n").unwrap_or_else(|| panic!("{} has no `# Fix`", rule.id));
        assert_eq!(title, rule.title(), "{}: the first line is one sentence", rule.id);
        assert!(title.ends_with('.') && title.starts_with(char::is_uppercase), "{}: {title}", rule.id);
        assert!(!why.trim().is_empty() && !fix.trim().is_empty(), "{}", rule.id);
        assert!(!why.contains("\n#") && !fix.contains("\n#"), "{}: there are no other headings", rule.id);
    }
}

#[test]
fn every_id_has_a_page_and_every_page_an_id() {
    let mut used = BTreeSet::new();
    for schema in
        [include_str!("../../../schema/service.schema.json"), include_str!("../../../schema/wrangler.schema.json")]
    {
        used.extend(ids_in_schema(&serde_json::from_str(schema).expect("the schema is JSON")));
    }
    used.extend(rules().iter().filter(|rule| rule.has_check()).map(|rule| rule.id.to_owned()));
    for sources in [
        "src/schema",
        "src/check.rs",
        "src/command",
        "src/facts",
        "src/judgement.rs",
        "../vpcheck-syntax/src",
        "../vpcheck-config/src/rule_ids.rs",
    ] {
        used.extend(ids_in_sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(sources)));
    }
    // An id of one word cannot be told from other strings.
    used.insert("configuration".to_owned());
    let pages: BTreeSet<String> = rules().iter().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(used, pages);
}

/// The ids in `x-rule`: one for the subschema, or an object with one by keyword.
fn ids_in_schema(schema: &serde_json::Value) -> Vec<String> {
    let mut ids = Vec::new();
    let mut left = vec![schema];
    while let Some(value) = left.pop() {
        if let Some(rule) = value.get("x-rule") {
            ids.extend(rule.as_str().map(str::to_owned));
            ids.extend(
                rule.as_object()
                    .into_iter()
                    .flat_map(|rules| rules.values())
                    .filter_map(|id| Some(id.as_str()?.to_owned())),
            );
        }
        left.extend(value.as_object().into_iter().flat_map(|members| members.values()));
        left.extend(value.as_array().into_iter().flatten());
    }
    ids
}

/// What is written like a rule id in code that reports, apart from its tests and comments.
fn ids_in_sources(path: &Path) -> Vec<String> {
    if path.is_dir() {
        let entries = fs::read_dir(path).expect("the directory can be read");
        return entries.flat_map(|entry| ids_in_sources(&entry.expect("the entry can be read").path())).collect();
    }
    let text = fs::read_to_string(path).expect("the source can be read");
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let is_id = |text: &&str| {
        text.starts_with(|first: char| first.is_ascii_lowercase()) && text.contains('-') && text.split('-').all(is_word)
    };
    lines
        .flat_map(|line| line.split('"').skip(1).step_by(2).filter(is_id).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}
