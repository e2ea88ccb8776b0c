//! Measures the whole command on ten thousand files of a syntax, beside others on the same files in the same run.

mod corpus;
mod run;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use vpcheck_tests::write::Form;

use self::corpus::{FILES, Kind};
use self::run::{Program, alternately, median, once, output, peak_kilobytes};
use crate::{Error, root};

/// How often each command is run; the ratio is the median of those of each round, since times on a shared machine drift.
const ROUNDS: usize = 7;

/// How often the commands are run that read one file, which takes hardly any time.
const SHORT_ROUNDS: usize = 101;

/// Another program that judges files by a schema.
const PEER: &str = "check-jsonschema";

/// Builds the command, writes the files, and prints what was measured.
///
/// # Errors
///
/// Where the command cannot be built or run, files cannot be written, or its output depends on the number of threads.
pub fn command() -> Result<(), Error> {
    let vpcheck = build()?;
    let directory = env::temp_dir().join(format!("vpcheck-bench-{}", std::process::id()));
    let measured = measure(&vpcheck, &directory);
    // What was measured is said also where the files cannot be removed.
    let _ = fs::remove_dir_all(&directory);
    measured
}

fn build() -> Result<PathBuf, Error> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["build", "--release", "--quiet", "-p", "vpcheck-cli"])
        .current_dir(root())
        .status()
        .map_err(|error| Error(format!("cargo cannot be run: {error}")))?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let path = root().join(target).join("release/vpcheck");
    if status.success() { Ok(path) } else { Err(Error("the command cannot be built".to_owned())) }
}

fn measure(vpcheck: &Path, directory: &Path) -> Result<(), Error> {
    let peer = peer(directory)?;
    println!("{FILES} files, {ROUNDS} rounds in turn; a ratio is the median of the rounds\n");
    println!(
        "| syntax | bytes/file | vpcheck | to `cat` (JSON: at most 2) | peak (below 50 MB) | {PEER} to vpcheck (at least 20) |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    for (name, form) in [("JSON", Form::Json), ("YAML", Form::YamlBlock), ("TOML", Form::Toml)] {
        let folder = directory.join(name);
        let files = corpus::write(&folder, form, Kind::Good)?;
        let check = Program::new(vpcheck, &folder).arguments(["check"]);
        let report = output(&check)?;
        if !report.starts_with(b"checked ") {
            return Err(Error(format!("nothing was to be found:\n{}", String::from_utf8_lossy(&report))));
        }
        let cat = Program::new("cat", &folder).arguments(files.names.iter());
        let times = alternately(&[&check, &cat], ROUNDS)?;
        let peer = match &peer {
            Some(schema) => {
                let peer = Program::new(PEER, &folder)
                    .arguments(["--schemafile"])
                    .arguments([schema])
                    .arguments(files.names.iter());
                // It takes so long that one round says enough.
                format!("{:.0}", once(&peer)? / once(&check)?)
            }
            None => "not installed".to_owned(),
        };
        let ratios = times[0].iter().zip(&times[1]).map(|(check, cat)| check / cat).collect();
        println!(
            "| {name} | {} | {:.0} ms | {:.2} | {:.1} MB | {peer} |",
            files.bytes / FILES,
            median(times[0].clone()) * 1e3,
            median(ratios),
            peak_kilobytes(&check)? / 1024.0,
        );
    }
    if peer.is_none() {
        println!("\n{PEER} is compared when it is on the path: pip install {PEER}");
    }
    one_file(vpcheck, directory)?;
    threads(vpcheck, directory)
}

/// The schema that the peer is given, if the peer is there.
fn peer(directory: &Path) -> Result<Option<PathBuf>, Error> {
    if Command::new(PEER).arg("--version").output().is_err() {
        return Ok(None);
    }
    let schema = fs::read_to_string(root().join("schema/service.schema.json"))
        .map_err(|error| Error(format!("the schema cannot be read: {error}")))?;
    let schema = schema.replacen('{', "{\"$ref\": \"#/$defs/ServiceRequest\",", 1);
    let path = directory.join("schema.json");
    corpus::file(&path, &schema)?;
    Ok(Some(path))
}

fn one_file(vpcheck: &Path, directory: &Path) -> Result<(), Error> {
    let folder = directory.join("JSON/00");
    let check = Program::new(vpcheck, &folder).arguments(["check", "00000.json"]);
    let nothing = Program::new("true", &folder);
    let times = alternately(&[&check, &nothing], SHORT_ROUNDS)?;
    let ratios = times[0].iter().zip(&times[1]).map(|(check, nothing)| check / nothing).collect();
    println!("\none file: {:.2} ms, {:.2} times `true` (at most 3)", median(times[0].clone()) * 1e3, median(ratios));
    Ok(())
}

/// Sees to it that the output is the same for any number of threads, on files with mistakes in them.
fn threads(vpcheck: &Path, directory: &Path) -> Result<(), Error> {
    let folder = directory.join("mistakes");
    for form in [Form::Json, Form::YamlBlock, Form::Toml] {
        corpus::write(&folder.join(format!("{form:?}")), form, Kind::Mutated)?;
    }
    let with = |threads: &str| {
        output(&Program::new(vpcheck, &folder).arguments(["check", "--fail-on", "never", "--threads", threads]))
    };
    let (one, two) = (with("1")?, with("2")?);
    if one != two {
        return Err(Error("the output depends on the number of threads".to_owned()));
    }
    println!("{} files with mistakes: the same {} bytes with 1 and 2 threads", 3 * FILES, one.len());
    Ok(())
}
