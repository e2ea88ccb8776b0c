//! Names of findings that stay when lines move.

use std::collections::HashMap;

use vpcheck_syntax::Diagnostic;

/// Names the findings of one document, so that each has another name, and the same one tomorrow.
///
/// A name is made of the rule and the JSON Pointer, not of lines and not of the message, which is changed by a change of the wrong
/// value. Where both are the same, findings are counted in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Fingerprints<'r> {
    seen: HashMap<(&'static str, &'r str), u32>,
}

impl<'r> Fingerprints<'r> {
    /// The name of the next finding of a document with this name: 32 hexadecimal digits.
    pub(crate) fn next(&mut self, document: &str, diagnostic: &'r Diagnostic) -> String {
        let count = self.seen.entry((diagnostic.rule, &diagnostic.pointer)).or_default();
        let fields = [document.as_bytes(), diagnostic.rule.as_bytes(), diagnostic.pointer.as_bytes()];
        let mut hash = BASIS;
        // No byte of UTF-8 is 0xFF, so that fields cannot be mistaken for others.
        for byte in fields.join(&0xFF).into_iter().chain([0xFF]).chain(count.to_le_bytes()) {
            hash = (hash ^ u128::from(byte)).wrapping_mul(PRIME);
        }
        *count += 1;
        format!("{hash:032x}")
    }
}

/// FNV-1a with 128 bits, which is the same in every version of every language. Nobody is to be kept from making two that are
/// equal: it would only be about findings of their own.
const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

#[cfg(test)]
mod tests {
    use vpcheck_syntax::{Diagnostic, Severity, Span};

    use super::{BASIS, Fingerprints, PRIME};

    fn finding(rule: &'static str, pointer: &str, start: u32) -> Diagnostic {
        Diagnostic::new(rule, Severity::Error, Span::new(start, start), format!("found at {start}"))
            .with_pointer(pointer)
    }

    #[test]
    fn the_hash_is_the_one_of_the_specification() {
        let hash = |text: &str| text.bytes().fold(BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
        assert_eq!(hash(""), 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
        assert_eq!(hash("a"), 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
        assert_eq!(hash("foobar"), 0x343e_1662_793c_64bf_6f0d_3597_ba44_6f18);
    }

    #[test]
    fn every_finding_has_another_name() {
        let findings = [
            ("a.json", finding("port-range", "/http_port", 1)),
            ("a.json", finding("port-range", "/http_port", 1)),
            ("a.json", finding("port-range", "/https_port", 1)),
            ("a.json", finding("port-rang", "e/http_port", 1)),
            ("a.jsonport-range", finding("", "/http_port", 1)),
            ("b.json", finding("port-range", "/http_port", 1)),
        ];
        let mut fingerprints = Fingerprints::default();
        let mut names: Vec<String> =
            findings.iter().map(|(document, finding)| fingerprints.next(document, finding)).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), findings.len(), "{names:?}");
    }

    #[test]
    fn names_stay_when_lines_move() {
        let [before, after] =
            [1, 70].map(|start| Fingerprints::default().next("", &finding("port-range", "/http_port", start)));
        assert_eq!(before, after);
        assert_eq!(before.len(), 32);
    }
}
