//! JSON with comments: what it takes besides JSON, and that it is strict in all else.

mod show;

use show::{show, tell};
use vpcheck_syntax::{Parsed, Source, Syntax, parse};

fn read(text: &str, syntax: Syntax) -> (String, Vec<String>, Vec<String>) {
    let source = Source::new("text", text.as_bytes(), syntax);
    let Parsed { documents, comments, diagnostics } = parse(&source);
    let tree = documents.first().map(|tree| show(tree.root())).unwrap_or_default();
    let comments = comments.iter().map(|span| text[span.range()].to_owned()).collect();
    (tree, comments, diagnostics.iter().map(tell).collect())
}

#[test]
fn comments_and_trailing_commas_are_fine() {
    for (text, tree, comments) in [
        ("{}", "{}", &[][..]),
        ("{ // a\n}", "{}", &["// a"]),
        (
            "/**/{/*/ a */\"b\"/***/:/* \" */1//,\r,}//",
            "{b:1}",
            &["/**/", "/*/ a */", "/***/", "/* \" */", "//,", "//"],
        ),
        ("[1,]", "[1]", &[]),
        ("[1, // a\n]", "[1]", &["// a"]),
        ("{\"a\": [1, [2,],], /* b */ }", "{a:[1,[2]]}", &["/* b */"]),
        ("{\"a\": \"// b\", \"c\": \"/* d */\"}", "{a:\"// b\",c:\"/* d */\"}", &[]),
        ("// a\r// b\r\n// ü\n1", "1", &["// a", "// b", "// ü"]),
        ("\u{feff}/* a\n b */null", "null", &["/* a\n b */"]),
    ] {
        let (shown, found, told) = read(text, Syntax::Jsonc);
        assert_eq!((shown.as_str(), found.iter().map(String::as_str).collect()), (tree, comments.to_vec()), "{text:?}");
        assert!(told.iter().all(|told| told.contains("byte order mark")), "{text:?}: {told:?}");
    }
}

#[test]
fn all_else_is_strict() {
    for (text, tree, told) in [
        ("", "", &["0..0 the text is empty, and a JSON text has one value"][..]),
        ("// a\n", "", &["0..0 the text is empty, and a JSON text has one value"]),
        ("{a: 1}", "{a:1}", &["1..2 `a` has no quotes, and a name is in double quotes (write `\"a\"`)"]),
        ("['a']", "[\"a\"]", &["1..4 a string is in double quotes, and not in single quotes (write `\"a\"`)"]),
        ("[+1]", "[1]", &["1..3 +1 has a leading `+`, and a number has none (write 1)"]),
        ("[1,,]", "[1]", &["3..4 there is a comma too many: remove it"]),
        ("[1, /* a */ ,]", "[1]", &["12..13 there is a comma too many: remove it"]),
        ("[,]", "[]", &["1..2 there is a comma too many: remove it"]),
        ("{,}", "{}", &["1..2 there is a comma too many: remove it"]),
        ("{\"a\": 1 \"b\": 2}", "{a:1,b:2}", &["7..7 a comma is missing between two members: add it"]),
        ("{\"a\": 1 // c\n \"b\": 2}", "{a:1,b:2}", &["7..7 a comma is missing between two members: add it"]),
        ("[1 /* a */ // b\n /* c */ 2]", "[1,2]", &["2..2 a comma is missing between two elements: add it"]),
        ("{\"a\" /* b */ 1}", "{a:1}", &["4..4 a colon is missing after a name: add it"]),
        ("[1] # a\n", "[1]", &["4..7 a comment begins with `//` here, and not with `#`"]),
        ("{} /* a\nb", "{}", &["3..7 a comment does not end: add `*/`"]),
        ("{\"a\": 1 /*", "{a:1}?", &["8..10 a comment does not end: add `*/`"]),
        ("{\"a\": (1 /* , */), \"b\": 2}", "{b:2}?", &["6..7 `(` stands where a value is expected"]),
        ("{\"a\": [1} // b", "{a:[1]?}", &["8..9 an array is not closed before `}`: add `]`"]),
        ("{\"a\": / 1}", "{}?", &["6..7 `/` stands where a value is expected"]),
        (
            "{}{}",
            "{}",
            &[
                "2..4 the text goes on after its value: remove the rest (one text has one value: put several into an array)",
            ],
        ),
    ] {
        let (shown, _, found) = read(text, Syntax::Jsonc);
        assert_eq!((shown.as_str(), found.iter().map(String::as_str).collect()), (tree, told.to_vec()), "{text:?}");
    }
}

/// What may say something to us is seen in JSON as well, where it is a mistake.
#[test]
fn comments_in_json_have_places() {
    let (shown, comments, told) = read("{ // a\n\"b\": /* c\n */ 1 # d\n}", Syntax::Json);
    assert_eq!(shown, "{b:1}");
    assert_eq!(comments, ["// a", "/* c\n */", "# d"]);
    assert_eq!(told.len(), 3, "{told:?}");
}

#[test]
fn fixes_keep_comments() {
    for (text, mended) in [
        ("{\"a\": 1 // c\n \"b\": 2}", "{\"a\": 1, // c\n \"b\": 2}"),
        ("[1, /* a */ ,]", "[1, /* a */ ]"),
        ("[1] # a", "[1] // a"),
        ("{\"a\" /* b */ 1}", "{\"a\": /* b */ 1}"),
    ] {
        let source = Source::new("text.jsonc", text.as_bytes(), Syntax::Jsonc);
        let diagnostics = parse(&source).diagnostics;
        let [diagnostic] = diagnostics.as_slice() else { panic!("{text}: {diagnostics:?}") };
        let fix = diagnostic.fix.as_ref().unwrap_or_else(|| panic!("{text} has no fix"));
        let mut fixed = text.to_owned();
        for edit in fix.edits.iter().rev() {
            fixed.replace_range(edit.span.range(), &edit.text);
        }
        assert_eq!(fixed, mended);
        let source = Source::new("text.jsonc", fixed.as_bytes(), Syntax::Jsonc);
        assert!(parse(&source).diagnostics.is_empty(), "{fixed}");
    }
}

#[test]
fn a_text_is_read_again_in_another_syntax() {
    let source = Source::json("wrangler.json", b"{/* a */}".as_slice());
    assert_eq!(parse(&source).diagnostics.len(), 1);
    assert!(parse(&source.with_syntax(Syntax::Jsonc)).diagnostics.is_empty());
}
