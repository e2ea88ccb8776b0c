//! Standard input and lines of JSON, which are judged while they are read where nothing is wrong with them.

use crate::directory::{Directory, GOOD, NO_PORT, SAME_PORT};

const FORMATS: [&str; 8] = ["full", "concise", "json", "json-lines", "sarif", "junit", "github", "gitlab"];

/// Lines in which much is wrong, far from the beginning of the text.
fn mixed() -> String {
    let good = |number: usize| {
        GOOD.replace("web-app", &format!("good-{number}"))
            .replace("10.0.0.1", &format!("10.1.{}.{}", number >> 8, number & 255))
    };
    let mut lines: Vec<String> = (0..900).map(good).collect();
    lines.push(NO_PORT.to_owned());
    lines.push(SAME_PORT.to_owned());
    lines.push(good(3));
    lines.push(String::new());
    lines.push(NO_PORT.replace("\"type\"", "\n\"type\""));
    lines.push("{\"name\": \"\u{200b}\", ".to_owned());
    lines.push(NO_PORT.replace("10.0.0.1", "10.0.0.1/32"));
    lines.extend((1000..1900).map(good));
    lines.join("\n")
}

#[test]
fn a_file_and_standard_input_are_told_alike() {
    let directory = Directory::new();
    for (name, text, code) in [("mixed.ndjson", mixed(), 1), ("good.ndjson", format!("{GOOD}\n"), 0)] {
        directory.write(name, &text);
        for format in FORMATS {
            let file = directory.check(&[name, "--output-format", format]);
            let arguments = ["check", "-", "--stdin-filename", name, "--output-format", format];
            let stdin = directory.run_with(&arguments, &text);
            assert_eq!((file.code, stdin.code), (code, code), "{format}: {}{}", file.stderr, stdin.stderr);
            assert_eq!(file.stdout, stdin.stdout, "{format}");
        }
    }
}

#[test]
fn places_in_lines_are_those_in_the_text() {
    let directory = Directory::new();
    directory.write("mixed.ndjson", &mixed());
    let ran = directory.check(&["mixed.ndjson", "--output-format", "concise"]);
    for line in [
        "mixed.ndjson:901:1: error[missing-member]",
        "mixed.ndjson:902:70: warning[same-port-twice]",
        "mixed.ndjson:903:10: error[name-twice]",
        "mixed.ndjson:905:1: error[json-syntax] a value goes on over 2 lines",
        "mixed.ndjson:908:48: error[invalid-ipv4]",
        "checked 1 file with ",
    ] {
        assert!(ran.stdout.lines().any(|told| told.starts_with(line)), "{line}: {}", ran.stdout);
    }
}

#[test]
fn a_rule_that_is_off_is_off_in_every_line() {
    let directory = Directory::new();
    directory.write("vpcheck.toml", "[rules]\nmissing-member = 'off'\n");
    directory.write("lines.ndjson", &format!("{GOOD}\n{NO_PORT}\n"));
    let ran = directory.check(&["lines.ndjson"]);
    assert_eq!(
        (ran.code, &*ran.stdout),
        (0, "checked 1 file with 2 services: 0 errors, 0 warnings\n"),
        "{}",
        ran.stderr
    );
}

#[test]
fn standard_input_is_there_when_it_is_looked_at_again() {
    let directory = Directory::new();
    directory.write("a.json", GOOD);
    for name in ["web.json", "web.ndjson"] {
        let arguments = ["check", "-", "a.json", "--stdin-filename", name, "--output-format", "concise"];
        let ran = directory.run_with(&arguments, GOOD);
        let expected = format!(
            "{name}:1:10: warning[name-twice] `name` is \"web-app\", and the service in a.json:1:10 has that name as well\n\
             checked 2 files with 2 services: 0 errors, 1 warning\n"
        );
        assert_eq!((ran.code, ran.stdout), (0, expected), "{}", ran.stderr);
        let ran = directory.run_with(&["check", "-", "--stdin-filename", name, "--show-files"], GOOD);
        assert!(ran.stdout.starts_with(&format!("{name}:1:1: request")), "{}", ran.stdout);
    }
}

#[test]
fn standard_input_needs_no_room_on_a_disk() {
    let directory = Directory::new();
    let line = |number: usize| GOOD.replace("web-app", &format!("{number}{}", " ".repeat(2000)));
    let lines = (0..900).map(line).collect::<Vec<_>>().join("\n");
    for (name, text) in
        [("a.ndjson", format!("{lines}\n{NO_PORT}\n")), ("a.json", format!("{GOOD}{}", " ".repeat(2 << 20)))]
    {
        let run = |directory_of_files: &str| {
            let arguments = ["check", "-", "--stdin-filename", name, "--output-format", "json"];
            directory.run_in(&arguments, &text, &[("TMPDIR", directory_of_files), ("TMP", directory_of_files)])
        };
        let (with, without) = (run(&std::env::temp_dir().to_string_lossy()), run("/nonexistent"));
        assert_eq!((with.code, with.stdout), (without.code, without.stdout), "{}", without.stderr);
    }
}
