//! What can be said to `vpcheck config` and `vpcheck init`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Tells about configurations.
#[derive(Args, Debug)]
#[command(after_help = CONFIG_EXAMPLES)]
pub(crate) struct ConfigArguments {
    #[command(subcommand)]
    pub(crate) command: ConfigCommand,
}

const CONFIG_EXAMPLES: &str = "\
Exit codes:
  0  it was printed

Examples:
  vpcheck config schema > vpcheck.schema.json";

#[derive(Clone, Copy, Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    /// Prints the JSON Schema of a configuration
    ///
    /// With it, an editor completes the keys of vpcheck.toml and shows what they mean.
    Schema,
}

/// Writes a configuration to start from: vpcheck.toml, with comments on everything that it could say.
///
/// It changes nothing until a line is taken out of its comment. A configuration that is there already is left alone.
#[derive(Args, Debug)]
#[command(after_help = INIT_EXAMPLES)]
pub(crate) struct InitArguments {
    /// The directory to write it to
    #[arg(value_name = "DIRECTORY", default_value = ".")]
    pub(crate) directory: PathBuf,
}

const INIT_EXAMPLES: &str = "\
Exit codes:
  0  it was written
  2  there is one already, or it could not be written

Examples:
  vpcheck init             vpcheck.toml in this directory
  vpcheck init services    in another one";
