//! Finding, reading and starting configurations.

mod today;

use std::collections::HashMap;
use std::env;
use std::fs::OpenOptions;
use std::io::{self, ErrorKind, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use vpcheck_config::{Configuration, json_schema, template};
use vpcheck_report::{Format, Renderer, Summary};
use vpcheck_syntax::{Source, Syntax};
use vpcheck_validate::{Report, Rule};

pub(crate) use self::today::today;
use crate::arguments::{ColorChoice, ConfigArguments, ConfigCommand, InitArguments};
use crate::exit::{Exit, Failure, say};
use crate::files::{Place, below};
use crate::output::{Destination, cannot};
use crate::terminal;

/// What a configuration file may be called.
const NAMES: [&str; 2] = ["vpcheck.toml", ".vpcheck.toml"];

/// Which configurations are looked for.
#[derive(Clone, Debug)]
pub(crate) enum Choice {
    /// The nearest one above each file, up to the root of the repository.
    Nearest,
    /// This one, for all files.
    Named(PathBuf),
    /// None.
    Isolated,
}

/// The configurations of the files of a run, each read once.
#[derive(Debug)]
pub(crate) struct Configurations {
    choice: Choice,
    /// Rules that are asked for on the command line.
    also: Vec<&'static Rule>,
    color: ColorChoice,
    none: Arc<Found>,
    by_directory: Mutex<HashMap<PathBuf, Outcome>>,
    /// Held by the thread that loads a configuration.
    loading: Mutex<()>,
}

/// A configuration, or why it cannot be used.
type Outcome = Result<Arc<Found>, Failure>;

/// A configuration and where it is.
#[derive(Debug)]
pub(crate) struct Found {
    /// What it says.
    pub(crate) configuration: Configuration,
    /// The directory that its paths start from, without links and `..`; without a file, there is none.
    directory: Option<PathBuf>,
    source: Source<'static>,
}

impl Found {
    /// What a file is called in the configuration: its path from there, with `/` between directories.
    ///
    /// `file` is a path without links and `..`. Where it is not below the directory of the configuration, it is called by its whole path.
    pub(crate) fn path(&self, file: &Path) -> String {
        below(self.directory.as_deref().unwrap_or(Path::new("")), file)
    }

    /// What is to be said about the configuration itself when all files were checked; nothing without a file.
    pub(crate) fn report(&self, today: &str) -> Option<(Report, &Source<'static>)> {
        self.directory.as_ref()?;
        Some((self.configuration.report(&self.source, today), &self.source))
    }
}

impl Configurations {
    /// Configurations that are looked for when a file asks, to which `also` adds rules.
    pub(crate) fn new(choice: Choice, also: Vec<&'static Rule>, color: ColorChoice) -> Configurations {
        let mut configurations = Configurations {
            choice,
            also,
            color,
            none: Arc::new(Found { configuration: Configuration::default(), directory: None, source: nothing() }),
            by_directory: Mutex::default(),
            loading: Mutex::default(),
        };
        configurations.none = Arc::new(configurations.found(Configuration::default(), None, nothing()));
        configurations
    }

    /// The configuration of a file, given by its path without links and `..`; of standard input, by that of the directory it is from.
    ///
    /// What is wrong with a configuration is told on standard error, once.
    pub(crate) fn of_file(&self, file: &Path) -> Outcome {
        match file.parent() {
            Some(directory) => self.of_directory(directory),
            None => self.of_directory(file),
        }
    }

    /// The configuration of what is in a directory, given by its path without links and `..`.
    pub(crate) fn of_directory(&self, directory: &Path) -> Outcome {
        match &self.choice {
            Choice::Isolated => Ok(Arc::clone(&self.none)),
            // The empty path stands for all directories.
            Choice::Named(file) => self.once(Path::new(""), || self.load(file)),
            Choice::Nearest => self.nearest(directory),
        }
    }

    /// Whether a directory, given by its path without links and `..`, is left out by the configuration of what it is in.
    pub(crate) fn excludes(&self, directory: &Path) -> bool {
        // What is wrong with a configuration is told when a file asks for it.
        self.of_file(directory).is_ok_and(|found| found.configuration.excludes(&found.path(directory)))
    }

    /// Every configuration that was used, in the order of their directories.
    pub(crate) fn used(&self) -> Vec<Arc<Found>> {
        let by_directory = self.by_directory.lock().unwrap_or_else(PoisonError::into_inner);
        let mut used: Vec<_> =
            by_directory.values().flatten().filter(|found| found.directory.is_some()).cloned().collect();
        used.sort_by(|a, b| a.directory.cmp(&b.directory));
        used.dedup_by(|a, b| a.directory == b.directory);
        used
    }

    /// Looks upwards, and remembers the answer for every directory on the way.
    fn nearest(&self, directory: &Path) -> Outcome {
        let mut outcome = None;
        let mut passed = Vec::new();
        for above in directory.ancestors() {
            if let Some(known) = self.known(above) {
                outcome = Some(known);
                break;
            }
            passed.push(above);
            let there = NAMES.map(|name| above.join(name)).into_iter().filter(|file| file.is_file());
            match there.collect::<Vec<_>>().as_slice() {
                [] => {}
                [file] => {
                    outcome = Some(self.once(file, || self.load(file)));
                    break;
                }
                [file, ..] => {
                    let message = format!("{} has both {} and {}", above.display(), NAMES[0], NAMES[1]);
                    let help = format!("keep one of them, such as {}", file.display());
                    outcome = Some(Err(Failure::new(message).with_help(help)));
                    break;
                }
            }
            if above.join(".git").exists() {
                break;
            }
        }
        let outcome = outcome.unwrap_or_else(|| Ok(Arc::clone(&self.none)));
        let mut by_directory = self.by_directory.lock().unwrap_or_else(PoisonError::into_inner);
        by_directory.extend(passed.into_iter().map(|directory| (directory.to_owned(), outcome.clone())));
        outcome
    }

    fn known(&self, directory: &Path) -> Option<Outcome> {
        self.by_directory.lock().unwrap_or_else(PoisonError::into_inner).get(directory).cloned()
    }

    /// What was loaded under a key, by whichever thread comes first: what is wrong with it is told once.
    fn once(&self, key: &Path, load: impl FnOnce() -> Outcome) -> Outcome {
        let _loading = self.loading.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = self.known(key) {
            return known;
        }
        let outcome = load();
        let mut by_directory = self.by_directory.lock().unwrap_or_else(PoisonError::into_inner);
        by_directory.insert(key.to_owned(), outcome.clone());
        outcome
    }

    /// Reads a configuration file, and the schema that it names.
    fn load(&self, file: &Path) -> Outcome {
        let directory = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let directory = directory.canonicalize().map_err(|error| cannot("read", file, &error))?;
        let source = read(file, Syntax::Toml)?;
        let configuration = Configuration::read(&source).map_err(|report| self.refuse(&report, &source))?;
        let configuration = match configuration.schema_path().map(|path| directory.join(path)) {
            Some(path) => {
                let schema = read(&path, Syntax::Json)?;
                configuration.with_schema(&schema).map_err(|report| self.refuse(&report, &schema))?
            }
            None => configuration,
        };
        Ok(Arc::new(self.found(configuration, Some(directory), source)))
    }

    fn found(&self, configuration: Configuration, directory: Option<PathBuf>, source: Source<'static>) -> Found {
        let configuration = self.also.iter().fold(configuration, |configuration, rule| configuration.also(rule));
        Found { configuration, directory, source }
    }

    /// Says what is wrong with a configuration.
    fn refuse(&self, report: &Report, source: &Source<'_>) -> Failure {
        // It goes to standard error, which may be a file where standard output is a terminal.
        let color = if io::stderr().is_terminal() { self.color } else { self.color.without_terminal() };
        let renderer = Renderer::new(Format::Full)
            .with_color(terminal::color(color, &Destination::Stdout))
            .with_width(terminal::width(&Destination::Stdout));
        let summary: Summary = [report].into_iter().collect();
        say(renderer.assemble(&[renderer.part(report, source)], &summary).trim_end());
        let help = "`vpcheck config schema` prints what it may say, and `vpcheck explain configuration` tells more";
        Failure::new(format!("{} cannot be used", source.name())).with_help(help)
    }
}

fn nothing() -> Source<'static> {
    Source::new("", Vec::new(), Syntax::Toml)
}

/// Reads a file under the name of its path, from here where that is shorter. Its name says the syntax, unless that is none.
fn read(file: &Path, syntax: Syntax) -> Result<Source<'static>, Failure> {
    let here = env::current_dir().ok();
    let name = here.and_then(|here| file.strip_prefix(here).ok()).unwrap_or(file).to_string_lossy().into_owned();
    let syntax = Syntax::of_name(&name).unwrap_or(syntax);
    let bytes = Place::File(file).read()?;
    Ok(Source::new(name, bytes, syntax))
}

/// `vpcheck config schema`: the JSON Schema of a configuration.
pub(crate) fn run(arguments: &ConfigArguments) -> Exit {
    match arguments.command {
        ConfigCommand::Schema => done(Destination::Stdout.write(&json_schema())),
    }
}

/// `vpcheck init`: writes a configuration to start from.
pub(crate) fn init(arguments: &InitArguments) -> Exit {
    done(write_template(&arguments.directory))
}

fn done(result: Result<(), Failure>) -> Exit {
    match result {
        Ok(()) => Exit::Clean,
        Err(failure) => {
            failure.print();
            Exit::Failed
        }
    }
}

fn write_template(directory: &Path) -> Result<(), Failure> {
    // It is shown as one would write it.
    let directory = directory.strip_prefix(".").unwrap_or(directory);
    let [name, hidden] = NAMES.map(|name| directory.join(name));
    if hidden.symlink_metadata().is_ok() {
        return Err(Failure::new(format!("{} is there already", hidden.display())));
    }
    match OpenOptions::new().write(true).create_new(true).open(&name) {
        Ok(mut file) => {
            file.write_all(template().as_bytes()).map_err(|error| cannot("write", &name, &error))?;
            say(format_args!("wrote {}", vpcheck_report::escape(&name.to_string_lossy())));
            Ok(())
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            Err(Failure::new(format!("{} is there already", name.display())))
        }
        Err(error) => Err(cannot("write", &name, &error)),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::sync::Arc;

    use super::{Choice, Configurations};
    use crate::arguments::ColorChoice;

    fn configurations(choice: Choice) -> Configurations {
        Configurations::new(choice, Vec::new(), ColorChoice::Never)
    }

    fn tree(files: &[(&str, &str)]) -> tempfile::TempDir {
        let directory = tempfile::tempdir().expect("a temporary directory");
        for (name, text) in files {
            let file = directory.path().join(name);
            fs::create_dir_all(file.parent().expect("it is in a directory")).expect("a directory");
            fs::write(file, text).expect("a file");
        }
        directory
    }

    #[test]
    fn the_nearest_configuration_up_to_the_repository_counts() {
        let tree = tree(&[
            ("vpcheck.toml", "exclude = ['a.json']\n"),
            ("repository/.git/HEAD", ""),
            ("repository/deep/down/a.json", "{}"),
            ("repository/team/.vpcheck.toml", "exclude = ['b.json']\n"),
            ("repository/team/down/b.json", "{}"),
            ("other/a.json", "{}"),
        ]);
        let root = tree.path().canonicalize().expect("it is there");
        let configurations = configurations(Choice::Nearest);
        for (file, name, is_included) in [
            // The one above the repository is not its own.
            ("repository/deep/down/a.json", None, true),
            ("repository/team/down/b.json", Some("down/b.json"), false),
            ("other/a.json", Some("other/a.json"), false),
        ] {
            let file = root.join(file);
            let found = configurations.of_file(&file).expect("the configuration is right");
            let path = found.path(&file);
            assert_eq!(found.configuration.includes(&path), is_included, "{}", file.display());
            assert!(name.is_none_or(|name| name == path), "{path}");
        }
        assert_eq!(configurations.used().len(), 2);
        let again = configurations.of_file(&root.join("repository/team/c.json")).expect("the configuration is right");
        let first = configurations.of_file(&root.join("repository/team/down/b.json")).expect("it is right");
        assert!(Arc::ptr_eq(&again, &first), "it is read once");
    }

    #[test]
    fn two_configurations_in_a_directory_are_an_error() {
        let tree = tree(&[("vpcheck.toml", ""), (".vpcheck.toml", ""), ("a.json", "{}")]);
        let root = tree.path().canonicalize().expect("it is there");
        let failure = configurations(Choice::Nearest).of_file(&root.join("a.json")).expect_err("there are two");
        assert!(failure.to_string().contains("has both vpcheck.toml and .vpcheck.toml"), "{failure}");
        assert!(configurations(Choice::Isolated).of_file(&root.join("a.json")).is_ok());
    }

    #[test]
    fn a_named_configuration_is_for_all_files() {
        let tree = tree(&[("vpcheck.toml", "exclude = ['a.json']\n"), ("own/policy.toml", "exclude = ['b.json']\n")]);
        let root = tree.path().canonicalize().expect("it is there");
        let configurations = configurations(Choice::Named(root.join("own/policy.toml")));
        let found = configurations.of_file(&root.join("a.json")).expect("the configuration is right");
        assert!(found.configuration.includes("a.json") && !found.configuration.includes("b.json"));
        assert_eq!(found.path(Path::new("/elsewhere/a.json")), "elsewhere/a.json");
    }
}
