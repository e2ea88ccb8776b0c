//! Our verdicts beside those of a judge.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value;

use super::documents::{self, Document};
use super::exports::Loss;
use super::tools::Tools;
use super::{Judge, directory};
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
    losses: Vec<Loss>,
    /// The losses that some document shows, by their number.
    shown: BTreeSet<usize>,
    undeclared: Vec<String>,
}

impl Compared {
    /// Runs a judge and compares.
    pub(super) fn new(
        judge: &'static Judge,
        documents: &[Document],
        losses: &[Loss],
        tools: &Tools,
    ) -> Result<Compared, Error> {
        let documents: Vec<&Document> = documents.iter().filter(|document| document.is_for(judge)).collect();
        let path = documents::write(&documents, &directory())?;
        let mut verdicts = read(&judge.run(&path)?)?;
        let mut compared = Compared {
            judge,
            tool: tools.name(judge.tool)?,
            judged: documents.len(),
            texts: documents.iter().filter(|document| document.is_text()).count(),
            same: 0,
            lost: 0,
            beyond: 0,
            losses: losses.to_vec(),
            shown: BTreeSet::new(),
            undeclared: Vec::new(),
        };
        for document in documents {
            let verdict = verdicts.remove(&document.id).ok_or_else(|| {
                Error(format!("{} says nothing of {}: {}", judge.name(), document.name, document.text))
            })?;
            compared.add(document, &verdict);
        }
        match verdicts.first_key_value() {
            None => Ok(compared),
            Some((id, _)) => Err(Error(format!("{} judges {id}, which it was not given", judge.name()))),
        }
    }

    fn add(&mut self, document: &Document, verdict: &Verdict) {
        let is_taken = matches!(verdict, Verdict::Taken);
        if is_taken == document.errors.is_empty() {
            self.same += 1;
            return;
        }
        let contract = contract(&document.root);
        let explains = |error: &super::documents::Finding, loss: &Loss| {
            if loss.pointer.is_empty() {
                return loss.contract == contract && loss.keyword == error.rule;
            }
            let rest = error.schema.strip_prefix(&loss.pointer);
            loss.contract == contract && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let mut shown = BTreeSet::new();
        let all_lost = !document.errors.is_empty()
            && document.errors.iter().all(|error| {
                let numbers = self.losses.iter().enumerate().filter(|(_, loss)| explains(error, loss));
                let numbers: Vec<usize> = numbers.map(|(number, _)| number).collect();
                shown.extend(numbers.iter().copied());
                !numbers.is_empty()
            });
        if !all_lost {
            return self.undeclared.push(difference(document, verdict));
        }
        let is_beyond = |&number: &usize| self.losses.get(number).is_some_and(|loss| loss.pointer.is_empty());
        if shown.iter().any(is_beyond) {
            self.beyond += 1;
        } else {
            self.lost += 1;
        }
        self.shown.extend(shown);
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
pub(super) fn losses_that_nothing_shows(all: &[Compared]) -> Vec<String> {
    let mut declared: BTreeMap<[&str; 5], bool> = BTreeMap::new();
    for Compared { judge, losses, shown, .. } in all {
        for (number, Loss { contract, keyword, pointer, .. }) in losses.iter().enumerate() {
            *declared.entry([judge.target, judge.form, contract, keyword, pointer]).or_default() |=
                shown.contains(&number);
        }
    }
    let unshown = declared.into_iter().filter(|(_, is_shown)| !is_shown);
    unshown
        .map(|([target, form, contract, keyword, pointer], _)| {
            format!("{target} {form}: no document shows that `{keyword}` is lost: {contract} {pointer}")
        })
        .collect()
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

/// The contract that a definition is in, as the command names its files.
fn contract(root: &str) -> &'static str {
    match root {
        "ServiceRequest" => "service-request",
        "Bindings" => "wrangler",
        _ => "service-response",
    }
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
