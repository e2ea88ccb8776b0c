//! `junit` by an XML parser and by what the schemas of Ant and Jenkins both allow.

use roxmltree::{Document, Node};
use vpcheck_report::{Format, Renderer, escape};
use vpcheck_syntax::Source;
use vpcheck_validate::Report;

use crate::hostile::cases;

/// What may be in an element: the attributes that have to be there, and then the elements in their order.
///
/// The schemas are `JUnit.xsd` of Ant (github.com/windyroad/JUnit-Schema) and `junit-10.xsd` of the xUnit plugin of Jenkins. The first wants
/// every attribute that is here, the second allows them all; both were asked about the snapshots when this was written.
struct Element {
    name: &'static str,
    attributes: &'static [(&'static str, Type)],
    children: &'static [(&'static str, bool)],
}

/// Whether the value of an attribute is right.
type Type = fn(&str) -> bool;

const ELEMENTS: [Element; 7] = [
    Element { name: "testsuites", attributes: &[], children: &[("testsuite", true)] },
    Element {
        name: "testsuite",
        attributes: &[
            ("id", is_number),
            ("name", is_token),
            ("package", is_token),
            ("tests", is_number),
            ("failures", is_number),
            ("errors", is_number),
            ("timestamp", is_time),
            ("hostname", is_token),
            ("time", is_number),
        ],
        children: &[("properties", false), ("testcase", true), ("system-out", false), ("system-err", false)],
    },
    Element {
        name: "testcase",
        attributes: &[("name", is_token), ("classname", is_token), ("time", is_number)],
        children: &[("failure", true)],
    },
    Element { name: "failure", attributes: &[("type", is_token), ("message", |_| true)], children: &[] },
    Element { name: "properties", attributes: &[], children: &[] },
    Element { name: "system-out", attributes: &[], children: &[] },
    Element { name: "system-err", attributes: &[], children: &[] },
];

fn is_number(text: &str) -> bool {
    text.parse::<i32>().is_ok()
}

fn is_token(text: &str) -> bool {
    !text.trim().is_empty()
}

fn is_time(text: &str) -> bool {
    let pattern = "0000-00-00T00:00:00";
    text.len() == pattern.len()
        && text.bytes().zip(pattern.bytes()).all(|(byte, wanted)| match wanted {
            b'0' => byte.is_ascii_digit(),
            wanted => byte == wanted,
        })
}

fn assert_valid(root: Node<'_, '_>, what: &str) {
    assert_eq!(root.tag_name().name(), "testsuites", "{what}");
    for node in root.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        let element = ELEMENTS.iter().find(|element| element.name == name);
        let element = element.unwrap_or_else(|| panic!("there is no element {name}: {what}"));
        let attributes: Vec<&str> = node.attributes().map(|attribute| attribute.name()).collect();
        let expected: Vec<&str> = attributes
            .iter()
            .copied()
            .filter(|name| element.attributes.iter().any(|(known, _)| known == name))
            .collect();
        assert_eq!(attributes, expected, "{name}: {what}");
        for (attribute, is_right) in element.attributes {
            let value = node.attribute(*attribute);
            assert!(value.is_some_and(is_right), "{name} {attribute}={value:?}: {what}");
        }
        let mut children =
            node.children().filter(Node::is_element).map(|child| child.tag_name().name().to_owned()).peekable();
        for (child, is_repeated) in element.children {
            let mut count = 0;
            while children.next_if(|name| name == child).is_some() {
                count += 1;
            }
            assert!(*is_repeated || count == 1, "{count} {child} in {name}: {what}");
        }
        assert_eq!(children.next(), None, "in {name}: {what}");
        let has_text =
            node.children().any(|child| child.is_text() && child.text().is_some_and(|text| !text.trim().is_empty()));
        assert!(!has_text || name == "failure", "{name} has text: {what}");
    }
}

#[test]
fn a_parser_reads_what_was_meant() {
    for (text, case) in cases() {
        let output = case.render(Format::Junit);
        let document = Document::parse(&output).unwrap_or_else(|error| panic!("{text:?}: {error}\n{output}"));
        assert_valid(document.root_element(), &format!("{text:?}"));
        let suites: Vec<_> = document.descendants().filter(|node| node.has_tag_name("testsuite")).collect();
        let failures: Vec<_> = document.descendants().filter(|node| node.has_tag_name("failure")).collect();
        assert_eq!(suites.len(), 1, "{text:?}");
        assert_eq!(failures.len(), case.report.findings().len(), "{text:?}");
        assert_eq!(suites[0].attribute("failures"), Some(failures.len().to_string().as_str()));
        for (failure, finding) in failures.iter().zip(case.report.findings()) {
            let message = xml(&escape(&finding.diagnostic.message));
            assert_eq!(failure.attribute("message"), Some(message.as_str()), "{text:?}");
            let body = failure.text().unwrap_or_default();
            assert!(body.contains(&message), "{text:?}: {body}");
            let rule = failure.parent().and_then(|test| test.attribute("name")).unwrap_or_default();
            assert!(rule.starts_with(finding.diagnostic.rule), "{text:?}: {rule}");
        }
    }
}

/// Text without the characters that XML has no form for.
fn xml(text: &str) -> String {
    text.replace('\u{fffe}', "\\u{fffe}").replace('\u{ffff}', "\\u{ffff}")
}

#[test]
fn a_clean_file_is_a_test_that_passed() {
    let source = Source::json("web.json", b"{}".as_slice());
    let clean = Report::new(&source, Vec::new(), 1);
    let all: Vec<_> = cases().map(|(_, case)| case).collect();
    let mut documents = vec![(&clean, &source)];
    documents.extend(all.iter().map(|case| (&case.report, &case.source)));
    let output = Renderer::new(Format::Junit).render(&documents);
    let document = Document::parse(&output).expect("it is XML");
    assert_valid(document.root_element(), "all");
    let suites: Vec<_> = document.descendants().filter(|node| node.has_tag_name("testsuite")).collect();
    let ids: Vec<String> = suites.iter().filter_map(|suite| suite.attribute("id").map(str::to_owned)).collect();
    let expected: Vec<String> = (0..documents.len()).map(|id| id.to_string()).collect();
    assert_eq!(ids, expected);
    assert_eq!((suites[0].attribute("tests"), suites[0].attribute("failures")), (Some("1"), Some("0")));
    assert!(!suites[0].descendants().any(|node| node.has_tag_name("failure")));
}
