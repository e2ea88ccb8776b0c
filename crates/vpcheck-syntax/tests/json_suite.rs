//! The suite `JSONTestSuite`: what has to be accepted is, what has to be refused is, and what is open is as the table says.

mod suite;

use suite::cases;
use vpcheck_syntax::{Severity, Source, Syntax, parse};

const SUITE: &str = include_str!("../../../tests/data/json-test-suite.jsonl");

/// Our reading of what the suite leaves open: the rules of the errors, and nothing where the text is taken.
///
/// A number has to fit into a double, and may lose digits in it; a text is UTF-8 and stands for characters of Unicode, so that halves of
/// surrogate pairs are refused; arrays are nested as deeply as `serde_json` reads them; a byte order mark is a warning.
#[rustfmt::skip]
const OPEN: [(&str, &str); 35] = [
    ("i_number_double_huge_neg_exp", ""),
    ("i_number_huge_exp", "number-out-of-range"),
    ("i_number_neg_int_huge_exp", "number-out-of-range"),
    ("i_number_pos_double_huge_exp", "number-out-of-range"),
    ("i_number_real_neg_overflow", "number-out-of-range"),
    ("i_number_real_pos_overflow", "number-out-of-range"),
    ("i_number_real_underflow", ""),
    ("i_number_too_big_neg_int", ""),
    ("i_number_too_big_pos_int", ""),
    ("i_number_very_big_negative_int", ""),
    ("i_object_key_lone_2nd_surrogate", "lone-surrogate"),
    ("i_string_1st_surrogate_but_2nd_missing", "lone-surrogate"),
    ("i_string_1st_valid_surrogate_2nd_invalid", "lone-surrogate"),
    ("i_string_UTF-16LE_with_BOM", "invalid-utf8"),
    ("i_string_UTF-8_invalid_sequence", "invalid-utf8"),
    ("i_string_UTF8_surrogate_U+D800", "invalid-utf8"),
    ("i_string_incomplete_surrogate_and_escape_valid", "lone-surrogate"),
    ("i_string_incomplete_surrogate_pair", "lone-surrogate"),
    ("i_string_incomplete_surrogates_escape_valid", "lone-surrogate"),
    ("i_string_invalid_lonely_surrogate", "lone-surrogate"),
    ("i_string_invalid_surrogate", "lone-surrogate"),
    ("i_string_invalid_utf-8", "invalid-utf8"),
    ("i_string_inverted_surrogates_U+1D11E", "lone-surrogate"),
    ("i_string_iso_latin_1", "invalid-utf8"),
    ("i_string_lone_second_surrogate", "lone-surrogate"),
    ("i_string_lone_utf8_continuation_byte", "invalid-utf8"),
    ("i_string_not_in_unicode_range", "invalid-utf8"),
    ("i_string_overlong_sequence_2_bytes", "invalid-utf8"),
    ("i_string_overlong_sequence_6_bytes", "invalid-utf8"),
    ("i_string_overlong_sequence_6_bytes_null", "invalid-utf8"),
    ("i_string_truncated-utf-8", "invalid-utf8"),
    ("i_string_utf16BE_no_BOM", "invalid-utf8"),
    ("i_string_utf16LE_no_BOM", "invalid-utf8"),
    ("i_structure_500_nested_arrays", "depth-limit"),
    ("i_structure_UTF-8_BOM_empty_object", ""),
];

/// The rules of the errors in a text.
fn errors(bytes: &[u8], syntax: Syntax) -> String {
    let source = Source::new("case.json", bytes, syntax);
    let parsed = parse(&source);
    let errors = parsed.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let mut rules: Vec<&str> = errors.map(|found| found.rule).collect();
    rules.dedup();
    rules.join(" ")
}

#[test]
fn takes_what_has_to_be_accepted() {
    let (mut count, mut twice) = (0, Vec::new());
    for case in cases(SUITE).filter(|case| case.id.starts_with("y_")) {
        match errors(&case.bytes, Syntax::Json).as_str() {
            "" => {}
            // RFC 8259 leaves open what a name that is given twice means, which is why it is an error here.
            "duplicate-member" => twice.push(case.id),
            other => panic!("{} is refused: {other}", case.id),
        }
        count += 1;
    }
    assert_eq!(count, 95);
    assert_eq!(twice, ["y_object_duplicated_key", "y_object_duplicated_key_and_value"]);
}

#[test]
fn refuses_what_has_to_be_refused() {
    let (mut count, mut with_comments) = (0, Vec::new());
    for case in cases(SUITE).filter(|case| case.id.starts_with("n_")) {
        assert_ne!(errors(&case.bytes, Syntax::Json), "", "{}", case.id);
        if errors(&case.bytes, Syntax::Jsonc).is_empty() {
            with_comments.push(case.id);
        }
        count += 1;
    }
    assert_eq!(count, 188);
    // Comments and trailing commas are all that JSON with comments takes besides.
    assert_eq!(
        with_comments,
        [
            "n_array_extra_comma",
            "n_array_number_and_comma",
            "n_object_trailing_comma",
            "n_object_trailing_comment",
            "n_object_trailing_comment_slash_open",
            "n_structure_object_with_comment",
        ]
    );
}

#[test]
fn what_is_open_is_as_listed() {
    let open = cases(SUITE).filter(|case| case.id.starts_with("i_"));
    let found: Vec<(String, String)> = open
        .map(|case| {
            let rules = errors(&case.bytes, Syntax::Json);
            (case.id, rules)
        })
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(id, rules)| (id.as_str(), rules.as_str())).collect();
    assert_eq!(found, OPEN);
}
