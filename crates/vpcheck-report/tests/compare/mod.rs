//! Comparing with files.

use std::path::Path;

/// Fails where the text is not that of the snapshot. `UPDATE_SNAPSHOTS=1` writes it instead.
pub(crate) fn compare(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, actual).expect("the snapshot can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(actual == expected, "{name} is not as it was\n--- was\n{expected}\n--- is\n{actual}");
}
