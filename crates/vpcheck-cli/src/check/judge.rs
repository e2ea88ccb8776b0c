//! What becomes of one document.

use std::env;
use std::ops::ControlFlow;
use std::sync::Arc;

use vpcheck_config::{Baseline, Settings, Suppressions};
use vpcheck_report::{Part, Renderer, Statistics, Summary};
use vpcheck_syntax::{Source, Syntax};
use vpcheck_validate::{Diagnostic, Facts, Lint, Marker, Marks, Operation, Report, Safety, Verdict as Whose};

use super::baseline::Known;
use crate::configuration::Configurations;
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

/// What became of a document. There may be a million, so that each is small.
pub(super) enum Verdict {
    /// It was checked, and there is nothing to say of it; so many services are in it.
    Clean(usize),
    /// It was checked.
    Checked(Box<Checked>),
    /// It is not one of ours.
    Skipped(&'static str),
    /// It could not be checked.
    Failed(Box<Failure>),
}

/// What became of a document, and what others may contradict.
pub(super) struct Judged {
    pub(super) verdict: Verdict,
    pub(super) marks: Marks,
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
    /// How many findings were hidden, and how many that were known are gone.
    pub(super) hidden: vpcheck_config::Hidden,
    /// What was found, for those who write it down.
    pub(super) baseline: Baseline,
    /// How many fixes were applied, or would be.
    pub(super) fixed: usize,
    /// What they would change.
    pub(super) diff: String,
}

/// Which time a document is judged.
pub(super) enum Pass<'p> {
    /// For the first time: what others may contradict is marked.
    First(&'p Marker),
    /// Once more, as others showed that something is wrong in it.
    Again {
        /// What they showed.
        more: &'p [Diagnostic],
        /// How many fixes were applied the first time.
        applied: usize,
    },
}

/// A document with what is right for it.
struct Document {
    /// Without the text where that was judged while it was read.
    source: Source<'static>,
    ground: Ground,
    lint: Lint,
    /// What others may contradict.
    marks: Marks,
}

/// What is right for a document where it is.
struct Ground {
    settings: Settings,
    /// The account that its services belong to where they do not say.
    account: String,
}

impl Judge {
    /// What becomes of a document.
    pub(super) fn judged(&self, input: &Input, pass: &Pass<'_>) -> Judged {
        self.verdict(input, pass).unwrap_or_else(|failure| Verdict::Failed(Box::new(failure)).into())
    }

    /// What others may contradict of a document that was checked, and the account that its services belong to.
    pub(super) fn facts(&self, input: &Input) -> Option<(String, Facts)> {
        let Ground { settings, account } = self.ground(input).ok()??;
        let source = Source::new(input.name(), input.place().read().ok()?, input.syntax);
        Some((account, settings.checker().lint(&source, self.operation).facts))
    }

    /// How many fixes were applied to a document, which are in its file now.
    pub(super) fn applied(&self, verdict: &Verdict) -> usize {
        match (self.fixes, verdict) {
            (Fixes::Applied(_), Verdict::Checked(checked)) => checked.fixed,
            _ => 0,
        }
    }

    fn verdict(&self, input: &Input, pass: &Pass<'_>) -> Result<Judged, Failure> {
        let Some(ground) = self.ground(input)? else {
            return Ok(Verdict::Skipped("the configuration leaves it out").into());
        };
        let document = match self.document(input, ground, pass) {
            Ok(document) => document,
            Err(_) if input.origin == Origin::Found && input.place().is_gone() => {
                return Ok(Verdict::Skipped("it went away before it was read").into());
            }
            Err(failure) => return Err(failure),
        };
        match (document.lint.verdict, input.origin) {
            (Whose::Ours, _) | (Whose::Broken, Origin::Named) => self.weighed(input, document, pass),
            (Whose::Broken, Origin::Found) => {
                Ok(Verdict::Skipped("it cannot be read, and has no name in it that only ours have").into())
            }
            (_, Origin::Named) => Err(stranger(input.name())),
            (_, Origin::Found) => Ok(Verdict::Skipped("it has no service, no API response and no VPC bindings").into()),
        }
    }

    /// What is right for a document; nothing where the configuration leaves it out.
    fn ground(&self, input: &Input) -> Result<Option<Ground>, Failure> {
        // Standard input is where the command was started.
        let location = input.file().unwrap_or_else(|| env::current_dir().unwrap_or_default().join(input.name()).into());
        let found = self.configurations.of_file(&location)?;
        let path = found.path(&location);
        if input.origin == Origin::Found && !found.configuration.includes(&path) {
            return Ok(None);
        }
        let directory = || location.parent().map(|parent| parent.to_string_lossy().into_owned()).unwrap_or_default();
        let account = found.configuration.account(&path).map_or_else(directory, str::to_owned);
        Ok(Some(Ground { settings: found.configuration.settings(&path), account }))
    }

    fn document(&self, input: &Input, ground: Ground, pass: &Pass<'_>) -> Result<Document, Failure> {
        if let Pass::First(marker) = pass
            && let Some((lint, marks)) = self.streamed(input, &ground, marker)
        {
            let source = Source::new(input.name().to_owned(), Vec::new(), input.syntax);
            return Ok(Document { source, ground, lint, marks });
        }
        let source = Source::new(input.name().to_owned(), input.place().read()?, input.syntax);
        let (lint, marks) = self.lint(&source, &ground, pass);
        Ok(Document { source, ground, lint, marks })
    }

    fn lint(&self, source: &Source<'_>, ground: &Ground, pass: &Pass<'_>) -> (Lint, Marks) {
        let checker = ground.settings.checker();
        match pass {
            Pass::First(marker) => checker.mark(source, self.operation, marker, &ground.account),
            Pass::Again { .. } => (checker.lint(source, self.operation), Marks::default()),
        }
    }

    /// What newline-delimited JSON is that was read some lines at a time; nothing where it has to be read as a whole, since there is
    /// something to say of it.
    fn streamed(&self, input: &Input, ground: &Ground, marker: &Marker) -> Option<(Lint, Marks)> {
        if input.syntax != Syntax::Ndjson {
            return None;
        }
        let mut stream = ground.settings.checker().stream(self.operation, marker, &ground.account);
        let read = input.place().lines(|lines| {
            let Some(mut found) = stream.lines(lines) else { return ControlFlow::Break(()) };
            ground.settings.finish(Suppressions::default(), &mut found, &self.today);
            if found.is_empty() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        // What cannot be read is told when it is read as a whole.
        if read.ok()?.is_continue() { stream.finish() } else { None }
    }

    fn weighed(&self, input: &Input, document: Document, pass: &Pass<'_>) -> Result<Judged, Failure> {
        let mut checked = Checked::default();
        if let Pass::Again { applied, .. } = pass {
            checked.fixed = *applied;
        }
        let Document { source, ground: Ground { settings, .. }, mut lint, marks } =
            self.mended(input, document, pass, &mut checked)?;
        if let Pass::Again { more, .. } = pass {
            lint.diagnostics.extend_from_slice(more);
        }
        settings.apply(&source, &mut lint, &self.today);
        match &self.known {
            Some(Known::Hidden(known)) => checked.hidden = known.hide(input, &mut lint.diagnostics),
            Some(Known::Written(known)) => known.add(input, &lint.diagnostics, &mut checked.baseline),
            None => {}
        }
        let report = lint.into_report(&source);
        checked.parts = self.parts(&report, &source);
        let is_silent = checked.parts.iter().all(Part::is_empty) && report.findings().is_empty();
        if is_silent && checked.fixed == 0 && checked.hidden.stale == 0 {
            return Ok(Judged { verdict: Verdict::Clean(report.services()), marks });
        }
        checked.summary = [&report].into_iter().collect();
        checked.statistics = [&report].into_iter().collect();
        Ok(Judged { verdict: Verdict::Checked(Box::new(checked)), marks })
    }

    /// The parts of the outputs that a report has.
    pub(super) fn parts(&self, report: &Report, source: &Source<'_>) -> Vec<Part> {
        self.renderers.iter().map(|renderer| renderer.part(report, source)).collect()
    }

    /// Applies fixes where that is wanted: what is left is what the document then is.
    fn mended(
        &self,
        input: &Input,
        document: Document,
        pass: &Pass<'_>,
        checked: &mut Checked,
    ) -> Result<Document, Failure> {
        let (Fixes::Applied(most) | Fixes::Compared(most)) = self.fixes else { return Ok(document) };
        // Where nothing is wrong, the text may have been forgotten.
        if document.lint.diagnostics.is_empty() && document.lint.comments.is_empty() {
            return Ok(document);
        }
        let Document { source, ground: Ground { settings, .. }, .. } = &document;
        let look = |bytes: &[u8]| {
            let source = Source::new(input.name(), bytes, source.syntax());
            let mut lint = settings.checker().lint(&source, self.operation);
            settings.apply(&source, &mut lint, &self.today);
            if let Some(Known::Hidden(known)) = &self.known {
                known.hide(input, &mut lint.diagnostics);
            }
            lint.diagnostics
        };
        let Some(mended) = fix::mend(input.name(), source.bytes(), most, look)? else { return Ok(document) };
        checked.fixed += mended.count;
        if let Fixes::Compared(_) = self.fixes {
            checked.diff = diff::unified(input.name(), source.bytes(), &mended.bytes);
            return Ok(document);
        }
        if let Some(file) = input.file() {
            replace::file(&file, source.bytes(), &mended.bytes)?;
        }
        let source = Source::new(input.name().to_owned(), mended.bytes, source.syntax());
        let (lint, marks) = self.lint(&source, &document.ground, pass);
        Ok(Document { source, lint, marks, ..document })
    }
}

impl From<Verdict> for Judged {
    fn from(verdict: Verdict) -> Judged {
        Judged { verdict, marks: Marks::default() }
    }
}

fn stranger(name: &str) -> Failure {
    Failure::new(format!("{name} has no service, no API response and no wrangler configuration with VPC bindings"))
        .with_help("if it is meant to be one, say which: `--as request`, `--as response` or `--as wrangler`")
}
