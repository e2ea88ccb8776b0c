//! From what became of the documents to the outputs and the exit code.

use std::path::Path;

use vpcheck_config::Baseline;
use vpcheck_report::{Format, Part, Statistics, Summary, escape};

use super::baseline::Known;
use super::judge::{Checked, Fixes, Judge, Verdict};
use super::{Check, nothing};
use crate::arguments::FailOn;
use crate::exit::{Exit, Failure, say};
use crate::files::{Input, Origin};
use crate::output::Destination;

/// All that became of the documents.
#[derive(Default)]
struct Outcome {
    /// For each document that there is something to say of its name, and its part of each output.
    documents: Vec<(String, Vec<Part>)>,
    summary: Summary,
    statistics: Statistics,
    baseline: Baseline,
    diff: String,
    /// How many fixes were applied, or would be.
    fixed: usize,
    /// How many findings are no longer there that the baseline has.
    stale: usize,
    /// How many documents were passed over.
    skipped: usize,
    failures: Vec<Failure>,
}

impl Outcome {
    fn add(&mut self, input: &Input, checked: Checked) {
        self.documents.push((input.name().to_owned(), checked.parts));
        self.summary += checked.summary;
        self.statistics += checked.statistics;
        self.baseline.merge(checked.baseline);
        self.diff.push_str(&checked.diff);
        self.fixed += checked.fixed;
        self.stale += checked.hidden.stale;
    }

    /// Notes a failure. One that many documents have in common, such as that of their configuration, is told once.
    fn fail(&mut self, failure: Failure) {
        if !self.failures.contains(&failure) {
            failure.print();
            self.failures.push(failure);
        }
    }
}

impl Check<'_> {
    /// Writes what was found, and says how the command ends.
    pub(super) fn finish(&self, judge: &Judge, inputs: &[Input], mut verdicts: Vec<Verdict>, failed: bool) -> Exit {
        let mut outcome = Outcome::default();
        for (input, verdict) in inputs.iter().zip(&mut verdicts) {
            if let Verdict::Skipped(reason) = verdict {
                outcome.skipped += 1;
                if self.arguments.verbose {
                    say(format_args!("passed over {}: {reason}", escape(input.name())));
                }
                continue;
            }
            match std::mem::replace(verdict, Verdict::Clean(0)) {
                Verdict::Clean(services) => outcome.summary += Summary { files: 1, services, ..Summary::default() },
                Verdict::Checked(checked) => outcome.add(input, *checked),
                Verdict::Failed(failure) => outcome.fail(*failure),
                Verdict::Skipped(_) => {}
            }
        }
        if outcome.summary.files == 0 && outcome.failures.is_empty() && !failed && !self.is_fine_without_files() {
            outcome.fail(nothing::to_check(&self.paths, outcome.skipped));
        }
        add_configurations(judge, &mut outcome);

        let written = match (&judge.known, judge.fixes) {
            (Some(Known::Written(known)), _) => known.write(&outcome.baseline),
            (_, Fixes::Compared(_)) => Destination::Stdout.write(&outcome.diff),
            _ => {
                let was_read = |file: &Path| {
                    let read = inputs.iter().zip(&verdicts).filter(|(input, verdict)| {
                        // What is passed over may be the report of another time.
                        input.origin == Origin::Named || !matches!(verdict, Verdict::Skipped(_))
                    });
                    read.filter_map(|(input, _)| input.file()).any(|read| read == file)
                };
                self.write(judge, &mut outcome, was_read)
            }
        };
        if let Err(failure) = written {
            outcome.fail(failure);
        }
        self.say_what_was_done(judge, &outcome);
        self.exit(judge, failed, &outcome)
    }

    /// Writes each output.
    fn write(&self, judge: &Judge, outcome: &mut Outcome, was_read: impl Fn(&Path) -> bool) -> Result<(), Failure> {
        outcome.documents.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut result = Ok(());
        for (index, (output, renderer)) in self.outputs.iter().zip(&judge.renderers).enumerate() {
            let parts: Vec<Part> = outcome
                .documents
                .iter_mut()
                .filter_map(|(_, parts)| parts.get_mut(index).map(std::mem::take))
                .collect();
            let spared = output.destination.spare(&was_read);
            let text = renderer.assemble(&parts, &outcome.summary);
            let written = spared.and_then(|()| output.destination.write(&text));
            // The others are written all the same.
            result = result.and(written);
        }
        if self.arguments.statistics {
            result = result.and(self.count(&outcome.statistics));
        }
        result
    }

    /// Writes how often each rule found something: below the findings where those are for people, and else where it is in the way of nobody.
    fn count(&self, statistics: &Statistics) -> Result<(), Failure> {
        let text = statistics.to_string();
        let is_for_people = |format| matches!(format, Format::Full | Format::Concise | Format::Github);
        let on_stdout = self.outputs.iter().find(|output| output.destination == Destination::Stdout);
        if on_stdout.is_none_or(|output| is_for_people(output.format)) {
            return Destination::Stdout.write(&text);
        }
        if !text.is_empty() {
            say(text.trim_end());
        }
        Ok(())
    }

    /// Says on standard error what else was done.
    fn say_what_was_done(&self, judge: &Judge, outcome: &Outcome) {
        if self.arguments.quiet {
            return;
        }
        let fixes = match outcome.fixed {
            0 => None,
            1 => Some("1 fix".to_owned()),
            many => Some(format!("{many} fixes")),
        };
        match (judge.fixes, fixes) {
            (Fixes::Applied(_), Some(fixes)) => say(format_args!("applied {fixes}")),
            (Fixes::Compared(_), Some(fixes)) => say(format_args!("would apply {fixes}")),
            _ => {}
        }
        if outcome.stale > 0 {
            let findings = if outcome.stale == 1 { "finding that is" } else { "findings that are" };
            say(format_args!("the baseline has {} {findings} gone: `--write-baseline` writes it anew", outcome.stale));
        }
    }

    fn exit(&self, judge: &Judge, failed: bool, outcome: &Outcome) -> Exit {
        let summary = outcome.summary;
        let found = match (judge.fixes, &judge.known) {
            (Fixes::Compared(_), _) => outcome.fixed > 0,
            (_, Some(Known::Written(_))) => false,
            _ => match self.arguments.fail_on {
                FailOn::Error => summary.errors > 0,
                FailOn::Warning => summary.errors + summary.warnings > 0,
                FailOn::Never => false,
            },
        };
        match (failed || !outcome.failures.is_empty(), found) {
            (true, _) => Exit::Failed,
            (false, true) => Exit::Found,
            (false, false) => Exit::Clean,
        }
    }

    /// Whether there may be nothing to check: a change may well touch nothing of ours.
    fn is_fine_without_files(&self) -> bool {
        self.arguments.allow_empty || self.arguments.staged || self.arguments.since.is_some()
    }
}

/// Adds what is to be said about the configurations themselves, which is known when all documents were checked.
fn add_configurations(judge: &Judge, outcome: &mut Outcome) {
    for found in judge.configurations.used() {
        let Some((report, source)) = found.report(&judge.today) else { continue };
        if !report.findings().is_empty() {
            let summary: Summary = [&report].into_iter().collect();
            // A configuration is no file that was asked for.
            outcome.summary += Summary { files: 0, ..summary };
            outcome.statistics.add(&report);
            outcome.documents.push((source.name().to_owned(), judge.parts(&report, source)));
        }
    }
}
