//! Edits of TOML.

#![cfg(feature = "toml")]

mod change;

use change::Change::{Insert, Remove, Rename, Replace};
use change::{all, text};
use vpcheck_syntax::Syntax;
use vpcheck_syntax::edit::New;

#[test]
fn values_keep_their_quotes() {
    all(
        Syntax::Toml,
        &[
            ("a = \"x\" # why\n", "/a", text("y"), "a = \"y\" # why\n"),
            ("a = 'x'\n", "/a", text("y"), "a = 'y'\n"),
            ("a = 'x'\n", "/a", text("it's"), "a = \"it's\"\n"),
            ("a = \"80\"\n", "/a", Replace(New::from(80)), "a = 80\n"),
            ("a = 1\n", "/a", Replace(New::Null), ""),
            ("a = \"\"\"x\"\"\"\n", "/a", text("y"), ""),
            (
                "[a]\nb = 1\n",
                "/a/b",
                Replace(New::Object(vec![("c".to_owned(), New::from("x"))])),
                "[a]\nb = { c = \"x\" }\n",
            ),
            ("[a]\nb = 1\n", "/a", text("x"), ""),
            ("a.b = 1\n", "/a", text("x"), ""),
        ],
    );
}

#[test]
fn a_table_has_its_name_wherever_it_is_written() {
    all(
        Syntax::Toml,
        &[
            ("a = 1\n", "/a", Rename("b"), "b = 1\n"),
            ("'a' = 1\n", "/a", Rename("b"), "'b' = 1\n"),
            ("a = { x = 1 }\n", "/a", Rename("b"), "b = { x = 1 }\n"),
            ("[h.a] # why\nx = 1\n", "/h/a", Rename("b"), "[h.b] # why\nx = 1\n"),
            ("[h]\na.x = 1\na.y = 2\n", "/h/a", Rename("b"), "[h]\nb.x = 1\nb.y = 2\n"),
            ("[h.a]\nx = 1\n[h.a.c]\ny = 1\n", "/h/a", Rename("b"), "[h.b]\nx = 1\n[h.b.c]\ny = 1\n"),
            ("[h.a.c]\ny = 1\n[h.a]\nx = 1\n", "/h/a", Rename("b"), "[h.b.c]\ny = 1\n[h.b]\nx = 1\n"),
            ("[ \"h\" . \"a\" ]\nx = 1\n", "/h/a", Rename("b"), "[ \"h\" . \"b\" ]\nx = 1\n"),
            (
                "[[a]]\nx = 1\n[a.c]\ny = 1\n[[a]]\nx = 2\n",
                "/a",
                Rename("b"),
                "[[b]]\nx = 1\n[b.c]\ny = 1\n[[b]]\nx = 2\n",
            ),
            ("[a]\nb.c = { d.e = 1 }\n", "/a/b/c/d", Rename("f"), "[a]\nb.c = { f.e = 1 }\n"),
        ],
    );
}

#[test]
fn lines_go_as_a_whole() {
    all(
        Syntax::Toml,
        &[
            ("# one\na = 1\n# two\nb = 2\n", "/a", Remove, "# one\n# two\nb = 2\n"),
            ("a = 1\nb = 2 # two\n", "/b", Remove, "a = 1\n# two\n"),
            ("a = 1\r\nb = 2\r\n", "/a", Remove, "b = 2\r\n"),
            ("a.x = 1\na.y = 2\n", "/a/x", Remove, "a.y = 2\n"),
            ("a.x = 1\n", "/a/x", Remove, ""),
            ("a = { x = 1, y = 2 }\n", "/a/x", Remove, "a = { y = 2 }\n"),
            ("a = { x = 1, y = 2 }\n", "/a/y", Remove, "a = { x = 1 }\n"),
            ("a = [\n  1, # one\n  2, # two\n]\n", "/a/1", Remove, "a = [\n  1, # one\n  # two\n]\n"),
            ("x = 1\n[a]\nb = 1\n\n[c]\nd = 1\n", "/a", Remove, "x = 1\n\n[c]\nd = 1\n"),
            ("[h.a]\nb = 1\n[h.c]\nd = 1\n", "/h/c", Remove, "[h.a]\nb = 1\n"),
            ("[h.a]\nb = 1\n[h.a.c]\nd = 1\n", "/h/a", Remove, ""),
            ("[a] # one\nb = 1\n[c]\n", "/a", Remove, ""),
            ("[a]\nb = 1\n", "/a/b", Remove, "[a]\n"),
        ],
    );
}

#[test]
fn members_come_after_their_neighbours() {
    all(
        Syntax::Toml,
        &[
            ("a = 1 # one\n[t]\n", "/a", Insert("b", New::from(2)), "a = 1 # one\nb = 2\n[t]\n"),
            ("[t]\r\n  a = 1", "/t/a", Insert("b", New::from(2)), "[t]\r\n  a = 1\r\n  b = 2"),
            ("t.a = 1\n", "/t/a", Insert("b", New::from("x")), "t.a = 1\nt.b = \"x\"\n"),
            ("t = { a = 1 }\n", "/t/a", Insert("b", New::from(2)), "t = { a = 1, b = 2 }\n"),
            ("a   = 1\n", "/a", Insert("bcd", New::from(2)), "a   = 1\nbcd = 2\n"),
            ("[t]\na = 1\n", "/t", Insert("b", New::from(2)), ""),
            ("t.a = 1\n", "/t", Insert("b", New::from(2)), ""),
        ],
    );
}
