//! Tells the commands that are for us from others.

use super::Word;

/// The program whose commands are for us.
const PROGRAM: &str = "wrangler";

/// The words after it that make a command one of ours.
const COMMAND: [&[&str]; 3] = [&["vpc"], &["service"], &["create", "update"]];

/// Programs that run another one, with their options that have a value.
const RUNNERS: [(&str, &[&str]); 12] = [
    ("bun", &[]),
    ("bunx", &["-p", "--package"]),
    ("command", &[]),
    ("env", &["-C", "-S", "-u", "--chdir", "--unset"]),
    ("exec", &["-a"]),
    ("nohup", &[]),
    ("npm", &["-p", "--package", "-w", "--workspace"]),
    ("npx", &["-p", "--package", "-w", "--workspace"]),
    ("pnpm", &["-C", "--dir", "-F", "--filter"]),
    ("pnpx", &["-p", "--package"]),
    ("sudo", &["-C", "-D", "-g", "-h", "-p", "-R", "-r", "-t", "-T", "-u", "-U"]),
    ("yarn", &["--cwd", "-p", "--package"]),
];

/// Commands of these programs that do so.
const RUN: [&str; 4] = ["dlx", "exec", "run", "x"];

/// Options of the program that have a value and may stand before its command.
const VALUED: [&str; 8] = ["-c", "--config", "--cwd", "-e", "--env", "--env-file", "--profile", "--envFile"];

/// Which of the words is the name of the program, where one is.
pub(super) fn program(words: &[Word]) -> Option<usize> {
    let mut runner: Option<&[&str]> = None;
    let mut index = 0;
    loop {
        let word = words.get(index)?;
        let text = word.text.as_deref();
        if text.is_some_and(is_program) {
            return Some(index);
        }
        match (text, runner) {
            (Some(text), Some(valued)) if text.starts_with('-') => index += usize::from(valued.contains(&text)),
            // A workspace is named after it.
            (Some("workspace"), Some(_)) => index += 1,
            (Some(text), Some(_)) if RUN.contains(&text) => {}
            (Some(text), _) if is_assignment(text) => {}
            // A variable whose value is not known, or an option.
            (None, _) => {}
            (Some(text), _) => {
                let name = text.rsplit('/').next().unwrap_or_default();
                runner = Some(RUNNERS.iter().find(|(runner, _)| *runner == name)?.1);
            }
        }
        index += 1;
    }
}

/// Whether the program is told to do what we look at. The first of the words is its name.
pub(super) fn is_ours(words: &[Word]) -> bool {
    let mut expected = COMMAND.iter();
    let mut words = words.iter().skip(1);
    while let Some(word) = words.next() {
        let Some(text) = word.text.as_deref() else { return false };
        if text.starts_with('-') {
            if VALUED.contains(&text) {
                words.next();
            }
            continue;
        }
        match expected.next() {
            Some(names) if names.contains(&text) => {}
            _ => return false,
        }
        if expected.len() == 0 {
            return true;
        }
    }
    false
}

/// Whether a word names the program: also with a version, and with the directory it is in.
fn is_program(text: &str) -> bool {
    let name = text.rsplit('/').next().unwrap_or_default();
    name.split('@').next() == Some(PROGRAM)
}

/// Whether a word gives a variable a value.
fn is_assignment(text: &str) -> bool {
    text.split_once('=').is_some_and(|(name, _)| {
        let name = name.strip_suffix('+').unwrap_or(name);
        name.starts_with(|first: char| first == '_' || first.is_ascii_alphabetic())
            && name.bytes().all(|byte| byte == b'_' || byte.is_ascii_alphanumeric())
    })
}
