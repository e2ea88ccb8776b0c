//! docs/rules.md is what the rules say.

use std::path::Path;

#[test]
fn the_rule_reference_is_current() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules.md");
    let is = std::fs::read_to_string(file).unwrap_or_default();
    let would_be = vpcheck_report::reference();
    let number = 1 + is.lines().zip(would_be.lines()).take_while(|(is, would_be)| is == would_be).count();
    assert!(is == would_be, "docs/rules.md is stale from line {number} on: run `cargo xtask docs`");
}
