//! Bounds on schemas. Beyond one of them there is a diagnostic, and never a crash.

/// How many subschemas a document may have, and how many shapes may come of them.
///
/// Merging `allOf` copies rules, so a short schema can ask for more shapes than it has bytes.
pub const SHAPES: usize = 400_000;

/// How deep shapes may be nested in one definition: each level is a member, an item or an arm.
pub const SHAPE_DEPTH: usize = 64;

/// How many arms a union may have.
pub const ARMS: usize = 2_000;

/// How many bytes a regular expression may have.
pub const PATTERN_BYTES: usize = 65_536;
