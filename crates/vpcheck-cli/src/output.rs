//! Where a report goes.

use std::ffi::OsString;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use vpcheck_report::{Format, UnknownFormat};

use crate::exit::Failure;
use crate::terminal::is_set;

/// A format and where it goes: `FORMAT` or `FORMAT=FILE`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Output {
    pub(crate) format: Format,
    pub(crate) destination: Destination,
}

/// Where text goes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Destination {
    Stdout,
    File(PathBuf),
}

impl Output {
    /// What is written where nothing was asked for: what GitHub shows beside the lines, in a job there.
    pub(crate) fn by_default() -> Output {
        let format = if is_set("GITHUB_ACTIONS") { Format::Github } else { Format::Full };
        Output { format, destination: Destination::Stdout }
    }
}

impl FromStr for Output {
    type Err = UnknownFormat;

    fn from_str(text: &str) -> Result<Output, UnknownFormat> {
        let (format, destination) = match text.split_once('=') {
            Some((format, file)) => (format, Destination::File(OsString::from(file).into())),
            None => (text, Destination::Stdout),
        };
        Ok(Output { format: format.parse()?, destination })
    }
}

impl Destination {
    /// Writes the whole text. A reader of standard output that goes away is no failure.
    pub(crate) fn write(&self, text: &str) -> Result<(), Failure> {
        match self {
            Destination::Stdout => {
                let mut stdout = io::stdout().lock();
                match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
                    Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                        Err(Failure::new(format!("cannot write to standard output: {error}")))
                    }
                    _ => Ok(()),
                }
            }
            Destination::File(path) => std::fs::write(path, text).map_err(|error| cannot_write(path, &error)),
        }
    }

    /// Fails where writing would destroy a file that was read, which is asked for with its path without links and `..`.
    pub(crate) fn spare(&self, was_read: impl FnOnce(&Path) -> bool) -> Result<(), Failure> {
        let Destination::File(path) = self else { return Ok(()) };
        // A file that is not there yet is none of them.
        let Ok(file) = path.canonicalize() else { return Ok(()) };
        if !was_read(&file) {
            return Ok(());
        }
        Err(Failure::new(format!("{} was read, and is not written over", path.display()))
            .with_help("give the output another name"))
    }
}

fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    let failure = cannot("write", path, error);
    match path.parent() {
        Some(parent) if error.kind() == ErrorKind::NotFound && !parent.as_os_str().is_empty() => {
            failure.with_help(format!("make the directory {} first", parent.display()))
        }
        _ => failure,
    }
}

/// A path that could not be used.
pub(crate) fn cannot(what: &str, path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("cannot {what} {}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use vpcheck_report::Format;

    use super::{Destination, Output};

    #[test]
    fn a_format_may_have_a_file() {
        let file = |name: &str| Destination::File(name.into());
        let table = [
            ("full", Some((Format::Full, Destination::Stdout))),
            ("json=a=b.json", Some((Format::Json, file("a=b.json")))),
            ("xml", None),
            ("xml=a", None),
            ("", None),
        ];
        for (text, expected) in table {
            let output = text.parse::<Output>().ok().map(|output| (output.format, output.destination));
            assert_eq!(output, expected, "{text:?}");
        }
    }
}
