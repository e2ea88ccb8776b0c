//! `vpcheck check`: files and directories.

mod baseline;
mod finish;
mod judge;
mod nothing;
mod show;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::available_parallelism;

use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use vpcheck_report::Renderer;
use vpcheck_syntax::Syntax;
use vpcheck_validate::{Diagnostic, Facts, Operation, Rule, Safety, across};

use self::baseline::{Known, Reader, Writer};
use self::judge::{Fixes, Judge, Verdict};
use crate::arguments::{CheckArguments, ColorChoice, Kind};
use crate::configuration::{Choice, Configurations, today};
use crate::exit::{Exit, Failure};
use crate::files::{Input, Stdin, changed, collect, syntax_of};
use crate::git;
use crate::output::{Destination, Output};
use crate::rule::named;
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

/// What is the same for all documents, and each time they are checked.
struct Check<'a> {
    arguments: &'a CheckArguments,
    color: ColorChoice,
    paths: Vec<PathBuf>,
    stdin: Stdin<'a>,
    outputs: Vec<Output>,
    operation: Option<Operation>,
    also: Vec<&'static Rule>,
}

impl<'a> Check<'a> {
    /// Fails where the arguments contradict each other.
    fn new(arguments: &'a CheckArguments, color: ColorChoice) -> Result<Check<'a>, Failure> {
        let mut paths = arguments.paths.clone();
        if paths.is_empty() {
            paths.push(if arguments.stdin_filename.is_some() { "-".into() } else { ".".into() });
        }
        let stdin = stdin(arguments, &paths)?;
        if let Some(option) = only_files(arguments).filter(|_| paths.iter().any(|path| path.as_os_str() == "-")) {
            return Err(Failure::new(format!("`{option}` is about files, and standard input is none")));
        }
        Ok(Check {
            arguments,
            color,
            paths,
            stdin,
            outputs: outputs(arguments)?,
            operation: operation(arguments)?,
            also: arguments.also.iter().map(|id| named(id)).collect::<Result<_, _>>()?,
        })
    }

    /// How documents are judged this time: files that say so may have changed since.
    fn judge(&self) -> Result<Judge, Failure> {
        let arguments = self.arguments;
        let choice = match &arguments.config {
            Some(file) => Choice::Named(file.clone()),
            None if arguments.isolated => Choice::Isolated,
            None => Choice::Nearest,
        };
        let known = match (&arguments.baseline, &arguments.write_baseline) {
            (Some(file), _) => Some(Known::Hidden(Reader::new(file)?)),
            (None, Some(file)) => Some(Known::Written(Writer::new(file)?)),
            (None, None) => None,
        };
        let most = if arguments.unsafe_fixes { Safety::Unsafe } else { Safety::Safe };
        let fixes = match (arguments.diff, arguments.fix || arguments.unsafe_fixes) {
            (true, _) => Fixes::Compared(most),
            (false, true) => Fixes::Applied(most),
            (false, false) => Fixes::Shown,
        };
        let renderers = self.outputs.iter().map(|output| {
            let renderer = Renderer::new(output.format)
                .with_color(terminal::color(self.color, &output.destination))
                .with_links(terminal::links(&output.destination))
                .with_width(terminal::width(&output.destination));
            if arguments.quiet { renderer.quiet() } else { renderer }
        });
        Ok(Judge {
            operation: self.operation,
            configurations: Arc::new(Configurations::new(choice, self.also.clone(), self.color)),
            known,
            fixes,
            renderers: renderers.collect(),
            today: today(),
        })
    }

    fn run(&self) -> Exit {
        match self.judge().and_then(|judge| {
            let inputs = self.inputs(&judge)?;
            Ok((judge, inputs))
        }) {
            Ok((judge, (inputs, failures))) => {
                failures.iter().for_each(Failure::print);
                let failed = !failures.is_empty();
                if self.arguments.show_files {
                    return self.show(&judge, &inputs, failed);
                }
                let mut verdicts = self.all(&inputs, |input| judge.verdict(input, &[]));
                self.compare(&judge, &inputs, &mut verdicts);
                self.finish(&judge, &inputs, verdicts, failed)
            }
            Err(failure) => {
                failure.print();
                Exit::Failed
            }
        }
    }

    /// What there is to check, and what could not be read.
    fn inputs(&self, judge: &Judge) -> Result<(Vec<Input>, Vec<Failure>), Failure> {
        let selection = match &self.arguments.since {
            _ if self.arguments.staged => git::Selection::Staged,
            Some(revision) => git::Selection::Since(revision.clone()),
            None => return Ok(collect(&self.paths, self.stdin, &judge.configurations)),
        };
        Ok((changed(&self.paths, &selection)?, Vec::new()))
    }

    /// Adds what only shows when the files are seen together.
    fn compare(&self, judge: &Judge, inputs: &[Input], verdicts: &mut [Verdict]) {
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
        let again =
            self.all(&found, |(index, diagnostics)| inputs.get(*index).map(|input| judge.verdict(input, diagnostics)));
        for ((index, _), verdict) in found.iter().zip(again) {
            if let (Some(place), Some(verdict)) = (verdicts.get_mut(*index), verdict) {
                *place = verdict;
            }
        }
    }

    /// What becomes of each item, in their order.
    fn all<T: Sync, V: Send>(&self, items: &[T], work: impl Fn(&T) -> V + Send + Sync) -> Vec<V> {
        // How many processors there are stands in several files, which take longer to read than one document.
        let processors = || if items.len() > 1 { available_parallelism().map_or(1, NonZeroUsize::get) } else { 1 };
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
