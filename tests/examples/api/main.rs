//! A server on loopback that answers the five operations on services from our types, for the clients that `cargo xtask verdicts` runs.
//!
//! It prints its address, then one JSON object for each request, and ends when its standard input does. A body is judged by
//! vpcheck before anything is made of it, and a refusal is a failure with our findings as errors.

mod http;
mod services;

use std::io::{self, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::process::exit;
use std::thread;

use serde_json::{Value, json};

use crate::services::{Answer, Services};

/// More than all clients send.
const MOST_REQUESTS: usize = 10_000;

fn main() -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let mut out = io::stdout();
    writeln!(out, "{}", listener.local_addr()?)?;
    thread::spawn(|| {
        let ended = io::copy(&mut io::stdin(), &mut io::sink());
        exit(i32::from(ended.is_err()));
    });
    let mut services = Services::default();
    for stream in listener.incoming().take(MOST_REQUESTS) {
        let mut stream = stream?;
        let (answer, mut record) = match http::read(&mut stream) {
            Ok(request) => services.answer(&request),
            Err(error) => (Answer::unexpected(), json!({"unexpected": format!("this is no request: {error}")})),
        };
        record["status"] = answer.status.into();
        record["answer"] = answer.body.as_str().into();
        // It is written before the answer, so that a client that has its answer is recorded.
        writeln!(out, "{record}")?;
        if let Err(error) = http::write(&mut stream, answer.status, &answer.body) {
            writeln!(out, "{}", unread(&error))?;
        }
    }
    Ok(())
}

fn unread(error: &io::Error) -> Value {
    json!({"unexpected": format!("an answer was not read: {error}")})
}
