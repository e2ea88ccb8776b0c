//! `--fix`, `--unsafe-fixes` and `--diff` change files, or say what they would change.

use std::fs;

use crate::directory::{Directory, GOOD};

const BROKEN: &str = "# kept\nname: web\ntype: HTTP\nhttp_port: \"8080\" # why\nhost:\n  ipv4: 10.0.0.1/32\n  network:\n    tunnel_id: 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\n";
const MENDED: &str = "# kept\nname: web\ntype: http\nhttp_port: 8080 # why\nhost:\n  ipv4: 10.0.0.1\n  network:\n    tunnel_id: 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\n";

fn read(directory: &Directory, name: &str) -> String {
    fs::read_to_string(directory.path(name)).expect("the file is there")
}

#[test]
fn a_diff_changes_nothing() {
    let directory = Directory::new();
    directory.write("web.yaml", BROKEN);
    let ran = directory.check(&["--diff"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stdout.starts_with("--- web.yaml\n+++ web.yaml\n@@ "), "{}", ran.stdout);
    assert!(ran.stdout.contains("\n+http_port: 8080 # why\n"), "{}", ran.stdout);
    assert_eq!(ran.stderr, "would apply 3 fixes\n");
    assert_eq!(read(&directory, "web.yaml"), BROKEN);
    directory.write("web.yaml", MENDED);
    let ran = directory.check(&["--diff"]);
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""));
}

#[test]
fn fixes_are_applied_once_and_the_rest_is_reported() {
    let directory = Directory::new();
    directory.write("web.yaml", BROKEN);
    directory.write("db.json", &GOOD.replace("8080", "70000").replace("web-app", "db"));
    directory.write("other.txt", "untouched");
    let ran = directory.check(&["--fix", "--output-format", "concise"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stdout.starts_with("db.json:1:45: error[port-range] "), "{}", ran.stdout);
    assert!(ran.stdout.ends_with("checked 2 files with 2 services: 1 error, 0 warnings\n"), "{}", ran.stdout);
    assert_eq!(ran.stderr, "applied 3 fixes\n");
    assert_eq!(read(&directory, "web.yaml"), MENDED);
    let again = directory.check(&["--fix", "--output-format", "concise", "web.yaml"]);
    assert_eq!((again.code, again.stderr.as_str()), (0, ""));
    assert_eq!(read(&directory, "web.yaml"), MENDED);
}

#[test]
fn fixes_count_in_files_that_contradict_each_other() {
    let directory = Directory::new();
    directory.write("one.yaml", BROKEN);
    directory.write("other.yaml", BROKEN);
    let ran = directory.check(&["--diff"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (1, "would apply 6 fixes\n"));
    let ran = directory.check(&["--fix", "--output-format", "concise"]);
    assert!(ran.stdout.contains("warning[name-twice]"), "{}", ran.stdout);
    assert_eq!(ran.stderr, "applied 6 fixes\n");
    assert_eq!([read(&directory, "one.yaml"), read(&directory, "other.yaml")], [MENDED, MENDED]);

    // Also where nothing is said of what they contradict each other in.
    directory.write("vpcheck.toml", "[rules]\nname-twice = \"off\"\nsame-origin-twice = \"off\"\n");
    directory.write("one.yaml", BROKEN);
    directory.write("other.yaml", BROKEN);
    let ran = directory.check(&["--fix"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, "applied 6 fixes\n"), "{}", ran.stdout);
}

#[test]
fn guesses_are_applied_when_asked_for() {
    let directory = Directory::new();
    let guess = GOOD.replace("http_port", "htp_port");
    directory.write("web.json", &guess);
    assert_eq!(directory.check(&["--fix"]).code, 0);
    assert_eq!(read(&directory, "web.json"), guess);
    assert_eq!(directory.check(&["--unsafe-fixes"]).code, 0);
    assert_eq!(read(&directory, "web.json"), GOOD);
}

#[test]
fn standard_input_is_compared_and_not_changed() {
    let directory = Directory::new();
    let ran = directory.run_with(&["check", "-", "--stdin-filename", "web.yaml", "--diff"], BROKEN);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stdout.contains("+type: http\n"), "{}", ran.stdout);
    assert_eq!(directory.run_with(&["check", "-", "--fix"], GOOD).code, 2);
}

#[test]
fn what_is_suppressed_is_not_mended() {
    let directory = Directory::new();
    let suppressed = BROKEN.replace("type: HTTP", "type: HTTP # vpcheck: ignore[unknown-service-type] later");
    directory.write("web.yaml", &suppressed);
    directory.check(&["--fix"]);
    let expected = MENDED.replace("type: http", "type: HTTP # vpcheck: ignore[unknown-service-type] later");
    assert_eq!(read(&directory, "web.yaml"), expected);
}
