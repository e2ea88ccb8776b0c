//! The vpcheck command: a linter for Cloudflare Workers VPC connectivity services.
//!
//! Only this crate touches files, the environment and the terminal; everything else is in the crates below it.

mod arguments;
mod check;
mod codegen;
mod exit;
mod explain;
mod files;
mod output;
mod recognise;
mod terminal;

use std::process::ExitCode;

use clap::Parser as _;

use crate::arguments::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let exit = match &arguments.command {
        Command::Check(check) => check::run(check, arguments.color),
        Command::Explain(explain) => explain::run(explain),
        Command::Codegen(codegen) => codegen::run(codegen, arguments.color),
    };
    exit.into()
}
