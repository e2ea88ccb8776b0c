//! The generated files are what the generator writes today.

#[test]
fn generated_files_are_fresh() {
    let stale = xtask::codegen::stale().expect("the schemas can be read");
    assert!(stale.is_empty(), "run `cargo xtask codegen`: {stale:?}");
}
