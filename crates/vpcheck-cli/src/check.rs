//! `vpcheck check`: files and directories.

mod baseline;
mod finish;
mod judge;
mod nothing;
mod show;
mod workers;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use vpcheck_report::Renderer;
use vpcheck_syntax::Syntax;
use vpcheck_validate::{Compared, Comparison, Diagnostic, Operation, Rule, Safety};

use self::baseline::{Known, Reader, Writer};
use self::judge::{Fixes, Judge, Pass, Verdict};
use self::workers::Workers;
use crate::arguments::{CheckArguments, ColorChoice, Kind};
use crate::configuration::{Choice, Configurations, today};
use crate::exit::{Exit, Failure};
use crate::files::{Input, Stdin, changed, collect, syntax_of};
use crate::git;
use crate::output::{Destination, Output};
use crate::rule::named;
use crate::terminal;
use crate::watch;

/// How many documents are judged before what is to stay of them is kept.
const AT_ONCE: usize = 512;

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
                let verdicts = self.verdicts(&judge, &inputs);
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

    /// What becomes of each document, also where several are seen together.
    fn verdicts(&self, judge: &Judge, inputs: &[Input]) -> Vec<Verdict> {
        let workers = Workers::new(self.arguments.threads, inputs.len());
        let mut comparison = Comparison::new();
        let mut verdicts = Vec::with_capacity(inputs.len());
        for some in inputs.chunks(AT_ONCE) {
            for judged in workers.all(some, |input| judge.judged(input, &Pass::First(comparison.marker()))) {
                let marks = if inputs.len() > 1 { judged.marks } else { judged.marks.alone() };
                comparison.add(verdicts.len(), marks);
                verdicts.push(judged.verdict);
            }
        }
        for (index, verdict) in compare(judge, inputs, &verdicts, comparison, &workers) {
            if let Some(place) = verdicts.get_mut(index) {
                *place = verdict;
            }
        }
        verdicts
    }
}

/// What becomes of the documents in which something is wrong that only shows when they are seen together.
fn compare(
    judge: &Judge,
    inputs: &[Input],
    verdicts: &[Verdict],
    mut comparison: Comparison,
    workers: &Workers,
) -> Vec<(usize, Verdict)> {
    let suspects = comparison.suspects();
    let facts = workers.all(&suspects, |index| Some((*index, inputs.get(*index)?, judge.facts(inputs.get(*index)?)?)));
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    let compared: Vec<Compared<'_>> = facts
        .iter()
        .map(|(index, input, (account, facts))| Compared { index: *index, name: input.name(), account, facts })
        .collect();
    let found = comparison.findings(&compared);
    let files: Vec<&[(usize, Diagnostic)]> = found.chunk_by(|(one, _), (other, _)| one == other).collect();
    let again = workers.all(&files, |found| {
        let (index, _) = found.first()?;
        let more: Vec<Diagnostic> = found.iter().map(|(_, diagnostic)| diagnostic.clone()).collect();
        let pass = Pass::Again { more: &more, applied: judge.applied(verdicts.get(*index)?) };
        Some((*index, judge.judged(inputs.get(*index)?, &pass).verdict))
    });
    again.into_iter().flatten().collect()
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
