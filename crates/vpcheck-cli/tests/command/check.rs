//! `vpcheck check`, `explain` and `codegen`: exit codes, formats, and what is read.

use crate::directory::{Directory, GOOD, NO_PORT, SAME_PORT, WRANGLER};
use serde_json::{Value, json};

#[test]
fn exit_codes_are_a_contract() {
    let directory = Directory::new();
    directory.write("good.json", GOOD);
    directory.write("warning.json", SAME_PORT);
    directory.write("error.json", NO_PORT);
    directory.write("broken.json", "{\"http_port\": }");
    directory.write("package.json", r#"{"name": "app", "version": "1.0.0"}"#);
    directory.write("notes.txt", "not ours");
    let table: &[(&[&str], i32)] = &[
        (&["good.json"], 0),
        (&["warning.json"], 0),
        (&["warning.json", "--fail-on", "warning"], 1),
        (&["good.json", "--fail-on", "warning"], 0),
        (&["error.json"], 1),
        (&["error.json", "--fail-on", "warning"], 1),
        (&["error.json", "--fail-on", "never"], 0),
        (&["broken.json"], 1),
        (&["."], 1),
        (&[], 1),
        (&["package.json"], 2),
        (&["package.json", "--as", "request"], 1),
        (&["notes.txt"], 2),
        (&["missing.json", "good.json"], 2),
        (&["missing.json", "error.json", "--fail-on", "never"], 2),
        (&["good.json", "--no-such-option"], 2),
        (&["good.json", "--output-format", "xml"], 2),
        (&["good.json", "--output-format", "full", "--output-format", "json"], 2),
        (&["good.json", "--as", "request", "--response-of", "get"], 2),
        (&["good.json", "--stdin-filename", "web.json"], 2),
        (&["good.json", "--threads", "0"], 2),
        (&["good.json", "--output-format", "json=no/such/directory.json"], 2),
    ];
    for (arguments, expected) in table {
        let ran = directory.check(arguments);
        assert_eq!(ran.code, *expected, "{arguments:?}\n{}{}", ran.stdout, ran.stderr);
        assert_eq!(ran.stderr.is_empty(), *expected != 2, "{arguments:?}\n{}", ran.stderr);
    }
}

#[test]
fn what_can_be_read_is_checked_beside_what_cannot() {
    let directory = Directory::new();
    directory.write("error.json", NO_PORT);
    let ran = directory.check(&["missing.json", "error.json", "--output-format", "concise"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.starts_with("error: cannot read missing.json: "), "{}", ran.stderr);
    assert!(ran.stdout.starts_with("error.json:1:1: error[missing-member] "), "{}", ran.stdout);
}

#[test]
fn the_json_form_is_a_contract() {
    let directory = Directory::new();
    directory.write("services/web.json", "{\n  \"name\": \"web\", \"type\": \"http\",\n  \"http_port\": 70000,\n  \"host\": {\"ipv4\": \"10.0.0.1\", \"network\": {\"tunnel_id\": \"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\"}}\n}\n");
    let ran = directory.check(&["services", "--output-format", "json"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    let report = ran.json();
    assert_eq!(keys(&report), ["findings", "summary", "version"]);
    assert_eq!(report["version"], 1);
    assert_eq!(report["summary"], json!({"files": 1, "services": 1, "errors": 1, "warnings": 0}));
    let finding = &report["findings"][0];
    let expected =
        ["end", "file", "fix", "help", "labels", "message", "pointer", "rule", "schema", "severity", "span", "start"];
    assert_eq!(keys(finding), expected);
    assert_eq!(finding["file"], "services/web.json");
    assert_eq!(finding["rule"], "port-range");
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["message"], "`http_port` is 70000, and a port is between 1 and 65535");
    assert_eq!(finding["pointer"], "/http_port");
    assert_eq!(finding["span"], json!({"start": 50, "end": 55}));
    assert_eq!(finding["start"], json!({"line": 3, "column": 16}));
    assert_eq!(finding["end"], json!({"line": 3, "column": 21}));
    assert_eq!(finding["schema"], "/$defs/Port/maximum");
    assert_eq!(finding["labels"], json!([]));
    assert_eq!(finding["fix"], Value::Null);
}

/// The names of an object's members, sorted.
fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().expect("it is an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn a_directory_gives_what_is_ours() {
    let directory = Directory::new();
    directory.write("b.json", NO_PORT);
    directory.write("a/web.json", GOOD);
    directory.write("a-b.json", GOOD);
    directory.write("wrangler.json", WRANGLER);
    directory.write("package.json", r#"{"name": "app", "type": "module"}"#);
    directory.write("tsconfig.json", "{ // comments are no JSON\n}");
    directory.write("half.json", "{tunnel_id: ");
    directory.write("readme.md", "# ours");
    directory.write(".hidden.json", NO_PORT);
    directory.write("ignored/web.json", NO_PORT);
    directory.write(".gitignore", "ignored/\n");
    let ran = directory.check(&["-v", "--output-format", "json"]);
    assert_eq!(ran.code, 1);
    let report = ran.json();
    assert_eq!(report["summary"]["files"], 5, "{}", ran.stdout);
    assert_eq!(report["summary"]["services"], 3, "{}", ran.stdout);
    let files: Vec<&str> = report["findings"]
        .as_array()
        .expect("an array")
        .iter()
        .filter_map(|finding| finding["file"].as_str())
        .collect();
    assert_eq!(files, ["b.json", "half.json", "half.json"]);
    let passed_over: Vec<&str> = ran.stderr.lines().filter_map(|line| line.split(": ").next()).collect();
    assert_eq!(passed_over, ["passed over package.json", "passed over readme.md", "passed over tsconfig.json"]);
}

#[test]
fn nothing_to_check_is_a_failure_unless_it_is_allowed() {
    let directory = Directory::new();
    let none = directory.check(&[]);
    assert_eq!(
        (none.code, none.stderr.lines().next()),
        (2, Some("error: there is no file below . whose name tells a syntax that is read here"))
    );
    directory.write("package.json", "{}");
    let others = directory.check(&[]);
    assert_eq!(others.code, 2);
    assert!(
        others.stderr.starts_with("error: the one file below . that could be read has no service"),
        "{}",
        others.stderr
    );
    let allowed = directory.check(&["--allow-empty"]);
    assert_eq!((allowed.code, allowed.stderr.as_str()), (0, ""));
    assert_eq!(allowed.stdout, "checked 0 files with 0 services: 0 errors, 0 warnings\n");
}

#[test]
fn standard_input_has_the_name_it_is_given() {
    let directory = Directory::new();
    let ran = directory.run_with(&["check", "-", "--output-format", "concise"], NO_PORT);
    assert!(ran.stdout.starts_with("<stdin>:1:1: error[missing-member]"), "{}{}", ran.stdout, ran.stderr);
    let ran = directory.run_with(&["check", "--stdin-filename", "db.json", "--output-format", "concise"], NO_PORT);
    assert!(ran.stdout.starts_with("db.json:1:1: error[missing-member]"), "{}{}", ran.stdout, ran.stderr);
    let ran = directory.run_with(&["check", "-", "--stdin-filename", "db.txt"], NO_PORT);
    assert_eq!(ran.code, 2, "{}", ran.stdout);
    // No content is what a delete may answer, and nothing else.
    assert_eq!(directory.run_with(&["check", "-", "--response-of", "delete"], "").code, 0);
    assert_eq!(directory.run_with(&["check", "-", "--response-of", "get"], "").code, 1);
}

#[test]
fn the_kind_is_recognised_or_said() {
    let directory = Directory::new();
    directory.write("web.json", GOOD);
    directory.write("list.json", r#"{"success": true, "errors": [], "messages": [], "result": []}"#);
    directory.write("wrangler.json", r#"{"vpc_services": [{"binding": "API"}]}"#);
    let rules = |arguments: &[&str]| -> Vec<String> {
        let report = directory.check(&[arguments, &["--output-format", "json"]].concat()).json();
        let findings = report["findings"].as_array().expect("an array");
        findings
            .iter()
            .map(|finding| format!("{} {}", finding["rule"].as_str().unwrap_or_default(), finding["pointer"]))
            .collect()
    };
    assert_eq!(rules(&["web.json"]), [""; 0]);
    assert_eq!(rules(&["list.json"]), [""; 0]);
    assert_eq!(rules(&["list.json", "--response-of", "list"]), [""; 0]);
    assert_eq!(rules(&["list.json", "--response-of", "get"]).len(), 1);
    assert_eq!(rules(&["list.json", "--as", "response", "--response-of", "get"]).len(), 1);
    assert_eq!(rules(&["wrangler.json"]), ["missing-member \"/vpc_services/0\""]);
    assert!(rules(&["list.json", "--as", "request"]).len() > 1);
    assert_eq!(rules(&["web.json", "--as", "wrangler"]), [""; 0]);
}

#[test]
fn nothing_that_a_terminal_obeys_reaches_it() {
    let directory = Directory::new();
    let name = "a\u{1b}]0;b\u{7}\u{202e}.json";
    directory.write(name, "{\"na\\u001b[2Jme\": \"\\u009b31m\", \"type\": \"\\u202etcp\\u0007\", \"host\": {\"hostname\": \"\u{202e}\u{9b}x\u{200b}\"}}");
    directory.write("b.json", "{\"tunnel_id\": \"\u{1b}[31m\u{202e}\u{85}");
    for format in ["full", "concise", "json"] {
        let ran = directory.check(&["--output-format", format, "-v"]);
        assert_eq!(ran.code, 1, "{}", ran.stderr);
        let named = directory.run(&["check", name, "missing\u{1b}[2J.json", "a\u{9b}.txt", "--output-format", format]);
        assert_eq!(named.code, 2, "{}", named.stderr);
        let explained = directory.run(&["explain", "no\u{1b}[2J"]);
        for text in [ran.stdout, ran.stderr, named.stdout, named.stderr, explained.stderr] {
            let hidden = text.chars().find(|character| {
                (character.is_control() && *character != '\n')
                    || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
            });
            assert_eq!(hidden, None, "{format}: {text:?}");
        }
    }
}

#[test]
fn the_output_does_not_depend_on_the_number_of_threads() {
    let directory = Directory::new();
    for number in 0..60 {
        let text = [GOOD, NO_PORT, SAME_PORT, "{\"http_port\": "][number % 4];
        directory.write(&format!("{}/{number}.json", number % 7), text);
    }
    for format in ["full", "concise", "json"] {
        let one = directory.check(&["--output-format", format, "--threads", "1"]);
        assert!(one.stdout.len() > 1000, "{}", one.stdout);
        for threads in ["2", "4", "16"] {
            let many = directory.check(&["--output-format", format, "--threads", threads]);
            assert!(one.stdout == many.stdout && one.code == many.code, "{format} on {threads} threads");
        }
    }
}

#[test]
fn reports_go_to_files_as_well() {
    let directory = Directory::new();
    directory.write("db.json", NO_PORT);
    let arguments = ["db.json", "--output-format", "concise", "--output-format", "json=out/a=b.json"];
    std::fs::create_dir(directory.path("out")).expect("a directory");
    let ran = directory.check(&arguments);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stdout.ends_with("checked 1 file with 1 service: 1 error, 0 warnings\n"), "{}", ran.stdout);
    let json = std::fs::read_to_string(directory.path("out/a=b.json")).expect("the file was written");
    assert_eq!(json, directory.check(&["db.json", "--output-format", "json"]).stdout);
    let silent = directory.check(&["db.json", "--output-format", "json=out/c.json"]);
    assert_eq!((silent.code, silent.stdout.as_str()), (1, ""));
}

#[test]
fn colours_are_there_when_they_are_wanted() {
    let directory = Directory::new();
    directory.write("db.json", NO_PORT);
    let colored = |arguments: &[&str], variables: &[(&str, &str)]| {
        let ran = directory.run_in(&[&["check", "db.json"], arguments].concat(), "", variables);
        ran.stdout.contains('\u{1b}')
    };
    assert!(!colored(&[], &[]));
    assert!(colored(&["--color", "always"], &[]));
    assert!(colored(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(colored(&[], &[("FORCE_COLOR", "1")]));
    assert!(!colored(&[], &[("FORCE_COLOR", "0")]));
    assert!(!colored(&[], &[("FORCE_COLOR", "1"), ("NO_COLOR", "1")]));
    assert!(!colored(&["--color", "never"], &[("FORCE_COLOR", "1")]));
    assert!(!colored(&["--color", "always", "--output-format", "json"], &[]));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let directory = Directory::new();
    directory.write("db.json", NO_PORT);
    for arguments in [&["check"] as &[&str], &["explain", "--all"]] {
        let ran = directory.run_unread(arguments);
        assert_eq!(ran.stderr, "", "{arguments:?}");
        assert_eq!(ran.code, i32::from(arguments[0] == "check"), "{arguments:?}");
    }
}

#[test]
fn rules_are_explained() {
    let directory = Directory::new();
    let page = directory.run(&["explain", "same-port-twice"]);
    assert_eq!(page.code, 0, "{}", page.stderr);
    assert!(page.stdout.starts_with("# same-port-twice (warning)\n\n"), "{}", page.stdout);
    assert!(page.stdout.contains("## Why\n"), "{}", page.stdout);
    let all = directory.run(&["explain", "--all"]);
    assert_eq!(all.code, 0);
    assert!(all.stdout.contains(&page.stdout));
    let unknown = directory.run(&["explain", "same_port_twic"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (2, ""));
    assert_eq!(unknown.stderr, "error: there is no rule `same_port_twic`\n  help: did you mean `same-port-twice`?\n");
    assert_eq!(directory.run(&["explain"]).code, 2);
}

#[test]
fn pages_fit_into_80_columns() {
    let all = Directory::new().run(&["explain", "--all"]).stdout;
    let mut is_example = false;
    for line in all.lines() {
        is_example ^= line.starts_with("```");
        // A word may be longer, and a text with an error in it stays as it is.
        assert!(is_example || line.chars().count() <= 80 || !line.contains(' '), "{line}");
    }
}

#[test]
fn rules_that_are_off_are_applied_when_asked_for() {
    let directory = Directory::new();
    directory.write("web.json", GOOD);
    let other = GOOD.replace("web", "other").replace("10.0.0.1", "10.0.0.2");
    directory.write("all/all.json", &format!("[{GOOD}, {other}]"));
    directory.write("wrangler.json", WRANGLER);
    let rules = |arguments: &[&str]| -> Vec<String> {
        let ran = directory.check(&[arguments, &["--output-format", "json"]].concat());
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.stderr);
        let report = ran.json();
        let findings = report["findings"].as_array().expect("an array");
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        findings.iter().map(|finding| text(&finding["severity"]) + " " + &text(&finding["pointer"])).collect()
    };
    assert_eq!(rules(&["."]), [""; 0]);
    assert_eq!(rules(&["web.json", "--also", "one-port"]), ["info /http_port"]);
    assert_eq!(rules(&["web.json", "--as", "request", "--also", "one-port"]), ["info /http_port"]);
    // What is on anyway stays on, and nothing is said twice.
    let twice = ["web.json", "--also", "one-port", "--also", "same-port-twice", "--also", "one-port"];
    assert_eq!(rules(&twice), ["info /http_port"]);
    assert_eq!(rules(&["all/all.json", "--also", "one-port"]), ["info /0/http_port", "info /1/http_port"]);
    assert_eq!(rules(&["web.json", "--also", "dual-stack"]), [""; 0]);
    assert_eq!(rules(&["wrangler.json", "--also", "one-port"]), [""; 0]);
    let unknown = directory.check(&["web.json", "--also", "one_prt"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (2, ""));
    assert_eq!(unknown.stderr, "error: there is no rule `one_prt`\n  help: did you mean `one-port`?\n");

    directory.write("many.json", &format!("[{}]", vec![GOOD; 10_001].join(",")));
    let many = directory.check(&["many.json", "--also", "one-port", "--output-format", "json"]).json();
    let findings = many["findings"].as_array().expect("an array");
    assert_eq!((findings.len(), &findings[9_999]["rule"]), (10_000, &json!("too-many-findings")));
}

#[test]
fn every_rule_that_is_found_has_a_page() {
    let directory = Directory::new();
    for (number, text) in
        [NO_PORT, SAME_PORT, "{\"http_port\": }", r#"{"host": 1, "host": 2, "type": "x"}"#].into_iter().enumerate()
    {
        directory.write(&format!("{number}.json"), text);
    }
    let report = directory.check(&["--as", "request", "--output-format", "json"]).json();
    let findings = report["findings"].as_array().expect("an array");
    assert!(findings.len() > 4);
    for finding in findings {
        let rule = finding["rule"].as_str().expect("a rule");
        assert_eq!(directory.run(&["explain", rule]).code, 0, "{rule}");
    }
}

#[test]
fn code_is_generated_or_refused() {
    let directory = Directory::new();
    directory.write(
        "schema.json",
        r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Point", "type": "object",
            "required": ["x"], "properties": {"x": {"type": "integer", "minimum": 0, "maximum": 9}, "label": {"type": "string"}}}"#,
    );
    let printed = directory.run(&["codegen", "rust", "schema.json"]);
    assert_eq!(printed.code, 0, "{}{}", printed.stdout, printed.stderr);
    assert!(printed.stdout.contains("pub struct Point"), "{}", printed.stdout);
    let written = directory.run(&["codegen", "rust", "schema.json", "-o", "point.rs"]);
    assert_eq!((written.code, written.stdout.as_str()), (0, ""));
    assert_eq!(std::fs::read_to_string(directory.path("point.rs")).expect("the file was written"), printed.stdout);

    directory.write("bad.json", "{\n  \"$id\": \"https://example.com/bad\",\n  \"type\": \"objekt\"\n}\n");
    let refused = directory.run(&["codegen", "rust", "bad.json", "-o", "bad.rs"]);
    assert_eq!(refused.code, 1, "{}{}", refused.stdout, refused.stderr);
    assert!(refused.stdout.contains("bad.json:3:"), "{}", refused.stdout);
    assert!(refused.stdout.contains("= schema: /type"), "{}", refused.stdout);
    assert!(refused.stdout.contains("= help: "), "{}", refused.stdout);
    assert!(!directory.path("bad.rs").exists());

    assert_eq!(directory.run(&["codegen", "rust", "missing.json"]).code, 2);
    assert_eq!(directory.run(&["codegen", "rust", "schema.json", "-o", "no/such/directory.rs"]).code, 2);
    assert_eq!(directory.run(&["codegen", "cobol", "schema.json"]).code, 2);
}

#[test]
fn the_help_is_enough() {
    let directory = Directory::new();
    for arguments in [
        &["--help"] as &[&str],
        &["check", "--help"],
        &["explain", "--help"],
        &["codegen", "--help"],
        &["completions", "--help"],
    ] {
        let help = directory.run(arguments);
        assert_eq!(help.code, 0, "{arguments:?}");
        assert!(help.stdout.contains("Examples:\n"), "{arguments:?}\n{}", help.stdout);
        assert!(help.stdout.to_lowercase().contains("exit code"), "{arguments:?}\n{}", help.stdout);
    }
    assert_eq!(directory.run(&["--version"]).stdout, concat!("vpcheck ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn shells_and_the_manual_know_every_option() {
    let directory = Directory::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = directory.run(&["completions", shell]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{shell}");
        assert!(ran.stdout.contains("output-format") && ran.stdout.contains("explain"), "{shell}");
    }
    assert_eq!(directory.run(&["completions", "tcsh"]).code, 2);
    let manual = directory.run(&["man"]);
    assert_eq!((manual.code, manual.stderr.as_str()), (0, ""));
    assert!(manual.stdout.contains(".TH"), "{}", manual.stdout);
    for word in ["output\\-format", "vpcheck\\-check", "vpcheck\\-explain", "Exit codes:"] {
        assert!(manual.stdout.contains(word), "{word}: {}", manual.stdout);
    }
}

#[test]
fn statistics_count_by_rule() {
    let directory = Directory::new();
    directory.write("a.json", NO_PORT);
    directory.write("b.json", &NO_PORT.replace("\"db\"", "\"db2\""));
    let table = "2  error[missing-member]  ";
    let people = directory.check(&["--statistics", "--output-format", "concise"]);
    assert!(people.stdout.lines().any(|line| line.starts_with(table)), "{}", people.stdout);
    let programs = directory.check(&["--statistics", "--output-format", "json"]);
    assert!(programs.stderr.lines().any(|line| line.starts_with(table)), "{}", programs.stderr);
    assert_eq!(programs.json()["summary"]["errors"], 2);
}
