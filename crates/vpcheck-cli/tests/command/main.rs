//! The command does what its help says.

mod changed_files;
mod check;
mod configuration;
mod directory;
mod effective;
mod export;
mod integrations;
mod mending;
mod mistakes;
mod repository;
mod settings;
mod snapshot;
mod streaming;
mod together;
mod watch;
