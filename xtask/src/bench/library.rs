//! From bytes to a service, beside other libraries.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::aim::{self, Aim};
use super::cargo;
use crate::Error;

/// What the programs of `benches/peers` printed, a line of JSON about a contender on a corpus each.
#[derive(Debug)]
struct Told(Vec<Value>);

impl Told {
    fn by(directory: &Path, program: &str, arguments: &[&str]) -> Result<Told, Error> {
        let text = cargo::printed(Command::new(directory.join(program)).args(arguments))?;
        let lines = text.lines().map(serde_json::from_str).collect::<Result<Vec<Value>, _>>();
        lines.map(Told).map_err(|error| Error(format!("{program} printed something else than JSON: {error}")))
    }

    /// A number of the contender whose name has this in it.
    fn number(&self, corpus: &str, contender: &str, name: &str) -> Result<f64, Error> {
        let is_it = |line: &&Value| {
            line["corpus"] == corpus && line["contender"].as_str().is_some_and(|name| name.contains(contender))
        };
        let number = self.0.iter().find(is_it).and_then(|line| line[name].as_f64());
        number.ok_or_else(|| Error(format!("nothing was told of {name} of {contender} on {corpus}")))
    }
}

/// Everything that was measured.
struct All {
    times: [Told; 2],
    allocations: Told,
    instructions: Told,
}

/// Builds the contenders and measures them: times twice, everything else once, since it does not drift.
pub(super) fn measure() -> Result<String, Error> {
    let programs = cargo::build("benches/peers", &["--profile", "release"], &cargo::directory().join("peers"))?;
    let instructions = Told::by(&programs, "times", &["count"])?;
    let allocations = Told::by(&programs, "allocations", &[])?;
    let times = [Told::by(&programs, "times", &[])?, Told::by(&programs, "times", &[])?];
    let all = All { times, allocations, instructions };
    let mut text = aim::table(&aims(&all)?);
    let mut corpora: Vec<&str> = all.times[0].0.iter().filter_map(|line| line["corpus"].as_str()).collect();
    corpora.dedup();
    for corpus in corpora {
        text.push_str(&table(&all, corpus)?);
    }
    Ok(text)
}

fn table(all: &All, corpus: &str) -> Result<String, Error> {
    let contenders = all.times[0].0.iter().filter(|line| line["corpus"] == corpus);
    let mut text = String::new();
    for line in contenders {
        let contender = line["contender"].as_str().unwrap_or_default();
        if text.is_empty() {
            // Writing into a string cannot fail.
            let _ = write!(
                text,
                "\n### {corpus}\n\n{} documents of {:.0} bytes on average, {} rounds in turn, twice.\n\n\
                 | from bytes to … | ns | ratio | again | instructions | allocations | bytes allocated | accepted |\n\
                 | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
                line["documents"],
                line["bytes"].as_f64().unwrap_or(f64::NAN),
                line["rounds"],
            );
        }
        let of = |told: &Told, name| told.number(corpus, contender, name);
        let _ = writeln!(
            text,
            "| {contender} | {:.0} | {:.2} | {:.2} | {:.0} | {:.2} | {:.0} | {:.1} % |",
            of(&all.times[0], "nanoseconds")?,
            of(&all.times[0], "ratio")?,
            of(&all.times[1], "ratio")?,
            of(&all.instructions, "instructions")?,
            of(&all.allocations, "allocations")?,
            of(&all.allocations, "allocated")?,
            of(&all.times[0], "accepted")? * 100.0,
        );
    }
    Ok(text)
}

/// What is promised of the library.
fn aims(all: &All) -> Result<Vec<Aim>, Error> {
    let mut aims = Vec::new();
    let mut ratio = |what: &str, contender, corpus: &str, most| {
        let ratio = |told| Told::number(told, corpus, contender, "ratio");
        let measured = all.times.iter().map(ratio).collect::<Result<_, _>>()?;
        aims.push(Aim { what: format!("{what} to the floor, {corpus}"), most, digits: 2, measured });
        Ok::<(), Error>(())
    };
    for corpus in ["valid, minified", "valid, pretty", "valid, with long lists"] {
        ratio("`from_json`", "from_json`", corpus, 0.55)?;
        ratio("`Deserialize` over serde_json", "from_slice::<ServiceRequest>", corpus, 0.95)?;
        ratio("`check`", "`check`", corpus, 3.0)?;
    }
    for corpus in ["invalid, minified", "invalid, pretty"] {
        ratio("`check`", "`check`", corpus, 4.0)?;
    }
    for layout in ["minified", "pretty"] {
        for (what, contender, kind, most) in [
            ("`from_json`", "::from_json`", "valid", 4_200.0),
            ("`is_valid_json`", "is_valid_json", "invalid", 2_500.0),
            ("`check`", "`check`", "invalid", 22_000.0),
        ] {
            let corpus = format!("{kind}, {layout}");
            let measured = vec![all.instructions.number(&corpus, contender, "instructions")?];
            aims.push(Aim { what: format!("instructions of {what}, {corpus}"), most, digits: 0, measured });
        }
    }
    Ok(aims)
}
