//! `--baseline` and `--write-baseline`: what was found at another time.

use std::path::{Path, PathBuf};

use vpcheck_config::{Baseline, Hidden};
use vpcheck_report::escape;
use vpcheck_syntax::Source;
use vpcheck_validate::Diagnostic;

use crate::exit::{Failure, say};
use crate::files::{Input, Place, below};
use crate::output::Destination;

/// What is done with what was found at another time.
pub(super) enum Known {
    /// It is hidden.
    Hidden(Reader),
    /// What is found is written down.
    Written(Writer),
}

/// A baseline that was read.
pub(super) struct Reader {
    baseline: Baseline,
    directory: PathBuf,
}

/// A baseline that is to be written.
pub(super) struct Writer {
    file: PathBuf,
    directory: PathBuf,
}

impl Reader {
    /// Fails where the file cannot be read or is no baseline.
    pub(super) fn new(file: &Path) -> Result<Reader, Failure> {
        let source = Source::json(file.to_string_lossy(), Place::File(file).read()?);
        let baseline = Baseline::read(&source).map_err(|report| {
            say(report.to_string().trim_end());
            Failure::new(format!("{} is no baseline", file.display()))
                .with_help("`--write-baseline` writes one, with all that is found now")
        })?;
        Ok(Reader { baseline, directory: directory(file)? })
    }

    pub(super) fn hide(&self, input: &Input, diagnostics: &mut Vec<Diagnostic>) -> Hidden {
        self.baseline.hide(&path(&self.directory, input), diagnostics)
    }
}

impl Writer {
    /// Fails where there is no directory for the file.
    pub(super) fn new(file: &Path) -> Result<Writer, Failure> {
        Ok(Writer { file: file.to_owned(), directory: directory(file)? })
    }

    pub(super) fn add(&self, input: &Input, diagnostics: &[Diagnostic], baseline: &mut Baseline) {
        baseline.add(&path(&self.directory, input), diagnostics);
    }

    pub(super) fn write(&self, baseline: &Baseline) -> Result<(), Failure> {
        Destination::File(self.file.clone()).write(&baseline.to_json())?;
        say(format_args!("wrote {}", escape(&self.file.to_string_lossy())));
        Ok(())
    }
}

/// The directory that the paths in a baseline start from: its own, so that it is the same wherever the command is started.
fn directory(file: &Path) -> Result<PathBuf, Failure> {
    let directory = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    directory.canonicalize().map_err(|error| {
        Failure::new(format!("cannot use {}: {error}", file.display())).with_help("make its directory first")
    })
}

/// What a document is called in a baseline.
fn path(directory: &Path, input: &Input) -> String {
    match input.file() {
        Some(file) => below(directory, &file),
        None => input.name().to_owned(),
    }
}
