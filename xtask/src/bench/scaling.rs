//! How time and memory of the command grow with the number of services.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use vpcheck_tests::Random;

use super::aim::{self, Aim};
use super::run::{Contender, Program, alternately, peak_kilobytes};
use super::{cargo, corpus};
use crate::Error;

/// How many services there are, and how often they are checked; the first is what it takes to start.
const COUNTS: [(usize, usize); 5] = [(1, 31), (1_000, 31), (10_000, 21), (100_000, 9), (1_000_000, 5)];

/// The seed of the services.
const SEED: u64 = 0x5EED_0004;

/// What it takes to check some services.
#[derive(Clone, Copy, Debug)]
struct Cost {
    count: usize,
    seconds: f64,
    megabytes: f64,
}

impl Cost {
    /// Microseconds for a service beyond a smaller number of them.
    fn time(self, fewer: Cost) -> f64 {
        (self.seconds - fewer.seconds) * 1e6 / number(self.count - fewer.count)
    }

    /// Bytes of memory for a service beyond a smaller number of them.
    fn memory(self, fewer: Cost) -> f64 {
        (self.megabytes - fewer.megabytes).max(0.0) * 1024.0 * 1024.0 / number(self.count - fewer.count)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of services are far below 2^52")]
fn number(count: usize) -> f64 {
    count as f64
}

/// Measures on services in one file, and on as many in files of their own.
pub(super) fn measure() -> Result<String, Error> {
    let vpcheck = cargo::vpcheck()?;
    let mut aims = Vec::new();
    let mut text = String::from(
        "\n| services | where | seconds | µs for one more | peak | bytes for one more |\n\
         | ---: | --- | ---: | ---: | ---: | ---: |\n",
    );
    for (place, write) in [("one NDJSON file", lines as Write), ("files", files)] {
        let directory = env::temp_dir().join(format!("vpcheck-scaling-{}", process::id()));
        let costs = costs(&vpcheck, &directory, write);
        // What was measured is said also where the files cannot be removed.
        let _ = fs::remove_dir_all(&directory);
        let [first, second] = costs?;
        let [start, ..] = first.as_slice() else { continue };
        let _ =
            writeln!(text, "| {} | {place} | {:.4} | – | {:.1} MB | – |", start.count, start.seconds, start.megabytes);
        for (fewer, cost) in first.iter().zip(first.iter().skip(1)) {
            let Cost { count, seconds, megabytes } = cost;
            let (time, memory) = (cost.time(*fewer), cost.memory(*start));
            let _ =
                writeln!(text, "| {count} | {place} | {seconds:.4} | {time:.3} | {megabytes:.1} MB | {memory:.0} |");
        }
        aims.push(Aim {
            what: format!("time for one more in {place}: the highest to the lowest, 1,000 to 1,000,000"),
            most: 1.1,
            digits: 2,
            measured: [spread(&first), spread(&second)].to_vec(),
        });
        aims.push(Aim {
            what: format!("peak memory for one more in {place}: how much it grows"),
            most: 1.1,
            digits: 2,
            measured: [growth(&first), growth(&second)].to_vec(),
        });
    }
    Ok(format!("{}{text}", aim::table(&aims)))
}

/// The highest time for one more between a count and the next to the lowest, from the first count that is more than a start.
fn spread(costs: &[Cost]) -> f64 {
    let steps = costs.iter().zip(costs.iter().skip(1)).skip(1).map(|(fewer, cost)| cost.time(*fewer));
    steps.clone().fold(0.0, f64::max) / steps.fold(f64::INFINITY, f64::min)
}

/// How much more memory a service takes than with any smaller number of services; 0 where it takes none at all.
fn growth(costs: &[Cost]) -> f64 {
    let Some((start, costs)) = costs.split_first() else { return f64::NAN };
    let mut least = f64::INFINITY;
    let mut most = 0.0_f64;
    for cost in costs {
        let memory = cost.memory(*start);
        if least.is_finite() && least > 0.0 {
            most = most.max(memory / least);
        }
        least = least.min(memory);
    }
    most
}

/// Writes services in a directory, and gives for each count what the command is to be run on.
type Write = fn(&Path) -> Result<Vec<PathBuf>, Error>;

/// The costs of each count, in two runs.
fn costs(vpcheck: &Path, directory: &Path, write: Write) -> Result<[Vec<Cost>; 2], Error> {
    // An account has far fewer services than are measured.
    corpus::file(&directory.join("vpcheck.toml"), "[rules]\ntoo-many-services = \"off\"\n")?;
    let contender = |((count, rounds), on): (&(usize, usize), PathBuf)| {
        let program = Program::new(vpcheck, directory).arguments(["check"]).arguments([on]);
        Contender { name: count.to_string(), program, rounds: *rounds }
    };
    let contenders: Vec<Contender> = COUNTS.iter().zip(write(directory)?).map(contender).collect();
    let run = || {
        // What is run to see its memory warms up for its time.
        let peaks: Vec<f64> = contenders.iter().map(peak).collect::<Result<_, _>>()?;
        let times = alternately(&contenders)?;
        let cost = |((count, _), (times, peak)): (&(usize, usize), (Vec<f64>, f64))| Cost {
            count: *count,
            // What else the machine does only adds to a time, and a long run meets more of it than a short one.
            seconds: times.into_iter().fold(f64::INFINITY, f64::min),
            megabytes: peak / 1024.0,
        };
        Ok(COUNTS.iter().zip(times.into_iter().zip(peaks)).map(cost).collect::<Vec<_>>())
    };
    Ok([run()?, run()?])
}

/// The most memory in any of the rounds: what takes a few milliseconds is seldom seen at its largest.
fn peak(contender: &Contender) -> Result<f64, Error> {
    (0..contender.rounds).try_fold(f64::NAN, |peak, _| Ok(peak.max(peak_kilobytes(&contender.program)?)))
}

/// All of a count in one file, a line each.
fn lines(directory: &Path) -> Result<Vec<PathBuf>, Error> {
    let write = |(count, _): &(usize, usize)| {
        let path = directory.join(format!("{count}.ndjson"));
        let write = || {
            let mut random = Random::new(SEED);
            let mut file = BufWriter::new(File::create(&path)?);
            for number in 0..*count {
                writeln!(file, "{}", corpus::service(&mut random, number))?;
            }
            file.flush()
        };
        write().map_err(|error| Error(format!("{} cannot be written: {error}", path.display())))?;
        Ok(path)
    };
    COUNTS.iter().map(write).collect()
}

/// Each in a file of its own, in directories of a thousand, ten of which are in one, and so on: so each count is a directory of the largest.
fn files(directory: &Path) -> Result<Vec<PathBuf>, Error> {
    let count = COUNTS.iter().map(|(count, _)| *count).max().unwrap_or_default();
    let mut random = Random::new(SEED);
    for number in 0..count {
        let name =
            format!("services/{}/{}/{}/{number}.json", number / 100_000, number / 10_000 % 10, number / 1_000 % 10);
        let path = directory.join(name);
        let text = corpus::service(&mut random, number).to_string();
        if number % 1_000 == 0 {
            corpus::file(&path, &text)?;
        } else {
            fs::write(&path, text).map_err(|error| Error(format!("{} cannot be written: {error}", path.display())))?;
        }
    }
    let on: [&str; COUNTS.len()] =
        ["services/0/0/0/0.json", "services/0/0/0", "services/0/0", "services/0", "services"];
    Ok(on.into_iter().map(PathBuf::from).collect())
}
