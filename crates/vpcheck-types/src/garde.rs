//! `Validate` of the types that are written by hand, so that they nest in other people's structs that are validated.
//!
//! It never finds anything in a type of this crate: a value that exists is valid. Only a result that an [`Envelope`] holds may
//! be of a type of somebody else, and is asked.

use garde::error::Path;
use garde::{Report, Validate};

use crate::{Envelope, Failure, Nothing, RequestLine, Success};

macro_rules! always_valid {
    ($($value:ident),*) => {
        $(impl Validate for $value {
            type Context = ();

            fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> Path, _report: &mut Report) {}
        })*
    };
}

always_valid!(Failure, Nothing, RequestLine);

impl<T: Validate> Validate for Envelope<T> {
    type Context = T::Context;

    fn validate_into(&self, context: &T::Context, parent: &mut dyn FnMut() -> Path, report: &mut Report) {
        if let Envelope::Success(success) = self {
            success.validate_into(context, parent, report);
        }
    }
}

impl<T: Validate> Validate for Success<T> {
    type Context = T::Context;

    fn validate_into(&self, context: &T::Context, mut parent: &mut dyn FnMut() -> Path, report: &mut Report) {
        if let Some(result) = self.result() {
            let mut path = garde::util::nested_path!(parent, "result");
            result.validate_into(context, &mut path, report);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;
    use alloc::vec;

    use garde::{Path, Report, Validate};

    use crate::{Envelope, Failure, Nothing, Success};

    /// A result of somebody else that is never valid.
    struct Bad;

    impl Validate for Bad {
        type Context = ();

        fn validate_into(&self, (): &(), parent: &mut dyn FnMut() -> Path, report: &mut Report) {
            report.append(parent(), garde::Error::new("bad"));
        }
    }

    #[test]
    fn asks_the_result() {
        assert!(Envelope::from(Success::new(Some(Nothing))).validate().is_ok());
        assert!(Envelope::<Bad>::from(Failure::new(vec![])).validate().is_ok());
        let report = Envelope::from(Success::new(Some(Bad))).validate().unwrap_err();
        assert_eq!(report.to_string(), "result: bad\n");
    }
}
