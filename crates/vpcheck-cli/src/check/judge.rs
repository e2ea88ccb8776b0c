//! What becomes of one document.

use std::env;
use std::path::PathBuf;
use std::sync::Arc;

use vpcheck_config::{Baseline, Settings};
use vpcheck_report::{Part, Renderer, Statistics, Summary};
use vpcheck_syntax::Source;
use vpcheck_validate::{Diagnostic, Facts, Lint, Operation, Report, Safety, Verdict as Whose};

use super::baseline::Known;
use crate::configuration::{Configurations, Found};
use crate::exit::Failure;
use crate::files::{Input, Origin};
use crate::fix::{self, diff, replace};

/// What is done with fixes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Fixes {
    /// They are reported.
    Shown,
    /// They are applied to the file, as far as they are at most that unsafe.
    Applied(Safety),
    /// What they would change is printed.
    Compared(Safety),
}

/// How documents are judged.
pub(super) struct Judge {
    /// What the documents are judged for, where it was said.
    pub(super) operation: Option<Operation>,
    pub(super) configurations: Arc<Configurations>,
    /// What was found at another time.
    pub(super) known: Option<Known>,
    pub(super) fixes: Fixes,
    /// One for each output.
    pub(super) renderers: Vec<Renderer>,
    pub(super) today: String,
}

/// What became of a document.
pub(super) enum Verdict {
    /// It was checked.
    Checked(Box<Checked>),
    /// It is not one of ours.
    Skipped(&'static str),
    /// It could not be checked.
    Failed(Failure),
}

/// A document that was checked.
#[derive(Default)]
pub(super) struct Checked {
    /// Its part of each output.
    pub(super) parts: Vec<Part>,
    /// What was found.
    pub(super) summary: Summary,
    /// How often each rule found something.
    pub(super) statistics: Statistics,
    /// The account that its services belong to.
    pub(super) account: String,
    /// What other documents may contradict.
    pub(super) facts: Facts,
    /// How many findings were hidden, and how many that were known are gone.
    pub(super) hidden: vpcheck_config::Hidden,
    /// What was found, for those who write it down.
    pub(super) baseline: Baseline,
    /// How many fixes were applied, or would be.
    pub(super) fixed: usize,
    /// What they would change.
    pub(super) diff: String,
}

/// A document with what is right for it.
struct Document {
    source: Source<'static>,
    settings: Settings,
    lint: Lint,
}

impl Judge {
    /// What becomes of a document, in which other documents showed that something is wrong.
    pub(super) fn verdict(&self, input: &Input, more: &[Diagnostic]) -> Verdict {
        let found = match self.configuration(input) {
            Ok(found) => found,
            Err(failure) => return Verdict::Failed(failure),
        };
        let path = found.path(&location(input));
        if input.origin == Origin::Found && !found.configuration.includes(&path) {
            return Verdict::Skipped("the configuration leaves it out");
        }
        let bytes = match input.place.read() {
            Ok(bytes) => bytes,
            Err(_) if input.origin == Origin::Found && input.place.is_gone() => {
                return Verdict::Skipped("it went away before it was read");
            }
            Err(failure) => return Verdict::Failed(failure),
        };
        let settings = found.configuration.settings(&path);
        let source = Source::new(input.name.clone(), bytes, input.syntax);
        let lint = settings.checker().lint(&source, self.operation);
        match (lint.verdict, input.origin) {
            (Whose::Ours, _) | (Whose::Broken, Origin::Named) => {}
            (Whose::Broken, Origin::Found) => {
                return Verdict::Skipped("it cannot be read, and has no name in it that only ours have");
            }
            (_, Origin::Named) => return Verdict::Failed(stranger(&input.name)),
            (_, Origin::Found) => return Verdict::Skipped("it has no service, no API response and no VPC bindings"),
        }
        let account = found.configuration.account(&path).map_or_else(|| directory(input), str::to_owned);
        match self.judged(input, Document { source, settings, lint }, more) {
            Ok(checked) => Verdict::Checked(Box::new(Checked { account, ..checked })),
            Err(failure) => Verdict::Failed(failure),
        }
    }

    /// The configuration of a document.
    pub(super) fn configuration(&self, input: &Input) -> Result<Arc<Found>, Failure> {
        self.configurations.of_file(&location(input))
    }

    fn judged(&self, input: &Input, document: Document, more: &[Diagnostic]) -> Result<Checked, Failure> {
        let mut checked = Checked::default();
        let Document { source, settings, mut lint } = self.mended(input, document, &mut checked)?;
        checked.facts = std::mem::take(&mut lint.facts);
        lint.diagnostics.extend_from_slice(more);
        settings.apply(&source, &mut lint, &self.today);
        match &self.known {
            Some(Known::Hidden(known)) => checked.hidden = known.hide(input, &mut lint.diagnostics),
            Some(Known::Written(known)) => known.add(input, &lint.diagnostics, &mut checked.baseline),
            None => {}
        }
        let report = lint.into_report(&source);
        checked.parts = self.parts(&report, &source);
        checked.summary = [&report].into_iter().collect();
        checked.statistics = [&report].into_iter().collect();
        Ok(checked)
    }

    /// The parts of the outputs that a report has.
    pub(super) fn parts(&self, report: &Report, source: &Source<'_>) -> Vec<Part> {
        self.renderers.iter().map(|renderer| renderer.part(report, source)).collect()
    }

    /// Applies fixes where that is wanted: what is left is what the document then is.
    fn mended(&self, input: &Input, document: Document, checked: &mut Checked) -> Result<Document, Failure> {
        let (Fixes::Applied(most) | Fixes::Compared(most)) = self.fixes else { return Ok(document) };
        let Document { source, settings, .. } = &document;
        let look = |bytes: &[u8]| {
            let source = Source::new(input.name.as_str(), bytes, source.syntax());
            let mut lint = settings.checker().lint(&source, self.operation);
            settings.apply(&source, &mut lint, &self.today);
            if let Some(Known::Hidden(known)) = &self.known {
                known.hide(input, &mut lint.diagnostics);
            }
            lint.diagnostics
        };
        let Some(mended) = fix::mend(&input.name, source.bytes(), most, look)? else { return Ok(document) };
        checked.fixed = mended.count;
        if let Fixes::Compared(_) = self.fixes {
            checked.diff = diff::unified(&input.name, source.bytes(), &mended.bytes);
            return Ok(document);
        }
        if let Some(file) = &input.file {
            replace::file(file, source.bytes(), &mended.bytes)?;
        }
        let source = Source::new(input.name.clone(), mended.bytes, source.syntax());
        let lint = document.settings.checker().lint(&source, self.operation);
        Ok(Document { source, lint, ..document })
    }
}

/// Where a document is, without links and `..`; standard input is where the command was started.
fn location(input: &Input) -> PathBuf {
    match &input.file {
        Some(file) => file.clone(),
        None => env::current_dir().unwrap_or_default().join(&input.name),
    }
}

/// The directory of a document.
fn directory(input: &Input) -> String {
    location(input).parent().map(|parent| parent.to_string_lossy().into_owned()).unwrap_or_default()
}

fn stranger(name: &str) -> Failure {
    Failure::new(format!("{name} has no service, no API response and no wrangler configuration with VPC bindings"))
        .with_help("if it is meant to be one, say which: `--as request`, `--as response` or `--as wrangler`")
}
