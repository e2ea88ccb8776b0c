//! Code as the workspace formats it.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::thread;

use crate::{Error, root};

/// Formats code with the rustfmt and the configuration of the workspace.
pub(crate) fn format(code: &str) -> Result<String, Error> {
    let run = || {
        let mut child = Command::new("rustfmt")
            .args(["--edition", "2024", "--config-path"])
            .arg(root())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let stdin = child.stdin.take();
        thread::scope(|scope| {
            // It may write before it has read all.
            scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(code.as_bytes())));
            child.wait_with_output()
        })
    };
    let output = run().map_err(|error| Error(format!("rustfmt cannot be run: {error}")))?;
    if !output.status.success() {
        return Err(Error(format!("rustfmt: {}", String::from_utf8_lossy(&output.stderr))));
    }
    String::from_utf8(output.stdout).map_err(|_| Error("rustfmt wrote no UTF-8".to_owned()))
}
