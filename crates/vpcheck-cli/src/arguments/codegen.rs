//! `vpcheck codegen`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Writes code for a JSON Schema.
///
/// Every keyword of the schema is handled or refused: a refusal says where it stands and what to do instead, and nothing is
/// written then. A file that is there already is replaced. Where rustfmt is installed, it formats the code.
#[derive(Args, Debug)]
#[command(after_help = CODEGEN_EXAMPLES)]
pub(crate) struct CodegenArguments {
    /// The language to write
    #[arg(value_name = "LANGUAGE")]
    pub(crate) language: Language,

    /// The schema, a JSON Schema 2020-12 document; `-` is standard input
    #[arg(value_name = "SCHEMA")]
    pub(crate) schema: PathBuf,

    /// Implement `JsonSchema` of crate schemars as well, which answers the schema
    #[arg(long)]
    pub(crate) json_schema: bool,

    /// The file to write [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

const CODEGEN_EXAMPLES: &str = "\
Exit codes:
  0  the code was written
  1  the schema was refused: standard output says where and why
  2  the schema could not be read, or the code could not be written

Examples:
  vpcheck codegen rust package.schema.json -o src/package.rs
  vpcheck codegen rust schema.json | less";

/// The language to write.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Language {
    /// A file of types with serde, whose first lines name the dependencies of the crate that it goes into
    Rust,
}
