//! `vpcheck export`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use vpcheck_codegen::export::TARGETS;

/// Writes the contract of connectivity services for another language.
///
/// What is written takes and refuses what `vpcheck check` does. Where a target cannot say a rule, `--losses` lists it, and a
/// schema of which it cannot say enough is refused at its place. The same schema gives the same bytes: they carry the version of
/// vpcheck and the hash of the schema, and no time.
#[derive(Args, Debug)]
#[command(after_help = EXPORT_EXAMPLES)]
pub(crate) struct ExportArguments {
    /// What to write; `--list` describes each
    #[arg(value_name = "TARGET", value_parser = targets(), required_unless_present = "list")]
    pub(crate) target: Option<String>,

    /// List the targets, their forms and what each keeps
    #[arg(long, exclusive = true)]
    pub(crate) list: bool,

    /// The directory to write to, which is made where there is none [default: one file to standard output]
    ///
    /// A file is written for every operation and form that are not narrowed down; one that is there already is replaced.
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,

    /// Which documents the contract is about [default: all with `--output`, else `request`]
    ///
    /// `openapi` describes the whole API, with requests, responses and all operations; with this option it has components only.
    #[arg(long, value_name = "OPERATION")]
    pub(crate) operation: Option<Operation>,

    /// The form to write, such as `draft-07-flat` [default: all with `--output`, else the first that `--list` names]
    #[arg(long, value_name = "FORM")]
    pub(crate) form: Option<String>,

    /// Close the objects: unknown members are errors, where `vpcheck check` warns of them
    ///
    /// For editors that should flag typing mistakes. A contract of somebody else (`--schema`) that does not use
    /// `x-unknown-member` has all objects closed that list members. TypeScript refuses unknown members in literals anyway.
    #[arg(long)]
    pub(crate) strict: bool,

    /// Write the contract of this JSON Schema instead; `-` is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "operation")]
    pub(crate) schema: Option<PathBuf>,

    /// List what the target cannot say, and write nothing else
    ///
    /// Each line has the contract, the keyword, its place in the schema and the reason, with tabs between them. The contract is
    /// followed by a form where only this one cannot say the keyword. An error that no schema can say has the id of its rule
    /// instead of a keyword, and no place.
    #[arg(long, conflicts_with_all = ["output", "strict"])]
    pub(crate) losses: bool,
}

fn targets() -> PossibleValuesParser {
    PossibleValuesParser::new(TARGETS.iter().map(|target| target.name))
}

const EXPORT_EXAMPLES: &str = "\
Exit codes:
  0  the contract was written, or what was asked for was listed
  1  the schema was refused: standard output says where and why
  2  the schema could not be read, or a file could not be written

Examples:
  vpcheck export --list
  vpcheck export json-schema > service.schema.json
  vpcheck export json-schema --form draft-07-flat --strict -o schemas
  vpcheck export openapi --form 3.0.3 > service.openapi.json
  vpcheck export typescript -o types
  vpcheck export typescript --losses
  vpcheck export rust --schema package.schema.json -o src";

/// Which documents a contract is about.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Operation {
    /// The body of a create or an update
    Request,
    /// What the API answers: to one service, and beside it to a list, to a delete, and a service by itself
    Response,
    /// The bindings in a wrangler configuration
    Wrangler,
}
