//! Reads a file, and says how long it is.

use std::process::ExitCode;

fn main() -> ExitCode {
    let text = std::env::args_os().nth(1).map(std::fs::read).and_then(Result::ok).unwrap_or_default();
    println!("{}", text.len());
    ExitCode::SUCCESS
}
