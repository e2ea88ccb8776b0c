//! The page with the result of `cargo xtask verdicts` is about the documents and the targets that there are now.
//!
//! Only the command itself says whether the verdicts are still so: it needs the tools of other languages.

use std::fs;

use serde_json::Value;
use vpcheck_codegen::export::TARGETS;
use vpcheck_tests::collection;
use xtask::verdicts::{CHECKS, CLIENTS, JUDGES, MISTAKES, TABLE, TELLERS, UNJUDGED};

/// What is under a heading.
fn section<'p>(page: &'p str, heading: &str) -> &'p str {
    let (_, rest) = page.split_once(&format!("\n## {heading}\n")).expect("the heading is there");
    rest.split("\n## ").next().unwrap_or_default()
}

fn page() -> String {
    fs::read_to_string(xtask::root().join(TABLE)).expect("the page is there: run `cargo xtask verdicts`")
}

#[test]
fn the_page_has_the_number_of_documents() {
    let count = format!("\n{} documents: ", collection().len());
    assert!(page().contains(&count), "run `cargo xtask verdicts`: there are {count}");
}

#[test]
fn the_page_has_every_judge_and_every_check() {
    let page = page();
    let judges =
        JUDGES.iter().map(|judge| format!("\n| {} | {} | {}", judge.target, judge.form_name(), judge.tool.package()));
    let checks = CHECKS.iter().map(|check| format!("\n| {} | {} | {}", check.target, check.says, check.tool.package()));
    for row in judges.chain(checks) {
        assert!(page.contains(&row), "run `cargo xtask verdicts`: there is no row {row}");
    }
    let rows = section(&page, "Verdicts").lines().chain(section(&page, "Code").lines());
    let rows =
        rows.filter(|line| line.starts_with("| ") && !line.starts_with("| target ") && !line.starts_with("| ---"));
    assert_eq!(rows.count(), JUDGES.len() + CHECKS.len(), "run `cargo xtask verdicts`: there is a row too many");
}

#[test]
fn the_page_has_every_mistake_by_every_tool() {
    let page = page();
    let section = section(&page, "Six typical mistakes");
    for mistake in mistakes() {
        let row = format!("\n| {mistake} | ");
        assert!(section.contains(&row), "run `cargo xtask verdicts`: there is no row {row}");
    }
    let head = section.lines().find(|line| line.starts_with("| mistake ")).expect("there is a table of mistakes");
    for teller in TELLERS {
        let tool = teller.tool.package();
        assert!(head.contains(&format!("| {tool} ")), "run `cargo xtask verdicts`: {tool} is not in {head}");
    }
}

/// The names of the typical mistakes.
fn mistakes() -> Vec<String> {
    let text = fs::read_to_string(xtask::root().join(MISTAKES)).expect("the mistakes are there");
    let mistakes: Vec<Value> = serde_json::from_str(&text).expect("they are a list");
    mistakes.iter().map(|mistake| mistake["name"].as_str().expect("it has a name").to_owned()).collect()
}

#[test]
fn the_page_has_every_client_and_what_is_refused() {
    let page = page();
    let section = section(&page, "Clients");
    let packages = CLIENTS.iter().map(|client| format!("\n| {}: {} ", client.name, client.tool.package()));
    let refused = CLIENTS.iter().flat_map(|client| {
        let given = client.given().expect("the inputs are read");
        given.into_iter().map(|given| format!("\n| {} | {given} | ", client.name))
    });
    for row in packages.chain(refused) {
        assert!(section.contains(&row), "run `cargo xtask verdicts`: there is no row {row}");
    }
}

#[test]
fn every_form_of_every_target_is_judged() {
    for target in TARGETS {
        let is_judged = |form: &str| JUDGES.iter().any(|judge| judge.target == target.name && judge.form == form);
        let is_unjudged = UNJUDGED.iter().any(|(name, _)| *name == target.name);
        for form in target.forms {
            assert!(is_judged(form.name) != is_unjudged, "{} {}", target.name, form.name);
        }
    }
}
