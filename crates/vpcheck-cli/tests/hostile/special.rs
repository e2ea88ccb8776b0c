//! What a path may lead to that is no file, no directory, or cannot be read.

use std::fs::{self, File, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::process::Command;

use crate::bounded::{Directory, SERVICE, run};

fn service() -> String {
    format!("{SERVICE}}}")
}

#[test]
fn links_that_lead_nowhere_or_around() {
    let directory = Directory::new();
    directory.write("a/web.json", service());
    symlink("..", directory.path("a/up")).expect("a link");
    symlink("loop.json", directory.path("loop.json")).expect("a link");
    symlink("missing.json", directory.path("dangling.json")).expect("a link");
    symlink("a", directory.path("b")).expect("a link");
    symlink("a/web.json", directory.path("link.json")).expect("a link");

    // Below a directory, links are not followed.
    let all = directory.check(&["."]);
    assert_eq!((all.code, all.stderr.as_str()), (0, ""), "{}", all.stdout);
    assert!(all.stdout.starts_with("checked 1 file "), "{}", all.stdout);
    // Named ones are, and what they lead to is judged once.
    for paths in [&["b"] as &[&str], &["b", "a"], &["link.json"], &["link.json", "a", "b/web.json"], &["a/up/a"]] {
        let ran = directory.check(paths);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{paths:?}: {}", ran.stdout);
        assert!(ran.stdout.starts_with("checked 1 file "), "{paths:?}: {}", ran.stdout);
    }
    for path in ["loop.json", "dangling.json", "web.json/x.json", &"x".repeat(5_000)] {
        let ran = directory.check(&[path]);
        assert_eq!(ran.code, 2, "{path}");
        assert!(ran.stderr.starts_with(&format!("error: cannot read {path}: ")), "{}", ran.stderr);
    }
}

#[test]
fn pipes_and_devices_are_not_opened() {
    let directory = Directory::new();
    directory.write("web.json", service());
    let made = Command::new("mkfifo").arg(directory.path("pipe.json")).status().expect("mkfifo runs");
    assert!(made.success());
    symlink("/dev/zero", directory.path("zero.json")).expect("a link");
    symlink("/dev/null", directory.path("null.json")).expect("a link");

    // Nobody writes into the pipe: whoever opens it waits.
    let all = directory.check(&["."]);
    assert_eq!((all.code, all.stderr.as_str()), (0, ""), "{}", all.stdout);
    for path in ["pipe.json", "zero.json", "null.json", "/dev/zero"] {
        for arguments in [&["check", path] as &[&str], &["codegen", "rust", path]] {
            let mut command = directory.bounded();
            command.args(arguments);
            let ran = run(command, b"");
            assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.stdout);
            let expected = format!("error: {path} is a pipe or a device, and no file\n  help: ");
            assert!(ran.stderr.starts_with(&expected), "{arguments:?}: {}", ran.stderr);
        }
    }
}

#[test]
fn what_cannot_be_read() {
    let directory = Directory::new();
    directory.write("web.json", service());
    directory.write("closed/db.json", service());
    directory.write("closed.json", service());
    for name in ["closed", "closed.json"] {
        fs::set_permissions(directory.path(name), Permissions::from_mode(0o000)).expect("permissions");
    }
    // They stop everybody but the superuser.
    let expected = if File::open(directory.path("closed.json")).is_ok() { 0 } else { 2 };
    for paths in [&["closed.json", "web.json"] as &[&str], &["closed", "web.json"], &["."]] {
        let ran = directory.check(paths);
        assert_eq!(ran.code, expected, "{paths:?}: {}", ran.stderr);
        assert_eq!(ran.stderr.is_empty(), expected == 0, "{paths:?}: {}", ran.stderr);
    }
    fs::set_permissions(directory.path("closed"), Permissions::from_mode(0o700)).expect("permissions");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_opens_and_cannot_be_read() {
    let directory = Directory::new();
    // No process has a page at address 0.
    symlink("/proc/self/mem", directory.path("memory.json")).expect("a link");
    let ran = directory.check(&["memory.json"]);
    assert_eq!(ran.code, 2, "{}", ran.stdout);
    assert!(ran.stderr.starts_with("error: cannot read memory.json: "), "{}", ran.stderr);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_beyond_the_limit() {
    let directory = Directory::new();
    let file = File::create(directory.path("sparse.json")).expect("a file");
    file.set_len(1 << 40).expect("a sparse file");
    // What is read of it is more than the bound on memory that others run under.
    let mut command = directory.shell("ulimit -v 800000 && exec \"$@\"");
    command.args(["check", "--threads", "1", "--output-format", "concise", "sparse.json"]);
    let ran = run(command, b"");
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stdout.contains("error[size-limit]"), "{}", ran.stdout);
}
