//! `--staged` and `--since` check what git says has changed.

use std::process::Command;

use crate::directory::{Directory, GOOD, NO_PORT, SAME_PORT};

fn git(directory: &Directory, arguments: &[&str]) {
    let output = Command::new("git")
        .args(["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .current_dir(directory.path(""))
        .output()
        .expect("git is installed");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A repository with a commit of one file with an error and one without.
fn repository() -> Directory {
    let directory = Directory::new();
    directory.write("old.json", NO_PORT);
    directory.write("services/web.json", GOOD);
    git(&directory, &["init", "-q", "-b", "main"]);
    git(&directory, &["add", "-A"]);
    git(&directory, &["commit", "-q", "-m", "first"]);
    directory
}

fn places(directory: &Directory, arguments: &[&str]) -> Vec<String> {
    let ran = directory.check(&[arguments, &["--output-format", "concise"]].concat());
    assert_ne!(ran.code, 2, "{arguments:?}: {}", ran.stderr);
    ran.stdout.lines().filter_map(|line| Some(line.split_once(":1:")?.0.to_owned())).collect()
}

#[test]
fn what_is_staged_is_checked_as_it_is_in_the_index() {
    let directory = repository();
    assert_eq!(places(&directory, &["--staged"]), [""; 0]);
    directory.write("services/web.json", NO_PORT);
    assert_eq!(places(&directory, &["--staged"]), [""; 0]);
    git(&directory, &["add", "services"]);
    // What the file is now does not matter.
    directory.write("services/web.json", GOOD);
    assert_eq!(places(&directory, &["--staged"]), ["services/web.json"]);
    assert_eq!(places(&directory, &["--staged", "services"]), ["services/web.json"]);
    assert_eq!(places(&directory, &["--staged", "./services/web.json"]), ["services/web.json"]);
    assert_eq!(places(&directory, &["--staged", "other"]), [""; 0]);
    // What was taken away is not there to be checked.
    git(&directory, &["rm", "-q", "--cached", "old.json"]);
    assert_eq!(places(&directory, &["--staged"]), ["services/web.json"]);
}

#[test]
fn paths_are_meant_from_where_the_command_runs() {
    let directory = repository();
    directory.write("services/deep/db.json", NO_PORT);
    directory.write("top.json", NO_PORT);
    directory.write("services/web.json", NO_PORT);
    git(&directory, &["add", "-A"]);
    let whole = directory.path("").to_string_lossy().into_owned();
    for selection in [&["--staged"][..], &["--since", "HEAD"]] {
        for (paths, expected) in [
            (&[][..], &["db.json"][..]),
            (&[".."], &["../web.json", "db.json"]),
            (&["../web.json"], &["../web.json"]),
            (&["../deep/./db.json"], &["db.json"]),
            (&["../.."], &["../../top.json", "../web.json", "db.json"]),
            (&[&whole], &["../../top.json", "../web.json", "db.json"]),
            (&["/nowhere"], &[]),
        ] {
            let arguments = [&["check", "--output-format", "concise"], selection, paths].concat();
            let ran = directory.run_below("services/deep", &arguments);
            let found: Vec<&str> = ran.stdout.lines().filter_map(|line| Some(line.split_once(":1:")?.0)).collect();
            assert_eq!(found, expected, "{selection:?} {paths:?}: {}", ran.stderr);
        }
    }
}

#[test]
fn what_differs_from_a_revision_is_checked() {
    let directory = repository();
    assert_eq!(places(&directory, &["--since", "HEAD"]), [""; 0]);
    directory.write("services/web.json", SAME_PORT);
    directory.write("sub dir/new\nline ü.json", NO_PORT);
    directory.write("ignored.json", NO_PORT);
    directory.write(".gitignore", "ignored.json\n");
    assert_eq!(places(&directory, &["--since", "HEAD"]), ["services/web.json", "sub dir/new\\nline ü.json"]);
    git(&directory, &["add", "-A"]);
    git(&directory, &["commit", "-q", "-m", "second"]);
    assert_eq!(places(&directory, &["--since", "main"]), [""; 0]);
    assert_eq!(places(&directory, &["--since", "main~1"]), ["services/web.json", "sub dir/new\\nline ü.json"]);
    for revision in ["nowhere", "--all", "-h", "", "HEAD:old.json"] {
        let since = format!("--since={revision}");
        let ran = directory.check(&[&since]);
        assert_eq!(ran.code, 2, "{revision}: {}", ran.stdout);
        assert!(ran.stderr.starts_with("error: git knows no revision "), "{revision}: {}", ran.stderr);
    }
}

#[test]
fn without_a_repository_there_is_nothing_to_compare() {
    let directory = Directory::new();
    directory.write("web.json", GOOD);
    for arguments in [&["check", "--staged"][..], &["check", "--since", "HEAD"]] {
        let ran = directory.run_in(arguments, "", &[("GIT_CEILING_DIRECTORIES", "/"), ("LC_ALL", "C")]);
        assert_eq!(ran.code, 2, "{}", ran.stdout);
        let start = "error: git cannot say which files have changed: not a git repository";
        assert!(ran.stderr.starts_with(start), "{}", ran.stderr);
    }
    let ran = directory.run_in(&["check", "--staged"], "", &[("PATH", "/nonexistent")]);
    assert_eq!(ran.code, 2, "{}", ran.stdout);
    assert!(ran.stderr.starts_with("error: cannot run git: "), "{}", ran.stderr);
    assert!(ran.stderr.contains("help: install git"), "{}", ran.stderr);
}
