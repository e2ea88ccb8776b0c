//! What a user reads, kept in `tests/snapshots`.

use std::path::Path;

/// Compares a text with a snapshot. `UPDATE_SNAPSHOTS=1` writes it anew; read it before it is committed.
pub(crate) fn compare(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, text).expect("the snapshot can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(text == expected, "{} is not what it was; this is found now:\n{text}", path.display());
}
