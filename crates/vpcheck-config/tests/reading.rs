//! What a configuration may say, and what is said about one that is wrong.

use serde_json::Value;
use vpcheck_config::{Configuration, json_schema, template};
use vpcheck_syntax::{Kind, Node, Source, Syntax, limits, parse};

fn toml(text: &str) -> Source<'_> {
    Source::new("vpcheck.toml", text.as_bytes(), Syntax::Toml)
}

/// Each thing that is wrong, as `line:column pointer: message (help)`.
fn refused(text: &str) -> Vec<String> {
    let report = Configuration::read(&toml(text)).expect_err(text);
    let line = |finding: &vpcheck_validate::Finding| {
        let (start, diagnostic) = (finding.start, &finding.diagnostic);
        let help = diagnostic.help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default();
        format!("{}:{} {}: {}{help}", start.line, start.column, diagnostic.pointer, diagnostic.message)
    };
    report.findings().iter().map(line).collect()
}

/// The template with its examples taken out of their comments.
fn examples() -> String {
    let lines = template().lines().map(|line| match line.strip_prefix('#') {
        Some(example) if !example.is_empty() && !example.starts_with(' ') => example,
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A document as JSON has it, with dates as strings.
fn json(node: Node<'_>) -> Value {
    match node.kind() {
        Kind::Object => node.members().map(|member| (member.name.to_owned(), json(member.value))).collect(),
        Kind::Array => node.elements().map(json).collect(),
        Kind::DateTime => node.text().into(),
        _ => serde_json::from_str(node.text()).unwrap_or_else(|_| node.as_str().expect("it is a string").into()),
    }
}

fn follows_the_schema(text: &str) -> bool {
    let schema = serde_json::from_str(&json_schema()).expect("the schema is JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("the schema is a schema");
    let source = toml(text);
    let parsed = parse(&source);
    let value = json(parsed.tree().expect("it is TOML").root());
    validator.is_valid(&value)
}

#[test]
fn the_template_changes_nothing() {
    assert!(Configuration::read(&toml(template())).is_ok());
    assert!(follows_the_schema(template()));
    let source = toml(template());
    let parsed = parse(&source);
    assert_eq!(parsed.tree().map_or(0, |tree| tree.root().members().len()), 0);
}

#[test]
fn the_examples_of_the_template_are_right_and_show_every_key() {
    let text = examples();
    let configuration = Configuration::read(&toml(&text)).unwrap_or_else(|report| panic!("{report}\n{text}"));
    assert!(follows_the_schema(&text), "{text}");
    assert_eq!(configuration.schema_path(), Some("schemas/our-service.schema.json"));
    let schema: Value = serde_json::from_str(&json_schema()).expect("the schema is JSON");
    let tables = schema["$defs"].as_object().expect("there are definitions").values().chain([&schema]);
    for keys in tables.filter_map(|table| table["properties"].as_object()).filter(|keys| keys.len() < 20) {
        for key in keys.keys() {
            assert!(template().contains(key), "{key}");
        }
    }
}

#[test]
fn the_schema_knows_every_rule() {
    let schema: Value = serde_json::from_str(&json_schema()).expect("the schema is JSON");
    assert!(jsonschema::meta::is_valid(&schema));
    let weighed = schema["$defs"]["Severities"]["properties"].as_object().expect("it has properties");
    let named: Vec<&str> =
        schema["$defs"]["RuleId"]["enum"].as_array().expect("it is a list").iter().filter_map(Value::as_str).collect();
    let rules: Vec<&str> =
        vpcheck_validate::rules().iter().map(|rule| rule.id).filter(|id| *id != "configuration").collect();
    assert_eq!(named, rules);
    assert_eq!(weighed.len(), rules.len());
}

#[test]
fn everything_that_is_wrong_is_said_with_its_place() {
    let text = "\
exlude = ['a']
include = 'a'
exclude = ['a', '[', '!b', 7]

[rules]
port-rang = 'off'
blank-name = 'warn'
dual-stack = 3

[[overrides]]
rules = { one-port = 'of' }

[policy]
names = '('
tls_modes = []
tls-modes = ['verify-full']
schema = '../x.json'
addresses = { allow = ['10.0.0.1', '10.0.0.1/8', '10.0.0.0/33'] }
ports = { http = [0, '90-80', true] }
tunnels = { production = '{0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b}' }

[[ignore]]
path = 'a.json'
pointer = 'http_port'
rules = ['same-port', 'json-syntax']
until = 12:30:00
";
    let expected = "\
1:1 /exlude: there is no key `exlude` here (did you mean `exclude`?)
2:11 /include: `include` is a string, and should be an array
3:17 /exclude/1: an element of `exclude` is \"[\", and that is no glob: unclosed character class; missing ']'
3:22 /exclude/2: an element of `exclude` is \"!b\", and a glob does not start with `!`: `exclude` leaves paths out
3:28 /exclude/3: an element of `exclude` is a number, and should be a string
6:1 /rules/port-rang: there is no rule `port-rang` (did you mean `port-range`?)
7:14 /rules/blank-name: `blank-name` is \"warn\", and should be one of `off`, `info`, `warning` and `error` (did you mean `warning`?)
8:14 /rules/dual-stack: `dual-stack` is a number, and should be a string
10:1 /overrides/0: the key `paths` is missing here
11:22 /overrides/0/rules/one-port: `one-port` is \"of\", and should be one of `off`, `info`, `warning` and `error` (did you mean `off`?)
14:9 /policy/names: `names` is no regular expression: unclosed group
15:1 /policy/tls_modes: there is no key `tls_modes` here (did you mean `tls-modes`?)
16:14 /policy/tls-modes/0: an element of `tls-modes` is \"verify-full\", and the modes are `verify_full`, `verify_ca` and `disabled` (did you mean `verify_full`?)
17:10 /policy/schema: `schema` is \"../x.json\", and should be the path of a file below the directory of the configuration, with `/` between directories
18:24 /policy/addresses/allow/0: an element of `allow` is \"10.0.0.1\", and a range is written as 10.0.0.0/8 (did you mean `10.0.0.1/32`?)
18:36 /policy/addresses/allow/1: an element of `allow` is 10.0.0.1/8, and bits of the address are set behind the prefix (did you mean `10.0.0.0/8`?)
18:50 /policy/addresses/allow/2: an element of `allow` is \"10.0.0.0/33\", and a range is written as 10.0.0.0/8
19:19 /policy/ports/http/0: an element of `http` is 0, and a port is between 1 and 65535, or a range such as \"8000-8999\"
19:22 /policy/ports/http/1: an element of `http` is \"90-80\", and a port is between 1 and 65535, or a range such as \"8000-8999\"
19:31 /policy/ports/http/2: an element of `http` is a boolean, and should be a port, or a range such as \"8000-8999\"
20:26 /policy/tunnels/production: `production` is \"{0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b}\", and a tunnel id has no braces around it
24:11 /ignore/0/pointer: `pointer` is \"http_port\", and a JSON Pointer is empty or starts with `/`, with `~0` for `~` and `~1` for `/` in a name
25:10 /ignore/0/rules/0: there is no rule `same-port` (did you mean `same-port-twice`?)
25:23 /ignore/0/rules/1: `json-syntax` cannot be ignored: what was not read is not checked
26:9 /ignore/0/until: `until` is 12:30:00, and a date is a day such as 2027-01-31
";
    let found = refused(text).join("\n") + "\n";
    assert_eq!(found, expected);
}

#[test]
fn what_is_no_toml_is_said_as_such() {
    let report = Configuration::read(&toml("[rules\nblank-name = 'of'\n")).expect_err("a bracket is missing");
    assert!(report.findings().iter().any(|finding| finding.diagnostic.rule == "toml-syntax"), "{report}");
    let report = Configuration::read(&toml("include = ['a']\ninclude = ['b']\n")).expect_err("a key is there twice");
    assert!(report.findings().iter().any(|finding| finding.diagnostic.rule == "duplicate-member"), "{report}");
}

#[test]
fn paths_are_left_out_weighed_and_grouped() {
    let text = "\
include = ['services', 'workers/**/wrangler.jsonc']
exclude = ['fixtures']
[accounts]
production = ['services/production']
rest = ['services']
";
    let configuration = Configuration::read(&toml(text)).expect("it is right");
    for (path, is_included, account) in [
        ("services/a.json", true, Some("rest")),
        ("services/production/a.json", true, Some("production")),
        ("services/fixtures/a.json", false, Some("rest")),
        ("workers/a/wrangler.jsonc", true, None),
        ("workers/a/package.json", false, None),
    ] {
        assert_eq!(configuration.includes(path), is_included, "{path}");
        assert_eq!(configuration.account(path), account, "{path}");
    }
    assert!(configuration.excludes("services/fixtures") && !configuration.excludes("workers"));
    assert!(Configuration::default().includes("a.json"));
}

#[test]
fn limits_have_two_sides() {
    let with = |text: String| Configuration::read(&toml(&text));
    let globs = |count: usize| with(format!("exclude = [{}]\n", "'a.json',".repeat(count)));
    assert!(globs(limits::GLOBS).is_ok());
    assert!(globs(limits::GLOBS + 1).is_err());
    let glob = |length: usize| with(format!("exclude = ['{}']\n", "a".repeat(length)));
    assert!(glob(limits::GLOB_BYTES).is_ok() && glob(limits::GLOB_BYTES + 1).is_err());
    let pattern = |length: usize| with(format!("[policy]\nnames = '{}'\n", "a".repeat(length)));
    assert!(pattern(limits::PATTERN_BYTES).is_ok() && pattern(limits::PATTERN_BYTES + 1).is_err());
    let size = |length: usize| with(format!("#{}\n", "a".repeat(length - 2)));
    assert!(size(limits::CONFIGURATION_BYTES).is_ok() && size(limits::CONFIGURATION_BYTES + 1).is_err());
}

#[test]
fn what_would_take_much_memory_is_refused() {
    for text in [
        "[policy]\nnames = '(x{1000}){1000}'\n".to_owned(),
        format!("[policy]\nnames = '{}'\n", "(".repeat(4000)),
        format!("[policy]\nnames = '{}a{}'\n", "(".repeat(1000), ")".repeat(1000)),
        format!("exclude = ['{}{}']\n", "{a,".repeat(300), "}".repeat(300)),
        format!("exclude = ['{}']\n", "{a".repeat(500)),
    ] {
        assert!(Configuration::read(&toml(&text)).is_err(), "{text}");
    }
    // Many different globs that are no plain names.
    let globs: Vec<String> = (0..1000).map(|number| format!("'dir{number}/**/x?[ab]{number}.json'")).collect();
    let text = format!("exclude = [{}]\n", globs.join(", "));
    if let Ok(configuration) = Configuration::read(&toml(&text)) {
        assert!(configuration.excludes("dir7/deep/xyb7.json") && !configuration.excludes("dir7/deep/xyb8.json"));
    }
    // Slips without end.
    let slips: Vec<String> = (0..50_000).map(|number| format!("k{number}=1")).collect();
    let report = Configuration::read(&toml(&slips.join("\n"))).expect_err("there are no such keys");
    assert_eq!(report.findings().len(), limits::DIAGNOSTICS);
}
