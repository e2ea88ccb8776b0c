//! The page with the result of `cargo xtask verdicts` is about the documents and the targets that there are now.
//!
//! Only the command itself says whether the verdicts are still so: it needs the tools of other languages.

use std::fs;

use vpcheck_tests::collection;
use xtask::verdicts::{CHECKS, JUDGES, TABLE};

fn page() -> String {
    fs::read_to_string(xtask::root().join(TABLE)).expect("the page is there: run `cargo xtask verdicts`")
}

#[test]
fn the_page_has_the_number_of_documents() {
    let count = format!("\n{} documents: ", collection().len());
    assert!(page().contains(&count), "run `cargo xtask verdicts`: there are {count}");
}

#[test]
fn each_row_of_the_page_is_of_a_judge_or_a_check() {
    let judges = JUDGES.iter().map(|judge| format!("| {} | {} | {}", judge.target, judge.form, judge.tool.package()));
    let checks = CHECKS.iter().map(|check| format!("| {} | {} | {}", check.target, check.says, check.tool.package()));
    let known: Vec<String> = judges.chain(checks).collect();
    let page = page();
    let is_row = |line: &&str| line.starts_with("| ") && !line.starts_with("| target ") && !line.starts_with("| ---");
    let rows: Vec<&str> = page.lines().filter(is_row).collect();
    assert!(rows.len() >= 20, "{rows:#?}");
    for row in rows {
        let is_known = known.iter().any(|start| row.starts_with(start));
        assert!(is_known, "run `cargo xtask verdicts`: nothing of this is judged: {row}");
    }
}
