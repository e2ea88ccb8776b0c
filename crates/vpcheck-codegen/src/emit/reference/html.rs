//! One file of HTML that needs nothing else.

use std::fmt::Write as _;

use super::page::{Block, Page, Row, Section, Span, Table, Text};

/// How it looks: light or dark as the reader wants it, on a phone, on a desktop and on paper.
const STYLE: &str = include_str!("reference.css");

/// The whole text.
pub(super) fn text(page: &Page) -> String {
    let title = escaped(&page.title);
    let mut contents = String::new();
    let mut body = String::new();
    for block in &page.introduction {
        write(block, &mut body);
    }
    for (index, section) in page.sections.iter().enumerate() {
        if !section.is_part {
            let Section { anchor, title, .. } = section;
            let _ = writeln!(contents, "          <li><a href=\"#{anchor}\">{}</a></li>", escaped(title));
        }
        if index > 0 {
            body.push_str("      </section>\n");
        }
        begin(section, &mut body);
        for block in &section.blocks {
            write(block, &mut body);
        }
    }
    if !page.sections.is_empty() {
        body.push_str("      </section>\n");
    }
    let origin = escaped(&page.origin);
    format!(
        "\
<!DOCTYPE html>
<html lang=\"en\">
  <head>
    <meta charset=\"utf-8\">
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
    <meta name=\"color-scheme\" content=\"light dark\">
    <title>{title}</title>
    <style>
{STYLE}    </style>
  </head>
  <body>
    <a class=\"skip\" href=\"#main\">To the text</a>
    <nav aria-labelledby=\"contents\">
      <details open>
        <summary id=\"contents\">Contents</summary>
        <ul>
{contents}        </ul>
      </details>
    </nav>
    <main id=\"main\">
      <h1>{title}</h1>
{body}    </main>
    <footer>
      <p>{origin}</p>
    </footer>
  </body>
</html>
"
    )
}

fn begin(section: &Section, text: &mut String) {
    let Section { anchor, title, is_part, .. } = section;
    let level = if *is_part { 3 } else { 2 };
    let title = escaped(title);
    let _ = writeln!(
        text,
        "      <section aria-labelledby=\"{anchor}\">\n        <h{level} id=\"{anchor}\"><a href=\"#{anchor}\">{title}</a></h{level}>"
    );
}

fn write(block: &Block, text: &mut String) {
    match block {
        Block::Paragraph(paragraph) => {
            let _ = writeln!(text, "        <p>{}</p>", inline(paragraph));
        }
        Block::Label(label) => {
            let _ = writeln!(text, "        <p class=\"label\">{label}</p>");
        }
        Block::List(items) => {
            text.push_str("        <ul>\n");
            for item in items {
                let _ = writeln!(text, "          <li>{}</li>", inline(item));
            }
            text.push_str("        </ul>\n");
        }
        Block::Table(table) => rows(table, text),
        Block::Example(what, json) => {
            text.push_str("        <figure>\n");
            if !what.is_empty() {
                let _ = writeln!(text, "          <figcaption>{}</figcaption>", inline(&what.clone().ended("")));
            }
            let _ = writeln!(text, "          <pre tabindex=\"0\"><code>{}</code></pre>", escaped(json.trim_end()));
            text.push_str("        </figure>\n");
        }
    }
}

fn rows(table: &Table, text: &mut String) {
    let class = if table.head.len() > 3 { "table wide" } else { "table" };
    let _ = writeln!(text, "        <div class=\"{class}\" tabindex=\"0\">\n          <table>");
    let _ = write!(
        text,
        "            <caption>{}</caption>\n            <thead>\n              <tr>",
        escaped(&table.about)
    );
    for cell in &table.head {
        let _ = write!(text, "<th scope=\"col\">{}</th>", inline(cell));
    }
    text.push_str("</tr>\n            </thead>\n            <tbody>\n");
    for Row { anchor, cells } in &table.rows {
        text.push_str("              <tr>");
        for (index, cell) in cells.iter().enumerate() {
            let cell = inline(cell);
            match anchor {
                Some(anchor) if index == 0 => {
                    let _ = write!(text, "<th scope=\"row\" id=\"{anchor}\"><a href=\"#{anchor}\">{cell}</a></th>");
                }
                _ if index == 0 => {
                    let _ = write!(text, "<th scope=\"row\">{cell}</th>");
                }
                _ => {
                    let _ = write!(text, "<td>{cell}</td>");
                }
            }
        }
        text.push_str("</tr>\n");
    }
    text.push_str("            </tbody>\n          </table>\n        </div>\n");
}

fn inline(text: &Text) -> String {
    let span = |span: &Span| match span {
        Span::Plain(text) => escaped(text),
        Span::Code(code) => format!("<code>{}</code>", escaped(code)),
        Span::Link(anchor, text) => format!("<a href=\"#{anchor}\">{}</a>", escaped(text)),
    };
    text.0.iter().map(span).collect()
}

/// Text in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut written = String::new();
    for character in text.chars() {
        match character {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            other => written.push(other),
        }
    }
    written
}
