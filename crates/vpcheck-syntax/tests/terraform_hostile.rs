//! Terraform that is made to break its reader.
#![cfg(feature = "terraform")]

use std::time::{Duration, Instant};

use vpcheck_syntax::{Kind, Parsed, Source, Syntax, limits, parse};

/// What a text may take in a build without optimizations; it is far more than it takes, also beside others.
const TIME: Duration = Duration::from_mins(2);

fn with<T>(text: &str, syntax: Syntax, look: impl FnOnce(&Parsed<'_>) -> T) -> T {
    let source = Source::new("main.tf", text.as_bytes(), syntax);
    let start = Instant::now();
    let parsed = parse(&source);
    let time = start.elapsed();
    let shown: String = text.chars().take(60).collect();
    assert!(time < TIME, "{time:?} for {shown:?}");
    for diagnostic in &parsed.diagnostics {
        let range = diagnostic.span.range();
        assert!(text.get(range).is_some(), "{diagnostic:?} in {shown:?}");
    }
    for document in &parsed.documents {
        for node in document.nodes() {
            assert!(text.get(node.span().range()).is_some(), "{} in {shown:?}", node.pointer());
        }
    }
    look(&parsed)
}

#[test]
fn nesting_ends_before_the_stack_does() {
    let deep = |open: &str, inner: &str, close: &str| {
        format!("a = {}{inner}{}\nb = 1\n", open.repeat(100_000), close.repeat(100_000))
    };
    for text in [
        deep("[", "", "]"),
        deep("{a=", "1", "}"),
        deep("(", "1", ")"),
        deep("f(", "1", ")"),
        deep("-", "1", ""),
        deep("- ", "1", ""),
        deep("!", "true", ""),
        deep("\"${", "1", "}\""),
        deep("true ? 1 : ", "1", ""),
        deep("true ? ", "1", " : 1"),
        deep("1 + ", "1", ""),
        deep("(1 + ", "1", ")"),
        deep("[for a in ", "b", " : a]"),
        deep("{for a in ", "b", " : a => a}"),
        deep("a[", "1", "]"),
        deep("{(", "1", ") = 1}"),
        deep("\"%{ if true }", "1", "%{ endif }\""),
        deep("[[]][", "1", "]"),
        deep("[", "", ""),
        deep("{a=", "", ""),
        deep("(", "", ""),
        deep("\"${", "", ""),
        deep("a.", "b", ""),
        deep("a[0]", "", ""),
        deep("a[*]", "", ""),
        format!("a {}{}\nb = 1\n", "{\na ".repeat(100_000), "\n}".repeat(100_000)),
        format!("{}{}\nb = 1\n", "a {\n".repeat(100_000), "}\n".repeat(100_000)),
        "a {\n".repeat(100_000),
        format!("a {} {{\n}}\nb = 1\n", "\"b\" ".repeat(100_000)),
    ] {
        with(&text, Syntax::Terraform, |parsed| assert_eq!(parsed.documents.len(), 1));
    }
}

/// Lines of which there are many, each with its number.
fn many(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |text, index| text + &line(index))
}

fn all_are_read(texts: &[String]) {
    for text in texts {
        with(text, Syntax::Terraform, |parsed| assert!(!parsed.documents.is_empty()));
    }
}

#[test]
fn long_values_take_as_long_as_they_are() {
    all_are_read(&[
        format!("a = \"{}\"\n", "x".repeat(10_000_000)),
        format!("a = \"${{b}}{}\"\n", "x".repeat(1_000_000)),
        format!("a = <<E\n{}\nE\n", "x\n".repeat(100_000)),
        format!("a = <<E\n{}\n", "E x\n".repeat(100_000)),
        format!("a = {}\n", "8".repeat(1_000_000)),
        format!("a = {}\n", "a.".repeat(100_000)),
        format!("# {}\n", "x".repeat(10_000_000)),
        format!("/* {}\n", "x".repeat(10_000_000)),
    ]);
}

#[test]
fn many_members_take_as_long_as_they_are() {
    let block = |text: String| format!("resource \"t\" \"n\" {{\n{text}}}\n");
    all_are_read(&[
        block(many(100_000, |index| format!("a{index} = {index}\n"))),
        block(many(20_000, |_| "a = 1\n".to_owned())),
        format!("a = {{\n{}}}\n", many(100_000, |index| format!("a{index} = {index}\n"))),
        format!("a = {{\n{}}}\n", many(20_000, |_| "a = 1\n".to_owned())),
        format!("a = f({{\n{}}})\n", many(100_000, |index| format!("a{index} = {index}\n"))),
        format!("a = f([\n{}])\n", many(20_000, |index| format!("{index},\n"))),
        format!("a = toset([\n{}])\n", many(20_000, |index| format!("\"{index}\",\n"))),
    ]);
}

#[test]
fn many_blocks_take_as_long_as_they_are() {
    all_are_read(&[
        many(100_000, |index| format!("resource \"t\" \"n{index}\" {{\n}}\n")),
        many(20_000, |_| "resource \"t\" \"n\" {\n}\n".to_owned()),
        many(20_000, |index| format!("b{index} {{\n}}\n")),
        many(20_000, |_| "b {\n}\n".to_owned()),
        many(20_000, |_| "locals {\n}\n".to_owned()),
        many(20_000, |index| format!("b \"x\" {{\na = {index}\n}}\nb {{\n}}\n")),
    ]);
}

#[test]
fn locals_that_name_each_other_take_as_long_as_they_are() {
    let locals = |text: String| format!("locals {{\n{text}}}\n");
    let list = format!("l = {{\n{}}}\n", many(20_000, |index| format!("a{index} = 1\n")));
    all_are_read(&[
        locals(many(100_000, |index| format!("a{index} = local.a{}\n", index + 1))),
        locals(many(20_000, |index| format!("a{index} = [local.a{}]\n", index + 1)) + "a20000 = 1\n"),
        locals(many(20_000, |index| format!("a{index} = local.a{}\n", (index + 1) % 20_000))),
        locals(many(20_000, |index| format!("a{index} = [local.a{0}, local.a{0}]\n", index + 1)) + "a20000 = 1\n"),
        locals(
            many(20_000, |index| format!("a{index} = \"${{local.a{0}}}${{local.a{0}}}\"\n", index + 1))
                + "a20000 = \"x\"\n",
        ),
        locals(list.clone() + &many(20_000, |index| format!("m{index} = local.l.a{index}\n"))),
        locals(list.clone() + &many(20_000, |index| format!("m{index} = local.l\n"))),
        locals(
            list + "s = toset([\n"
                + &many(20_000, |index| format!("\"{index}\",\n"))
                + "])\n"
                + &many(20_000, |index| format!("m{index} = toset(local.s)\n")),
        ),
    ]);
}

#[test]
fn many_mistakes_take_as_long_as_they_are() {
    for line in [
        "a = \"${\n",
        "a = \"x\n",
        "a = [\"${x\n",
        "a = <<E\n",
        "a = (\n",
        "a = )\n",
        "a = /*\n",
        "}\n",
        "a 'b\n",
        "\"",
        "'",
        "x'",
        ",",
        "{",
        "<<",
        "<<a",
        "a = {a {",
        "$${",
        "a:",
        "a=",
        "a = 1 ",
        "a = [\"",
        "\"${ ",
        "resource \"t\" \"n\" {\n",
        "locals {\na = [\n",
        "\u{0}",
        "\r",
        "é",
        "a = 1.1.1\n",
        "a = \"\\d\"\n",
        "a = {b = 1,, c\n}\n",
        "a = [1 2, 3 4]\n",
        "#",
        "/*",
        "//\n",
        "/**/",
        "\u{feff}",
    ] {
        all_are_read(&[line.repeat(20_000)]);
    }
}

/// How deep the deepest value is nested.
fn depth(parsed: &Parsed<'_>) -> usize {
    let depth = |node| std::iter::successors(Some(node), |node: &vpcheck_syntax::Node<'_>| node.parent()).count();
    parsed.documents[0]
        .nodes()
        .filter(|node| matches!(node.kind(), Kind::Object | Kind::Array))
        .map(depth)
        .max()
        .unwrap_or(0)
}

#[test]
fn nesting_has_a_limit() {
    let values = |count: usize| format!("a = {}{}\n", "{ a = ".repeat(count) + "1", "}".repeat(count));
    with(&values(limits::DEPTH - 1), Syntax::Terraform, |parsed| {
        assert_eq!((parsed.diagnostics.len(), depth(parsed)), (0, limits::DEPTH));
    });
    with(&values(limits::DEPTH), Syntax::Terraform, |parsed| {
        let rules: Vec<_> = parsed.diagnostics.iter().map(|found| found.rule).collect();
        assert_eq!((rules.as_slice(), depth(parsed)), (&["depth-limit"][..], 1));
    });
    // A block may be one of several, which takes a level as well.
    let blocks = |count: usize| format!("{}{}", "a {\n".repeat(count), "}\n".repeat(count));
    with(&blocks((limits::DEPTH - 1) / 2), Syntax::Terraform, |parsed| assert_eq!(parsed.diagnostics, []));
    with(&blocks((limits::DEPTH - 1) / 2 + 1), Syntax::Terraform, |parsed| {
        let rules: Vec<_> = parsed.diagnostics.iter().map(|found| found.rule).collect();
        assert_eq!(rules, ["depth-limit"]);
    });
    // Locals do not make a tree any deeper.
    let locals = many(300, |index| format!("a{index} = [local.a{}]\n", index + 1));
    with(&format!("locals {{\n{locals}a300 = 1\n}}\nb = [[local.a0]]\n"), Syntax::Terraform, |parsed| {
        assert!((100..=limits::DEPTH).contains(&depth(parsed)));
    });
}

#[test]
fn expressions_that_are_as_deep_as_they_may_be_fit_on_the_stack() {
    for (open, close) in [
        ("f(", ")"),
        ("[for a in b : ", "]"),
        ("\"${", "}\""),
        ("c ? 1 : ", ""),
        ("!", ""),
        ("f([", "])"),
        ("f({a=", "})"),
    ] {
        let count = if open.len() == 3 || open.len() == 5 { 30 } else { 60 };
        let expression = format!("{}{}{}", open.repeat(count), "b", close.repeat(count));
        let blocks = 30;
        let text = format!("{}a = [[[[{expression}]]]]\n{}", "a {\n".repeat(blocks), "}\n".repeat(blocks));
        with(&text, Syntax::Terraform, |parsed| assert_eq!(parsed.diagnostics, [], "{open}"));
    }
}

#[test]
fn instances_have_a_limit() {
    let instances = |count: usize| {
        let text = format!("resource \"t\" \"n\" {{\n  count = {count}\n}}\n");
        with(&text, Syntax::Terraform, |parsed| parsed.documents.len() - 1)
    };
    assert_eq!(instances(0), 0);
    assert_eq!(instances(limits::INSTANCES), limits::INSTANCES);
    assert_eq!(instances(limits::INSTANCES + 1), 0);
    let each = |count: usize| {
        let members = many(count, |index| format!("a{index} = 1\n"));
        let text = format!("resource \"t\" \"n\" {{\n  for_each = {{\n{members}}}\n}}\n");
        with(&text, Syntax::Terraform, |parsed| parsed.documents.len() - 1)
    };
    // The text of the body counts for each of them.
    assert_eq!(each(100), 100);
    assert_eq!(each(limits::INSTANCES + 1), 0);
}

#[test]
fn objects_in_other_expressions_have_a_limit() {
    let is_known = |count: usize| {
        let members = many(count, |index| format!("a{index} = {index}\n"));
        let text = format!("a = tomap({{{members}}})\n");
        with(&text, Syntax::Terraform, |parsed| {
            parsed.documents[0].root().members().any(|a| a.value.kind() == Kind::Object)
        })
    };
    assert!(is_known(limits::EXPRESSION_MEMBERS));
    assert!(!is_known(limits::EXPRESSION_MEMBERS + 1));
}

#[test]
fn locals_have_a_budget() {
    let is_known = |length: usize| {
        let text = format!("locals {{\n  a = \"{}\"\n}}\nb = local.a\n", "x".repeat(length));
        with(&text, Syntax::Terraform, |parsed| {
            parsed.documents[0].root().get("b").is_some_and(|b| b.value.kind() == Kind::String)
        })
    };
    // A value takes a little more than its text.
    assert!(is_known(limits::RESOLVED_BYTES - 16));
    assert!(!is_known(limits::RESOLVED_BYTES - 15));
}

/// Texts that differ in a byte from one that is right.
#[test]
fn no_change_of_a_byte_makes_it_fall_over() {
    let text = r#"locals {
  services = { web = { port = 8080 }, "d b" : { port = -5.0 } }
}
resource "t" "n" { # one
  for_each = toset(["a", "b"])
  name     = "svc-${each.key}-$${x}"
  host     = var.x ? { ipv4 = "10.0.0.1" } : { ipv6 = null }
  text     = <<-EOT
    a ${local.services["d b"].port}
  EOT
  lifecycle { prevent_destroy = !true }
  ips = [for ip in var.ips : /* ip */ ip if ip != ""]
}
"#;
    for at in 0..text.len() {
        let (before, after) = text.split_at(at);
        with(before, Syntax::Terraform, |_| {});
        for inserted in ["\"", "{", "}", "[", "(", ")", "${", "\n", "\\", "=", "<<E\n", "/*", "'", "é", "\0"] {
            with(&format!("{before}{inserted}{after}"), Syntax::Terraform, |_| {});
        }
        let mut rest = after.chars();
        rest.next();
        with(&format!("{before}{}", rest.as_str()), Syntax::Terraform, |_| {});
    }
}
