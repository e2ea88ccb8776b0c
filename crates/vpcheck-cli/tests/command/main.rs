//! The command does what its help says.

mod changed_files;
mod check;
mod directory;
mod watch;
