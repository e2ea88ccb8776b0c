//! Reads a file as a service, and says a member of it or all that is wrong.

use std::process::ExitCode;

fn main() -> ExitCode {
    let text = std::env::args_os().nth(1).map(std::fs::read).and_then(Result::ok).unwrap_or_default();
    match vpcheck::ServiceRequest::from_json(&text) {
        Ok(service) => println!("{}", service.name()),
        Err(report) => {
            print!("{report}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
