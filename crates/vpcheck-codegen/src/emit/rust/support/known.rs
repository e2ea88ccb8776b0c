//! The members that are known.

/// A member by its name.
///
/// It is a trait and no function that is handed on, so that finding a member and reading it become one jump.
pub(crate) trait Known: Sized {
    /// The member of this name, or nothing for a name that is not known.
    fn find(name: &str) -> Option<Self>;
}

/// No member is known.
impl Known for () {
    #[inline]
    fn find(_: &str) -> Option<()> {
        None
    }
}
