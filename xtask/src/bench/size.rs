//! How large the command and the library are, and how long a program with the library takes to build.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use super::aim::{self, Aim};
use super::cargo;
use super::run::median;
use crate::{Error, root};

/// The largest stripped command.
const COMMAND: f64 = 5_000_000.0;

/// The most that the library adds to a program.
const LIBRARY: f64 = 300_000.0;

/// How much longer a program may take to build with the library than with `serde_json` alone.
const BUILD: f64 = 2.0;

/// What CI holds of each. It lies above the aim where that is missed, and is lowered with each gain.
const HELD: [f64; 4] = [6_970_000.0, 510_000.0, 372_000.0, 2.7];

const PROGRAMS: &str = "benches/programs";

/// Builds everything and writes the tables.
pub(super) fn measure() -> Result<String, Error> {
    let [mut command, mut library, mut small] = sizes()?;
    let runs = [builds(3)?, builds(3)?];
    for aim in [&mut command, &mut library, &mut small] {
        // The same sources give the same bytes, in every run.
        aim.measured.truncate(1);
    }
    let ratio = |builds: &Builds| builds.ratio();
    let build = Aim { measured: runs.iter().map(ratio).collect(), ..build_aim() };
    let [with, without] = [dependencies("program-vpcheck")?, dependencies("program-serde-json")?];
    Ok(format!(
        "{}\n| `cargo build` of a program, nothing built before | seconds | again | crates |\n\
         | --- | ---: | ---: | ---: |\n\
         | with serde_json alone | {:.1} | {:.1} | {without} |\n| with vpcheck | {:.1} | {:.1} | {with} |\n",
        aim::table(&[command, library, small, build]),
        median(runs[0].serde_json.clone()),
        median(runs[1].serde_json.clone()),
        median(runs[0].vpcheck.clone()),
        median(runs[1].vpcheck.clone()),
    ))
}

/// What is held in CI, each with a margin; that of the build is wide, since a busy machine may favour either program.
pub(super) fn guarded() -> Result<Vec<Aim>, Error> {
    let [command, library, small] = sizes()?;
    let build = Aim { measured: vec![builds(1)?.ratio()], ..build_aim() };
    let held = [command, library, small, build].into_iter().zip(HELD);
    Ok(held.map(|(aim, most)| Aim { most, ..aim }).collect())
}

fn build_aim() -> Aim {
    Aim {
        what: "build of a program with the library, to one with `serde_json` alone".to_owned(),
        most: BUILD,
        digits: 2,
        measured: Vec::new(),
    }
}

fn sizes() -> Result<[Aim; 3], Error> {
    let command = bytes(&cargo::vpcheck()?)?;
    let library = |profile| {
        let programs = cargo::build(PROGRAMS, &["--profile", profile], &cargo::directory().join("programs"))?;
        Ok(bytes(&programs.join("program-vpcheck"))? - bytes(&programs.join("program-empty"))?)
    };
    let aim = |what: &str, most, measured| Aim { what: what.to_owned(), most, digits: 0, measured: vec![measured] };
    Ok([
        aim("bytes of the stripped command", COMMAND, command),
        aim("bytes that the library adds to a program", LIBRARY, library("release")?),
        aim("bytes that the library adds to a program that is built for size", LIBRARY, library("small")?),
    ])
}

#[expect(clippy::cast_precision_loss, reason = "programs are far smaller than 2^52 bytes")]
fn bytes(path: &Path) -> Result<f64, Error> {
    let size = fs::metadata(path).map(|metadata| metadata.len() as f64);
    size.map_err(|error| Error(format!("{} cannot be read: {error}", path.display())))
}

/// The seconds that builds took, in turn.
struct Builds {
    serde_json: Vec<f64>,
    vpcheck: Vec<f64>,
}

impl Builds {
    fn ratio(&self) -> f64 {
        super::run::ratio(&self.vpcheck, &self.serde_json)
    }
}

fn builds(rounds: usize) -> Result<Builds, Error> {
    let target = cargo::directory().join("cold");
    let build = |package: &str| {
        if target.exists() {
            fs::remove_dir_all(&target).map_err(|error| Error(format!("{}: {error}", target.display())))?;
        }
        let start = Instant::now();
        cargo::build(PROGRAMS, &["-p", package], &target)?;
        Ok::<f64, Error>(start.elapsed().as_secs_f64())
    };
    let mut builds = Builds { serde_json: Vec::new(), vpcheck: Vec::new() };
    for _ in 0..rounds {
        builds.serde_json.push(build("program-serde-json")?);
        builds.vpcheck.push(build("program-vpcheck")?);
    }
    Ok(builds)
}

/// How many crates are built for a program, itself among them.
fn dependencies(package: &str) -> Result<usize, Error> {
    let mut cargo = Command::new(cargo::command().get_program());
    cargo.args(["tree", "--quiet", "--locked", "--prefix", "none", "-p", package, "--manifest-path"]);
    let tree = cargo::printed(cargo.arg(root().join(PROGRAMS).join("Cargo.toml")))?;
    let mut crates: Vec<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    crates.sort_unstable();
    crates.dedup();
    Ok(crates.len())
}
