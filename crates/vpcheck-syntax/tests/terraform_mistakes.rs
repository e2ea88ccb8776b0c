//! What is said about texts that are not Terraform, and what is read of them nevertheless.
#![cfg(feature = "terraform")]

use vpcheck_syntax::{Node, Parsed, Source, Syntax, parse};

fn with<T>(text: &[u8], look: impl FnOnce(&Parsed<'_>) -> T) -> T {
    let source = Source::new("main.tf", text, Syntax::Terraform);
    look(&parse(&source))
}

/// Each text is the body of a block, followed by `after`, which is always read.
#[test]
fn one_mistake_is_told_once_and_what_follows_is_read() {
    for (text, place, message) in [
        ("a: 1", ":", "`a` is set with `:`, and an argument of a block with `=`"),
        ("\"a\" = 1", "\"a\"", "the name of an argument has no quotes: write `a`"),
        ("a = 1,", ",", "the arguments of a block have no commas between them, but lines of their own: remove it"),
        ("a = 1 b = 2", "b", "`b` is on the line of another argument: begin a new line"),
        ("a = ", "=", "a value is expected before the end of the line"),
        ("a", "a", "`a` has no value: write `=` and the value after it, or `{` where it is a block"),
        ("a 80", "80", "there is no `=` between `a` and its value"),
        ("a \"x\"", "a", "after `a` comes `=` and a value, or `{` where it is a block"),
        ("a = 'x'", "'x'", "a string is in double quotes, not in single ones"),
        ("a = \"x", "\"x", "a string ends at the end of the line: add the closing `\"`"),
        ("a = [\"x]", "\"x]", "a string ends at the end of the line: add the closing `\"`"),
        ("a = { b = \"x }", "\"x }", "a string ends at the end of the line: add the closing `\"`"),
        ("a = {\n  b = \"x\n  c = 1\n}", "\"x", "a string ends at the end of the line: add the closing `\"`"),
        ("a = 10.0.0.1", "10.0.0.1", "`10.0.0.1` is not in quotes: a text is written as a string"),
        ("a = { b = 10.0.0.1 }", "10.0.0.1", "`10.0.0.1` is not in quotes: a text is written as a string"),
        ("a = 0199a2b4-5c6d", "0199a2b4-5c6d", "`0199a2b4-5c6d` is not in quotes: a text is written as a string"),
        ("a = fe80::1", "fe80::1", "`fe80::1` is not in quotes: a text is written as a string"),
        ("a = [\"x\" \"y\"]", "\"y\"", "there is no comma before `\"y\"`"),
        ("a = [1, , 2]", ",", "an element is expected before `,`"),
        ("a = { b 2 }", "2", "`=` is missing before `2`"),
        ("a = { b = 1 c = 2 }", "c", "there is no comma and no new line before `c`"),
        ("a = { b }", "b", "the key is followed by `}`: write `=` and a value"),
        ("a = { b = }", "}", "a value is expected before `}`"),
        ("a = \"\\d\"", "\\d", "this is no escape: a backslash in a string is written `\\\\`"),
        ("a = \"\\u12\"", "\\u", "`\\u` takes four hexadecimal digits, and `\\U` eight"),
        ("a = b.", ".", "a name is missing after `.`"),
        ("a = b.[0]", "[", "a name, a number or `*` comes after `.`, not `[`"),
        ("a = 1 +", "+", "a value is missing after `+`"),
        ("a = b ? 1", "b ? 1", "`:` is missing before its end"),
        ("a = b @ 1", "@", "`@` does not belong in the expression here"),
        ("a = 1e999", "1e999", "1e999 is out of range: a number has to fit into a double"),
        ("a = -1e999", "-1e999", "-1e999 is out of range: a number has to fit into a double"),
        ("= 1", "=", "`=` begins neither an argument nor a block"),
        ("b { } c = 1", "c", "`c` stands on the line where a block ends: begin a new line"),
    ] {
        let whole = format!("resource \"t\" \"n\" {{\n{text}\nafter = 1\n}}\n");
        with(whole.as_bytes(), |parsed| {
            let found: Vec<_> =
                parsed.diagnostics.iter().map(|found| (&whole[found.span.range()], found.message.as_str())).collect();
            assert_eq!(found, [(place, message)], "{text}");
            let node = parsed.documents[0].nodes().find(|node| node.pointer() == "/resource/t/n/after");
            assert_eq!(node.map(Node::text), Some("1"), "{text}");
        });
    }
}

/// A mistake that has one remedy is mended by an edit, after which there is none.
#[test]
fn what_is_clear_is_mended() {
    for (text, mended) in [
        ("a: 1", "a = 1"),
        ("a : 1", "a = 1"),
        ("\"a\" = 1", "a = 1"),
        ("a = 1,", "a = 1"),
        ("a = 'x'", "a = \"x\""),
        ("a = 10.0.0.1", "a = \"10.0.0.1\""),
        ("a = [10.0.0.1, fe80::1]", "a = [\"10.0.0.1\", \"fe80::1\"]"),
        ("a = 0199a2b4-5c6d", "a = \"0199a2b4-5c6d\""),
    ] {
        let mut text = text.to_owned();
        let edits: Vec<_> = with(text.as_bytes(), |parsed| parsed.diagnostics.clone())
            .into_iter()
            .flat_map(|found| found.fix.expect("there is a fix").edits)
            .collect();
        for edit in edits.iter().rev() {
            text.replace_range(edit.span.range(), &edit.text);
        }
        assert_eq!(text, mended);
        with(text.as_bytes(), |parsed| assert_eq!(parsed.diagnostics, [], "{text}"));
    }
}

/// A bracket that is not closed takes its block with it, and no other.
#[test]
fn what_is_not_closed_ends_with_its_block() {
    for (text, place, message) in [
        ("a = [1", "[", "`[` is not closed: add `]`"),
        ("a = f(1", "(", "`(` is not closed: add `)`"),
        ("a = [\n  { b = 1,\n  2\n]", "{", "`{` is not closed: add `}`"),
        ("b {", "resource", "the block `resource` is not closed: add `}`"),
        ("a = {\n  b = 1", "resource", "the block `resource` is not closed: add `}`"),
    ] {
        let whole = format!("resource \"t\" \"n\" {{\n{text}\n}}\n\nresource \"t\" \"after\" {{\n  a = 1\n}}\n");
        with(whole.as_bytes(), |parsed| {
            let found: Vec<_> =
                parsed.diagnostics.iter().map(|found| (&whole[found.span.range()], found.message.as_str())).collect();
            assert_eq!(found, [(place, message)], "{text}");
            let node = parsed.documents[0].nodes().find(|node| node.pointer() == "/resource/t/after/a");
            assert_eq!(node.map(Node::text), Some("1"), "{text}");
        });
    }
}

#[test]
fn what_ends_with_the_text_is_told() {
    for (text, place, message) in [
        ("a = <<EOT\nx\n", "<<EOT", "the text after `<<EOT` is not ended: add a line `EOT`"),
        ("a = 1 /* x\n", "/*", "a comment is not closed: add `*/`"),
        ("a {\n", "a", "the block `a` is not closed: add `}`"),
        ("a = {\n", "{", "`{` is not closed: add `}`"),
        ("}\n", "}", "there is no block that this `}` closes: remove it"),
    ] {
        with(text.as_bytes(), |parsed| {
            let found: Vec<_> =
                parsed.diagnostics.iter().map(|found| (&text[found.span.range()], found.message.as_str())).collect();
            assert_eq!(found, [(place, message)], "{text}");
        });
    }
}

#[test]
fn what_is_given_twice_is_told_where_it_is_written() {
    let text = "locals {\n  a = { x = 1, x = 2 }\n}\nb = local.a\nc = 1\nc = 2\nresource \"t\" \"n\" {}\nresource \"t\" \"n\" {}\nvariable \"v\" {}\nvariable \"v\" {}\nprovider \"p\" {}\nprovider \"p\" {}\n";
    with(text.as_bytes(), |parsed| {
        let found: Vec<_> = parsed.diagnostics.iter().map(|found| (found.rule, found.pointer.as_str())).collect();
        let twice = |pointer| ("duplicate-member", pointer);
        assert_eq!(found, ["/locals/a/x", "/c", "/resource/t/n", "/variable/v"].map(twice));
        let labels: Vec<_> = parsed.diagnostics.iter().map(|found| found.labels[0].span < found.span).collect();
        assert_eq!(labels, [true; 4]);
    });
}

#[test]
fn other_encodings_are_refused() {
    for (bytes, message) in [
        (&b"a = \"\xFF\"\n"[..], "a byte is not valid UTF-8"),
        (b"\xFF\xFEa\0", "the text is UTF-16, and Terraform is read as UTF-8"),
    ] {
        with(bytes, |parsed| {
            let found: Vec<_> = parsed.diagnostics.iter().map(|found| (found.rule, found.message.as_str())).collect();
            assert_eq!(found, [("invalid-utf8", message)]);
            assert!(parsed.documents.is_empty());
        });
    }
    with(b"a = 1\n\0\nb = 2\n", |parsed| {
        assert_eq!(parsed.diagnostics.len(), 1);
        assert_eq!(parsed.documents[0].root().members().len(), 2);
    });
}
