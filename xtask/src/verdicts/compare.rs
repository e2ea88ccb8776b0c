//! Our verdicts beside those of a judge.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

use super::documents::{self, Document};
use super::explain::{Explainer, Explanation};
use super::exports::Loss;
use super::tools::Tools;
use super::{Judge, Objects, directory};
use crate::Error;

/// How much of a text is shown.
const MOST_SHOWN: usize = 1000;

/// What a judge says of the documents that it can judge.
#[derive(Debug)]
pub(super) struct Compared {
    pub(super) judge: &'static Judge,
    /// Its name and version.
    pub(super) tool: String,
    /// How many documents it judged, and how many of these are judged by more than their value.
    pub(super) judged: usize,
    pub(super) texts: usize,
    /// How many times the verdict is the same.
    pub(super) same: usize,
    /// How many differences there are that a loss explains, by whether a schema says the rule.
    pub(super) lost: usize,
    pub(super) beyond: usize,
    undeclared: Vec<String>,
    explainer: Explainer,
}

impl Compared {
    /// Runs a judge and compares. The number tells its file of documents apart from those of others.
    pub(super) fn new(
        judge: &'static Judge,
        number: usize,
        documents: &[Document],
        losses: Vec<Loss>,
        tools: &Tools,
    ) -> Result<Compared, Error> {
        let documents: Vec<&Document> = documents.iter().filter(|document| document.is_for(judge)).collect();
        let path = directory().join(format!("documents-{number}.jsonl"));
        documents::write(&documents, &path)?;
        let mut verdicts = read(&judge.run(&path)?)?;
        let mut compared = Compared {
            judge,
            tool: tools.name(judge.tool)?,
            judged: documents.len(),
            texts: documents.iter().filter(|document| document.is_text()).count(),
            same: 0,
            lost: 0,
            beyond: 0,
            undeclared: Vec::new(),
            explainer: Explainer::new(losses)?,
        };
        for document in documents {
            let verdict = verdicts.remove(&document.id).ok_or_else(|| {
                Error(format!("{} says nothing of {}: {}", judge.name(), document.name, document.text))
            })?;
            compared.add(document, &verdict)?;
        }
        match verdicts.first_key_value() {
            None => Ok(compared),
            Some((id, _)) => Err(Error(format!("{} judges {id}, which it was not given", judge.name()))),
        }
    }

    fn add(&mut self, document: &Document, verdict: &Verdict) -> Result<(), Error> {
        let is_taken = matches!(verdict, Verdict::Taken);
        if is_taken == document.is_right(self.judge) {
            self.same += 1;
            return Ok(());
        }
        // No loss explains an unknown member.
        let is_explained = is_taken && self.judge.objects == Objects::Open;
        let explanation = if is_explained { self.explainer.explain(document)? } else { Explanation::Nothing };
        match explanation {
            Explanation::Lost => self.lost += 1,
            Explanation::Beyond => self.beyond += 1,
            Explanation::Nothing => self.undeclared.push(difference(document, verdict)),
        }
        Ok(())
    }

    /// The differences that no loss explains.
    pub(super) fn wrong(&self) -> Vec<String> {
        const SHOWN: usize = 10;
        let name = self.judge.name();
        let mut wrong: Vec<String> =
            self.undeclared.iter().take(SHOWN).map(|difference| format!("{name}: {difference}")).collect();
        if self.undeclared.len() > SHOWN {
            wrong.push(format!("{name}: and {} more", self.undeclared.len() - SHOWN));
        }
        wrong
    }
}

/// Losses that a form of a target declares, and that no document shows by any of its judges.
pub(super) fn losses_that_nothing_shows(all: &[Compared]) -> Result<Vec<String>, Error> {
    let mut unshown: BTreeMap<[&str; 5], usize> = BTreeMap::new();
    let mut judges: BTreeMap<[&str; 2], usize> = BTreeMap::new();
    for Compared { judge, explainer, .. } in all.iter().filter(|one| one.judge.objects == Objects::Open) {
        *judges.entry([judge.target, judge.form]).or_default() += 1;
        for Loss { contract, keyword, pointer, .. } in explainer.unshown()? {
            *unshown.entry([judge.target, judge.form, contract, keyword, pointer]).or_default() += 1;
        }
    }
    let by_all = unshown.into_iter().filter(|([target, form, ..], count)| judges.get(&[*target, *form]) == Some(count));
    let line = |[target, form, contract, keyword, pointer]: [&str; 5]| {
        format!("{target} {form}: no document shows that `{keyword}` is lost: {contract} {pointer}")
    };
    Ok(by_all.map(|(loss, _)| line(loss)).collect())
}

/// What a judge says of a document.
#[derive(Debug)]
enum Verdict {
    Taken,
    Refused(String),
}

fn read(lines: &str) -> Result<BTreeMap<u64, Verdict>, Error> {
    let mut verdicts = BTreeMap::new();
    for line in lines.lines() {
        let value: Value = serde_json::from_str(line).unwrap_or_default();
        let verdict = match (value["id"].as_u64(), value["valid"].as_bool()) {
            (Some(id), Some(true)) => verdicts.insert(id, Verdict::Taken),
            (Some(id), Some(false)) => {
                let said = value["error"].as_str().unwrap_or_default().to_owned();
                verdicts.insert(id, Verdict::Refused(said))
            }
            _ => return Err(Error(format!("this is no verdict: {line}"))),
        };
        if verdict.is_some() {
            return Err(Error(format!("this is said of a document again: {line}")));
        }
    }
    Ok(verdicts)
}

fn difference(document: &Document, verdict: &Verdict) -> String {
    let Document { name, root, text, errors, .. } = document;
    let theirs = match verdict {
        Verdict::Taken => "it is taken".to_owned(),
        Verdict::Refused(said) => format!("it is refused: {said}"),
    };
    let ours: Vec<String> = errors.iter().map(|error| format!("{} ({})", error.message, error.schema)).collect();
    let ours = if ours.is_empty() { "we take it".to_owned() } else { format!("we find {}", ours.join("; ")) };
    let text: String = text.escape_debug().take(MOST_SHOWN).collect();
    format!("{name}, a {root}: {theirs}, and {ours}\n    {text}")
}

impl fmt::Display for Compared {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Compared { judged, same, lost, beyond, .. } = self;
        let undeclared = self.undeclared.len();
        write!(
            formatter,
            "{}: {same} of {judged} the same, {lost} lost, {beyond} beyond any schema, {undeclared} undeclared",
            self.judge.name()
        )
    }
}
