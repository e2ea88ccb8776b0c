//! Names of statics.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::DefinitionId;

/// The names that are taken.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
    definitions: BTreeMap<DefinitionId, String>,
}

impl Names {
    /// The name of a definition, and whether it was made just now.
    pub(super) fn of_definition(&mut self, id: DefinitionId, name: &str) -> (String, bool) {
        if let Some(name) = self.definitions.get(&id) {
            return (name.clone(), false);
        }
        let name = self.unique(&capitals(name));
        self.definitions.insert(id, name.clone());
        (name, true)
    }

    /// The name of a part, such as `HOST_IPV4` for the member `ipv4` of `HOST`.
    pub(super) fn of_part(&mut self, owner: &str, part: &str) -> String {
        self.unique(&format!("{owner}_{}", capitals(part)))
    }

    fn unique(&mut self, name: &str) -> String {
        let mut unique = name.to_owned();
        let mut number = 2;
        while !self.taken.insert(unique.clone()) {
            unique = format!("{name}_{number}");
            number += 1;
        }
        unique
    }
}

/// A name in capitals: `HttpServiceRequest` and `http-service-request` are `HTTP_SERVICE_REQUEST`.
fn capitals(name: &str) -> String {
    let mut capitals = String::new();
    let mut after_lower = false;
    for character in name.chars() {
        if !character.is_ascii_alphanumeric() {
            after_lower = false;
            if !capitals.is_empty() && !capitals.ends_with('_') {
                capitals.push('_');
            }
            continue;
        }
        if character.is_ascii_uppercase() && after_lower {
            capitals.push('_');
        }
        after_lower = !character.is_ascii_uppercase();
        capitals.push(character.to_ascii_uppercase());
    }
    let capitals = capitals.trim_end_matches('_');
    if capitals.starts_with(|first: char| first.is_ascii_alphabetic()) {
        capitals.to_owned()
    } else {
        format!("N{capitals}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, capitals};

    #[test]
    fn writes_in_capitals() {
        for (name, expected) in [
            ("HttpServiceRequest", "HTTP_SERVICE_REQUEST"),
            ("Ipv4Host", "IPV4_HOST"),
            ("http_port", "HTTP_PORT"),
            ("$schema", "SCHEMA"),
            ("2fa", "N2FA"),
            ("äöü", "N"),
            ("", "N"),
        ] {
            assert_eq!(capitals(name), expected, "{name:?}");
        }
    }

    #[test]
    fn no_name_is_given_twice() {
        let mut names = Names::default();
        assert_eq!(names.of_part("HOST", "a-b"), "HOST_A_B");
        assert_eq!(names.of_part("HOST", "a_b"), "HOST_A_B_2");
        assert_eq!(names.of_part("HOST_A", "b"), "HOST_A_B_3");
    }
}
