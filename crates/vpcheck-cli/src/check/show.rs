//! `--show-files`: what was recognised, and why.

use super::Check;
use super::judge::Shown;
use crate::exit::Exit;
use crate::files::Input;
use crate::output::Destination;

impl Check<'_> {
    /// Says what was recognised in each file.
    pub(super) fn show(&self, inputs: &[Input], mut failed: bool) -> Exit {
        let mut text = String::new();
        for shown in self.all(inputs, |input| self.judge.recognise(input)) {
            match shown {
                Shown::Lines(lines) => text.push_str(&lines),
                Shown::Failed(failure) => {
                    failed = true;
                    failure.print();
                }
            }
        }
        if let Err(failure) = Destination::Stdout.write(&text) {
            failed = true;
            failure.print();
        }
        if failed { Exit::Failed } else { Exit::Clean }
    }
}
