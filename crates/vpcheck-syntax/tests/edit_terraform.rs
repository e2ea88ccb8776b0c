//! Edits of Terraform.

#![cfg(feature = "terraform")]

mod change;

use change::Change::{Insert, Remove, Rename, Replace};
use change::{all, text};
use vpcheck_syntax::Syntax;
use vpcheck_syntax::edit::New;

/// A resource with this body, and its pointer.
fn resource(body: &str) -> String {
    format!("resource \"kind\" \"one\" {{\n{body}}}\n")
}

#[test]
fn attributes_are_edited_where_they_stand() {
    for (before, pointer, change, after) in [
        ("  a = \"x\" # why\n", "/a", text("${y}"), Some("  a = \"$${y}\" # why\n")),
        ("  a = \"80\"\n", "/a", Replace(New::from(80)), Some("  a = 80\n")),
        ("  a = { \"b\" = 1, c = 2 }\n", "/a/b", Rename("d"), Some("  a = { \"d\" = 1, c = 2 }\n")),
        ("  a = { b = 1, c = 2 }\n", "/a/b", Rename("d e"), Some("  a = { \"d e\" = 1, c = 2 }\n")),
        ("  a = { b = 1, c = 2 }\n", "/a/c", Remove, Some("  a = { b = 1 }\n")),
        ("  a = { b = 1 }\n", "/a/b", Remove, Some("  a = {}\n")),
        ("  a = 1\n  b = 2 # two\n", "/a", Remove, Some("  b = 2 # two\n")),
        ("  a = 1\n  b = 2 # two\n", "/b", Remove, Some("  a = 1\n  # two\n")),
        ("  a = {\n    b = 1\n    c = 2 // two\n  }\n", "/a/b", Remove, Some("  a = {\n    c = 2 // two\n  }\n")),
        ("  a = {\n    b = 1,\n    c = 2\n  }\n", "/a/c", Remove, Some("  a = {\n    b = 1\n  }\n")),
        ("  a = [\"x\", \"y\"]\n", "/a/0", Remove, Some("  a = [\"y\"]\n")),
        ("  a = 1\n", "/a", Insert("b", New::from(2)), Some("  a = 1\n  b = 2\n")),
        ("  a    = 1\n", "/a", Insert("bcd", New::from(2)), Some("  a    = 1\n  bcd  = 2\n")),
        ("  a = {\n    b = 1\n  }\n", "/a/b", Insert("c", New::from(2)), Some("  a = {\n    b = 1\n    c = 2\n  }\n")),
        (
            "  a = {\n    b = 1,\n  }\n",
            "/a/b",
            Insert("c", New::from(2)),
            Some("  a = {\n    b = 1,\n    c = 2,\n  }\n"),
        ),
        ("  a = { b = 1 }\n", "/a/b", Insert("c", New::from(2)), Some("  a = { b = 1, c = 2 }\n")),
        ("  a = { b : 1 }\n", "/a/b", Insert("c", New::from(2)), Some("  a = { b : 1, c : 2 }\n")),
        ("  a {\n    b = 1\n  }\n", "/a/b", Insert("c", New::from(2)), Some("  a {\n    b = 1\n    c = 2\n  }\n")),
        ("  a { b = 1 }\n", "/a/b", Insert("c", New::from(2)), None),
        ("  a = var.x\n", "/a", text("y"), None),
        ("  a = \"${var.x}\"\n", "/a", text("y"), None),
        ("  a = <<EOT\nx\nEOT\n", "/a", text("y"), None),
        (
            "  a = \"x\"\n",
            "/a",
            Replace(New::Object(vec![("b".to_owned(), New::from("x"))])),
            Some("  a = { b = \"x\" }\n"),
        ),
    ] {
        let after = after.map_or_else(String::new, resource);
        all(Syntax::Terraform, &[(&resource(before), &format!("/resource/kind/one{pointer}"), change, &after)]);
    }
}

#[test]
fn what_a_local_says_is_not_changed_where_it_is_used() {
    let text =
        "locals {\n  x = \"y\"\n  o = { p = \"q\" }\n}\n".to_owned() + &resource("  a = local.x\n  b = local.o\n");
    all(
        Syntax::Terraform,
        &[
            (&text, "/resource/kind/one/a", change::text("z"), ""),
            (&text, "/resource/kind/one/b/p", change::text("z"), ""),
            (&text, "/resource/kind/one/a", Insert("c", New::from(1)), ""),
        ],
    );
}

#[test]
fn what_an_instance_is_given_is_not_changed() {
    let body = "  for_each = { x = \"y\" }\n  a = each.value\n  b = \"z\"\n";
    let text = resource(body);
    all(
        Syntax::Terraform,
        &[
            (&text, "/resource/kind/one/a", change::text("z"), ""),
            (&text, "/resource/kind/one/b", change::text("y"), &resource(&body.replace("\"z\"", "\"y\""))),
        ],
    );
}
