//! The command with a limit of time and memory.

use std::ffi::OsStr;
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

/// How long a run may take: far longer than one takes on a busy machine and without optimization.
const TIME: Duration = Duration::from_mins(2);

/// How much address space a run may take, in KiB: most of it is what the document takes.
#[cfg(target_os = "linux")]
const MEMORY: usize = 256 << 10;

/// A service without an end, in which nothing is wrong.
pub(crate) const SERVICE: &str = r#"{"name":"a","type":"http","host":{"ipv4":"10.0.0.1","network":{"tunnel_id":"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}"#;

/// A directory that is removed at the end of the test.
pub(crate) struct Directory(TempDir);

/// What the command did.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Directory {
    pub(crate) fn new() -> Directory {
        Directory(tempfile::tempdir().expect("a temporary directory"))
    }

    pub(crate) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: impl AsRef<Path>, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("it is in the directory")).expect("a directory");
        std::fs::write(path, bytes).expect("a file");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("a text")
    }

    /// `vpcheck check` with these arguments, on one thread, with bounded memory.
    pub(crate) fn check<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Ran {
        let mut command = self.bounded();
        command.args(["check", "--threads", "1"]).args(arguments);
        run(command, b"")
    }

    /// The command, to be given arguments, in this directory and with bounded memory. More than one thread takes more of it.
    pub(crate) fn bounded(&self) -> Command {
        #[cfg(target_os = "linux")]
        {
            let script = format!("ulimit -v {MEMORY} && exec \"$@\"");
            self.shell(&script)
        }
        #[cfg(not(target_os = "linux"))]
        self.vpcheck()
    }

    /// A shell with the command as its arguments.
    #[cfg(unix)]
    pub(crate) fn shell(&self, script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script, "sh", env!("CARGO_BIN_EXE_vpcheck")]).current_dir(self.0.path());
        command
    }

    /// The command, to be given arguments, in this directory.
    pub(crate) fn vpcheck(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vpcheck"));
        command.current_dir(self.0.path());
        command
    }
}

/// Runs a command to its end, or fails when it takes too long.
pub(crate) fn run(mut command: Command, stdin: &[u8]) -> Ran {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command starts");
    let stdout = drain(child.stdout.take());
    let stderr = drain(child.stderr.take());
    // Whether it reads its input is its own business.
    let _ = child.stdin.take().expect("it is piped").write_all(stdin);
    let code = end(child);
    let text = |reader: thread::JoinHandle<Vec<u8>>| {
        String::from_utf8(reader.join().expect("the output is read")).expect("the output is UTF-8")
    };
    let (stdout, stderr) = (text(stdout), text(stderr));
    let code = code.unwrap_or_else(|| panic!("it was ended by a signal: {stderr}"));
    Ran { code, stdout, stderr }
}

/// The exit code, when the command has ended in time.
pub(crate) fn end(mut child: Child) -> Option<i32> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("the command can be waited for") {
            return status.code();
        }
        if start.elapsed() > TIME {
            child.kill().expect("the command can be stopped");
            panic!("it did not end in {TIME:?}");
        }
        thread::sleep(Duration::from_millis(2));
    }
}

fn drain(reader: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    let mut reader = reader.expect("it is piped");
    thread::spawn(move || {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).expect("the output can be read");
        bytes
    })
}

/// The rules and pointers of the findings in the JSON form.
pub(crate) fn findings(json: &str) -> Vec<(String, String)> {
    let report: Value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {}", start(json)));
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let findings = report["findings"].as_array().expect("an array");
    findings.iter().map(|finding| (text(&finding["rule"]), text(&finding["pointer"]))).collect()
}

/// The start of a text that may be long.
pub(crate) fn start(text: &str) -> &str {
    text.get(..text.floor_char_boundary(2000)).unwrap_or_default()
}

/// Fails where a text has a character that a terminal obeys or that cannot be seen.
pub(crate) fn assert_visible(text: &str, what: &str) {
    let hidden = |character: &char| {
        (character.is_control() && *character != '\n')
            || matches!(character, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
            || matches!(character, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
    };
    if let Some(offset) = text.find(|character| hidden(&character)) {
        let before = text.floor_char_boundary(offset.saturating_sub(100));
        panic!("{what}: a hidden character after {:?}", &text[before..=offset].chars().collect::<String>());
    }
}
