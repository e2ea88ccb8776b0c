//! `vpcheck explain`.

use std::path::PathBuf;

use clap::Args;

/// Says what a rule is about, or what would be sent for a file.
///
/// Of a rule it prints the page: what is wrong, why, how to mend it, and examples. Of a file it prints for each service the request as
/// it would be sent, in canonical JSON (RFC 8785), then the defaults that the API applies to what is left out, and the
/// members that it ignores.
#[derive(Args, Debug)]
#[command(after_help = EXPLAIN_EXAMPLES)]
pub(crate) struct ExplainArguments {
    /// A rule, as findings name it, such as `port-range`, or a file with services
    ///
    /// Where both could be meant it is the rule; `./port-range` is the file.
    #[arg(value_name = "RULE|FILE", required_unless_present = "all", conflicts_with = "all")]
    pub(crate) subject: Option<PathBuf>,

    /// Print the pages of all rules, in the order of their names
    #[arg(long)]
    pub(crate) all: bool,
}

const EXPLAIN_EXAMPLES: &str = "\
The pages are Markdown.

Exit codes:
  0  the page was printed, or what would be sent
  1  the file has a service that cannot be sent; `vpcheck check` says why
  2  there is no such rule or file, or no service in the file

Examples:
  vpcheck explain port-range
  vpcheck explain services/web.yaml
  vpcheck explain --all > RULES.md";
