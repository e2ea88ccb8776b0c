//! Reads a file as JSON, and says a member of it or what is wrong.

use std::process::ExitCode;

fn main() -> ExitCode {
    let text = std::env::args_os().nth(1).map(std::fs::read).and_then(Result::ok).unwrap_or_default();
    match serde_json::from_slice::<serde_json::Value>(&text) {
        Ok(service) => println!("{}", service["name"]),
        Err(error) => {
            println!("{error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
