//! `vpcheck check`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use vpcheck_validate::{ApiOperation, Operation};

use crate::output::Output;

/// Checks files and directories.
///
/// What is in a file is recognised from its content: services (by themselves, in lists, in maps of names, under any key), answers of
/// the API, wrangler configurations with `vpc_services` or `vpc_networks`, Terraform resources, code blocks in Markdown, and
/// `wrangler vpc service` commands in shell scripts. `--show-files` says what was recognised, and why.
///
/// The name of a file tells its syntax: .json, .jsonc, .ndjson, .yaml, .toml, .tf, .tf.json, .md, .sh. Directories are searched for such
/// files; one without anything of ours is passed over in silence. So is one that cannot be read as its syntax, unless it names a
/// member that only ours have. .gitignore is respected; hidden files and `node_modules` are left out, and links are not followed.
/// A file that is named has to hold something of ours, or `--as` has to say what it is.
///
/// The nearest vpcheck.toml or .vpcheck.toml above a file is its configuration; `vpcheck init` writes one to start from.
#[derive(Args, Debug)]
#[command(after_help = CHECK_EXAMPLES)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
pub(crate) struct CheckArguments {
    /// Files and directories to check; `-` is standard input [default: .]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// What the documents are judged for, instead of recognising it
    #[arg(long = "as", value_name = "KIND")]
    pub(crate) kind: Option<Kind>,

    /// The operation that the responses answer; implies `--as response`
    #[arg(long, value_name = "OPERATION")]
    pub(crate) response_of: Option<ResponseOf>,

    /// The name to report standard input under, which also tells its syntax; JSON if not given
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<String>,

    /// Say what was recognised in each file and why, instead of checking it
    #[arg(long, conflicts_with_all = ["fix", "unsafe_fixes", "diff", "watch", "write_baseline", "output_format", "statistics"])]
    pub(crate) show_files: bool,

    /// Check what is staged for the next commit, as it is in the index of git
    #[arg(long, conflicts_with_all = ["since", "fix", "unsafe_fixes", "watch"])]
    pub(crate) staged: bool,

    /// Check only files that differ from a revision of git, or that git does not know yet
    #[arg(long, value_name = "REV")]
    pub(crate) since: Option<String>,

    /// Check again whenever a file changes
    #[arg(long)]
    pub(crate) watch: bool,

    /// A rule to apply that is off by default, such as `one-port`
    ///
    /// May be given several times. The page of a rule says whether it is off by default: `vpcheck explain RULE`.
    #[arg(long, value_name = "RULE", help_heading = "Rules")]
    pub(crate) also: Vec<String>,

    /// The configuration to use, instead of the nearest vpcheck.toml
    #[arg(long, value_name = "FILE", help_heading = "Rules")]
    pub(crate) config: Option<PathBuf>,

    /// Use no configuration
    #[arg(long, conflicts_with = "config", help_heading = "Rules")]
    pub(crate) isolated: bool,

    /// Hide the findings that this file lists
    #[arg(long, value_name = "FILE", help_heading = "Rules")]
    pub(crate) baseline: Option<PathBuf>,

    /// Write the findings of this run to a file for `--baseline`
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "diff", "watch"], help_heading = "Rules")]
    pub(crate) write_baseline: Option<PathBuf>,

    /// Mend what can be mended without changing what is meant; what is left is reported
    #[arg(long, help_heading = "Fixes")]
    pub(crate) fix: bool,

    /// Mend also where what was meant is a guess; implies `--fix` unless `--diff` is given
    #[arg(long, help_heading = "Fixes")]
    pub(crate) unsafe_fixes: bool,

    /// Print what `--fix` would change as a unified diff, and change nothing
    #[arg(long, conflicts_with_all = ["output_format", "statistics", "watch"], help_heading = "Fixes")]
    pub(crate) diff: bool,

    /// How to write what was found: full, concise, json, json-lines, sarif, junit, github or gitlab; `FORMAT=FILE` writes to a file
    ///
    /// May be given several times, with at most one of them for standard output. Where all of them go to files, standard output
    /// stays empty. If not given, it is `github` where `GITHUB_ACTIONS` is set, and `full` elsewhere.
    #[arg(long, value_name = "FORMAT[=FILE]", help_heading = "Output")]
    pub(crate) output_format: Vec<Output>,

    /// Count the findings of each rule, after the findings; on standard error where standard output is for programs
    #[arg(long, help_heading = "Output")]
    pub(crate) statistics: bool,

    /// The least severity that makes the exit code 1
    #[arg(long, value_name = "SEVERITY", default_value = "error", help_heading = "Output")]
    pub(crate) fail_on: FailOn,

    /// Nothing to check is no failure
    #[arg(long, help_heading = "Output")]
    pub(crate) allow_empty: bool,

    /// How many threads to use, as many as there are processors if not given; the output is the same for any number
    #[arg(long, value_name = "NUMBER", help_heading = "Output")]
    pub(crate) threads: Option<NonZeroUsize>,

    /// Print findings only: no summary where nothing was found, and no hints
    #[arg(short, long, conflicts_with = "verbose", help_heading = "Output")]
    pub(crate) quiet: bool,

    /// Say on standard error which files were passed over, and why
    #[arg(short, long, help_heading = "Output")]
    pub(crate) verbose: bool,
}

const CHECK_EXAMPLES: &str = "\
Exit codes:
  0  everything was read, and nothing at or above `--fail-on` was found;
     with `--diff`: there is nothing to change
  1  something at or above `--fail-on` was found; a syntax error is an error
  2  wrong usage or configuration, an unreadable path, a named file without
     anything of ours, or nothing to check

Examples:
  vpcheck check services/ wrangler.json infra/
  vpcheck check --fix --diff
  vpcheck check --fail-on warning --output-format concise
  vpcheck check --output-format full --output-format sarif=vpcheck.sarif
  vpcheck check --also one-port --also dual-stack
  vpcheck check --staged
  vpcheck check --as request - --stdin-filename web.yaml < web.yaml
  curl … | vpcheck check --response-of list -";

/// What the documents are judged for.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Kind {
    /// The body of a create or an update of a service
    Request,
    /// An answer of the API, or a service from one
    Response,
    /// A wrangler configuration
    Wrangler,
}

/// The operation that a response answers.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum ResponseOf {
    /// POST of a service: the answer holds it
    Create,
    /// GET of a service: the answer holds it
    Get,
    /// PUT of a service: the answer holds it
    Update,
    /// DELETE of a service: the answer holds nothing
    Delete,
    /// GET of the services: the answer holds a list
    List,
}

/// The least severity that makes the exit code 1.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum FailOn {
    /// Errors
    Error,
    /// Errors and warnings
    Warning,
    /// Nothing that is found
    Never,
}

impl From<Kind> for Operation {
    fn from(kind: Kind) -> Operation {
        match kind {
            Kind::Request => Operation::Request,
            Kind::Response => Operation::Response,
            Kind::Wrangler => Operation::Wrangler,
        }
    }
}

impl From<ResponseOf> for Operation {
    fn from(operation: ResponseOf) -> Operation {
        Operation::ResponseTo(match operation {
            ResponseOf::Create => ApiOperation::Create,
            ResponseOf::Get => ApiOperation::Get,
            ResponseOf::Update => ApiOperation::Update,
            ResponseOf::Delete => ApiOperation::Delete,
            ResponseOf::List => ApiOperation::List,
        })
    }
}
