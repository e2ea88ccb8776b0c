//! Tasks of the workspace: `cargo xtask codegen [--check]`, `cargo xtask docs` and `cargo xtask bench-command`.

use std::env;
use std::process::ExitCode;

use xtask::{Error, bench, codegen, docs};

const USAGE: &str = "usage: cargo xtask codegen [--check]
       cargo xtask docs
       cargo xtask bench-command

  codegen           write the generated files from the schemas in schema/
  codegen --check   write nothing; exit code 1 where a file is not what would be written
  docs              write docs/rules.md from the rules
  bench-command     measure the command on ten thousand files of each syntax, beside `cat` and check-jsonschema";

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
        ["bench-command"] => bench::command().map(|()| ExitCode::SUCCESS),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    done.unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::from(2)
    })
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
