//! Tasks of the workspace: `cargo xtask codegen`, `docs`, `bench` and `verdicts`.

use std::env;
use std::process::ExitCode;

use xtask::bench::{self, Part};
use xtask::verdicts::{self, Extent, Options, Table};
use xtask::{Error, codegen, docs};

const USAGE: &str = "usage: cargo xtask codegen [--check]
       cargo xtask docs
       cargo xtask bench [library|growth|command|scaling|size]... | --guard | --recount
       cargo xtask verdicts [--check] [--clients | --target TARGET...]

  codegen           write the generated files from the schemas in schema/
  codegen --check   write nothing; exit code 1 where a file is not what would be written
  docs              write docs/rules.md from the rules
  bench             measure everything or these parts, and write BENCHMARKS.md; on a quiet machine, since times are noise elsewhere
  bench --guard     exit code 1 where a document takes 3 % more instructions than committed, or command, library or build are above their bounds
  bench --recount   write the instructions that a document takes into benches/instructions.txt
  verdicts          judge the exports by the tools of their languages, and write docs/verdicts.md
  verdicts --check  the same; write nothing, exit code 1 where the file is not what would be written
  --clients         run the clients only, and write tests/data/clients.jsonl
  --target TARGET   judge the exports of this target only; write nothing";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["codegen"] => write(),
        ["codegen", "--check"] => check(),
        ["docs"] => docs::write().map(|written| {
            if let Some(path) = written {
                println!("wrote {path}");
            }
            ExitCode::SUCCESS
        }),
        ["bench", "--guard"] => bench::guard().map(verdict),
        ["bench", "--recount"] => bench::recount().map(|()| ExitCode::SUCCESS),
        ["bench", names @ ..] => match parts(names) {
            Some(parts) => bench::measure(&parts).map(|()| ExitCode::SUCCESS),
            None => return usage(),
        },
        ["verdicts", arguments @ ..] => match options(arguments) {
            Some(options) => judge(&options),
            None => return usage(),
        },
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => return usage(),
    };
    done.unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::from(2)
    })
}

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(2)
}

fn verdict(holds: bool) -> ExitCode {
    if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The parts of the benchmark with these names; all where none is named.
fn parts(names: &[&str]) -> Option<Vec<Part>> {
    if names.is_empty() {
        return Some(Part::ALL.to_vec());
    }
    names.iter().map(|name| Part::ALL.into_iter().find(|part| part.name() == *name)).collect()
}

fn options(arguments: &[&str]) -> Option<Options> {
    let mut options = Options::default();
    let mut arguments = arguments.iter();
    while let Some(&argument) = arguments.next() {
        match argument {
            "--check" => options.table = Table::Check,
            "--clients" => options.extent = Extent::Clients,
            "--target" => options.targets.push((*arguments.next()?).to_owned()),
            _ => return None,
        }
    }
    let is_clear = options.extent == Extent::All || options.targets.is_empty();
    is_clear.then_some(options)
}

fn judge(options: &Options) -> Result<ExitCode, Error> {
    let wrong = verdicts::run(options)?;
    for wrong in &wrong {
        println!("{wrong}");
    }
    Ok(if wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn write() -> Result<ExitCode, Error> {
    for path in codegen::write()? {
        println!("wrote {path}");
    }
    Ok(ExitCode::SUCCESS)
}

fn check() -> Result<ExitCode, Error> {
    let stale = codegen::stale()?;
    for file in &stale {
        println!("{file}");
    }
    if stale.is_empty() {
        println!("all generated files are current");
        return Ok(ExitCode::SUCCESS);
    }
    println!("run `cargo xtask codegen`");
    Ok(ExitCode::FAILURE)
}
