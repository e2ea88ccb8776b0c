//! Many files, files that are named more than once, and files that must not be written over.

use crate::bounded::{Directory, SERVICE, findings, run, start};

fn bad_port() -> String {
    format!("{SERVICE},\"http_port\":0}}")
}

#[test]
fn thousands_of_files() {
    let directory = Directory::new();
    for index in 0..5_000 {
        // Services of one directory have names of their own.
        let service = bad_port().replace("\"name\":\"a\"", &format!("\"name\":\"a{index}\""));
        directory.write(format!("{}/{index}.json", index % 50), service);
    }
    let mut command = directory.vpcheck();
    command.args(["check", "--output-format", "json"]);
    let ran = run(command, b"");
    assert_eq!(ran.code, 1, "{}", start(&ran.stderr));
    assert_eq!(findings(&ran.stdout).len(), 5_000);
    let one_thread = directory.check(&["--output-format", "json"]);
    assert!(one_thread.stdout == ran.stdout, "the output depends on the number of threads");
}

#[test]
fn a_file_is_judged_once_however_it_is_named() {
    let directory = Directory::new();
    directory.write("services/web.json", bad_port());
    let absolute = directory.path("services/web.json");
    let absolute = absolute.to_str().expect("the name is UTF-8");
    for (paths, name) in [
        (&["services/web.json", "services/web.json"] as &[&str], "services/web.json"),
        (&["services/web.json", "./services/web.json"], "services/web.json"),
        (&["services/web.json", "services"], "services/web.json"),
        (&["services", "services/"], "services/web.json"),
        (&["services", "."], "services/web.json"),
        (&[".", "services/../services/web.json"], "services/../services/web.json"),
        (&["services/../services", "services"], "services/../services/web.json"),
        (&["services/web.json", "services/../services/web.json"], "services/../services/web.json"),
        (&[absolute, "services"], absolute),
    ] {
        let ran = directory.check(&[paths, &["--output-format", "concise"]].concat());
        assert_eq!(ran.code, 1, "{paths:?}: {}", ran.stderr);
        let found: Vec<_> = ran.stdout.lines().filter_map(|line| line.split_once(": error[")).collect();
        let [(place, _)] = found[..] else { panic!("{paths:?}: {}", ran.stdout) };
        assert!(place.starts_with(&format!("{name}:")), "{paths:?}: {place}");
        assert!(
            ran.stdout.ends_with("checked 1 file with 1 service: 1 error, 0 warnings\n"),
            "{paths:?}: {}",
            ran.stdout
        );
    }
}

#[test]
fn what_was_read_is_not_written_over() {
    let directory = Directory::new();
    directory.write("web.json", bad_port());
    directory.write("package.json", "{}");
    directory.write("schema.json", r#"{"type": "string"}"#);
    for arguments in [
        &["check", "web.json", "--output-format", "json=web.json"] as &[&str],
        &["check", ".", "--output-format", "json=./web.json"],
        &["check", "package.json", "--output-format", "json=package.json"],
        &["codegen", "rust", "schema.json", "-o", "./schema.json"],
    ] {
        let before = ["web.json", "package.json", "schema.json"].map(|name| directory.read(name));
        let mut command = directory.bounded();
        command.args(arguments);
        let ran = run(command, b"");
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.stdout);
        assert!(ran.stderr.contains(" was read, and is not written over\n"), "{arguments:?}: {}", ran.stderr);
        let after = ["web.json", "package.json", "schema.json"].map(|name| directory.read(name));
        assert_eq!(before, after, "{arguments:?}");
    }
    // A report of another time lies where files are searched for.
    for _ in 0..2 {
        let ran = directory.check(&[".", "--output-format", "json=findings.json"]);
        assert_eq!(ran.code, 1, "{}", ran.stderr);
        assert_eq!(findings(&directory.read("findings.json")).len(), 1);
    }
    let twice = directory.check(&["web.json", "--output-format", "json=a.json", "--output-format", "full=a.json"]);
    assert_eq!(
        (twice.code, twice.stderr.lines().next()),
        (2, Some("error: `--output-format` is given twice for a.json"))
    );
}

#[test]
fn a_hostile_gitignore() {
    let directory = Directory::new();
    directory.write("web.json", bad_port());
    let globs =
        (0..2_000).map(|index| format!("*a*b*c*d*e*{index}*[!x]{{1,2}}**/y\n[\n\\\n!\n")).collect::<Vec<_>>().concat();
    directory.write(".gitignore", globs + &"*".repeat(1 << 16) + "x\n\0\u{1b}[2J\n");
    directory.write("below/.gitignore", b"\xff\xfe\n*.txt\n");
    directory.write("below/db.json", bad_port());
    let mut command = directory.vpcheck();
    command.args(["check", "--threads", "1", "--output-format", "json"]);
    let ran = run(command, b"");
    assert_eq!((ran.code, findings(&ran.stdout).len()), (1, 2), "{}{}", start(&ran.stdout), start(&ran.stderr));
}
