//! What can be said on the command line. The help and the parser come from here.

use std::env;
use std::io::ErrorKind;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use vpcheck_report::escape;
use vpcheck_validate::{ApiOperation, Operation};

use crate::exit::{Exit, Failure};
use crate::output::Output;

/// Finds every mistake in Cloudflare Workers VPC connectivity services before any network call.
///
/// It reads JSON files, never opens a socket and never writes to what it reads.
#[derive(Debug, Parser)]
#[command(name = "vpcheck", bin_name = "vpcheck", version, after_help = EXAMPLES, arg_required_else_help = true, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Whether the output has colours.
    ///
    /// `auto` means on a terminal, unless `NO_COLOR` is set, and also elsewhere where `FORCE_COLOR` is set.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorChoice,
}

const EXAMPLES: &str = "\
Exit codes:
  0  everything was read, and nothing was found that counts
  1  something was found that counts (`check --fail-on` says what does)
  2  the command could not do its work: wrong usage, an unreadable path,
     nothing to check

Examples:
  vpcheck check                      all .json files below this directory
  vpcheck check services/web.json    one file
  vpcheck explain port-range         what a rule is about
  vpcheck codegen rust schema.json   Rust types for a JSON Schema

`vpcheck COMMAND --help` tells more.";

impl Arguments {
    /// The arguments, or how the command ends without: the help was wanted, or something is wrong with them.
    pub(crate) fn read() -> Result<Arguments, Exit> {
        Arguments::try_parse().map_err(|error| {
            // What is wrong is repeated as it is, and it may be the name of a file: `vpcheck check *`.
            let visible = env::args_os().map(|argument| escape(&argument.to_string_lossy()).into_owned());
            let error = Arguments::try_parse_from(visible).err().unwrap_or(error);
            let exit = if error.use_stderr() { Exit::Failed } else { Exit::Clean };
            match error.print() {
                Err(error) if exit == Exit::Clean && error.kind() != ErrorKind::BrokenPipe => {
                    Failure::new(format!("cannot write to standard output: {error}")).print();
                    Exit::Failed
                }
                _ => exit,
            }
        })
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(CheckArguments),
    Explain(ExplainArguments),
    Codegen(CodegenArguments),
}

/// Checks files and directories.
///
/// Three kinds of documents are recognised by what is in them: the body of a create or an update of a service (`request`), an
/// answer of the API (`response`), and a wrangler configuration with `vpc_services` or `vpc_networks` (`wrangler`).
///
/// Directories are searched for .json files, in which a document of another kind is passed over in silence. So is one that is no
/// JSON, unless it names a member that only these documents have. .gitignore is respected; hidden files are left out, and links
/// are not followed. A file that is named has to be of one of these kinds, or `--as` has to say which.
#[derive(Args, Debug)]
#[command(after_help = CHECK_EXAMPLES)]
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

    /// The name to report standard input under
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<String>,

    /// How to write what was found: full, concise or json; `FORMAT=FILE` writes to a file
    ///
    /// May be given several times, with at most one of them for standard output. Where all of them go to files, standard output
    /// stays empty.
    #[arg(long, value_name = "FORMAT[=FILE]", default_value = "full")]
    pub(crate) output_format: Vec<Output>,

    /// A rule to apply that is off by default, such as `one-port`
    ///
    /// May be given several times. The page of a rule says whether it is off by default: `vpcheck explain RULE`.
    #[arg(long, value_name = "RULE")]
    pub(crate) also: Vec<String>,

    /// The least severity that makes the exit code 1
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    pub(crate) fail_on: FailOn,

    /// Nothing to check is no failure
    #[arg(long)]
    pub(crate) allow_empty: bool,

    /// How many threads to use, as many as there are processors if not given; the output is the same for any number
    #[arg(long, value_name = "NUMBER")]
    pub(crate) threads: Option<NonZeroUsize>,

    /// Say on standard error which files were passed over, and why
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

const CHECK_EXAMPLES: &str = "\
Exit codes:
  0  everything was read, and nothing at or above `--fail-on` was found
  1  something at or above `--fail-on` was found; a syntax error is an error
  2  wrong usage, an unreadable path, a named file of an unknown kind, or
     nothing to check

Examples:
  vpcheck check services/ wrangler.json
  vpcheck check --fail-on warning --output-format concise
  vpcheck check --output-format full --output-format json=findings.json
  vpcheck check --also one-port --also dual-stack
  vpcheck check --as request - --stdin-filename web.json < web.json
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

/// Whether the output has colours.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum ColorChoice {
    /// On a terminal
    Auto,
    /// Everywhere
    Always,
    /// Nowhere
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

/// Says what a rule is about: what is wrong, why, how to mend it, and examples.
#[derive(Args, Debug)]
#[command(after_help = EXPLAIN_EXAMPLES)]
pub(crate) struct ExplainArguments {
    /// The rule, as findings name it, such as `port-range`
    #[arg(value_name = "RULE", required_unless_present = "all", conflicts_with = "all")]
    pub(crate) rule: Option<String>,

    /// Print the pages of all rules, in the order of their names
    #[arg(long)]
    pub(crate) all: bool,
}

const EXPLAIN_EXAMPLES: &str = "\
The pages are Markdown.

Exit codes:
  0  the page was printed
  2  there is no such rule

Examples:
  vpcheck explain port-range
  vpcheck explain --all > RULES.md";

/// Writes code for a JSON Schema.
///
/// Every keyword of the schema is handled or refused: a refusal says where it stands and what to do instead, and nothing is
/// written then. A file that is there already is replaced. Where rustfmt is installed, it formats the code.
#[derive(Args, Debug)]
#[command(after_help = CODEGEN_EXAMPLES)]
pub(crate) struct CodegenArguments {
    /// The language to write
    #[arg(value_name = "LANGUAGE")]
    pub(crate) language: Language,

    /// The schema, a JSON Schema 2020-12 document; `-` is standard input
    #[arg(value_name = "SCHEMA")]
    pub(crate) schema: PathBuf,

    /// Implement `JsonSchema` of crate schemars as well, which answers the schema
    #[arg(long)]
    pub(crate) json_schema: bool,

    /// The file to write [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

const CODEGEN_EXAMPLES: &str = "\
Exit codes:
  0  the code was written
  1  the schema was refused: standard output says where and why
  2  the schema could not be read, or the code could not be written

Examples:
  vpcheck codegen rust package.schema.json -o src/package.rs
  vpcheck codegen rust schema.json | less";

/// The language to write.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Language {
    /// A file of types with serde, whose first lines name the dependencies of the crate that it goes into
    Rust,
}
