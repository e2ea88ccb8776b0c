//! How the command ends.

use std::fmt;
use std::io::{self, Write as _};
use std::process::ExitCode;

use vpcheck_report::escape;

/// How the command ends. The numbers are a contract.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Exit {
    /// 0: all was done, and nothing was found that counts.
    Clean,
    /// 1: something was found that counts.
    Found,
    /// 2: the command could not do its work.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Clean => 0,
            Exit::Found => 1,
            Exit::Failed => 2,
        })
    }
}

/// Why something could not be done: a sentence and, where there is one, what to do about it.
///
/// `Display` escapes both, since names of files and other text from outside are in them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Failure {
    message: String,
    help: Option<String>,
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Failure {
        Failure { message: message.into(), help: None }
    }

    pub(crate) fn with_help(mut self, help: impl Into<String>) -> Failure {
        self.help = Some(help.into());
        self
    }

    /// Says it on standard error.
    pub(crate) fn print(&self) {
        say(self);
    }
}

/// Says something on standard error. Where nobody can hear it, nothing is left to be done: the exit code stays.
pub(crate) fn say(message: impl fmt::Display) {
    let _ = writeln!(io::stderr().lock(), "{message}");
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "error: {}", escape(&self.message))?;
        match &self.help {
            Some(help) => write!(formatter, "\n  help: {}", escape(help)),
            None => Ok(()),
        }
    }
}
