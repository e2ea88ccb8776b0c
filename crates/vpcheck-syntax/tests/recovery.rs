//! What is said about a text with a mistake, and what is read all the same.

mod show;

use show::{show, tell};
use vpcheck_syntax::{Parsed, Source, parse};

/// Asserts what is read and said, and that all that is said is about syntax.
fn assert_reads(cases: &[(&str, &str, &[&str])]) {
    for (text, tree, told) in cases {
        let source = Source::json("text.json", text.as_bytes());
        let Parsed { documents, diagnostics, .. } = parse(&source);
        assert_eq!(documents.first().map(|tree| show(tree.root())).unwrap_or_default(), *tree, "{text}");
        assert_eq!(diagnostics.iter().map(tell).collect::<Vec<_>>(), *told, "{text}");
        for diagnostic in diagnostics {
            assert_eq!((diagnostic.rule, diagnostic.pointer.as_str()), ("json-syntax", ""), "{text}");
        }
    }
}

#[test]
fn commas_and_colons() {
    assert_reads(&[
        (r#"{"a": 1 "b": 2}"#, "{a:1,b:2}", &["7..7 a comma is missing between two members: add it"]),
        ("[1 2]", "[1,2]", &["2..2 a comma is missing between two elements: add it"]),
        (r#"{"a":"b""c":1}"#, r#"{a:"b",c:1}"#, &["8..8 a comma is missing between two members: add it"]),
        (r#"["a""b"]"#, r#"["a","b"]"#, &["4..4 a comma is missing between two elements: add it"]),
        (r#"{"a": 1,}"#, "{a:1}", &["7..8 a comma stands before the closing `}`: remove it"]),
        ("[1, ]", "[1]", &["2..3 a comma stands before the closing `]`: remove it"]),
        ("[1,,2]", "[1,2]", &["3..4 there is a comma too many: remove it"]),
        ("[1,, ,]", "[1]", &["2..6 there are commas too many: remove them"]),
        (r#"{,"a":1}"#, "{a:1}", &["1..2 there is a comma too many: remove it"]),
        (
            r#"{"a" 1, "b" {}}"#,
            "{a:1,b:{}}",
            &["4..4 a colon is missing after a name: add it", "11..11 a colon is missing after a name: add it"],
        ),
        (
            r#"{"a"= 1, "b"=> 2; "c": 3}"#,
            "{a:1,b:2,c:3}",
            &[
                "4..5 a colon stands between name and value, and no `=`",
                "12..14 a colon stands between name and value, and no `=`",
                "16..17 a comma stands between two members, and no `;`",
            ],
        ),
        ("[1;]", "[1]", &["2..3 a comma stands between two elements, and no `;`"]),
        (
            r#"{a: {"b" 1}}"#,
            "{a:{b:1}}",
            &[
                "1..2 `a` has no quotes, and a name is in double quotes (write `\"a\"`)",
                "8..8 a colon is missing after a name: add it",
            ],
        ),
        (r#"{"a":, "b":}"#, "{}?", &["1..4 `a` has no value", "7..10 `b` has no value"]),
        (r#"{"a"}"#, "{}?", &["1..4 `a` has no value"]),
        (r#"{: 1, "b": 2}"#, "{b:2}?", &["1..2 a name is missing before the `:`"]),
        (
            r#"{"a":1, {"b":2}, "c":3}"#,
            "{a:1,c:3}?",
            &["8..9 a member has no name: write it and a colon before the value"],
        ),
        (
            r#"["a": 1, 2]"#,
            r#"["a",2]?"#,
            &["4..5 an array has no names: remove the name (write an object in `{` and `}` for members with names)"],
        ),
        (r#"{"a": ], 2}, "b": 1}"#, "{}?", &["1..4 `a` has no value", "6..7 an object is closed with `]`: write `}`"]),
    ]);
}

#[test]
fn numbers_and_literals() {
    assert_reads(&[
        ("[+80]", "[80]", &["1..4 +80 has a leading `+`, and a number has none (write 80)"]),
        ("[80.]", "[80]", &["1..4 80. ends in a point, and a number ends in a digit (write 80)"]),
        ("[-.5, 1]", "[1]?", &["1..4 -.5 has no digit before the point, and a number has one (write -0.5)"]),
        ("[080]", "[080]", &["1..4 080 has leading zeros, and a number has none (write 80)"]),
        ("[0x1F]", "[]?", &["1..5 0x1F is hexadecimal, and a number is decimal (write 31)"]),
        ("[1_000]", "[]?", &["1..6 1_000 has `_` in it, and the digits of a number are not grouped (write 1000)"]),
        ("[-]", "[]?", &["1..2 `-` has no digits at its end, and a number ends in a digit"]),
        ("[1e+]", "[]?", &["1..4 `1e+` has no digits at its end, and a number ends in a digit"]),
        (
            "[NaN, -Infinity]",
            "[]?",
            &[
                "1..4 `NaN` is no number in JSON: a number is finite",
                "6..15 `-Infinity` is no number in JSON: a number is finite",
            ],
        ),
        (
            "[True, NULL, None, undefined]",
            "[true,null,null,null]",
            &[
                "1..5 `True` is written `true` in JSON",
                "7..11 `NULL` is written `null` in JSON",
                "13..17 `None` is written `null` in JSON",
                "19..28 `undefined` is written `null` in JSON",
            ],
        ),
    ]);
}

#[test]
fn words_without_quotes() {
    assert_reads(&[
        ("{name: 1}", "{name:1}", &["1..5 `name` has no quotes, and a name is in double quotes (write `\"name\"`)"]),
        (
            r#"{"a": web app, "b": 1}"#,
            r#"{a:"web",b:1}?"#,
            &["6..9 `web` has no quotes, and a string is in double quotes (write `\"web\"`)"],
        ),
        ("{web app: 1}", "{}?", &["1..4 `web` has no quotes, and a name is in double quotes (write `\"web\"`)"]),
        (
            "[10.0.0.1]",
            "[\"10.0.0.1\"]",
            &["1..9 `10.0.0.1` has no quotes, and a string is in double quotes (write `\"10.0.0.1\"`)"],
        ),
        (
            "[http://a:80/]",
            "[\"http://a:80/\"]",
            &["1..13 `http://a:80/` has no quotes, and a string is in double quotes (write `\"http://a:80/\"`)"],
        ),
        (
            r#"{"a": web", b": 1}"#,
            r#"{a:"web",b:1}"#,
            &["6..9 a string begins without a `\"`: add it", "12..13 a name begins without a `\"`: add it"],
        ),
        (
            r"{'a': 'it\'s', “b”: `c`}",
            r#"{a:"it's",b:"c"}"#,
            &[
                "1..4 a name is in double quotes, and not in single quotes (write `\"a\"`)",
                "6..13 a string is in double quotes, and not in single quotes (write `\"it's\"`)",
                "15..22 a name is in double quotes, and not in curly quotes (write `\"b\"`)",
                "24..27 a string is in double quotes, and not in backticks (write `\"c\"`)",
            ],
        ),
        ("{\"a\": 'b,\n\"c\": 1}", "{c:1}?", &["6..7 a string is in double quotes, and not in single quotes"]),
    ]);
}

#[test]
fn strings_that_do_not_end() {
    let line = "a string ends at the end of the line: add the closing `\"`";
    let text = "a string ends at the end of the text: add the closing `\"`";
    let stray = "a string ends here, and text follows: a `\"` is missing or is not escaped (write `\\\"` for a `\"` in a string)";
    assert_reads(&[
        ("{\"a\": \"web,\n\"b\": 1}", r#"{a:"web",b:1}"#, &[&format!("6..10 {line} (write `\"web\"`)")]),
        ("{\"a\": \"web\n\"b\": 1}", r#"{a:"web",b:1}"#, &[&format!("6..10 {line} (write `\"web\"`)")]),
        ("{\"a\": {\"b\": \"c},\r\n\"d\": 1}", r#"{a:{b:"c"},d:1}"#, &[&format!("12..14 {line} (write `\"c\"`)")]),
        ("{\"a\": \"b]\n}", r#"{a:"b]"}"#, &[&format!("6..9 {line} (write `\"b]\"`)")]),
        ("[\"a, \"b\"]", r#"["a, "?]?"#, &[&format!("5..6 {stray}")]),
        ("{\"a\": \"b}", r#"{a:"b"}"#, &[&format!("6..8 {text} (write `\"b\"`)")]),
        ("[\"a\", \"b", r#"["a","b"]?"#, &[&format!("6..8 {text} (write `\"b\"`)")]),
        ("{\"a\": 1, \"b", "{a:1}?", &[&format!("9..11 {text} (write `\"b\"`)")]),
        ("[\"a\nb\"]", r#"["a\nb"?]"#, &["3..4 a string goes over the end of a line: write `\\n` for a line break"]),
        (r#"{"a": "my "web" app", "b": 1}"#, r#"{a:"my "?}?"#, &[&format!("10..11 {stray}")]),
        ("{\"x\": 0, \"a: \"web\",\n\"b\": 1}", "{x:0,b:1}?", &[&format!("13..14 {stray}")]),
        ("{\"a: \"web\",\n\"b\": 1}", "{b:1}?", &[&format!("5..6 {stray}")]),
    ]);
}

#[test]
fn escapes_and_control_characters() {
    assert_reads(&[
        (
            r#"["C:\Users\me"]"#,
            r#"["C:Usersme"?]"#,
            &["4..6 `\\U` is no escape in JSON (write `\\\\` for a backslash)"],
        ),
        (r#"["\'"]"#, r#"["'"]"#, &["2..4 `\\'` is no escape in JSON (write `'` without the backslash)"]),
        (r#"["\u12"]"#, r#"["u12"?]"#, &["2..4 `\\u` is not followed by four hexadecimal digits"]),
        ("[\"a\tb\tc\"]", r#"["a\tb\tc"?]"#, &["3..4 a string has a tab in it: write `\\t`"]),
        (
            "[\"\u{1b}[31m\"]",
            r#"["\u{1b}[31m"?]"#,
            &["2..3 a string has the control character U+001B in it: write `\\u001b`"],
        ),
    ]);
}

#[test]
fn brackets() {
    assert_reads(&[
        (r#"{"a":[1}"#, "{a:[1]?}", &["7..8 an array is not closed before `}`: add `]`"]),
        (r#"{"a":[1}, "b":2}"#, "{a:[1],b:2}", &["7..8 an array is closed with `}`: write `]`"]),
        (r#"{"a":{"b":[1}, "c":2}"#, "{a:{b:[1]?},c:2}", &["12..13 an array is not closed before `}`: add `]`"]),
        (r#"{"a":1]"#, "{a:1}", &["6..7 an object is closed with `]`: write `}`"]),
        (r#"[{"a":1]"#, "[{a:1}?]", &["7..8 an object is not closed before `]`: add `}`"]),
        ("}", "", &["0..1 `}` closes nothing: remove it"]),
        (r#"] {"a":1}"#, "{a:1}", &["0..1 `]` closes nothing: remove it"]),
        (r#"{"a":1}}"#, "{a:1}", &["7..8 `}` closes nothing: remove it"]),
    ]);
}

#[test]
fn beginning_and_end() {
    let rest = "the text goes on after its value: remove the rest";
    let array = "one text has one value: put several into an array";
    assert_reads(&[
        ("", "", &["0..0 the text is empty, and a JSON text has one value"]),
        ("\n \n", "", &["0..0 the text is empty, and a JSON text has one value"]),
        ("{\n", "{}?", &["1..1 the text ends before an object is closed: add `}`"]),
        ("[", "[]?", &["1..1 the text ends before an array is closed: add `]`"]),
        (r#"{"a":[{"#, "{a:[{}?]?}?", &["7..7 the text ends before arrays and objects are closed: add `}]}`"]),
        (r#"[{"a":"#, "[{}?]?", &["6..6 the text ends before `a` has a value (close what is open with `}]`)"]),
        (r#"{"a""#, "{}?", &["4..4 the text ends before `a` has a value (close what is open with `}`)"]),
        ("[1,", "[1]?", &["3..3 the text ends after a comma (close what is open with `]`)"]),
        ("{} {}\n[]", "{}", &[&format!("3..5 {rest} ({array})")]),
        ("1, 2", "1", &[&format!("1..4 {rest} ({array})")]),
        (r#""a": 1"#, r#""a""#, &[&format!("3..6 {rest} (put members between `{{` and `}}`)")]),
    ]);
}

#[test]
fn what_is_no_white_space() {
    let comment = "a comment stands here, and JSON has none: remove it";
    assert_reads(&[
        ("// a\n{}", "{}", &[&format!("0..4 {comment}")]),
        ("{/* a */}# b", "{}", &[&format!("1..8 {comment}"), &format!("9..12 {comment}")]),
        ("[/*/ 1, */ 2]", "[2]", &[&format!("1..10 {comment}")]),
        ("{} /* a\nb", "{}", &[&format!("3..7 {comment}")]),
        ("[1,\u{a0}\u{2003}2]", "[1,2]", &["3..8 the character U+00A0 is no white space in JSON: remove it"]),
        ("{\u{feff}}", "{}", &["1..4 the character U+FEFF is no white space in JSON: remove it"]),
        ("{\"a\": \u{1}, \"b\": 2}", "{b:2}?", &["6..7 the character U+0001 stands where a value is expected"]),
        ("{\"a\": (1), \"b\": 2}", "{b:2}?", &["6..7 `(` stands where a value is expected"]),
        ("{\"a\": 1 ), \"b\": 2}", "{a:1,b:2}?", &["8..9 `)` stands where `,` or `}` is expected"]),
    ]);
}

/// The rule, the pointer, the bytes and the message of each diagnostic.
fn tell_all(text: &[u8]) -> (String, Vec<String>) {
    let source = Source::json("text.json", text);
    let Parsed { documents, diagnostics, .. } = parse(&source);
    let told = diagnostics.iter().map(|found| format!("{} {:?} {}", found.rule, found.pointer, tell(found))).collect();
    (documents.first().map(|tree| show(tree.root())).unwrap_or_default(), told)
}

#[test]
fn members_that_are_given_twice() {
    let (tree, told) = tell_all(br#"{"a":1,"b":{"c/d":1,"c/d":2},"\u0061":3,"a":4}"#);
    assert_eq!(tree, "{a:1,b:{c/d:1,c/d:2},a:3,a:4}");
    assert_eq!(
        told,
        [
            "duplicate-member \"/b/c~1d\" 20..25 `c/d` is given twice: keep one",
            "duplicate-member \"/a\" 29..37 `a` is given twice: keep one",
            "duplicate-member \"/a\" 40..43 `a` is given twice: keep one",
        ]
    );
    let source = Source::json("text.json", br#"{"a":1,"b":2,"a":3}"#.as_slice());
    let diagnostics = parse(&source).diagnostics;
    let labels: Vec<_> = diagnostics.iter().flat_map(|found| &found.labels).collect();
    assert_eq!(
        labels.iter().map(|label| (label.span.range(), label.message.as_str())).collect::<Vec<_>>(),
        [(1..4, "first given here"),]
    );
}

#[test]
fn surrogates_and_numbers_out_of_range() {
    let half = "an escape is half of a surrogate pair, and stands for no character without its other half";
    let (tree, told) = tell_all(br#"{"a":"\ud800x\udc00","b":["\ude00\ud83d"],"\udfff":1,"c":"\ud83d\ude00"}"#);
    assert_eq!(tree, "{a:\"\u{fffd}x\u{fffd}\"?,b:[\"\u{fffd}\u{fffd}\"?],\u{fffd}:1?,c:\"\u{1f600}\"}");
    assert_eq!(
        told,
        [
            format!("lone-surrogate \"/a\" 6..12 {half}"),
            format!("lone-surrogate \"/b/0\" 27..33 {half}"),
            format!("lone-surrogate \"/\u{fffd}\" 43..49 {half}"),
        ]
    );
    let (tree, told) = tell_all(br#"{"\ud800":NaN,"b":[-1e999]}"#);
    assert_eq!(tree, "{b:[-1e999?]}?");
    assert_eq!(
        told,
        [
            format!("lone-surrogate \"\" 2..8 {half}"),
            "json-syntax \"\" 10..13 `NaN` is no number in JSON: a number is finite".to_owned(),
            "number-out-of-range \"/b/0\" 19..25 -1e999 is out of range: a number has to fit into a double".to_owned(),
        ]
    );
}

#[test]
fn bytes_that_are_no_text() {
    let (tree, told) = tell_all(b"{\"a\": \"caf\xE9\", \"\xFF\xFE\": 1, \xC3 \"\xE8\": 2}\xFF");
    assert_eq!(tree, "{a:\"caf?\"?,??:1?,?:2?}?");
    assert_eq!(
        told,
        [
            "invalid-utf8 \"/a\" 10..11 a byte is not valid UTF-8 (save the text as UTF-8)",
            "invalid-utf8 \"/??\" 15..17 2 bytes are not valid UTF-8 (save the text as UTF-8)",
            "invalid-utf8 \"\" 23..24 a byte is not valid UTF-8 (save the text as UTF-8)",
            "invalid-utf8 \"/?\" 26..27 a byte is not valid UTF-8 (save the text as UTF-8)",
            "invalid-utf8 \"\" 32..33 a byte is not valid UTF-8 (save the text as UTF-8)",
        ]
    );
    for text in [&b"\xFF\xFE{\0}\0"[..], b"\xFE\xFF\0{\0}", b"{\0}\0", b"\0{\0}"] {
        let (tree, told) = tell_all(text);
        assert_eq!(tree, "");
        assert_eq!(told, ["invalid-utf8 \"\" 0..2 the text is UTF-16, and JSON is UTF-8 (save it as UTF-8)"]);
    }
    // Names that cannot be told apart are not taken for the same.
    let (_, told) = tell_all(b"{\"\xE8\":1,\"\xE9\":2}");
    assert!(told.iter().all(|told| told.starts_with("invalid-utf8")), "{told:?}");
}

#[test]
fn a_byte_order_mark_is_a_warning() {
    let (tree, told) = tell_all(b"\xEF\xBB\xBF{\"a\": 1}");
    assert_eq!(tree, "{a:1}");
    assert_eq!(told, ["byte-order-mark \"\" 0..3 the text begins with a byte order mark: save it without one"]);
    let source = Source::json("text.json", b"\xEF\xBB\xBF1".as_slice());
    assert!(parse(&source).diagnostics.iter().all(|found| found.severity == vpcheck_syntax::Severity::Warning));
}

/// The text with all edits of its diagnostics applied.
fn mend(text: &str) -> String {
    let source = Source::json("text.json", text.as_bytes());
    let diagnostics = parse(&source).diagnostics;
    let mut edits: Vec<_> =
        diagnostics.iter().filter_map(|found| found.fix.as_ref()).flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| edit.span);
    let mut mended = text.to_owned();
    for edit in edits.iter().rev() {
        mended.replace_range(edit.span.range(), &edit.text);
    }
    mended
}

#[test]
fn fixes_make_valid_json() {
    for (text, mended) in [
        ("{\"a\" 1 \"b\"= 2; \"c\": 3,}", "{\"a\": 1, \"b\": 2, \"c\": 3}"),
        ("[1,,2,,]", "[1,2]"),
        ("[,]", "[]"),
        ("[+80, 80., .5, 080, -007, 0x1F, 1_000]", "[80, 80, 0.5, 80, -7, 31, 1000]"),
        ("{a: b, 'c': 'd\"e', f\": g\"}", r#"{"a": "b", "c": "d\"e", "f": "g"}"#),
        ("{\"a\": \"b,\n\"c\": \"d},\n}", "{\"a\": \"b\",\n\"c\": \"d\"},\n}"),
        ("[True, None]", "[true, null]"),
    ] {
        assert_eq!(mend(text), mended, "{text}");
    }
}
