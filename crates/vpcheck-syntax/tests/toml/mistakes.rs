//! What is said about a text with a mistake, and what is read all the same.

use vpcheck_syntax::{Severity, Source, Syntax, parse};

use crate::assert_reads;

#[test]
fn keys_and_what_follows_them() {
    let quotes = "has characters that only a key in quotes may have";
    assert_reads(&[
        ("a", "{}?", &["0..1 `a` has no value (write `a = …`)"]),
        (
            "a =\nb = # c\nd = 1",
            "{d:1}?",
            &[
                "0..1 `a` has no value: write it, or remove the key",
                "4..5 `b` has no value: write it, or remove the key",
            ],
        ),
        (
            "= 1\n.a = 1\nb. = 1\nc..d = 1\n, x\ne = 1",
            "{e:1}?",
            &[
                "0..1 a key is missing before the `=`",
                "4..5 a key is missing before a dot",
                "14..15 a key is missing after a dot",
                "20..21 a key is missing after a dot",
                "27..28 `,` stands where a key is expected",
            ],
        ),
        (
            "a: \"b\"\nc : 1\n\"d\": e f",
            "{a:\"b\",c:1,d:\"e f\"}",
            &[
                "1..2 an `=` stands between `a` and its value, and no `:`",
                "9..10 an `=` stands between `c` and its value, and no `:`",
                "16..17 an `=` stands between `d` and its value, and no `:`",
            ],
        ),
        (
            "a == 1\nb => 2\nc 3",
            "{a:1,b:2,c:3}",
            &[
                "3..4 one `=` stands between a key and its value",
                "10..11 one `=` stands between a key and its value",
                "15..15 an `=` is missing after `c`: add it",
            ],
        ),
        (
            "a/b = 1\nmy key = 2\nü = 3\n\"\"\"c\"\"\" = 4",
            "{a/b:1,my key:2,ü:3,c:4}",
            &[
                &format!("0..3 `a/b` {quotes} (write `\"a/b\"`)"),
                &format!("8..14 `my key` {quotes} (write `\"my key\"`)"),
                &format!("19..21 `ü` {quotes} (write `\"ü\"`)"),
                "26..33 a key is in quotes of one `\"`, and not of three",
            ],
        ),
        ("[a:b]\nc = 1", "{a:b:{c:1}}", &[&format!("1..4 `a:b` {quotes} (write `\"a:b\"`)")]),
    ]);
}

#[test]
fn lines() {
    assert_reads(&[
        (
            "a = 1,\nb = \"c\";\nd = 2;\ne = 3 // f\n",
            "{a:1,b:\"c\",d:2,e:3}",
            &[
                "5..6 a line ends without a comma: remove it",
                "14..15 a line ends without a `;`: remove it",
                "21..22 a line ends without a `;`: remove it",
                "29..33 a comment begins with `#`, and not with `//`",
            ],
        ),
        (
            "a = 1 b = 2 [c]\n[d] e = 3\n",
            "{a:1,b:2,d:{e:3}}?",
            &[
                "5..5 a line has one key and its value: begin a new line for the next key",
                "12..15 the line goes on after its value: remove the rest (a line has one key and its value)",
                "19..19 a line has one key and its value: begin a new line for the next key",
            ],
        ),
        (
            "]\n}\na = [1]]\nb = {}}",
            "{a:[1],b:{}}",
            &[
                "0..1 `]` closes nothing: remove it",
                "2..3 `}` closes nothing: remove it",
                "11..12 `]` closes nothing: remove it",
                "19..20 `}` closes nothing: remove it",
            ],
        ),
        (
            "[a\nb = 1\n[[c]\n[[d\n[e]]",
            "{a:{b:1},c:[{}],d:[{}],e:{}}",
            &[
                "2..2 the header of a table is not closed: add `]`",
                "13..13 the header of a table is not closed: add `]`",
                "17..17 the header of a table is not closed: add `]]`",
                "21..22 `]` closes nothing: remove it",
            ],
        ),
        (
            "[]\na = 1\n[b.]\n[c]",
            "{c:{}}?",
            &["1..2 a key is missing before the `]`", "12..13 a key is missing after a dot"],
        ),
        (
            "a = 1\rb = 2",
            "{a:1,b:2}",
            &["5..6 a carriage return stands here without a line feed: end lines with LF or CR LF"],
        ),
        ("# a\u{1}b\na = 1", "{a:1}", &["3..4 a comment has the control character U+0001 in it: remove it"]),
        (
            "\n {\"a\": 1}",
            "{}?",
            &["2..3 the text begins with `{`, as JSON does, and TOML begins with a key or a `[table]`"],
        ),
        ("", "{}", &[]),
        ("a = 1\r\nb = 2\r\n", "{a:1,b:2}", &[]),
        (
            "\u{feff}a = 1",
            "{a:1}",
            &["byte-order-mark \"\" 0..3 the text begins with a byte order mark: save it without one"],
        ),
    ]);
}

#[test]
fn values_without_quotes() {
    let no_quotes = "has no quotes, and a string is in quotes";
    let no_date =
        "is no date and no time (write a date such as 2027-01-31T12:30:00Z without quotes, or a string in quotes)";
    assert_reads(&[
        (
            "a = web-app\nb = my app # c\nd = [x y, {e = 10.0.0.1}]",
            "{a:\"web-app\",b:\"my app\",d:[\"x y\",{e:\"10.0.0.1\"}]}",
            &[
                &format!("4..11 `web-app` {no_quotes} (write `\"web-app\"`)"),
                &format!("16..22 `my app` {no_quotes} (write `\"my app\"`)"),
                &format!("32..35 `x y` {no_quotes} (write `\"x y\"`)"),
                &format!("42..50 `10.0.0.1` {no_quotes} (write `\"10.0.0.1\"`)"),
            ],
        ),
        (
            "a = 0199295b-b3ac-7760-8246-bca40877b3e9\nb = https://a.b/c\nd = fd00::1",
            "{a:\"0199295b-b3ac-7760-8246-bca40877b3e9\",b:\"https://a.b/c\",d:\"fd00::1\"}",
            &[
                &format!(
                    "4..40 `0199295b-b3ac-7760-8246-bca40877b3e9` {no_quotes} (write `\"0199295b-b3ac-7760-8246-bca40877b3e9\"`)"
                ),
                &format!("45..58 `https://a.b/c` {no_quotes} (write `\"https://a.b/c\"`)"),
                &format!("63..70 `fd00::1` {no_quotes} (write `\"fd00::1\"`)"),
            ],
        ),
        (
            "a = True\nb = null\nc = 080\nd = 80.\ne = .5\nf = 0XFF\ng = +0x1\nh = 1__0\ni = Inf",
            "{a:true,c:80,d:80,e:0.5,f:255,g:1,h:10}?",
            &[
                "4..8 `True` is written `true` in TOML",
                "13..17 `null` is no value in TOML: leave the key out",
                "22..25 080 has leading zeros, and a number has none (write 80)",
                "30..33 80. ends in a point, and a number ends in a digit (write 80)",
                "38..40 .5 has no digit before the point, and a number has one (write 0.5)",
                "45..49 0XFF has its `0x`, `0o` or `0b` in upper case (write 0xFF)",
                "54..58 +0x1 has a sign, and only decimal numbers have one (write 0x1)",
                "63..67 1__0 has a `_` that is not between two digits (write 10)",
                "72..75 `Inf` is no number here: a number is finite",
            ],
        ),
        (
            "a = 2024-13-45\nb = 12:30:99\nc = 2023-02-29",
            "{}?",
            &[
                &format!("4..14 `2024-13-45` {no_date}"),
                &format!("19..27 `12:30:99` {no_date}"),
                &format!("32..42 `2023-02-29` {no_date}"),
            ],
        ),
        (
            "a = “b”\nc = `d`\ne = f\"",
            "{a:\"b\",c:\"d\",e:\"f\"}",
            &[
                "4..11 a string is in double quotes, and not in curly quotes (write `\"b\"`)",
                "16..19 a string is in double quotes, and not in backticks (write `\"d\"`)",
                "24..26 a string begins without a `\"`: add it",
            ],
        ),
    ]);
}

#[test]
fn strings() {
    let line = "a string ends at the end of the line: add the closing `\"`";
    let stray = "a string ends here, and text follows: a `\"` is missing or is not escaped (write `\\\"` for a `\"` in a string)";
    let escape = "is no escape in TOML (write `\\\\` for a backslash, or put the string in single quotes, which have no escapes)";
    assert_reads(&[
        (
            "a = \"b\nc = 'd\r\ne = 1",
            "{a:\"b\",c:\"d\",e:1}",
            &[
                &format!("4..6 {line} (write `\"b\"`)"),
                "11..13 a string ends at the end of the line: add the closing `'` (write `'d'`)",
            ],
        ),
        (
            "a = [\n\"b,\n\"c\"]\nd = [{e = \"f}]\ng = 1",
            "{a:[\"b\",\"c\"],d:[{e:\"f\"}],g:1}",
            &[&format!("6..9 {line} (write `\"b\"`)"), &format!("25..29 {line} (write `\"f\"`)")],
        ),
        ("a = [{b = \"c, d = \"e\"}]\nf = 1", "{a:[{b:\"c, d = \"}?]?,f:1}", &[&format!("18..19 {stray}")]),
        ("a = \"b \"c\" d\"\ne = 1", "{a:\"b \",e:1}?", &[&format!("7..8 {stray}")]),
        ("a = \"\"\"b\nc", "{a:\"b\\nc\"}", &["4..7 a string of several lines does not end: add the closing `\"\"\"`"]),
        (
            r#"a = "C:\Windows\q"
b = "\u12"
c = "\ud800""#,
            "{a:\"C:\\\\Windows\\\\q\"?,b:\"\u{fffd}\"?,c:\"\u{fffd}\"?}",
            &[
                &format!("7..9 `\\W` {escape}"),
                "24..26 `\\u` is not followed by four hexadecimal digits (write `\\\\` for a backslash)",
                "35..41 `\\ud800` stands for no character of Unicode",
            ],
        ),
        (
            "a = \"b\u{1}\"\nc = 'd\u{7f}'",
            "{a:\"b\\u{1}\"?,c:\"d\\u{7f}\"?}",
            &[
                "6..7 a string has the control character U+0001 in it: write `\\u0001`",
                "15..16 a string has the control character U+007F in it (write `\\u007f` in double quotes; single quotes have no escapes)",
            ],
        ),
    ]);
}

#[test]
fn brackets_and_commas() {
    assert_reads(&[
        (
            "a = [1 2,, 3]\nb = {c = 1 d = 2}",
            "{a:[1,2,3],b:{c:1,d:2}}",
            &[
                "6..6 a comma is missing between two elements: add it",
                "9..10 there is a comma too many: remove it",
                "24..24 a comma is missing between two keys: add it",
            ],
        ),
        (
            "a = [1, 2\nb = {c = 3\nd = [{e = [4\n[f]\n",
            "{a:[1,2]?,b:{c:3}?,d:[{e:[4]?}?]?,f:{}}",
            &[
                "9..9 an array is not closed: add `]`",
                "20..20 an inline table is not closed: add `}`",
                "33..33 arrays and inline tables are not closed: add `]}]`",
            ],
        ),
        (
            "a = [}\nb = {]\nc = {d = [1}\ne = [1, f = 2]",
            "{a:[],b:{},c:{d:[1]?},e:[1,2]?}",
            &[
                "5..6 an array is closed with `}`: write `]`",
                "12..13 an inline table is closed with `]`: write `}`",
                "25..26 an array is not closed before `}`: add `]`",
                "37..38 an array has no keys: remove the key and the `=` (write an inline table in `{` and `}` for keys with values)",
            ],
        ),
        (
            "a = {b: 1, \"c\": d, = 2, e}",
            "{a:{b:1,c:\"d\"}?}",
            &[
                "6..7 an `=` stands between `b` and its value, and no `:`",
                "14..15 an `=` stands between `c` and its value, and no `:`",
                "19..20 a key is missing before the `=`",
                "24..25 `e` has no value (write `e = …`)",
            ],
        ),
        ("a = [", "{a:[]?}", &["5..5 an array is not closed: add `]`"]),
    ]);
}

/// The text with the edits of all of its diagnostics, from the last to the first.
fn mend(text: &str) -> String {
    let source = Source::new("text.toml", text.as_bytes(), Syntax::Toml);
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
fn fixes_make_valid_toml() {
    for (text, mended) in [
        ("a: b c\n\"d\":1\ne : \"f\"", "a = \"b c\"\n\"d\" = 1\ne = \"f\""),
        ("a == 1\nb 2", "a = 1\nb = 2"),
        ("a:80\nb = {\"c\":\"d, e\",\"f\":true}\ng:h", "a = 80\nb = {\"c\" = \"d, e\",\"f\" = true}\ng = \"h\""),
        ("my key = 1\nx/y.z = 2", "\"my key\" = 1\n\"x/y\".z = 2"),
        ("a = 080\nb = +0x1\nc = True\nd = 80.", "a = 80\nb = 0x1\nc = true\nd = 80"),
        ("a = 1,\nb = 2;\nc = \"d\" ;\ne = 3 // f", "a = 1\nb = 2\nc = \"d\"\ne = 3 # f"),
        ("a = 1 b = 2", "a = 1\n b = 2"),
        ("[a\n[[b]\nc = [1 2,,]", "[a]\n[[b]]\nc = [1, 2,]"),
        ("[[a]]\n[a]", "[[a]]\n[[a]]"),
        ("a = “b”\nc = \"d\ne = f\"", "a = \"b\"\nc = \"d\"\ne = \"f\""),
        ("a = {\n  b = 1,\n\n  c = [\n2],\n}\nd = {e = 1, }", "a = { b = 1, c = [\n2] }\nd = {e = 1 }"),
        ("a = {\r\n\tb = 1,\r\n}", "a = { b = 1 }"),
        ("a = \"\\x41\"\nb = 12:30\nc = 2024-01-31T12:30Z", "a = \"\\u0041\"\nb = 12:30:00\nc = 2024-01-31T12:30:00Z"),
    ] {
        assert_eq!(mend(text), mended, "{text}");
        let source = Source::new("text.toml", mended.as_bytes(), Syntax::Toml);
        let left = parse(&source).diagnostics;
        assert!(left.iter().all(|found| found.severity < Severity::Error), "{mended}: {left:?}");
    }
}
