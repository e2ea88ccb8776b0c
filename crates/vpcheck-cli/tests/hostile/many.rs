//! Memory that does not grow with the number of documents, and what only shows between many of them.

use std::fmt::Write as _;
#[cfg(target_os = "linux")]
use std::io::{BufRead as _, BufReader, Write as _};
#[cfg(target_os = "linux")]
use std::process::Stdio;

#[cfg(target_os = "linux")]
use crate::bounded::end;
use crate::bounded::{Directory, findings, run};

/// A service unlike all others.
fn service(number: usize) -> String {
    format!(
        r#"{{"name":"service-{number}","type":"tcp","tcp_port":5432,"host":{{"ipv4":"10.0.{}.{}","network":{{"tunnel_id":"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}}}}"#,
        number >> 8,
        number & 255
    )
}

/// Services on lines of their own.
fn lines(count: usize) -> String {
    let mut text = String::new();
    for number in 0..count {
        let _ = writeln!(text, "{}", service(number));
    }
    text
}

/// A directory with services in files, of which an account has more than it may.
fn files(count: usize) -> Directory {
    let directory = Directory::new();
    directory.write("vpcheck.toml", "[rules]\ntoo-many-services = 'off'\n");
    for number in 0..count {
        directory.write(format!("{}/{number:05}.json", number / 500), service(number));
    }
    directory
}

/// The most memory in KiB that the command had when it has checked `path`, after which it waits for changes.
#[cfg(target_os = "linux")]
fn peak(directory: &Directory, path: &str) -> usize {
    let mut command = directory.vpcheck();
    command.args(["check", "--watch", "--threads", "1", "--output-format", "concise", path]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the command starts");
    let stderr = BufReader::new(child.stderr.take().expect("it is piped"));
    let line = stderr.lines().next().expect("it says something").expect("it is text");
    assert!(line.starts_with("watching for changes"), "{line}");
    let peak = peak_of(child.id());
    child.kill().expect("it runs until it is stopped");
    child.wait().expect("it ends");
    peak
}

/// The most memory in KiB that a process had so far.
#[cfg(target_os = "linux")]
fn peak_of(id: u32) -> usize {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).expect("it runs");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("Linux says it");
    peak.trim().trim_end_matches(" kB").parse().expect("a number")
}

#[cfg(target_os = "linux")]
#[test]
fn little_stays_of_a_file() {
    let [few, many] = [500, 4 * 500].map(|count| peak(&files(count), "."));
    // What is found, and what may be compared with it, took two kilobytes.
    let most = few + 1500 * 512 / 1024 + 512;
    assert!(many <= most, "{many} KiB for four times the files of {few} KiB");
}

#[cfg(target_os = "linux")]
#[test]
fn little_stays_of_a_line() {
    let directory = files(0);
    let [few, many] = [10_000, 4 * 10_000].map(|count| {
        let text = lines(count);
        directory.write("all.ndjson", &text);
        peak(&directory, "all.ndjson")
    });
    // The text alone has 130 bytes in a line.
    let most = few + 30_000 * 64 / 1024 + 512;
    assert!(many <= most, "{many} KiB for four times the lines of {few} KiB");
}

#[cfg(target_os = "linux")]
#[test]
fn little_stays_of_a_line_of_standard_input() {
    let directory = files(0);
    let [few, many] = [10_000, 4 * 10_000].map(|count| {
        let mut command = directory.vpcheck();
        command.args(["check", "-", "--stdin-filename", "all.ndjson", "--output-format", "concise"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("the command starts");
        let mut stdin = child.stdin.take().expect("it is piped");
        // What is written is read, but for what a pipe holds.
        stdin.write_all(lines(count).as_bytes()).expect("the command reads");
        let peak = peak_of(child.id());
        drop(stdin);
        assert_eq!(end(child), Some(0));
        peak
    });
    let most = few + 30_000 * 64 / 1024 + 512;
    assert!(many <= most, "{many} KiB for four times the lines of {few} KiB");
}

#[test]
fn services_far_apart_are_compared() {
    let directory = Directory::new();
    for number in 0..1200 {
        directory.write(format!("all/{number:04}.json"), service(number));
    }
    directory.write("all/1100.json", service(1100).replace("service-1100", "service-3"));
    directory.write("all/1150.json", service(7).replace("service-7", "another"));
    // What is in another directory is in another account.
    directory.write("other/0.json", service(3));
    let expected = "all/1000.json:1:9: warning[too-many-services] with the files before, this is one service more than the 1000 that an account may have\n\
         all/1100.json:1:9: warning[name-twice] `name` is \"service-3\", and the service in all/0003.json:1:9 has that name as well\n\
         all/1150.json:1:63: warning[same-origin-twice] `ipv4` and port 5432 are where the service in all/0007.json:1:65 leads to as well\n\
         checked 1201 files with 1201 services: 0 errors, 3 warnings\n";
    let ran = directory.check(&["--output-format", "concise"]);
    assert_eq!(ran.stdout, expected, "{}", ran.stderr);
    let mut command = directory.vpcheck();
    command.args(["check", "--output-format", "concise"]);
    assert_eq!(run(command, b"").stdout, expected);
}

#[test]
fn services_of_lines_are_compared_with_files() {
    let directory = Directory::new();
    directory.write("a.ndjson", lines(500));
    directory.write("b.ndjson", format!("{}\n", service(900)));
    directory.write("c.json", service(499));
    directory.write("d.ndjson", format!("{}\n{}\n", service(700), service(700).replace("10.0", "10.1")));
    let ran = directory.check(&["--output-format", "concise"]);
    let expected = "c.json:1:9: warning[name-twice] `name` is \"service-499\", and the service in a.ndjson:500:9 has that name as well\n\
         d.ndjson:2:9: error[name-twice] `name` is \"service-700\", and another service of this file has that name\n\
         checked 4 files with 504 services: 1 error, 1 warning\n";
    assert_eq!(ran.stdout, expected, "{}", ran.stderr);
}

#[test]
fn thousands_of_files_with_one_name() {
    let directory = Directory::new();
    for number in 0..3_000 {
        directory.write(format!("all/{number}.json"), service(number).replace(&format!("service-{number}"), "web"));
    }
    let mut command = directory.vpcheck();
    command.args(["check", "--output-format", "json"]);
    let found = findings(&run(command, b"").stdout);
    let twice = found.iter().filter(|(rule, pointer)| rule == "name-twice" && pointer == "/name").count();
    assert_eq!((twice, found.len()), (2_999, 3_000));
}
