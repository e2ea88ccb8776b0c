//! The result, docs/verdicts.md.

use std::fmt::Write as _;
use std::fs;

use super::clients::{self, Sent};
use super::compare::Compared;
use super::documents::Document;
use super::mistakes::{self, Mistake};
use super::tools::Tools;
use super::{CHECKS, Table};
use crate::{Error, root};

/// Where the result is, from the root of the workspace.
pub const PATH: &str = "docs/verdicts.md";

const START: &str = "\
# The same verdict in every language

What `vpcheck export` writes is judged by the real tools of its language on the documents of one collection, and each verdict is
compared with that of `vpcheck check`. `cargo xtask verdicts` does it and writes this page.

A difference is a *loss* where the target declares that it cannot say the rule (`vpcheck export TARGET --losses`). Two rules are
beyond any schema, since they look at several bindings or at the kind of project; their documents are counted apart. There is no
other difference, and no declared loss that no document shows.

With `--strict` a target has to refuse what we warn of as an unknown member. That is judged on the documents that we take: all with
such a member, and every tenth of the others.
";

/// Writes the result or says that it is not what would be written.
pub(super) fn settle(
    documents: &[Document],
    all: &[Compared],
    mistakes: &[Mistake],
    sent: &Sent,
    tools: &Tools,
    table: Table,
) -> Result<Option<String>, Error> {
    let text = text(documents, all, tools)? + &mistakes::section(mistakes, tools)? + &clients::section(sent)?;
    settle_file(PATH, &text, table)
}

/// Writes a file or says that it is not what would be written.
pub(super) fn settle_file(path: &str, text: &str, table: Table) -> Result<Option<String>, Error> {
    let file = root().join(path);
    if fs::read_to_string(&file).is_ok_and(|is| is == text) {
        return Ok(None);
    }
    if table == Table::Check {
        return Ok(Some(format!("{path} is not what would be written: run `cargo xtask verdicts`")));
    }
    fs::write(&file, text).map_err(|error| Error(format!("{path} cannot be written: {error}")))?;
    println!("wrote {path}");
    Ok(None)
}

fn text(documents: &[Document], all: &[Compared], tools: &Tools) -> Result<String, Error> {
    let taken = documents.iter().filter(|document| document.errors.is_empty()).count();
    let mut text = START.to_owned();
    let _ = writeln!(
        text,
        "\n{} documents: {taken} are taken and {} refused.\n\n## Verdicts\n",
        documents.len(),
        documents.len() - taken
    );
    text.push_str("| target | form | judged by | documents | only as text | same verdict | losses | beyond |\n");
    text.push_str("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |\n");
    for compared in all {
        let Compared { judge, tool, judged, texts, same, lost, beyond, .. } = compared;
        let share = percent(*same, judged - beyond);
        let _ = writeln!(
            text,
            "| {} | {} | {tool} | {judged} | {texts} | {share} | {lost} | {beyond} |",
            judge.target,
            judge.form_name()
        );
    }
    text.push_str("\n## Code\n\n| target | what holds | by |\n| --- | --- | --- |\n");
    for check in CHECKS {
        let _ = writeln!(text, "| {} | {} | {} |", check.target, check.says, tools.name(check.tool)?);
    }
    Ok(text)
}

/// A share in percent, rounded down so that only all of them are 100.
fn percent(part: usize, whole: usize) -> String {
    let tenths = (part * 1000).checked_div(whole).unwrap_or_default();
    if tenths == 1000 { "100 %".to_owned() } else { format!("{}.{} %", tenths / 10, tenths % 10) }
}
