//! The vpcheck command: a linter for Cloudflare Workers VPC connectivity services.
//!
//! Only this crate touches files, the environment and the terminal; everything else is in the crates below it.

mod arguments;
mod check;
mod codegen;
mod completions;
mod configuration;
mod exit;
mod explain;
mod export;
mod files;
mod fix;
mod git;
mod output;
mod rule;
mod stdin;
mod terminal;
mod watch;

use std::process::ExitCode;

use crate::arguments::{Arguments, Command};
use crate::exit::Exit;

fn main() -> ExitCode {
    Arguments::read().map_or_else(|exit| exit, |arguments| run(&arguments)).into()
}

fn run(arguments: &Arguments) -> Exit {
    match &arguments.command {
        Command::Check(check) => check::run(check, arguments.color),
        Command::Explain(explain) => explain::run(explain),
        Command::Init(init) => configuration::init(init),
        Command::Config(config) => configuration::run(config),
        Command::Codegen(codegen) => codegen::run(codegen, arguments.color),
        Command::Export(export) => export::run(export, arguments.color),
        Command::Completions(completions) => completions::run(completions.shell),
        Command::Man => completions::man(),
    }
}
