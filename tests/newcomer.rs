//! The library as somebody meets it who has just read README.md.

use std::path::Path;
use std::process::Command;

/// The first fenced block of a language in README.md that holds `needle`.
fn block<'r>(readme: &'r str, language: &str, needle: &str) -> &'r str {
    let fence = format!("```{language}\n");
    readme
        .split(fence.as_str())
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .find(|block| block.contains(needle))
        .unwrap_or_else(|| panic!("README.md has no {language} block with {needle}"))
}

fn cargo(directory: &Path, arguments: &[&str]) -> String {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("newcomer");
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(directory)
        .env("CARGO_TARGET_DIR", target)
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("cargo writes UTF-8")
}

#[test]
fn the_library_example_prints_what_the_readme_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests is in the workspace");
    let readme = std::fs::read_to_string(root.join("README.md")).expect("README.md is there");
    let project = tempfile::tempdir().expect("a temporary directory");
    let manifest = format!(
        "[package]\nname = \"newcomer\"\nedition = \"2024\"\n[dependencies]\nvpcheck = {{ path = {:?} }}\n[workspace]\n",
        root.join("crates/vpcheck")
    );
    std::fs::write(project.path().join("Cargo.toml"), manifest).expect("a new project");
    std::fs::copy(root.join("Cargo.lock"), project.path().join("Cargo.lock")).expect("the lock file is there");
    std::fs::create_dir(project.path().join("src")).expect("a new project");
    std::fs::write(project.path().join("src/main.rs"), block(&readme, "rust", "fn main")).expect("a new project");

    let printed = cargo(project.path(), &["run", "--offline", "--quiet"]);
    assert_eq!(printed, block(&readme, "text", "is sent to"));

    let tree = cargo(project.path(), &["tree", "--offline", "--edges", "normal,build", "--prefix", "none"]);
    let mut crates: Vec<&str> = tree.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    crates.sort_unstable();
    crates.dedup();
    // The project itself is not one of its dependencies.
    assert!(crates.len() - 1 <= 15, "{crates:#?}");
    for name in crates {
        let name = name.split(' ').next().unwrap_or_default();
        assert!(!["cc", "syn", "quote", "proc-macro2"].contains(&name), "{name}");
    }
    assert!(!tree.contains("(proc-macro)"), "{tree}");
}
