//! Which documents are found in a Markdown text, and where.

use vpcheck_syntax::{Source, Syntax, parse};

#[path = "show/mod.rs"]
#[expect(dead_code, reason = "only one of the two forms is needed here")]
mod show;

/// The pointer, the start and the value of each document, and the finding of each text that is broken.
fn found(text: &str) -> Vec<String> {
    let source = Source::new("README.md", text.as_bytes(), Syntax::Markdown);
    let parsed = parse(&source);
    let documents = parsed.documents.iter().map(|tree| {
        for node in tree.nodes().filter(|node| node.text().lines().count() < 2) {
            assert_eq!(text.get(node.span().range()), Some(node.text()), "{text:?}");
        }
        let root = tree.root();
        format!("{} {} {}", tree.prefix(), root.span().start, show::show(root))
    });
    let diagnostics = parsed.diagnostics.iter().map(|found| format!("{} {}", found.rule, found.span.start));
    documents.chain(diagnostics).collect()
}

#[test]
fn blocks_are_found_in_all_nestings() {
    for (text, start) in [
        ("```json\n[1]\n```\n", 8),
        ("```json\n[1]\n", 8),
        ("```json\r\n[1]\r\n```\r\n", 9),
        ("~~~ json\n[1]\n~~~\n", 9),
        ("~~~ json `x`\n[1]\n~~~\n", 13),
        ("`````jsonc\n[1\n```\n``\n]\n`````", 11),
        ("   ```json\n   [1]\n  ```\n", 14),
        ("   ```json\n[1]\n```\n", 11),
        ("text\n```json\n[1]\n```\ntext", 13),
        ("> ```json\n> [1]\n> ```\n", 12),
        (">```json\n>[1]\n>```\n", 10),
        ("> > ```json\n> > [1]\n", 16),
        (">>> ```json\n> > > [1]\n", 18),
        ("> ```json\n> [1]\ntext\n", 12),
        ("- ```json\n  [1]\n  ```\n", 12),
        ("* a\n\n  ```json\n  [1]\n  ```\n", 17),
        ("1. a\n\n   ```json\n   [1]\n   ```\n", 20),
        ("10)  a\n\n     ```json\n     [1]\n\n     ```\n", 26),
        ("-\n  ```json\n  [1]\n", 14),
        ("-\ta\n\n\t```json\n\t[1]\n\t```\n", 15),
        ("- > - ```json\n  >   [1]\n  >   ```\n", 20),
        ("> - a\n>\n>   ```json\n>   [1]\n>   ```\n", 24),
        ("- a\ngoes on\n  ```json\n  [1]\n  ```\n", 24),
        ("- a\n- b\n  - c\n\n    ```json\n    [1]\n    ```\n", 31),
        ("<div>\n```json\n[1]\n```\n</div>", 14),
        ("`<!--` a\n```json\n[1]\n```\n", 17),
        ("<!-- a -->\n```json\n[1]\n```\n", 19),
        ("* * *\n```json\n[1]\n```\n", 14),
    ] {
        let value = if text.contains("``\n]") { format!("/0 {start} [1]?") } else { format!("/0 {start} [1]") };
        assert_eq!(found(text).first(), Some(&value), "{text:?}");
    }
}

#[test]
fn what_looks_like_a_block_is_none() {
    for text in [
        "    ```json\n    [1]\n    ```\n",
        "```json `x`\n[1]\n",
        "``json\n[1]\n``",
        "text ```json\n[1]\n```",
        "````\n```json\n[1]\n```\n````\n",
        "~~~\n```json\n[1]\n```\n~~~\n",
        "<!--\n```json\n[1]\n```\n-->\n",
        "<!--\n```json\n[1]\n```\n",
        "<pre>\n```json\n[1]\n```\n</PRE>\n",
        "```json5\n[1]\n```\n```\n[1]\n```\n```text json\n[1]\n```",
        "",
    ] {
        assert_eq!(found(text), [""; 0], "{text:?}");
    }
}

#[test]
fn blocks_end_with_what_they_are_in() {
    let text = "> ```json\n> [1]\n```json\n[2]\n";
    assert_eq!(found(text), ["/0 12 [1]", "/1 24 [2]"]);
    let text = "- ```json\n  [1]\n- ```json\n  [2]\n```json\n[3]\n";
    assert_eq!(found(text), ["/0 12 [1]", "/1 28 [2]", "/2 40 [3]"]);
}

#[test]
fn every_block_counts() {
    let text = "```json\n{ ... }\n```\n```json\n```\n```sh\nls\nwrangler vpc service create a\nwrangler vpc service update b\n```\n\
                ```jsonl\n1\n2\n```\n```json\n!\n```\n";
    let expected = [
        "/0 8 {}?",
        "/1 28 unknown",
        "/2 41 [\"wrangler\",\"vpc\",\"service\",\"create\",\"a\"]",
        "/3 71 [\"wrangler\",\"vpc\",\"service\",\"update\",\"b\"]",
        "/4/0 114 1",
        "/4/1 116 2",
        "/5 130 unknown",
    ];
    assert_eq!(found(text)[..7], expected);
}

#[test]
fn places_are_those_in_the_file() {
    let text = "> - a\n>\n>   ```json\n>   {\"a\": [1,\n>   2], // c\n>   \"a\": 1}\n>   ```\n";
    let source = Source::new("README.md", text.as_bytes(), Syntax::Markdown);
    let parsed = parse(&source);
    let root = parsed.documents[0].root();
    let spans: Vec<_> =
        parsed.documents[0].nodes().map(|node| text.get(node.span().range()).unwrap_or_default()).collect();
    assert_eq!(spans, ["{\"a\": [1,\n>   2], // c\n>   \"a\": 1}", "[1,\n>   2]", "1", "2", "1"]);
    let names: Vec<_> = root.members().map(|member| text.get(member.name_span.range())).collect();
    assert_eq!(names, [Some("\"a\""); 2]);
    assert_eq!(parsed.comments.iter().map(|span| text.get(span.range())).collect::<Vec<_>>(), [Some("// c")]);
    let [twice] = parsed.diagnostics.as_slice() else { panic!("{:?}", parsed.diagnostics) };
    assert_eq!((twice.rule, twice.pointer.as_str()), ("duplicate-member", "/0/a"));
    assert_eq!(
        (twice.span.start as usize, twice.labels[0].span.start),
        (text.rfind("\"a\"").expect("it is there"), 25)
    );
}

#[test]
fn sessions_have_commands_and_what_they_print() {
    let text = "> ```console\n> $ wrangler vpc service create \\\n> > a 'b\n> c'\n> it's done\n> $ wrangler vpc service update b # c\n> ```\n";
    let expected = ["/0 17 [\"wrangler\",\"vpc\",\"service\",\"create\",\"a\",unknown]?", "shell-syntax 53"];
    assert_eq!(found(text), expected);
    let text = "```sh\n$ wrangler vpc service create a\nit's done\n$ wrangler vpc service update b # c\n```\n";
    let expected = [
        "/0 8 [\"wrangler\",\"vpc\",\"service\",\"create\",\"a\"]",
        "/1 50 [\"wrangler\",\"vpc\",\"service\",\"update\",\"b\"]",
    ];
    assert_eq!(found(text), expected);
}

#[test]
fn here_documents_end_in_quotes_and_lists() {
    let text =
        "- > ```sh\n  > cat <<EOF\n  > wrangler vpc service create a\n  > EOF\n  > wrangler vpc service create b\n";
    assert_eq!(found(text), ["/0 70 [\"wrangler\",\"vpc\",\"service\",\"create\",\"b\"]"]);
}

#[test]
fn comments_have_places() {
    let text = "<!-- a -->\na <!--b--> `<!-- c -->` <!-- d -->\n> <!--\n> e\n> --> f\n\n<!-->\n```jsonc\n1 // g\n```\n```sh\n# h\n```\n<!-- i\n";
    let source = Source::new("README.md", text.as_bytes(), Syntax::Markdown);
    let comments: Vec<_> =
        parse(&source).comments.iter().map(|span| text.get(span.range()).unwrap_or_default()).collect();
    assert_eq!(comments, ["<!-- a -->", "<!--b-->", "<!-- d -->", "<!--\n> e\n> -->", "<!-->", "// g", "# h"]);
}
