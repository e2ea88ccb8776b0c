//! Prints the rule reference, which `cargo xtask docs` writes to docs/rules.md.

fn main() {
    print!("{}", vpcheck_report::reference());
}
