//! Tables of TOML that have a header, or of which only dotted names tell.

use super::place::Place;
use crate::Edit;

pub(super) fn rename(_place: &Place<'_>, _written: &str) -> Option<Vec<Edit>> {
    None
}

pub(super) fn remove(_place: &Place<'_>) -> Option<Vec<Edit>> {
    None
}
