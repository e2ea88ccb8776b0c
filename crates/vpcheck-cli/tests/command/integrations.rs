//! What the repository has for pre-commit, GitHub and GitLab can be read, and says nothing that the command does not know.

use std::path::Path;

use vpcheck_syntax::{Kind, Node, Source, Syntax, parse};

use crate::directory::{Directory, NO_PORT};

const ACTION: &str = include_str!("../../../../action.yml");
const HOOKS: &str = include_str!("../../../../.pre-commit-hooks.yaml");
const GITLAB: &str = include_str!("../../../../templates/vpcheck.gitlab-ci.yml");

/// The string at a JSON Pointer of a YAML text.
fn string(yaml: &str, pointer: &str) -> String {
    let source = Source::new("integration", yaml.as_bytes(), Syntax::Yaml);
    let parsed = parse(&source);
    assert_eq!(parsed.diagnostics, [], "{pointer}");
    let root = parsed.tree().expect("there is a document").root();
    let node = pointer.split('/').skip(1).try_fold(root, child).unwrap_or_else(|| panic!("there is no {pointer}"));
    node.as_str().unwrap_or_else(|| panic!("{pointer} is no string")).to_owned()
}

fn child<'t>(node: Node<'t>, name: &str) -> Option<Node<'t>> {
    match node.kind() {
        Kind::Array => node.elements().nth(name.parse().ok()?),
        _ => node.get(name).map(|member| member.value),
    }
}

/// Fails where an option in these words is none of `vpcheck check`, or a format is unknown.
fn assert_known(words: &str) {
    let help = Directory::new().check(&["--help"]).stdout;
    let word_ends = |character: char| !character.is_ascii_alphanumeric() && character != '-';
    let known: Vec<&str> = help.split(word_ends).collect();
    let words: Vec<&str> = words.split(word_ends).filter(|word| !word.is_empty()).collect();
    for option in words.iter().filter(|word| word.starts_with("--") && word.len() > 2) {
        assert!(known.contains(option), "{option} is unknown");
    }
    for pair in words.windows(2).filter(|pair| pair[0] == "--output-format") {
        assert!(known.contains(&pair[1]), "{} is unknown", pair[1]);
    }
}

#[test]
fn the_hooks_are_hooks() {
    for (index, entry) in [("0", "hooks/vpcheck check"), ("1", "vpcheck check")] {
        let hook = |member: &str| string(HOOKS, &format!("/{index}/{member}"));
        assert!(hook("id").starts_with("vpcheck") && !hook("name").is_empty() && !hook("description").is_empty());
        assert!(["script", "system"].contains(&hook("language").as_str()));
        let options = hook("entry").strip_prefix(entry).map(str::to_owned).expect("it checks");
        assert_known(&options);
        let pattern = hook("files");
        for extension in ["json", "jsonc", "ndjson", "yaml", "yml", "toml", "tf", "md", "sh"] {
            assert!(Syntax::of_name(&format!("web.{extension}")).is_some(), "{extension}");
            assert!(pattern.split(['(', ')', '|']).any(|known| known == extension), "{extension}");
        }
    }
    assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../hooks/vpcheck").is_file());
}

#[test]
fn the_template_is_a_job() {
    let script = string(GITLAB, "/vpcheck/script/1");
    assert!(script.starts_with("vpcheck check "), "{script}");
    assert_known(&script);
    for (report, format) in [("codequality", "gitlab"), ("junit", "junit")] {
        let file = string(GITLAB, &format!("/vpcheck/artifacts/reports/{report}"));
        assert!(script.contains(&format!("--output-format {format}={file}")), "{script}");
    }
    for variable in ["VPCHECK_PATHS", "VPCHECK_ARGS"] {
        string(GITLAB, &format!("/vpcheck/variables/{variable}"));
        assert!(script.contains(&format!("${variable}")), "{script}");
    }
}

#[test]
fn the_action_is_an_action() {
    assert_eq!(string(ACTION, "/runs/using"), "composite");
    for input in ["paths", "args", "sarif-file"] {
        assert!(!string(ACTION, &format!("/inputs/{input}/description")).is_empty());
        string(ACTION, &format!("/inputs/{input}/default"));
        assert!(ACTION.contains(&format!("${{{{ inputs.{input} }}}}")));
    }
    let run = string(ACTION, "/runs/steps/1/run");
    // An expression in a script would run what an input says.
    assert!(!run.contains("${{"), "{run}");
    assert_known(&run);
}

/// The step of the action, as a runner starts it.
#[cfg(target_os = "linux")]
#[test]
fn the_action_checks() {
    use std::process::Command;

    let directory = Directory::new();
    directory.write("services/db.json", NO_PORT);
    directory.write("a b/web.json", NO_PORT);
    std::fs::create_dir_all(directory.path("runner/vpcheck/bin")).expect("a directory");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_vpcheck"), directory.path("runner/vpcheck/bin/vpcheck"))
        .expect("a link");
    let run = |paths: &str, arguments: &str, sarif: &str| {
        let output = Command::new("bash")
            .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &string(ACTION, "/runs/steps/1/run")])
            .current_dir(directory.path("."))
            .env("RUNNER_TEMP", directory.path("runner"))
            .env("GITHUB_ACTIONS", "true")
            .envs([("VPCHECK_PATHS", paths), ("VPCHECK_ARGS", arguments), ("VPCHECK_SARIF", sarif)])
            .output()
            .expect("bash starts");
        let text = |bytes| String::from_utf8(bytes).expect("it is UTF-8");
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let (code, stdout, stderr) = run(".", "", "");
    assert_eq!((code, stderr.as_str()), (Some(1), ""));
    assert_eq!(stdout.lines().filter(|line| line.starts_with("::error file=")).count(), 2, "{stdout}");
    let (code, stdout, stderr) = run("services\n", "--fail-on never", "found.sarif");
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    assert!(stdout.starts_with("::error file=services/db.json,"), "{stdout}");
    let log = std::fs::read_to_string(directory.path("found.sarif")).expect("the log was written");
    assert!(log.contains("\"uri\":\"services/db.json\""), "{log}");
    let (code, _, stderr) = run("$(touch forged)", "--nothing", "");
    assert_eq!(code, Some(2), "{stderr}");
    assert!(!directory.path("forged").exists());
}
