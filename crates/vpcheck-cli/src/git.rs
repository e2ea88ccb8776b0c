//! What git knows of files.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::exit::Failure;
use crate::files::read_limited;

/// Which files are asked for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Selection {
    /// Those that are staged for the next commit.
    Staged,
    /// Those that differ from a revision, or that git does not know yet.
    Since(String),
}

/// The files at or below `roots`, as paths from the current directory. Files that are gone are none of them.
pub(crate) fn changed(selection: &Selection, roots: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let top = top()?;
    // Where links lead counts as well as what was written: git knows files without links.
    let roots: Vec<PathBuf> = roots.iter().flat_map(|root| [plain(root), root.canonicalize().ok()]).flatten().collect();
    let here = std::env::current_dir().and_then(|here| here.canonicalize()).unwrap_or_else(|_| top.clone());
    let list = ["diff", "--name-only", "--no-relative", "-z", "--no-ext-diff", "--no-renames", "--diff-filter=d"];
    let names = match selection {
        Selection::Staged => paths(&[&list[..], &["--cached", "--"]].concat())?,
        Selection::Since(revision) => {
            let commit = commit(revision)?;
            let mut names = paths(&[&list[..], &[&commit, "--"]].concat())?;
            names.extend(paths(&["ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/"])?);
            names
        }
    };
    let files = names.into_iter().map(|name| top.join(name));
    let files = files.filter(|file| roots.iter().any(|root| file.starts_with(root)));
    Ok(files.map(|file| from(&here, &file)).collect())
}

/// The directory that a repository is checked out to.
fn top() -> Result<PathBuf, Failure> {
    let output = run(&["rev-parse", "--show-toplevel"])?;
    if !output.status.success() {
        return Err(refused(&output));
    }
    let top = path(output.stdout.trim_ascii_end());
    Ok(top.canonicalize().unwrap_or(top))
}

/// A path from the root, without `.` and `..`; the file need not be there any more.
fn plain(path: &Path) -> Option<PathBuf> {
    let mut plain = PathBuf::new();
    for component in std::path::absolute(path).ok()?.components() {
        if component == Component::ParentDir {
            plain.pop();
        } else {
            plain.push(component);
        }
    }
    Some(plain)
}

/// The path of a file from a directory, with `..` where it is not below.
fn from(directory: &Path, file: &Path) -> PathBuf {
    let same = directory.components().zip(file.components()).take_while(|(a, b)| a == b).count();
    let up = directory.components().skip(same).map(|_| Component::ParentDir);
    up.chain(file.components().skip(same)).collect()
}

/// The version of a file that is in the index.
pub(crate) fn staged(path: &Path) -> Result<Vec<u8>, Failure> {
    // `./` makes it a path from the current directory.
    let mut object = OsString::from(":./");
    object.push(path);
    let mut child = git()
        .args(["cat-file", "blob"])
        .arg(object)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| cannot_run(&error))?;
    let cannot_read = |why: &dyn std::fmt::Display| {
        Failure::new(format!("cannot read {} from the index of git: {why}", path.display()))
    };
    let bytes =
        child.stdout.take().map(|stdout| read_limited(stdout, 0)).transpose().map_err(|error| cannot_read(&error))?;
    let status = child.wait().map_err(|error| cannot_read(&error))?;
    // A text that is too long is left in the middle, of which git dies.
    match bytes {
        Some(bytes) if status.success() || !bytes.is_empty() => Ok(bytes),
        _ => Err(cannot_read(&"it is not there")),
    }
}

/// The commit that a revision names, so that nothing that looks like an option is given to git.
fn commit(revision: &str) -> Result<String, Failure> {
    let object = format!("{revision}^{{commit}}");
    let output = run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &object])?;
    if !output.status.success() {
        return Err(Failure::new(format!("git knows no revision {revision}"))
            .with_help("name a branch, a tag or a commit; in a shallow clone fetch it first"));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn paths(arguments: &[&str]) -> Result<Vec<PathBuf>, Failure> {
    let output = run(arguments)?;
    if !output.status.success() {
        return Err(refused(&output));
    }
    let names = output.stdout.split(|byte| *byte == 0).filter(|name| !name.is_empty());
    Ok(names.map(path).collect())
}

fn refused(output: &Output) -> Failure {
    let why = String::from_utf8_lossy(&output.stderr);
    let why = why.lines().next().unwrap_or("it says nothing").trim_start_matches("fatal: ");
    Failure::new(format!("git cannot say which files have changed: {why}"))
}

#[cfg(unix)]
fn path(name: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt as _;

    std::ffi::OsStr::from_bytes(name).into()
}

#[cfg(not(unix))]
fn path(name: &[u8]) -> PathBuf {
    String::from_utf8_lossy(name).into_owned().into()
}

fn run(arguments: &[&str]) -> Result<Output, Failure> {
    git().args(arguments).output().map_err(|error| cannot_run(&error))
}

fn git() -> Command {
    let mut command = Command::new("git");
    // A repository may name a program that watches it, and we only ask.
    command.args(["-c", "core.fsmonitor=false"]).stdin(Stdio::null());
    command
}

fn cannot_run(error: &std::io::Error) -> Failure {
    let failure = Failure::new(format!("cannot run git: {error}"));
    if error.kind() == ErrorKind::NotFound {
        failure.with_help("install git, or leave out `--staged` and `--since`")
    } else {
        failure
    }
}
