//! The examples: a repository as people have it, good files, and files with a typical mistake in each.

use std::fs;
use std::path::{Path, PathBuf};

use crate::directory::Directory;
use crate::snapshot;

/// Every mistake that is in the repository: the place, the rule.
const PLANTED: [(&str, &str); 9] = [
    ("deploy.sh:12:48", "warning[dropped-option]"),
    ("docs/README.md:24:16", "error[member-of-other-type]"),
    ("docs/README.md:43:70", "error[port-range]"),
    ("infra/main.tf:23:27", "error[invalid-ipv4]"),
    ("jobs/wrangler.toml:13:11", "error[binding-twice]"),
    ("services/caches.toml:14:12", "error[wrong-type]"),
    ("services/databases.yaml:16:15", "error[unknown-app-protocol]"),
    ("services/web.json:5:11", "error[wrong-network]"),
    ("worker/wrangler.jsonc:11:5", "warning[environment-without-list]"),
];

/// Those that `--fix` mends.
const MENDED: [&str; 2] = ["services/caches.toml:14:12", "services/web.json:5:11"];

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

/// The repository, in a directory of its own.
fn repository() -> Directory {
    let directory = Directory::new();
    let root = examples().join("repository");
    let mut left = vec![root.clone()];
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                left.push(path);
                continue;
            }
            let name = path.strip_prefix(&root).expect("it is inside").to_str().expect("a name in UTF-8");
            directory.write(name, &fs::read_to_string(&path).expect("a text"));
        }
    }
    directory
}

/// The place and the rule of each finding.
fn findings(concise: &str) -> Vec<(&str, &str)> {
    let finding = |line| {
        let (place, rest): (&str, &str) = str::split_once(line, ": ")?;
        Some((place, rest.split(' ').next()?))
    };
    concise.lines().filter(|line| !line.starts_with("checked ")).filter_map(finding).collect()
}

#[test]
fn a_repository_without_a_configuration_shows_its_mistakes_and_nothing_else() {
    let directory = repository();
    let ran = directory.check(&["--output-format", "concise"]);
    assert_eq!(findings(&ran.stdout), PLANTED, "{}", ran.stdout);
    assert_eq!((ran.code, ran.stderr.as_str()), (1, ""));
    snapshot::compare("repository.full", &directory.check(&[]).stdout);
}

#[test]
fn a_repository_is_mended_as_far_as_it_is_certain() {
    let directory = repository();
    let ran = directory.check(&["--fix", "--output-format", "concise"]);
    let left: Vec<_> = PLANTED.into_iter().filter(|(place, _)| !MENDED.contains(place)).collect();
    assert_eq!(findings(&ran.stdout), left, "{}", ran.stdout);
    let again = directory.check(&["--output-format", "concise"]);
    assert_eq!(findings(&again.stdout), left, "{}", again.stdout);
}

#[test]
fn good_examples_are_good_and_each_mistake_is_found() {
    let directory = Directory::new();
    let names = |folder: &str| -> Vec<PathBuf> {
        let entries = fs::read_dir(examples().join(folder)).expect("the folder is there");
        entries.map(|entry| entry.expect("the folder can be read").path()).collect()
    };
    for (folder, code) in [("good", 0), ("mistakes", 1)] {
        for path in names(folder) {
            let path = path.to_str().expect("a name in UTF-8");
            let ran = directory.check(&["--fail-on", "warning", "--output-format", "concise", path]);
            assert_eq!(ran.code, code, "{path}: {}{}", ran.stdout, ran.stderr);
        }
    }
}
