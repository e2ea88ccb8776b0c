//! The command, beside other commands on the same files.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use vpcheck_tests::write::Form;

use super::aim::{self, Aim};
use super::run::{Contender, Program, alternately, median, peak_kilobytes, ratio, succeeds};
use super::tools::{Tool, Tools};
use super::{cargo, corpus};
use crate::Error;

/// On how many files the commands are run, and how often the fast ones are.
const COUNTS: [(usize, usize); 3] = [(1, 101), (1_000, 31), (10_000, 15)];

/// How often the slow ones are run on up to a thousand files.
const SLOW: usize = 3;

/// What was measured of a syntax in one run: the times of each contender for each count.
struct Run {
    names: Vec<String>,
    times: Vec<Vec<Vec<f64>>>,
    peaks: Vec<f64>,
}

impl Run {
    /// The median of the ratios of two contenders on one of the counts.
    fn ratio(&self, count: usize, name: &str, to: &str) -> f64 {
        let times = |name: &str| {
            let index = self.names.iter().position(|other| other == name)?;
            self.times.get(count)?.get(index)
        };
        times(name).zip(times(to)).map_or(f64::NAN, |(times, to)| ratio(times, to))
    }
}

/// Builds the command, installs the others, writes the files and measures on them.
pub(super) fn measure() -> Result<String, Error> {
    let vpcheck = cargo::vpcheck()?;
    let directory = env::temp_dir().join(format!("vpcheck-bench-{}", process::id()));
    let measured = on(&vpcheck, &directory);
    // What was measured is said also where the files cannot be removed.
    let _ = fs::remove_dir_all(&directory);
    measured
}

fn on(vpcheck: &Path, directory: &Path) -> Result<String, Error> {
    let schema = directory.join("schema.json");
    let text = super::read("schema/service.schema.json")?;
    corpus::file(&schema, &text)?;
    let tools = Tools::install(&schema)?;
    let mut aims = Vec::new();
    let mut text = String::new();
    for (syntax, form, others) in [
        ("JSON", Form::Json, vec![&tools.jsonschema, &tools.ajv, &tools.check_jsonschema]),
        ("YAML", Form::YamlBlock, vec![&tools.check_jsonschema]),
        ("TOML", Form::Toml, vec![&tools.taplo, &tools.check_jsonschema]),
    ] {
        let place = Place { vpcheck, folder: directory.join(syntax), files: Vec::new() };
        let place = Place { files: corpus::write(&place.folder, form, most())?, ..place };
        for other in &others {
            place.refuses_mistakes(other, form)?;
        }
        let runs = [place.run(&others)?, place.run(&[])?];
        text.push_str(&table(syntax, &runs));
        if form == Form::Json {
            aims = of(&runs);
        }
    }
    Ok(format!("{}{text}", aim::table(&aims)))
}

fn most() -> usize {
    COUNTS.iter().map(|(count, _)| *count).max().unwrap_or_default()
}

/// The files of a syntax, and what is measured on them.
struct Place<'v> {
    vpcheck: &'v Path,
    folder: PathBuf,
    files: Vec<String>,
}

impl Place<'_> {
    fn run(&self, others: &[&Tool]) -> Result<Run, Error> {
        let mut times = Vec::new();
        let mut names = Vec::new();
        let mut peaks = Vec::new();
        for (count, rounds) in COUNTS {
            let contenders = self.contenders(others, count, rounds);
            times.push(alternately(&contenders)?);
            if count == most() {
                let peak = |contender: &Contender| peak_kilobytes(&contender.program);
                peaks = contenders.iter().map(peak).collect::<Result<_, _>>()?;
            }
            names = contenders.into_iter().map(|contender| contender.name).collect();
        }
        Ok(Run { names, times, peaks })
    }

    fn contenders(&self, others: &[&Tool], count: usize, rounds: usize) -> Vec<Contender> {
        let files = self.files.get(..count).unwrap_or_default();
        // A file is named, and directories are walked.
        let mut places: Vec<&str> = files.iter().filter_map(|file| Some(file.split_once('/')?.0)).collect();
        places.dedup();
        let places = if let [file] = files { vec![file.as_str()] } else { places };
        let check = Program::new(self.vpcheck, &self.folder).arguments(["check"]).arguments(places);
        let own = [
            ("`true`", Program::new("true", &self.folder)),
            ("`cat`", Program::new("cat", &self.folder).arguments(files)),
            ("**vpcheck**", check.clone()),
            ("**vpcheck** on one thread", check.arguments(["--threads", "1"])),
        ];
        let own = own.map(|(name, program)| Contender { name: name.to_owned(), program, rounds });
        let others = others.iter().map(|tool| Contender {
            name: tool.name.clone(),
            program: tool.on(&self.folder, files),
            rounds: if count == most() { 1 } else { SLOW },
        });
        own.into_iter().chain(others).collect()
    }

    /// Sees to it that another command does check: the files are right, and one that is not has to be refused.
    fn refuses_mistakes(&self, tool: &Tool, form: Form) -> Result<(), Error> {
        let good = self.files.first().cloned().unwrap_or_default();
        let text = fs::read_to_string(self.folder.join(&good)).map_err(|error| Error(format!("{good}: {error}")))?;
        let end = good.rsplit_once('.').map_or("json", |(_, end)| end);
        let wrong = format!("mistakes/wrong.{end}");
        corpus::file(&self.folder.join(&wrong), &text.replace("service-0", ""))?;
        for (file, is_right) in [(good, true), (wrong, false)] {
            if succeeds(&tool.on(&self.folder, std::slice::from_ref(&file)))? != is_right {
                let what = if is_right { "refuses a right file" } else { "takes a file with a mistake" };
                return Err(Error(format!("{} {what}: {form:?}", tool.name)));
            }
        }
        Ok(())
    }
}

fn table(syntax: &str, runs: &[Run; 2]) -> String {
    let mut text = format!(
        "\n### {syntax}\n\n| | 1 file | 1,000 files | 10,000 files | to `cat` | again | peak |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n"
    );
    let last = COUNTS.len() - 1;
    let [first, second] = runs;
    for (index, (name, peak)) in first.names.iter().zip(&first.peaks).enumerate() {
        let _ = write!(text, "| {name} |");
        for times in &first.times {
            let times = times.get(index).cloned().unwrap_or_default();
            let _ = write!(text, " {:.1} ms |", median(times) * 1e3);
        }
        let again = second.ratio(last, name, "`cat`");
        let again = if again.is_nan() { "–".to_owned() } else { format!("{again:.2}") };
        // What ends at once has no peak that can be seen.
        let peak = if peak.is_nan() { "–".to_owned() } else { format!("{:.1} MB", peak / 1024.0) };
        let _ = writeln!(text, " {:.2} | {again} | {peak} |", first.ratio(last, name, "`cat`"));
    }
    text
}

/// What is promised of the command.
fn of(runs: &[Run; 2]) -> Vec<Aim> {
    let last = COUNTS.len() - 1;
    let aim = |what: &str, most, count, name: &'static str, to: &'static str| Aim {
        what: what.to_owned(),
        most,
        digits: 2,
        measured: runs.iter().map(|run| run.ratio(count, name, to)).collect(),
    };
    vec![
        aim("10,000 JSON files to `cat`", 1.3, last, "**vpcheck**", "`cat`"),
        aim("one JSON file to `true`", 2.0, 0, "**vpcheck**", "`true`"),
        aim("10,000 JSON files on both cores, to one thread", 0.7, last, "**vpcheck**", "**vpcheck** on one thread"),
    ]
}
