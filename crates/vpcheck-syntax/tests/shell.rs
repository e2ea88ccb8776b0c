//! Which commands are found in a shell script, and what their words are.

use vpcheck_syntax::{Kind, Node, Source, Syntax, parse};

/// The words of each command: as the shell makes them, or as they are written after a `?` where that is not known.
fn commands(text: &str) -> Vec<Vec<String>> {
    let source = Source::new("deploy.sh", text.as_bytes(), Syntax::Shell);
    let parsed = parse(&source);
    assert!(parsed.diagnostics.is_empty(), "{text:?}: {:?}", parsed.diagnostics);
    parsed
        .documents
        .iter()
        .enumerate()
        .map(|(index, tree)| {
            assert_eq!(tree.prefix(), format!("/{index}"));
            assert_eq!(tree.syntax(), Syntax::Shell);
            assert!(tree.root().is_complete());
            tree.root().elements().map(|word| shown(text, word)).collect()
        })
        .collect()
}

fn shown(text: &str, word: Node<'_>) -> String {
    assert_eq!(text.get(word.span().range()), Some(word.text()));
    match word.kind() {
        Kind::Unknown => format!("?{}", word.text()),
        _ => word.as_str().expect("a word is a string").to_owned(),
    }
}

/// The words after `wrangler vpc service create` of the only command.
fn words(text: &str) -> Vec<String> {
    let commands = commands(text);
    let [words] = commands.as_slice() else { panic!("{text:?}: {commands:?}") };
    let (start, rest) = words.split_at(4);
    assert!(start[0].contains("wrangler"), "{text:?}");
    assert_eq!(start[1..], ["vpc", "service", "create"], "{text:?}");
    rest.to_vec()
}

#[test]
fn commands_are_found_wherever_they_stand() {
    for text in [
        "wrangler vpc service create a",
        "  wrangler\tvpc  service create a  ",
        "npx wrangler vpc service create a",
        "npx -y wrangler@latest vpc service create a",
        "npx --yes -p wrangler@4 wrangler vpc service create a",
        "npm exec -- wrangler vpc service create a",
        "pnpm wrangler vpc service create a",
        "pnpm exec wrangler vpc service create a",
        "pnpm --filter api exec wrangler vpc service create a",
        "pnpm dlx wrangler@4.60.0 vpc service create a",
        "yarn wrangler vpc service create a",
        "yarn dlx wrangler vpc service create a",
        "yarn workspace api wrangler vpc service create a",
        "bunx wrangler vpc service create a",
        "bun x wrangler vpc service create a",
        "sudo -E -u deploy npx wrangler vpc service create a",
        "./node_modules/.bin/wrangler vpc service create a",
        "CLOUDFLARE_ACCOUNT_ID=1 CLOUDFLARE_API_TOKEN=\"$TOKEN\" wrangler vpc service create a",
        "env A=1 wrangler vpc service create a",
        "time wrangler vpc service create a",
        "cd worker && wrangler vpc service create a",
        "true;wrangler vpc service create a",
        "false || wrangler vpc service create a",
        "yes | wrangler vpc service create a",
        "wrangler vpc service create a | tee log",
        "wrangler vpc service create a &",
        "wrangler vpc service create a > log 2>&1 < /dev/null",
        "2>log wrangler vpc service create a &>> all",
        "if true; then wrangler vpc service create a; fi",
        "if ! wrangler vpc service create a; then exit 1; fi",
        "for x in a b; do\n  wrangler vpc service create a\ndone",
        "while read -r line; do wrangler vpc service create a; done < list",
        "{ wrangler vpc service create a; }",
        "(cd x; wrangler vpc service create a)",
        "create() { wrangler vpc service create a; }",
        "function create {\nwrangler vpc service create a\n}",
        "id=$(wrangler vpc service create a)",
        "id=\"$(wrangler vpc service create a | jq -r .id)\"",
        "id=`wrangler vpc service create a`",
        "echo \"${ID:-$(wrangler vpc service create a)}\"",
        "case $1 in\n  up) wrangler vpc service create a ;;\n  *) exit 1 ;;\nesac",
        "x=$(case $1 in up) wrangler vpc service create a ;; esac)",
        "diff <(wrangler vpc service create a) old",
        "cat << EOF\nwrangler vpc service create b\nEOF\nwrangler vpc service create a",
        "cat <<-'E F' <<X >log\nwrangler vpc service create b\n\tE F\nwrangler vpc service create b\nX\nwrangler vpc service create a",
        "if (( 1 << 2 )); then wrangler vpc service create a; fi",
        "x=$(( 1 << 2 ))\nwrangler vpc service create a",
        "# wrangler vpc service create b\nwrangler vpc service create a # b",
        "wrangler vpc service create \\\n  a",
        "wrangler vpc service create \\\r\n  a\r\necho",
        "wrangler vpc ser\\\nvice create a",
        "'wrangler' \"vpc\" service create a",
    ] {
        assert_eq!(words(text), ["a"], "{text:?}");
    }
    assert_eq!(
        commands("wrangler -c w.toml vpc --env=x service update a"),
        [vec!["wrangler", "-c", "w.toml", "vpc", "--env=x", "service", "update", "a"]]
    );
}

#[test]
fn other_commands_are_not_ours() {
    for text in [
        "",
        "wrangler",
        "wrangler vpc service list",
        "wrangler vpc service delete a",
        "wrangler deploy vpc service create",
        "echo wrangler vpc service create a",
        "'wrangler vpc service create a'",
        "echo \"wrangler vpc service create a\"",
        "cat <<EOF\nwrangler vpc service create a\n",
        "cat <<'EOF'\n$(wrangler vpc service create a)\nEOF\n",
        "case x in esac) wrangler) vpc service create a",
        "wrangler $COMMAND service create a",
        "wrangler=1 vpc service create a",
        "for wrangler vpc service create a",
        "> wrangler vpc service create a",
    ] {
        assert_eq!(commands(text), [[""; 0]; 0], "{text:?}");
    }
}

#[test]
fn words_are_what_the_shell_makes_of_them() {
    for (text, expected) in [
        ("'a b' \"c d\" e\\ f g'h'\"i\"", ["a b", "c d", "e f", "ghi"].as_slice()),
        ("'' \"\" ''\"\"", &["", "", ""]),
        (r#""\"\\\$\a" '\a' \$X \\"#, &[r#""\$\a"#, r"\a", "$X", r"\"]),
        ("a#b #c", &["a#b"]),
        ("$ a$ \"$\" $'a\\n\\'' $\"b\"", &["$", "a$", "$", "a\n'", "b"]),
        ("$X ${X} \"$X:5432\" a$1 $@ $* $? ~/x", &["?$X", "?${X}", "?\"$X:5432\"", "?a$1", "?$@", "?$*", "?$?", "~/x"]),
        (
            "$(cat x) `cat x` \"$(cat \"x y\")z\" $((1 + (2))) ${X:-a b} \"${X:-it's}\" ${X:-'}'}",
            &[
                "?$(cat x)",
                "?`cat x`",
                "?\"$(cat \"x y\")z\"",
                "?$((1 + (2)))",
                "?${X:-a b}",
                "?\"${X:-it's}\"",
                "?${X:-'}'}",
            ],
        ),
        ("$'\\x41' {a,b} {a} a{b {a,b", &["?$'\\x41'", "?{a,b}", "{a}", "a{b", "{a,b"]),
        ("--x=<ID> a<ID> <a> b", &["--x=<ID>", "a", "b"]),
        ("<ID> <your-tunnel.id> <YOUR NAME>", &["<ID>", "<your-tunnel.id>", "<YOUR NAME>"]),
        ("ü \"ü\" \\ü ${ü}é", &["ü", "ü", "ü", "?${ü}é"]),
        ("a=b 3>x 4 [::1] *.example.com", &["a=b", "4", "[::1]", "*.example.com"]),
    ] {
        let text = format!("wrangler vpc service create {text}");
        assert_eq!(words(&text), expected, "{text:?}");
    }
}

#[test]
fn commands_within_commands_come_in_their_order() {
    let text = "wrangler vpc service create a --x $(wrangler vpc service update b $(wrangler vpc service create c)) d";
    let found = commands(text);
    let last: Vec<_> = found.iter().map(|words| (words[3].as_str(), words[4].as_str(), words.len())).collect();
    assert_eq!(last, [("create", "a", 8), ("update", "b", 6), ("create", "c", 5)]);
}

#[test]
fn comments_have_places() {
    let source = Source::new("a.sh", b"#!/bin/sh\r\necho a#b # c\n'# d' \"# e\"#f\n# g".as_slice(), Syntax::Shell);
    let comments: Vec<_> = parse(&source).comments;
    let text = |span: vpcheck_syntax::Span| String::from_utf8_lossy(&source.bytes()[span.range()]).into_owned();
    assert_eq!(comments.into_iter().map(text).collect::<Vec<_>>(), ["#!/bin/sh", "# c", "# g"]);
}

#[test]
fn what_is_not_closed_is_told_where_it_is_ours() {
    for (text, expected) in [
        ("wrangler vpc service create 'a", Some((28, "the text ends before `'` is closed: add the closing `'`"))),
        ("wrangler vpc service create \"a", Some((28, "the text ends before `\"` is closed: add the closing `\"`"))),
        ("wrangler vpc service create $(cat", Some((28, "the text ends before `(` is closed: add the closing `)`"))),
        ("wrangler vpc service create ${a", Some((28, "the text ends before `${` is closed: add the closing `}`"))),
        ("$(wrangler vpc service create a", Some((0, "the text ends before `(` is closed: add the closing `)`"))),
        ("echo 'a\nwrangler vpc service create a", None),
        ("wrangler vpc service create a\necho 'b", None),
    ] {
        let source = Source::new("a.sh", text.as_bytes(), Syntax::Shell);
        let parsed = parse(&source);
        let found: Vec<_> =
            parsed.diagnostics.iter().map(|found| (found.rule, found.span.start, found.message.as_str())).collect();
        let expected: Vec<_> = expected.map(|(start, message)| ("shell-syntax", start, message)).into_iter().collect();
        assert_eq!(found, expected, "{text:?}");
        assert!(parsed.documents.iter().all(|tree| tree.root().is_complete() == expected.is_empty()), "{text:?}");
    }
}

#[test]
fn encodings_are_told() {
    for (text, rule, count) in [
        (&b"\xEF\xBB\xBFwrangler vpc service create a"[..], "byte-order-mark", 1),
        (b"wrangler vpc service create \xFF", "invalid-utf8", 0),
        (b"\xFF\xFEa\0", "invalid-utf8", 0),
    ] {
        let source = Source::new("a.sh", text, Syntax::Shell);
        let parsed = parse(&source);
        assert_eq!(parsed.diagnostics.iter().map(|found| found.rule).collect::<Vec<_>>(), [rule]);
        assert_eq!(parsed.documents.len(), count);
        assert!(parsed.documents.iter().all(|tree| tree.root().span().start == 3));
    }
}
