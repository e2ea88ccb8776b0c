//! `vpcheck check`: files and directories.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use vpcheck_report::{Renderer, Summary, escape};
use vpcheck_syntax::Source;
use vpcheck_validate::{Checker, Operation};

use crate::arguments::{CheckArguments, ColorChoice, FailOn, Kind};
use crate::exit::{Exit, Failure, say};
use crate::files::{Input, Origin, collect, is_json};
use crate::output::Destination;
use crate::recognise::{Recognised, recognise};
use crate::rule::named;
use crate::terminal;

/// The name of standard input where none is given.
const STDIN: &str = "<stdin>";

pub(crate) fn run(arguments: &CheckArguments, color: ColorChoice) -> Exit {
    match Check::new(arguments, color) {
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
    stdin_name: &'a str,
    /// What the documents are judged for, where it was said.
    operation: Option<Operation>,
    checker: Checker,
    /// One for each output.
    renderers: Vec<Renderer>,
}

/// What became of a document.
enum Verdict {
    /// It was checked: its part of each output, and what was found.
    Checked(Vec<String>, Summary),
    /// It is not one of ours.
    Skipped(&'static str),
    /// It could not be checked.
    Failed(Failure),
}

impl<'a> Check<'a> {
    /// Fails where the arguments contradict each other.
    fn new(arguments: &'a CheckArguments, color: ColorChoice) -> Result<Check<'a>, Failure> {
        let outputs = &arguments.output_format;
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
        let renderers = outputs.iter().map(|output| {
            Renderer::new(output.format)
                .with_color(terminal::color(color, &output.destination))
                .with_width(terminal::width(&output.destination))
        });

        let operation = match (arguments.kind, arguments.response_of) {
            (Some(Kind::Request | Kind::Wrangler), Some(_)) => {
                return Err(Failure::new("`--response-of` is about responses, and `--as` says that these are none"));
            }
            (_, Some(operation)) => Some(operation.into()),
            (kind, None) => kind.map(Operation::from),
        };

        let stdin_name = arguments.stdin_filename.as_deref().unwrap_or(STDIN);
        let mut paths = arguments.paths.clone();
        if paths.is_empty() {
            paths.push(if arguments.stdin_filename.is_some() { "-".into() } else { ".".into() });
        }
        if arguments.stdin_filename.is_some() {
            if !paths.iter().any(|path| path.as_os_str() == "-") {
                return Err(Failure::new("`--stdin-filename` names standard input, and no PATH is `-`"));
            }
            if !is_json(Path::new(stdin_name)) {
                let message = format!("{stdin_name} does not end in .json, and this version reads only JSON");
                return Err(Failure::new(message).with_help("give `--stdin-filename` a name that ends in .json"));
            }
        }
        let rules = arguments.also.iter().map(|id| named(id)).collect::<Result<Vec<_>, _>>()?;
        let checker = rules.into_iter().fold(Checker::new(), Checker::also);
        Ok(Check { arguments, paths, stdin_name, operation, checker, renderers: renderers.collect() })
    }

    fn run(&self) -> Exit {
        let (inputs, failures) = collect(&self.paths, self.stdin_name);
        failures.iter().for_each(Failure::print);
        let mut failed = !failures.is_empty();

        let mut parts = vec![Vec::new(); self.renderers.len()];
        let mut summary = Summary::default();
        let mut skipped = 0;
        let mut read = Vec::new();
        for (input, verdict) in inputs.iter().zip(self.all(&inputs)) {
            // What is passed over may be the report of another time.
            if input.origin == Origin::Named || !matches!(verdict, Verdict::Skipped(_)) {
                read.extend(input.file.as_deref());
            }
            match verdict {
                Verdict::Checked(new, found) => {
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

        for ((output, renderer), parts) in self.arguments.output_format.iter().zip(&self.renderers).zip(&parts) {
            let destination = &output.destination;
            let spared = destination.spare(read.iter().copied());
            if let Err(failure) = spared.and_then(|()| destination.write(&renderer.assemble(parts, &summary))) {
                failed = true;
                failure.print();
            }
        }
        if summary.files == 0 && !failed && !self.arguments.allow_empty {
            failed = true;
            self.nothing_to_check(skipped).print();
        }
        self.exit(failed, summary)
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
                format!("there is no .json file below {places}, and this version reads only those"),
                "if that is fine, say `--allow-empty`",
            )
        } else {
            let files = if skipped == 1 {
                "the one .json file".to_owned()
            } else {
                format!("none of the {skipped} .json files")
            };
            let is = if skipped == 1 { "is not" } else { "is" };
            (
                format!(
                    "{files} below {places} {is} a service, an API response or a wrangler configuration with VPC bindings"
                ),
                "`--verbose` says why of each file; `--as request` and the like check them all the same; if it is fine that there \
                 is nothing to check, say `--allow-empty`",
            )
        };
        Failure::new(message).with_help(help)
    }

    /// What becomes of each document, in their order.
    fn all(&self, inputs: &[Input]) -> Vec<Verdict> {
        let processors = || available_parallelism().map_or(1, NonZeroUsize::get);
        let threads = self.arguments.threads.map_or_else(processors, NonZeroUsize::get).min(inputs.len());
        if threads > 1 {
            // Without threads of its own, this one does the work.
            if let Ok(pool) = ThreadPoolBuilder::new().num_threads(threads).build() {
                return pool.install(|| inputs.par_iter().map(|input| self.one(input)).collect());
            }
        }
        inputs.iter().map(|input| self.one(input)).collect()
    }

    fn one(&self, input: &Input) -> Verdict {
        let bytes = match input.place.read() {
            Ok(bytes) => bytes,
            Err(failure) => return Verdict::Failed(failure),
        };
        let source = Source::json(input.name.as_str(), bytes);
        let recognised = match self.operation {
            Some(operation) => Recognised::Ours(self.checker.check(&source, operation)),
            None => recognise(&self.checker, &source),
        };
        let report = match (recognised, input.origin) {
            (Recognised::Ours(report), _) | (Recognised::Broken(report), Origin::Named) => report,
            (Recognised::Broken(_), Origin::Found) => {
                return Verdict::Skipped("it is no JSON, and names no member of a service or a binding");
            }
            (Recognised::Other, Origin::Named) => return Verdict::Failed(stranger(&input.name)),
            (Recognised::Other, Origin::Found) => {
                return Verdict::Skipped(
                    "it is no service, no API response with services and no wrangler configuration",
                );
            }
        };
        let parts = self.renderers.iter().map(|renderer| renderer.part(&report, &source)).collect();
        Verdict::Checked(parts, [&report].into_iter().collect())
    }
}

fn stranger(name: &str) -> Failure {
    Failure::new(format!(
        "{name} is not a service, an API response with services or a wrangler configuration with VPC bindings"
    ))
    .with_help("if it is meant to be one, say which: `--as request`, `--as response` or `--as wrangler`")
}
