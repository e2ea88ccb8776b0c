//! `json` and `json-lines` by `serde_json`.

use serde_json::Value;
use vpcheck_report::Format;

use crate::hostile::cases;

#[test]
fn what_programs_read_is_what_was_there() {
    for (text, case) in cases() {
        let json: Value = serde_json::from_str(&case.render(Format::Json)).expect("it is JSON");
        let lines = case.render(Format::JsonLines);
        let lines: Vec<Value> =
            lines.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect();
        assert_eq!(json["findings"].as_array(), Some(&lines), "{text:?}");
        assert_eq!(lines.len(), case.report.findings().len());
        for (line, finding) in lines.iter().zip(case.report.findings()) {
            assert_eq!(line["file"], case.name.as_str());
            assert_eq!(line["rule"], finding.diagnostic.rule);
            assert_eq!(line["pointer"], finding.diagnostic.pointer.as_str());
            let edits = finding.diagnostic.fix.iter().flat_map(|fix| &fix.edits);
            for (index, edit) in edits.enumerate() {
                assert_eq!(line["fix"]["edits"][index]["text"], edit.text.as_str());
            }
        }
    }
}
