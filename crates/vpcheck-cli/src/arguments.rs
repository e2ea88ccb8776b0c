//! What can be said on the command line. The help, the manual, the completions and the parser come from here.

mod check;
mod codegen;
mod configuration;
mod explain;
mod export;

use std::env;
use std::io::ErrorKind;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use vpcheck_report::escape;

pub(crate) use self::check::{CheckArguments, FailOn, Kind};
pub(crate) use self::codegen::{CodegenArguments, Language};
pub(crate) use self::configuration::{ConfigArguments, ConfigCommand, InitArguments};
pub(crate) use self::explain::ExplainArguments;
pub(crate) use self::export::{ExportArguments, Operation};
use crate::exit::{Exit, Failure};

/// Finds every mistake in Cloudflare Workers VPC connectivity services before any network call.
///
/// It reads JSON, JSONC, YAML, TOML, Terraform, wrangler configurations, Markdown and shell scripts, never opens a socket, and
/// writes to what it reads only when it is told to with `check --fix`.
#[derive(Debug, Parser)]
#[command(name = "vpcheck", bin_name = "vpcheck", version, after_help = EXAMPLES, arg_required_else_help = true, max_term_width = 100)]
pub(crate) struct Arguments<C: Subcommand = Command> {
    #[command(subcommand)]
    pub(crate) command: C,

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
     a wrong configuration, nothing to check

Examples:
  vpcheck check                      everything below this directory
  vpcheck check services/web.json    one file
  vpcheck check --fix                mend what can be mended safely
  vpcheck explain port-range         what a rule is about
  vpcheck explain services/web.json  what would be sent
  vpcheck init                       write a configuration to start from
  vpcheck codegen rust schema.json   Rust types for a JSON Schema
  vpcheck export json-schema         the contract as JSON Schema

`vpcheck COMMAND --help` tells more.";

impl Arguments {
    /// The arguments, or how the command ends without: the help was wanted, or something is wrong with them.
    pub(crate) fn read() -> Result<Arguments, Exit> {
        if let Some(arguments) = Self::of_check() {
            return Ok(arguments);
        }
        Self::try_parse().map_err(|error| {
            // What is wrong is repeated as it is, and it may be the name of a file: `vpcheck check *`.
            let visible = env::args_os().map(|argument| escape(&argument.to_string_lossy()).into_owned());
            let error = Self::try_parse_from(visible).err().unwrap_or(error);
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

    /// The arguments of `vpcheck check`, where nothing is wrong with them.
    ///
    /// Hooks and editors start it for a single file, and what all the other commands take is then half of the work. Help and messages
    /// come from the parser that knows all of them.
    fn of_check() -> Option<Arguments> {
        env::args_os().nth(1).filter(|name| name == "check")?;
        let Arguments { command: CheckAlone::Check(check), color } = Arguments::<CheckAlone>::try_parse().ok()?;
        Some(Arguments { command: Command::Check(check), color })
    }
}

/// The command that most runs are of.
#[derive(Subcommand)]
enum CheckAlone {
    Check(Box<CheckArguments>),
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    // It is far larger than the others.
    Check(Box<CheckArguments>),
    Explain(ExplainArguments),
    Init(InitArguments),
    Config(ConfigArguments),
    Codegen(CodegenArguments),
    Export(ExportArguments),
    Completions(CompletionsArguments),
    /// Prints the manual, for `man -l -`
    Man,
}

/// Prints completions for a shell.
#[derive(Args, Debug)]
#[command(after_help = COMPLETIONS_EXAMPLES)]
pub(crate) struct CompletionsArguments {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub(crate) shell: Shell,
}

const COMPLETIONS_EXAMPLES: &str = "\
Exit codes:
  0  the completions were printed

Examples:
  vpcheck completions bash > ~/.local/share/bash-completion/completions/vpcheck
  vpcheck completions zsh > ~/.zfunc/_vpcheck
  vpcheck completions fish > ~/.config/fish/completions/vpcheck.fish";

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

impl ColorChoice {
    /// The same where there is no terminal.
    pub(crate) fn without_terminal(self) -> ColorChoice {
        if self == ColorChoice::Auto { ColorChoice::Never } else { self }
    }
}
