//! What is said where there is nothing to check.

use std::path::PathBuf;

use crate::exit::Failure;

/// There is nothing to check in `paths`, where so many files were passed over.
pub(super) fn to_check(paths: &[PathBuf], skipped: usize) -> Failure {
    let places: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
    let places = places.join(", ");
    let (message, help) = if skipped == 0 {
        (
            format!("there is no file below {places} whose name tells a syntax that is read here"),
            "names end in .json, .jsonc, .ndjson, .yaml, .toml, .tf, .tf.json, .md or .sh; if it is fine that there is nothing to \
             check, say `--allow-empty`",
        )
    } else {
        let files = if skipped == 1 { "the one file".to_owned() } else { format!("none of the {skipped} files") };
        let has = if skipped == 1 { "that could be read has no" } else { "that could be read has a" };
        (
            format!("{files} below {places} {has} service, API response or wrangler configuration with VPC bindings"),
            "`--verbose` says why of each file; `--as request` and the like check them all the same; if it is fine that there is \
             nothing to check, say `--allow-empty`",
        )
    };
    Failure::new(message).with_help(help)
}
