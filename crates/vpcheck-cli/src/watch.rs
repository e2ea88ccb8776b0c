//! `--watch`: what to do again whenever a file changes.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use notify::{Event, EventKind, RecursiveMode, Watcher as _};

use crate::exit::{Exit, Failure, say};

/// How long it has to be quiet before files are read again: programs write in several steps.
const QUIET: Duration = Duration::from_millis(100);

/// Does it, and does it again whenever something at or below `paths` changes. It ends only where it cannot go on.
pub(crate) fn run(paths: &[PathBuf], work: impl Fn() -> Exit) -> Exit {
    match watch(paths, work) {
        Ok(()) => Exit::Clean,
        Err(error) => {
            Failure::new(format!("cannot watch files: {error}")).print();
            Exit::Failed
        }
    }
}

fn watch(paths: &[PathBuf], work: impl Fn() -> Exit) -> notify::Result<()> {
    let (sender, receiver) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // To read a file is no change of it. Whoever listens is gone only when all ends.
        if event.as_ref().map_or(true, |event| !matches!(event.kind, EventKind::Access(_))) {
            let _ = sender.send(event);
        }
    })?;
    for path in paths {
        // A file that is replaced is another one, so that its directory is what lasts.
        let (place, mode) = match path.parent() {
            Some(parent) if path.is_file() => (parent, RecursiveMode::NonRecursive),
            _ => (path.as_path(), RecursiveMode::Recursive),
        };
        watcher.watch(if place.as_os_str().is_empty() { Path::new(".") } else { place }, mode)?;
    }
    loop {
        work();
        say("watching for changes; Ctrl+C ends it");
        let Ok(event) = receiver.recv() else { return Ok(()) };
        event?;
        loop {
            match receiver.recv_timeout(QUIET) {
                Ok(event) => drop(event?),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
        }
    }
}
