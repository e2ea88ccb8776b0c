//! Standard input, output and error that are closed, full or without an end.

use std::process::Stdio;

use crate::bounded::{Directory, SERVICE, end, run, start};

/// More output than a pipe holds.
fn many_findings() -> String {
    format!("{SERVICE},{}}}", (0..5_000).map(|index| format!("\"m{index}\":1")).collect::<Vec<_>>().join(","))
}

#[test]
fn a_reader_that_goes_away() {
    let directory = Directory::new();
    directory.write("many.json", many_findings());
    for format in ["full", "concise", "json"] {
        let mut command = directory.vpcheck();
        command.args(["check", "many.json", "--fail-on", "warning", "--output-format", format]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command starts");
        drop(child.stdout.take());
        // Nor is anybody told.
        drop(child.stderr.take());
        assert_eq!(end(child), Some(1), "{format}");
    }
}

#[test]
fn input_that_is_no_service() {
    let directory = Directory::new();
    for (input, code) in [(&b""[..], 1), (b"\0", 1), (b"\xff\xfe", 1), (b"{}", 2), (b"[[[[", 1), (b"null", 2)] {
        let mut command = directory.bounded();
        command.args(["check", "-"]);
        let ran = run(command, input);
        assert_eq!(ran.code, code, "{input:?}: {}{}", ran.stdout, ran.stderr);
    }
}

#[cfg(unix)]
#[test]
fn closed_streams() {
    let directory = Directory::new();
    directory.write("many.json", many_findings());
    for (script, arguments, code) in [
        ("exec \"$@\" <&-", &["check", "-"] as &[&str], 1),
        ("exec \"$@\" <&-", &["codegen", "rust", "-"], 1),
        ("exec \"$@\" >&-", &["check", "many.json"], 0),
        ("exec \"$@\" 2>&-", &["check", "missing.json"], 2),
        ("exec \"$@\" 2>&-", &["check", "--no-such-option"], 2),
        ("exec \"$@\" <&- >&- 2>&-", &["check", "many.json", "--fail-on", "warning"], 1),
    ] {
        let mut command = directory.shell(script);
        command.args(arguments);
        let ran = run(command, b"");
        assert_eq!(ran.code, code, "{script} {arguments:?}: {}{}", start(&ran.stdout), start(&ran.stderr));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full() {
    let directory = Directory::new();
    directory.write("many.json", many_findings());
    directory.write("schema.json", r#"{"type": "string"}"#);
    for arguments in [
        &["check", "many.json"] as &[&str],
        &["check", "many.json", "--output-format", "json"],
        &["explain", "port-range"],
        &["explain", "--all"],
        &["codegen", "rust", "schema.json"],
        &["codegen", "rust", "many.json"],
        &["--help"],
        &["check", "--help"],
        &["--version"],
    ] {
        let mut command = directory.shell("exec \"$@\" >/dev/full");
        command.args(arguments);
        let ran = run(command, b"");
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.starts_with("error: cannot write to standard output: "), "{arguments:?}: {}", ran.stderr);
    }
    for (arguments, code) in [
        (&["check", "missing.json"] as &[&str], 2),
        (&["check", "--no-such-option"], 2),
        (&["explain", "no-such-rule"], 2),
        (&["check", ".", "--verbose"], 0),
    ] {
        let mut command = directory.shell("exec \"$@\" 2>/dev/full");
        command.args(arguments);
        assert_eq!(run(command, b"").code, code, "{arguments:?}");
    }
    for output in ["json=/dev/full", "json=/nonexistent/x"] {
        let ran = directory.check(&["many.json", "--output-format", output]);
        assert_eq!(ran.code, 2, "{output}");
        assert!(ran.stderr.starts_with("error: cannot write /"), "{output}: {}", ran.stderr);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn input_without_an_end() {
    let directory = Directory::new();
    // The limit of the command is larger than the bound on memory that others run under.
    let mut command = directory.shell("ulimit -v 800000 && exec \"$@\" </dev/zero");
    command.args(["check", "-", "--threads", "1", "--output-format", "concise"]);
    let ran = run(command, b"");
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stdout.contains("error[size-limit]"), "{}", ran.stdout);
}
