//! `--watch` checks again when a file changes.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::directory::{Directory, GOOD, NO_PORT};

#[test]
fn a_change_is_checked() {
    let directory = Directory::new();
    directory.write("services/web.json", GOOD);
    let mut child = Command::new(env!("CARGO_BIN_EXE_vpcheck"))
        .args(["check", "--watch", "--output-format", "concise"])
        .current_dir(directory.path(""))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let (sender, lines) = mpsc::channel();
    for stream in [
        Box::new(child.stdout.take().expect("it is piped")) as Box<dyn std::io::Read + Send>,
        Box::new(child.stderr.take().expect("it is piped")),
    ] {
        let sender = sender.clone();
        thread::spawn(move || {
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
    }
    // The two streams are read by two threads, so that their lines may come in another order than they were written in.
    let mut seen: Vec<String> = Vec::new();
    let mut wait_for = |wanted: &str| loop {
        if let Some(index) = seen.iter().position(|line| line.contains(wanted)) {
            seen.remove(index);
            return;
        }
        seen.push(lines.recv_timeout(Duration::from_mins(1)).unwrap_or_else(|_| panic!("no line with {wanted}")));
    };
    wait_for("0 errors");
    wait_for("watching for changes");
    directory.write("services/web.json", NO_PORT);
    wait_for("services/web.json:1:1: error[missing-member]");
    wait_for("watching for changes");
    // A file that is new, in a directory that is new.
    directory.write("more/db.json", NO_PORT);
    wait_for("more/db.json:1:1: error[missing-member]");
    child.kill().expect("it runs until it is stopped");
    child.wait().expect("it ends");
}
