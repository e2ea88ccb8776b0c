//! Published schemas as Go: each gives a package, or refusals with their places. `cargo xtask verdicts --target go` builds the packages.

use std::fs;
use std::path::Path;

use vpcheck_codegen::export::{Export, Target};
use vpcheck_syntax::{LineIndex, Source};

/// The places that Go refuses in schemas that the generator reads.
const REFUSED: &[(&str, &str)] = &[];

#[test]
fn published_schemas_give_packages_or_refusals() {
    let target = Target::named("go").expect("there is such a target");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/schemas");
    let mut packages = 0;
    let mut refused = Vec::new();
    for entry in fs::read_dir(folder).expect("the schemas are there") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_none_or(|end| end != "json") {
            continue;
        }
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name in UTF-8");
        let bytes = fs::read(&path).expect("a schema can be read");
        let source = Source::json(format!("{name}.json"), bytes.as_slice());
        let Some(model) = vpcheck_codegen::read(&source).model else { continue };
        for export in [Export::whole(&model, &source), Export::whole(&model, &source).closed()] {
            match target.write(&export, &target.forms[0]) {
                Ok(text) => {
                    assert!(text.contains("\npackage "), "{name}");
                    packages += 1;
                }
                Err(refusals) => {
                    assert!(!refusals.is_empty(), "{name}");
                    for refusal in refusals {
                        let place = LineIndex::new(&bytes).position(&bytes, refusal.span.start);
                        assert!(place.line > 1 && refusal.help.is_some(), "{name}: {refusal:?}");
                        refused.push((name.to_owned(), refusal.pointer.clone()));
                    }
                }
            }
        }
    }
    refused.sort();
    refused.dedup();
    let refused: Vec<(&str, &str)> = refused.iter().map(|(name, place)| (name.as_str(), place.as_str())).collect();
    assert_eq!(refused, REFUSED);
    assert!(packages >= 10, "{packages}");
}
