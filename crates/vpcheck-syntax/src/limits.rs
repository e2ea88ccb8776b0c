//! Bounds on what is read. Beyond one of them there is a diagnostic, and never a crash.

/// How many bytes a text may have: 256 MiB.
pub const SOURCE_BYTES: usize = 256 << 20;

/// How many documents newline-delimited JSON may have: 1,048,576.
///
/// The shortest document is two bytes long and takes some hundred in memory.
pub const LINES: usize = 1 << 20;

/// How many bytes a configuration file may have: 1 MiB.
pub const CONFIGURATION_BYTES: usize = 1 << 20;

/// How many globs one list of a configuration may have.
pub const GLOBS: usize = 10_000;

/// How many bytes one glob may have.
pub const GLOB_BYTES: usize = 1 << 10;

/// How many bytes a regular expression in a configuration may have.
pub const PATTERN_BYTES: usize = 4 << 10;

/// How many bytes a compiled regular expression may take, and as many again for its cache: 1 MiB.
///
/// An expression of a few bytes, such as `(x{1000}){1000}`, would take any amount of memory otherwise.
pub const PATTERN_SIZE: usize = 1 << 20;

/// How deep arrays and objects may be nested, counted from 1 for a root that is one of them.
///
/// It is what `serde_json` reads as well, so that both ways to read a document end at the same depth.
pub const DEPTH: usize = 127;

/// How many diagnostics one text may have; the last one then says that there are more.
pub const DIAGNOSTICS: usize = 10_000;

/// How many bytes the pointers of the diagnostics of one text may have together: 16 MiB.
///
/// A pointer repeats every name on its way, so ten thousand diagnostics under one long name would take memory without bounds.
/// The diagnostic that goes beyond it is the last one before the one that says that there are more.
pub const POINTER_BYTES: usize = 16 << 20;

/// How many members an object may have inside of a Terraform expression that is more than that object, to be looked at.
///
/// Such an expression is one of `for`, of a function or of an operator. Beyond it the value is not known.
pub const EXPRESSION_MEMBERS: usize = 500;

/// How many instances of one Terraform resource are documents of their own. A resource with more is judged as it is written.
pub const INSTANCES: usize = 1000;

/// How many bytes the values of Terraform's locals may take where they are used, and the instances of resources, roughly: 16 MiB.
///
/// Beyond it a value is not known.
pub const RESOLVED_BYTES: usize = 16 << 20;

/// How many quotes and lists of Markdown may be nested; what is deeper is not looked at.
pub const CONTAINERS: usize = 100;

/// How many values one text of YAML or TOML may have, without what aliases repeat.
pub const NODES: usize = 1 << 21;

/// How many values the aliases of one document of YAML may repeat.
///
/// A few lines of aliases of aliases stand for billions of values. A thousand services that each take all of their members from an
/// anchor stay far below.
pub const ALIAS_NODES: usize = 1 << 18;

/// How deep services are looked for under keys, counted from 1 for the root.
pub const SEARCH_DEPTH: usize = 32;

/// How many values are looked at in one document to find services under keys. Beyond that none is found, so that a large file of
/// somebody else costs little.
pub const SEARCH_VALUES: usize = 1 << 20;

/// How often a text of YAML is read again without what could not be read, to find what is wrong after it.
pub const RECOVERIES: usize = 8;
