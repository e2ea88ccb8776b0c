//! Nothing makes the command fall over: it ends in time, with bounded memory and the right exit code, and nothing that a terminal
//! obeys gets through it.
//!
//! Memory is bounded on Linux only, where a shell can set a limit; everything else is asserted everywhere it can be set up.

#[path = "hostile/bounded.rs"]
mod bounded;
#[path = "hostile/documents.rs"]
mod documents;
#[path = "hostile/escapes.rs"]
mod escapes;
#[path = "hostile/files.rs"]
mod files;
#[path = "hostile/many.rs"]
mod many;
#[cfg(unix)]
#[path = "hostile/special.rs"]
mod special;
#[path = "hostile/streams.rs"]
mod streams;
