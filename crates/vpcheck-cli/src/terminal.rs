//! What the terminal can do.

use std::env;
use std::io::{self, IsTerminal as _};

use vpcheck_report::{Color, Links, WIDTH};

use crate::arguments::ColorChoice;
use crate::output::Destination;

/// Whether text for this destination has colours.
pub(crate) fn color(choice: ColorChoice, destination: &Destination) -> Color {
    let wanted = match (destination, choice) {
        (Destination::File(_), _) | (_, ColorChoice::Never) => false,
        (_, ColorChoice::Always) => true,
        (_, ColorChoice::Auto) => {
            if is_set("NO_COLOR") {
                false
            } else if is_set("FORCE_COLOR") {
                env::var_os("FORCE_COLOR").is_none_or(|value| value != "0")
            } else {
                io::stdout().is_terminal() && env::var_os("TERM").is_none_or(|terminal| terminal != "dumb")
            }
        }
    };
    if wanted { Color::Always } else { Color::Never }
}

/// Whether the ids of rules are links: in text that is read where it is written.
pub(crate) fn links(destination: &Destination) -> Links {
    match destination {
        Destination::Stdout if io::stdout().is_terminal() => Links::Always,
        _ => Links::Never,
    }
}

/// How many columns there are. Where there is no terminal, the number is fixed, so that the output is always the same.
pub(crate) fn width(destination: &Destination) -> usize {
    match destination {
        Destination::Stdout if io::stdout().is_terminal() => {
            terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0))
        }
        _ => WIDTH,
    }
}

/// Whether a variable of the environment is there and not empty, as <https://no-color.org> has it.
pub(crate) fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}
