//! A reference that a person reads, as Markdown and as HTML.
//!
//! Both are written from one [`Page`](page::Page): what each definition takes, which members go together, examples that are right,
//! the ids of the rules that say what is wrong, and where the contract departs from what was published, and why.

mod definition;
mod examples;
mod facts;
mod html;
mod markdown;
mod page;
mod unions;

use self::page::Page;
use crate::export::{Export, Form};

/// The one form of Markdown.
pub(crate) static MARKDOWN: [Form; 1] = [Form { name: "", about: "GitHub's Markdown, as prettier lays it out" }];

/// The one form of HTML.
pub(crate) static HTML: [Form; 1] = [Form { name: "", about: "one file that needs no network and no script" }];

/// The reference as Markdown.
pub(crate) fn markdown(export: &Export<'_>) -> String {
    markdown::text(&Page::of(export))
}

/// The reference as HTML.
pub(crate) fn html(export: &Export<'_>) -> String {
    html::text(&Page::of(export))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use vpcheck_syntax::Source;

    use super::*;

    const SERVICE: &str = include_str!("../../../../schema/service.schema.json");
    const WRANGLER: &str = include_str!("../../../../schema/wrangler.schema.json");
    const ANCHORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference/anchors.txt");

    fn written(schema: &str) -> (String, String) {
        let source = Source::json("s.json", schema.as_bytes());
        let model = crate::read(&source).model.expect("nothing is refused");
        let export = Export::whole(&model, &source);
        (html(&export), markdown(&export))
    }

    /// What stands in quotes after a start, in order.
    fn quoted<'t>(text: &'t str, start: &str) -> Vec<&'t str> {
        text.split(start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    /// People link to them, so that one that goes away is seen here.
    #[test]
    fn anchors_stay() {
        let mut anchors = String::new();
        for schema in [SERVICE, WRANGLER] {
            let (html, markdown) = written(schema);
            let ids = quoted(&html, " id=\"");
            assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "an anchor is given twice");
            for link in quoted(&html, "href=\"#") {
                assert!(ids.contains(&link), "{link} leads nowhere");
            }
            let own: Vec<&str> = ids.into_iter().filter(|id| !["contents", "main"].contains(id)).collect();
            let mut others = quoted(&markdown, "<a id=\"");
            let mut same = own.clone();
            others.sort_unstable();
            same.sort_unstable();
            assert_eq!(others, same, "both have the same anchors");
            anchors.extend(own.iter().flat_map(|id| [id, "\n"]));
        }
        if std::env::var_os("UPDATE_RESULTS").is_some() {
            std::fs::write(ANCHORS, &anchors).expect("the anchors can be written");
        }
        let kept = std::fs::read_to_string(ANCHORS).expect("the anchors are there");
        assert_eq!(kept, anchors, "look at the change, then run the test with UPDATE_RESULTS=1");
    }

    #[test]
    fn texts_of_a_schema_are_no_markup() {
        let schema = r#"{"title": "<script>", "type": "object", "description": "</main><b> `<i>` ` \u202e", "properties": {
            "\"><script>|`": {"const": "</code><script>"}, "a b": true, "a-20-b": true}}"#;
        let (html, markdown) = written(schema);
        assert!(!html.contains("<script") && !html.contains("<b>") && !html.contains("<i>"), "{html}");
        assert!(!html.contains('\u{202e}') && !markdown.contains('\u{202e}'));
        let ids = quoted(&html, " id=\"");
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "{ids:?}");
        let is_plain =
            |id: &str| id.chars().all(|character| character.is_ascii_alphanumeric() || "-_".contains(character));
        assert!(ids.iter().all(|id| is_plain(id)), "{ids:?}");
        assert!(markdown.contains("\\<script\\>"), "{markdown}");
    }
}
