//! Names of services.

use core::fmt;

use crate::text::{Text, text_value};

/// What a service is called, with at least one character.
///
/// The API knows no other rule: any character is taken. The text is kept as it was given.
///
/// # Examples
///
/// ```
/// use vpcheck_scalars::ServiceName;
///
/// let name: ServiceName = "web-app".parse()?;
/// assert_eq!(name.as_str(), "web-app");
/// assert!("".parse::<ServiceName>().is_err());
/// # Ok::<(), vpcheck_scalars::InvalidServiceName>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ServiceName(Text);

text_value!(ServiceName, InvalidServiceName, check);

fn check(text: &str) -> Result<(), InvalidServiceName> {
    if text.is_empty() { Err(InvalidServiceName(Reason::Empty)) } else { Ok(()) }
}

/// Why a text is no service name: the end of a sentence that names it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct InvalidServiceName(Reason);

#[derive(Clone, Debug, Eq, PartialEq)]
enum Reason {
    Empty,
}

impl InvalidServiceName {
    /// What to do about it, where that can be said without knowing what was meant.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        match self.0 {
            Reason::Empty => Some("give the service a name that no other service of the account has"),
        }
    }
}

impl fmt::Display for InvalidServiceName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.0 {
            Reason::Empty => "a service name has at least one character",
        })
    }
}

impl core::error::Error for InvalidServiceName {}

#[cfg(test)]
mod tests {
    use std::string::{String, ToString as _};

    use super::ServiceName;

    #[test]
    fn takes_everything_but_nothing() {
        for text in ["a", " ", "\0", "Büro 東京 📦", "<name>", &"n".repeat(10_000)] {
            let name: ServiceName = text.parse().expect(text);
            assert_eq!(name.as_str(), text);
            assert_eq!(name.to_string(), text);
            assert_eq!(ServiceName::try_from(String::from(text)), Ok(name));
        }
        assert_eq!("".parse::<ServiceName>().unwrap_err().to_string(), "a service name has at least one character");
    }
}
