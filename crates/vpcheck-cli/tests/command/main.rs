//! The command does what its help says.

mod changed_files;
mod check;
mod configuration;
mod directory;
mod integrations;
mod effective;
mod mending;
mod settings;
mod watch;
