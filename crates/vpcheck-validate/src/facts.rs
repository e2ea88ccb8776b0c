//! What files say that other files may contradict.

use vpcheck_syntax::Diagnostic;

/// What a file says that other files may contradict: the names of its services, and what they lead to.
#[derive(Clone, Debug, Default)]
pub struct Facts {}

/// Compares files: each with the name that it is reported under, the account that its services belong to, and its facts.
///
/// It gives the index of a file in `files` and what is wrong there.
#[must_use]
pub fn across(_files: &[(&str, &str, &Facts)]) -> Vec<(usize, Diagnostic)> {
    Vec::new()
}
