//! The rule reference, docs/rules.md.

use std::fs;
use std::process::Command;

use crate::codegen::Generated;
use crate::{Error, root};

/// The file, from the root of the workspace.
const PATH: &str = "docs/rules.md";

/// The rule reference from the rules as they are.
///
/// It is printed by a program of its own: nothing here may depend on the crates that code is generated for, since they may not
/// compile before it is.
///
/// # Errors
///
/// When the crate with the rules does not compile.
pub fn generate() -> Result<Generated, Error> {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--package", "vpcheck-report", "--example", "reference"])
        .current_dir(root())
        .output()
        .map_err(|error| Error(format!("cargo cannot be run: {error}")))?;
    if !output.status.success() {
        return Err(Error(format!("the rules cannot be printed:\n{}", String::from_utf8_lossy(&output.stderr))));
    }
    let text = String::from_utf8(output.stdout).map_err(|_| Error("the pages of the rules are no UTF-8".to_owned()))?;
    Ok(Generated { path: PATH, text })
}

/// Writes the file where it is not current, and says whether it was written.
///
/// # Errors
///
/// When it cannot be generated or written.
pub fn write() -> Result<Option<&'static str>, Error> {
    let Generated { path, text } = generate()?;
    let file = root().join(path);
    if fs::read_to_string(&file).is_ok_and(|is| is == text) {
        return Ok(None);
    }
    let directory = file.parent().unwrap_or(root());
    fs::create_dir_all(directory)
        .and_then(|()| fs::write(&file, text))
        .map_err(|error| Error(format!("{path} cannot be written: {error}")))?;
    Ok(Some(path))
}
