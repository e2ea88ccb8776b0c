//! `vpcheck check`: files and directories.

mod judge;
mod show;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use vpcheck_report::{Renderer, Summary, escape};
use vpcheck_syntax::Syntax;
use vpcheck_validate::{Diagnostic, Facts, Operation, across};

use self::judge::{Checked, Judge, Verdict};
use crate::arguments::{CheckArguments, ColorChoice, FailOn, Kind};
use crate::exit::{Exit, Failure, say};
use crate::files::{Input, Origin, Stdin, changed, collect, syntax_of};
use crate::git;
use crate::output::{Destination, Output};
use crate::terminal;
use crate::watch;

/// The name of standard input where none is given.
const STDIN: &str = "<stdin>";

pub(crate) fn run(arguments: &CheckArguments, color: ColorChoice) -> Exit {
    match Check::new(arguments, color) {
        Ok(check) if arguments.watch => watch::run(&check.paths, || check.run()),
        Ok(check) => check.run(),
        Err(failure) => {
            failure.print();
            Exit::Failed
        }
    }
}

/// What is the same for all documents.
struct Check<'a> {
    arguments: &'a CheckArguments,
    paths: Vec<PathBuf>,
    stdin: Stdin<'a>,
    outputs: Vec<Output>,
    judge: Judge,
}

impl<'a> Check<'a> {
    /// Fails where the arguments contradict each other.
    fn new(arguments: &'a CheckArguments, color: ColorChoice) -> Result<Check<'a>, Failure> {
        let outputs = outputs(arguments)?;
        let renderers = outputs.iter().map(|output| {
            Renderer::new(output.format)
                .with_color(terminal::color(color, &output.destination))
                .with_width(terminal::width(&output.destination))
        });
        let judge = Judge::new(arguments, operation(arguments)?, renderers.collect())?;

        let mut paths = arguments.paths.clone();
        if paths.is_empty() {
            paths.push(if arguments.stdin_filename.is_some() { "-".into() } else { ".".into() });
        }
        let stdin = stdin(arguments, &paths)?;
        if let Some(option) = only_files(arguments).filter(|_| paths.iter().any(|path| path.as_os_str() == "-")) {
            return Err(Failure::new(format!("`{option}` is about files, and standard input is none")));
        }
        Ok(Check { arguments, paths, stdin, outputs, judge })
    }

    fn run(&self) -> Exit {
        let (inputs, failures) = match self.inputs() {
            Ok(inputs) => inputs,
            Err(failure) => {
                failure.print();
                return Exit::Failed;
            }
        };
        failures.iter().for_each(Failure::print);
        let failed = !failures.is_empty();
        if self.arguments.show_files {
            return self.show(&inputs, failed);
        }
        let mut verdicts = self.all(&inputs, |input| self.judge.verdict(input, &[]));
        self.compare(&inputs, &mut verdicts);
        self.report(&inputs, verdicts, failed)
    }

    /// What there is to check, and what could not be read.
    fn inputs(&self) -> Result<(Vec<Input>, Vec<Failure>), Failure> {
        let selection = match &self.arguments.since {
            _ if self.arguments.staged => git::Selection::Staged,
            Some(revision) => git::Selection::Since(revision.clone()),
            None => return Ok(collect(&self.paths, self.stdin)),
        };
        Ok((changed(&self.paths, &selection)?, Vec::new()))
    }

    /// Adds what only shows when the files are seen together.
    fn compare(&self, inputs: &[Input], verdicts: &mut [Verdict]) {
        let mut found: Vec<(usize, Vec<Diagnostic>)> = Vec::new();
        {
            let checked = inputs.iter().zip(&*verdicts).enumerate();
            let (indices, files): (Vec<usize>, Vec<(&str, &str, &Facts)>) = checked
                .filter_map(|(index, (input, verdict))| match verdict {
                    Verdict::Checked(checked) => {
                        Some((index, (input.name.as_str(), checked.account.as_str(), &checked.facts)))
                    }
                    Verdict::Skipped(_) | Verdict::Failed(_) => None,
                })
                .unzip();
            for (file, diagnostic) in across(&files) {
                let Some(&index) = indices.get(file) else { continue };
                match found.last_mut().filter(|(last, _)| *last == index) {
                    Some((_, diagnostics)) => diagnostics.push(diagnostic),
                    None => found.push((index, vec![diagnostic])),
                }
            }
        }
        let again = self
            .all(&found, |(index, diagnostics)| inputs.get(*index).map(|input| self.judge.verdict(input, diagnostics)));
        for ((index, _), verdict) in found.iter().zip(again) {
            if let (Some(place), Some(verdict)) = (verdicts.get_mut(*index), verdict) {
                *place = verdict;
            }
        }
    }

    fn report(&self, inputs: &[Input], verdicts: Vec<Verdict>, mut failed: bool) -> Exit {
        let mut parts = vec![Vec::new(); self.outputs.len()];
        let mut summary = Summary::default();
        let mut skipped = 0;
        let mut read = Vec::new();
        for (input, verdict) in inputs.iter().zip(verdicts) {
            // What is passed over may be the report of another time.
            if input.origin == Origin::Named || !matches!(verdict, Verdict::Skipped(_)) {
                read.extend(input.file.as_deref());
            }
            match verdict {
                Verdict::Checked(checked) => {
                    let Checked { parts: new, summary: found, .. } = *checked;
                    parts.iter_mut().zip(new).for_each(|(parts, part)| parts.push(part));
                    summary += found;
                }
                Verdict::Skipped(reason) => {
                    skipped += 1;
                    if self.arguments.verbose {
                        say(format_args!("passed over {}: {reason}", escape(&input.name)));
                    }
                }
                Verdict::Failed(failure) => {
                    failed = true;
                    failure.print();
                }
            }
        }

        for ((output, renderer), parts) in self.outputs.iter().zip(self.judge.renderers()).zip(&parts) {
            let destination = &output.destination;
            let spared = destination.spare(read.iter().copied());
            if let Err(failure) = spared.and_then(|()| destination.write(&renderer.assemble(parts, &summary))) {
                failed = true;
                failure.print();
            }
        }
        if summary.files == 0 && !failed && !self.is_fine_without_files() {
            failed = true;
            self.nothing_to_check(skipped).print();
        }
        self.exit(failed, summary)
    }

    /// Whether there may be nothing to check: a change may well touch nothing of ours.
    fn is_fine_without_files(&self) -> bool {
        self.arguments.allow_empty || self.arguments.staged || self.arguments.since.is_some()
    }

    fn exit(&self, failed: bool, summary: Summary) -> Exit {
        let found = match self.arguments.fail_on {
            FailOn::Error => summary.errors > 0,
            FailOn::Warning => summary.errors + summary.warnings > 0,
            FailOn::Never => false,
        };
        match (failed, found) {
            (true, _) => Exit::Failed,
            (false, true) => Exit::Found,
            (false, false) => Exit::Clean,
        }
    }

    fn nothing_to_check(&self, skipped: usize) -> Failure {
        let places: Vec<_> = self.paths.iter().map(|path| path.display().to_string()).collect();
        let places = places.join(", ");
        let (message, help) = if skipped == 0 {
            (
                format!("there is no file below {places} whose name tells a syntax that is read here"),
                "names end in .json, .jsonc, .ndjson, .yaml, .toml, .tf, .tf.json, .md or .sh; if it is fine that there is nothing to \
                 check, say `--allow-empty`",
            )
        } else {
            let files = if skipped == 1 { "the one file".to_owned() } else { format!("none of the {skipped} files") };
            let has = if skipped == 1 { "that could be read has no" } else { "that could be read has a" };
            (
                format!(
                    "{files} below {places} {has} service, API response or wrangler configuration with VPC bindings"
                ),
                "`--verbose` says why of each file; `--as request` and the like check them all the same; if it is fine that there \
                 is nothing to check, say `--allow-empty`",
            )
        };
        Failure::new(message).with_help(help)
    }

    /// What becomes of each item, in their order.
    fn all<T: Sync, V: Send>(&self, items: &[T], work: impl Fn(&T) -> V + Send + Sync) -> Vec<V> {
        let processors = || available_parallelism().map_or(1, NonZeroUsize::get);
        let threads = self.arguments.threads.map_or_else(processors, NonZeroUsize::get).min(items.len());
        if threads > 1 {
            // Without threads of its own, this one does the work.
            if let Ok(pool) = ThreadPoolBuilder::new().num_threads(threads).build() {
                return pool.install(|| items.par_iter().map(&work).collect());
            }
        }
        items.iter().map(work).collect()
    }
}

/// The formats and where they go.
fn outputs(arguments: &CheckArguments) -> Result<Vec<Output>, Failure> {
    let outputs = &arguments.output_format;
    if outputs.is_empty() {
        return Ok(vec![Output::by_default()]);
    }
    if outputs.iter().filter(|output| output.destination == Destination::Stdout).count() > 1 {
        return Err(Failure::new("`--output-format` is given twice for standard output")
            .with_help("write the others to files: `--output-format json=findings.json`"));
    }
    for (index, output) in outputs.iter().enumerate() {
        if let Destination::File(path) = &output.destination
            && outputs.iter().take(index).any(|earlier| earlier.destination == output.destination)
        {
            return Err(Failure::new(format!("`--output-format` is given twice for {}", path.display()))
                .with_help("give each format a file of its own"));
        }
    }
    Ok(outputs.clone())
}

/// What the documents are judged for, where it was said.
fn operation(arguments: &CheckArguments) -> Result<Option<Operation>, Failure> {
    match (arguments.kind, arguments.response_of) {
        (Some(Kind::Request | Kind::Wrangler), Some(_)) => {
            Err(Failure::new("`--response-of` is about responses, and `--as` says that these are none"))
        }
        (_, Some(operation)) => Ok(Some(operation.into())),
        (kind, None) => Ok(kind.map(Operation::from)),
    }
}

fn stdin<'a>(arguments: &'a CheckArguments, paths: &[PathBuf]) -> Result<Stdin<'a>, Failure> {
    let Some(name) = arguments.stdin_filename.as_deref() else {
        return Ok(Stdin { name: STDIN, syntax: Syntax::Json });
    };
    if !paths.iter().any(|path| path.as_os_str() == "-") {
        return Err(Failure::new("`--stdin-filename` names standard input, and no PATH is `-`"));
    }
    let syntax = syntax_of(Path::new(name)).ok_or_else(|| {
        Failure::new(format!("the name {name} does not tell the syntax of standard input")).with_help(
            "give `--stdin-filename` a name that ends in .json, .jsonc, .ndjson, .yaml, .toml, .tf, .tf.json, .md or .sh",
        )
    })?;
    Ok(Stdin { name, syntax })
}

/// An option that was given and makes no sense for standard input.
fn only_files(arguments: &CheckArguments) -> Option<&'static str> {
    let options = [
        ("--fix", arguments.fix),
        ("--unsafe-fixes", arguments.unsafe_fixes && !arguments.diff),
        ("--staged", arguments.staged),
        ("--since", arguments.since.is_some()),
        ("--watch", arguments.watch),
    ];
    options.into_iter().find(|(_, is_given)| *is_given).map(|(name, _)| name)
}
