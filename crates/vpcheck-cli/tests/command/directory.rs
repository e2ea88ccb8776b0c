//! One temporary directory per test, and the command in it.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A service that nothing is wrong with.
pub(crate) const GOOD: &str = r#"{"name": "web-app", "type": "http", "http_port": 8080, "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#;

/// A service with one error.
pub(crate) const NO_PORT: &str = r#"{"name": "db", "type": "tcp", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#;

/// A service with one warning.
pub(crate) const SAME_PORT: &str = r#"{"name": "web-app", "type": "http", "http_port": 8080, "https_port": 8080, "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#;

/// A wrangler configuration that nothing is wrong with.
pub(crate) const WRANGLER: &str =
    r#"{"name": "worker", "vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"#;

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

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("it is in the directory")).expect("a directory");
        std::fs::write(path, text).expect("a file");
    }

    /// `vpcheck check` with these arguments.
    pub(crate) fn check(&self, arguments: &[&str]) -> Ran {
        self.run(&[&["check"], arguments].concat())
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    pub(crate) fn run_with(&self, arguments: &[&str], stdin: &str) -> Ran {
        self.run_in(arguments, stdin, &[])
    }

    /// The command in this directory, with this standard input and these variables of the environment.
    pub(crate) fn run_in(&self, arguments: &[&str], stdin: &str, variables: &[(&str, &str)]) -> Ran {
        let mut child = self.start(arguments, variables);
        // Whether it reads its input is its own business.
        let _ = child.stdin.take().expect("it is piped").write_all(stdin.as_bytes());
        Ran::wait(child)
    }

    /// The command, with standard output closed before it is read.
    pub(crate) fn run_unread(&self, arguments: &[&str]) -> Ran {
        let mut child = self.start(arguments, &[]);
        drop(child.stdout.take());
        Ran::wait(child)
    }

    /// The command in a directory below this one.
    pub(crate) fn run_below(&self, name: &str, arguments: &[&str]) -> Ran {
        let child = command(arguments).current_dir(self.path(name)).spawn().expect("the command starts");
        Ran::wait(child)
    }

    fn start(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Child {
        let mut command = command(arguments);
        command.current_dir(self.0.path()).envs(variables.iter().copied()).spawn().expect("the command starts")
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vpcheck"));
    command
        .args(arguments)
        .env_remove("NO_COLOR")
        .env_remove("FORCE_COLOR")
        .env_remove("GITHUB_ACTIONS")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

impl Ran {
    fn wait(child: Child) -> Ran {
        let output = child.wait_with_output().expect("the command ends");
        let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
        Ran { code: output.status.code().expect("no signal"), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// The output as the JSON that it has to be.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", self.stdout, self.stderr))
    }
}
