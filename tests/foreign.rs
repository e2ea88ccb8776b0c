//! Published schemas that were not written for this generator: each gives Rust code that compiles, or a list of refusals with places.
//!
//! `data/schemas/results.txt` says which is which, so that a change shows.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use vpcheck_codegen::emit::rust::{Options, types};
use vpcheck_codegen::export::{Export, Strict, TARGETS};
use vpcheck_syntax::{Diagnostic, LineIndex, Source};

/// What a type takes and refuses, for some of the schemas that have types.
const DOCUMENTS: &[(&str, &str, &[&str], &[&str])] = &[
    (
        "compose_spec",
        "ComposeSpecification",
        &[
            r#"{"services": {"web": {"image": "nginx", "ports": ["80:80"]}}}"#,
            r#"{"services": {"web": {"image": "nginx", "environment": {"A": null, "B": 1}}}, "x-more": [1]}"#,
        ],
        &[r#"{"services": {"web": {"image": 5}}}"#, r#"{"services": {"a b": {}}}"#, r#"{"unknown": 1}"#],
    ),
    (
        "mocharc",
        "MochaJsConfigurationFileSchema",
        &[r#"{"bail": true, "timeout": 2000, "spec": ["test/**"]}"#, r#"{"spec": "test.js"}"#],
        &[r#"{"bail": "yes"}"#, r#"{"spec": [1]}"#],
    ),
    (
        "lerna",
        "AJsonSchemaForLernaJsonFiles",
        &[r#"{"version": "1.0.0", "packages": ["a", "b"]}"#],
        &[r#"{"packages": "a"}"#],
    ),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schemas() -> Vec<PathBuf> {
    let folder = fs::read_dir(root().join("data/schemas")).expect("the schemas are there");
    let paths = folder.map(|entry| entry.expect("the folder can be read").path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    paths.sort();
    paths
}

/// The code, or why there is none.
fn generate(source: &Source<'_>) -> Result<String, Vec<Diagnostic>> {
    let reading = vpcheck_codegen::read(source);
    match reading.model {
        Some(model) => types(&model, &Options::standalone(source)),
        None => Err(reading.diagnostics),
    }
}

/// A crate that reads documents as the types and says of each whether it was taken.
fn program(modules: &[String]) -> String {
    let mut text = String::new();
    for module in modules {
        writeln!(text, "mod {module};").expect("a string takes any text");
    }
    text.push_str("fn main() {\n");
    for (module, name, taken, refused) in DOCUMENTS {
        for (document, is_taken) in
            taken.iter().map(|text| (text, true)).chain(refused.iter().map(|text| (text, false)))
        {
            writeln!(text, "let read = serde_json::from_str::<{module}::{name}>({document:?});")
                .expect("a string takes any text");
            writeln!(text, "assert_eq!(read.is_ok(), {is_taken}, \"{{}}: {{:?}}\", {document:?}, read.err());")
                .expect("a string takes any text");
        }
    }
    text + "}\n"
}

fn run(project: &Path) -> Output {
    Command::new(env!("CARGO"))
        .args(["run", "--offline", "--quiet"])
        .current_dir(project)
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("foreign"))
        .env("RUSTFLAGS", "-D warnings")
        .output()
        .expect("cargo runs")
}

#[test]
fn published_schemas_give_code_or_refusals() {
    let project = tempfile::tempdir().expect("a temporary directory");
    fs::create_dir(project.path().join("src")).expect("a new project");
    let mut results = String::new();
    let mut modules = Vec::new();
    for path in schemas() {
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name in UTF-8").to_owned();
        let bytes = fs::read(&path).expect("a schema can be read");
        let source = Source::json(name.as_str(), bytes.as_slice());
        match generate(&source) {
            Ok(code) => {
                let module = name.replace(['-', '.'], "_");
                fs::write(project.path().join(format!("src/{module}.rs")), code).expect("a new project");
                modules.push(module);
                writeln!(results, "{name}: types").expect("a string takes any text");
            }
            Err(refusals) => {
                let count = refusals.len();
                assert!(count > 0, "{name} has neither types nor refusals");
                writeln!(results, "{name}: {count} refused").expect("a string takes any text");
                let index = LineIndex::new(&bytes);
                for refusal in refusals {
                    assert!(!refusal.span.range().is_empty(), "{name}: no place: {refusal:?}");
                    assert!(refusal.help.is_some(), "{name}: no help: {refusal:?}");
                    let place = index.position(&bytes, refusal.span.start);
                    writeln!(results, "  {}:{} {} {}", place.line, place.column, refusal.rule, refusal.pointer)
                        .expect("a string takes any text");
                }
            }
        }
    }

    let expected = root().join("data/schemas/results.txt");
    if std::env::var_os("UPDATE_RESULTS").is_some() {
        fs::write(&expected, &results).expect("the results can be written");
    }
    assert_eq!(
        fs::read_to_string(expected).expect("the results are there"),
        results,
        "look at the change, then run the test with UPDATE_RESULTS=1"
    );

    let manifest = "[package]\nname = \"foreign\"\nedition = \"2024\"\n[dependencies]\nregex = \"1\"\nserde = \"1\"\nserde_json = \"1\"\n[workspace]\n";
    fs::write(project.path().join("Cargo.toml"), manifest).expect("a new project");
    fs::write(project.path().join("src/main.rs"), program(&modules)).expect("a new project");
    fs::copy(root().join("../Cargo.lock"), project.path().join("Cargo.lock")).expect("the lock file is there");
    let output = run(project.path());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// What cannot be said is refused where it stands, in each form of each target.
#[test]
fn every_target_writes_published_schemas_or_refuses_them_at_a_place() {
    for target in TARGETS {
        let mut written = 0;
        for path in schemas() {
            let bytes = fs::read(&path).expect("a schema can be read");
            let source = Source::json(path.display().to_string(), bytes.as_slice());
            // A schema that is not understood is refused before any target sees it.
            let Some(model) = vpcheck_codegen::read(&source).model else { continue };
            let export = Export::whole(&model, &source);
            let closed = (target.strict == Strict::Supported).then(|| Export::whole(&model, &source).closed());
            for (form, export) in
                target.forms.iter().flat_map(|form| [Some(&export), closed.as_ref()].map(|export| (form, export)))
            {
                let Some(export) = export else { continue };
                let name = format!("{} {} of {}", target.name, form.name, path.display());
                match target.write(export, form) {
                    Ok(text) => {
                        written += 1;
                        assert!(!text.trim().is_empty() && text.ends_with('\n'), "{name}");
                        let is_json = target.extension.ends_with("json");
                        assert!(!is_json || serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{name}");
                    }
                    Err(refusals) => {
                        assert!(!refusals.is_empty(), "{name}: neither a text nor refusals");
                        for refusal in refusals {
                            let is_placed = !refusal.span.range().is_empty() && refusal.pointer.starts_with('/');
                            assert!(is_placed, "{name}: no place: {refusal:?}");
                            assert!(refusal.help.is_some(), "{name}: no help: {refusal:?}");
                        }
                    }
                }
            }
        }
        assert!(written > 0, "{} writes none of them", target.name);
    }
}
