//! How the time of the library grows with a text that is large in one way.

use std::fmt::Write as _;

use serde_json::Value;

use super::aim::{self, Aim};
use super::cargo;
use crate::Error;

/// How much more a byte may take in a text that is four times as long. Work that is quadratic takes four times as much.
const GROWTH: f64 = 2.0;

/// The ways to read a text: what they are called, and in what is told of them.
const WAYS: [(&str, &str); 3] =
    [("serde_json `Value`", "value"), ("**vpcheck** `from_json`", "from_json"), ("**vpcheck** `check`", "check")];

/// Measures twice.
pub(super) fn measure() -> Result<String, Error> {
    let runs = [told()?, told()?];
    let mut aims = Vec::new();
    for (what, way) in &WAYS[1..] {
        let growths =
            |run: &Vec<Value>| run.iter().map(|line| number(line, way, "growth")).collect::<Result<Vec<_>, _>>();
        let most = |run: &Vec<Value>| Ok(growths(run)?.into_iter().fold(f64::NAN, f64::max));
        aims.push(Aim {
            what: format!("{} for a byte of a text four times as long, at most", what.replace('*', "")),
            most: GROWTH,
            digits: 2,
            measured: runs.iter().map(most).collect::<Result<_, Error>>()?,
        });
    }
    let names: Vec<String> = WAYS.iter().map(|(name, _)| format!("{name}, ms | growth | again")).collect();
    let mut text = format!(
        "\n| a service with … | MB | {} | accepted |\n| --- | ---: | {}--- |\n",
        names.join(" | "),
        "---: | ---: | ---: | ".repeat(WAYS.len())
    );
    let [first, second] = &runs;
    for (line, again) in first.iter().zip(second) {
        let bytes = line["bytes"].as_f64().unwrap_or(f64::NAN);
        // Writing into a string cannot fail.
        let _ = write!(text, "| {} | {:.1} ", line["shape"].as_str().unwrap_or_default(), bytes / 1e6);
        for (_, way) in WAYS {
            let [milliseconds, growth] = ["milliseconds", "growth"].map(|name| number(line, way, name));
            let _ = write!(text, "| {:.1} | {:.2} | {:.2} ", milliseconds?, growth?, number(again, way, "growth")?);
        }
        let verdict = if line["from_json"]["accepted"] == true { "yes" } else { "no" };
        let _ = writeln!(text, "| {verdict} |");
    }
    Ok(format!("{}{text}", aim::table(&aims)))
}

/// What the program printed, a line of JSON for each text.
fn told() -> Result<Vec<Value>, Error> {
    let run = ["run", "--quiet", "--locked", "--profile", "bench", "-p", "vpcheck-benches", "--bin", "growth"];
    let text = cargo::printed(cargo::command().args(run))?;
    let lines = text.lines().map(serde_json::from_str).collect::<Result<_, _>>();
    lines.map_err(|error| Error(format!("growth printed something else than JSON: {error}")))
}

fn number(line: &Value, way: &str, name: &str) -> Result<f64, Error> {
    line[way][name].as_f64().ok_or_else(|| Error(format!("nothing was told of {name} of {way}")))
}
