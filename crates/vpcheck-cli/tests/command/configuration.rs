//! `vpcheck init` and `vpcheck config schema`.

use crate::directory::Directory;

#[test]
fn init_writes_a_configuration_and_never_writes_over_one() {
    let directory = Directory::new();
    let output = directory.run(&["init"]);
    assert_eq!((output.code, output.stderr.as_str()), (0, "wrote vpcheck.toml\n"));
    let text = std::fs::read_to_string(directory.path("vpcheck.toml")).expect("it was written");
    assert_eq!(text, vpcheck_config::template());

    let output = directory.run(&["init"]);
    assert_eq!((output.code, output.stderr.as_str()), (2, "error: vpcheck.toml is there already\n"));
    let hidden = Directory::new();
    hidden.write(".vpcheck.toml", "");
    let output = hidden.run(&["init", "."]);
    assert_eq!((output.code, output.stderr.as_str()), (2, "error: .vpcheck.toml is there already\n"));
}

#[test]
fn config_schema_prints_a_schema() {
    let output = Directory::new().run(&["config", "schema"]);
    let schema: serde_json::Value = serde_json::from_str(&output.stdout).expect("it is JSON");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(output.code, 0);
}
