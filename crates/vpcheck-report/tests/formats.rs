//! Every format, read back by a reader of that format, from findings that are as hostile as they can be.

#[path = "formats/github.rs"]
mod github;
#[path = "formats/gitlab.rs"]
mod gitlab;
#[path = "formats/hostile.rs"]
mod hostile;
#[path = "formats/json.rs"]
mod json;
#[path = "formats/junit.rs"]
mod junit;
#[path = "formats/sarif.rs"]
mod sarif;
#[path = "formats/text.rs"]
mod text;
