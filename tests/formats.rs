//! The official format tests, judged by generated code: each format in a schema of its own, with no type beside it.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use vpcheck_codegen::emit::rust::{Options, types};
use vpcheck_syntax::Source;

const CASES: &str = include_str!("data/formats.jsonl");
const DIFFERENCES: &str = include_str!("data/formats-differences.jsonl");
const FORMATS: [&str; 5] = ["date-time", "hostname", "ipv4", "ipv6", "uuid"];

/// Reads documents, a line each, and says of each line whether the type took it.
const MAIN: &str = "
mod types;
fn main() {
    for line in std::io::stdin().lines() {
        println!(\"{}\", serde_json::from_str::<types::Formats>(&line.unwrap()).is_ok());
    }
}
";

fn lines(text: &'static str) -> impl Iterator<Item = Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("each line is JSON"))
}

fn generate() -> String {
    let members: Value = FORMATS.iter().map(|format| ((*format).to_owned(), json!({"format": format}))).collect();
    let schema = json!({"title": "formats", "type": "object", "properties": members}).to_string();
    let source = Source::json("formats.json", schema.into_bytes());
    let reading = vpcheck_codegen::read(&source);
    let model = reading.model.unwrap_or_else(|| panic!("{:?}", reading.diagnostics));
    types(&model, &Options::standalone(&source)).expect("every format has a check")
}

#[test]
fn generated_code_judges_formats_as_listed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests is in the workspace");
    let project = tempfile::tempdir().expect("a temporary directory");
    let code = generate();
    let manifest = "[package]\nname = \"formats\"\nedition = \"2024\"\n[dependencies]\nserde = \"1\"\nserde_json = \"1\"\n[workspace]\n";
    std::fs::create_dir(project.path().join("src")).expect("a new project");
    for (file, text) in [("Cargo.toml", manifest), ("src/types.rs", &code), ("src/main.rs", MAIN)] {
        std::fs::write(project.path().join(file), text).expect("a new project");
    }
    std::fs::copy(root.join("Cargo.lock"), project.path().join("Cargo.lock")).expect("the lock file is there");

    let cases: Vec<Value> = lines(CASES).collect();
    let documents: String = cases
        .iter()
        .map(|case| {
            let format = case["format"].as_str().expect("each case has a format");
            json!({ format: case["data"] }).to_string() + "\n"
        })
        .collect();
    std::fs::write(project.path().join("documents"), documents).expect("the documents");
    let output = Command::new(env!("CARGO"))
        .args(["run", "--offline", "--quiet"])
        .current_dir(project.path())
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats"))
        .stdin(std::fs::File::open(project.path().join("documents")).expect("the documents"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let differences: Vec<Value> = lines(DIFFERENCES).filter(|line| line["judge"] == "generated").collect();
    let verdicts = String::from_utf8(output.stdout).expect("it prints words");
    let mut differ = 0;
    for (case, verdict) in cases.iter().zip(verdicts.lines()) {
        let is_listed = differences.iter().any(|line| line["format"] == case["format"] && line["data"] == case["data"]);
        assert_eq!((verdict == "true") != case["valid"].as_bool().expect("a verdict"), is_listed, "{case}");
        differ += usize::from(is_listed);
    }
    assert_eq!((verdicts.lines().count(), cases.len()), (208, 208));
    assert_eq!(differ, differences.len(), "a listed difference is none of the cases");
}
