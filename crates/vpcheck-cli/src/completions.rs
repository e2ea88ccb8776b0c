//! `vpcheck completions` and `vpcheck man`: what other programs show of the command line.

use clap::CommandFactory as _;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::arguments::{Arguments, Command};
use crate::exit::{Exit, Failure};
use crate::output::Destination;

/// Prints completions for a shell.
pub(crate) fn run(shell: Shell) -> Exit {
    let mut command = Arguments::<Command>::command();
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut command, "vpcheck", &mut bytes);
    print(&bytes)
}

/// Prints the manual: the page of the command, then those of its subcommands, in roff.
pub(crate) fn man() -> Exit {
    let mut command = Arguments::<Command>::command().disable_help_subcommand(true);
    command.build();
    let mut bytes = Vec::new();
    let pages = std::iter::once(command.clone()).chain(command.get_subcommands().cloned());
    for page in pages {
        if let Err(error) = Man::new(page).render(&mut bytes) {
            Failure::new(format!("cannot write the manual: {error}")).print();
            return Exit::Failed;
        }
    }
    print(&bytes)
}

fn print(bytes: &[u8]) -> Exit {
    match Destination::Stdout.write(&String::from_utf8_lossy(bytes)) {
        Ok(()) => Exit::Clean,
        Err(failure) => {
            failure.print();
            Exit::Failed
        }
    }
}
