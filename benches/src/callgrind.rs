//! Counts instructions, which are the same on a busy machine.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io, process};

/// What to do where valgrind is missing.
const MISSING: &str = "valgrind is missing: install it, such as with `apt-get install valgrind`";

/// Runs the documents through once. Under callgrind the work in here is counted, and each call by itself.
#[inline(never)]
pub fn counted(run: &dyn Fn(&[u8]) -> bool, documents: &[Vec<u8>]) -> usize {
    documents.iter().filter(|document| run(document)).count()
}

/// How many instructions this program takes in each call of [`counted`], in turn, when it is run with these arguments.
///
/// # Errors
///
/// When valgrind is missing or fails.
pub fn instructions(arguments: &[&str]) -> io::Result<Vec<u64>> {
    let directory = env::temp_dir().join(format!("vpcheck-callgrind-{}", process::id()));
    fs::create_dir_all(&directory)?;
    let counts = run(arguments, &directory).and_then(|()| parts(&directory));
    fs::remove_dir_all(&directory)?;
    counts
}

fn run(arguments: &[&str], directory: &Path) -> io::Result<()> {
    let mut out = directory.as_os_str().to_owned();
    out.push("/part");
    let mut file = std::ffi::OsString::from("--callgrind-out-file=");
    file.push(out);
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--toggle-collect=vpcheck_benches::callgrind::counted"])
        // Only names without a wildcard are found by both.
        .arg("--dump-after=vpcheck_benches::callgrind::counted")
        .arg(file)
        .arg(env::current_exe()?)
        .args(arguments)
        .output()
        .map_err(|error| if error.kind() == io::ErrorKind::NotFound { io::Error::other(MISSING) } else { error })?;
    let told = String::from_utf8_lossy(&output.stderr);
    if output.status.success() { Ok(()) } else { Err(io::Error::other(format!("valgrind failed:\n{told}"))) }
}

/// The counts of the files that callgrind wrote, `part.1` and so on; the one without a number is what came after the last call.
fn parts(directory: &Path) -> io::Result<Vec<u64>> {
    let mut counts = Vec::new();
    loop {
        let path: PathBuf = directory.join(format!("part.{}", counts.len() + 1));
        if !path.exists() {
            return Ok(counts);
        }
        let text = fs::read_to_string(path)?;
        let count = text.lines().find_map(|line| line.strip_prefix("totals:")?.trim().parse().ok());
        counts.push(count.ok_or_else(|| io::Error::other("callgrind told no total"))?);
    }
}
