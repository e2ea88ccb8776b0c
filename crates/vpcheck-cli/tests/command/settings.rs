//! Configurations, suppressions and baselines count in `check`.

use serde_json::json;

use crate::directory::{Directory, GOOD, NO_PORT, SAME_PORT, WRANGLER};

fn rules(directory: &Directory, arguments: &[&str]) -> Vec<String> {
    let ran = directory.check(&[arguments, &["--output-format", "json"]].concat());
    assert_ne!(ran.code, 2, "{arguments:?}: {}", ran.stderr);
    let report = ran.json();
    let findings = report["findings"].as_array().expect("an array");
    let text = |finding: &serde_json::Value, name: &str| finding[name].as_str().expect("a text").to_owned();
    findings
        .iter()
        .map(|finding| format!("{} {} {}", text(finding, "file"), text(finding, "severity"), text(finding, "rule")))
        .collect()
}

#[test]
fn the_nearest_configuration_counts() {
    let directory = Directory::new();
    directory.write("a/web.json", SAME_PORT);
    directory.write("b/web.json", SAME_PORT);
    directory.write("c/web.json", SAME_PORT);
    directory.write("b/vpcheck.toml", "[rules]\nsame-port-twice = \"error\"\n");
    directory.write("c/vpcheck.toml", "exclude = [\"*.json\"]\n");
    directory.write("vpcheck.toml", "[rules]\nsame-port-twice = \"off\"\none-port = \"info\"\n");
    assert_eq!(rules(&directory, &["a", "b"]), ["b/web.json error same-port-twice"]);
    assert_eq!(rules(&directory, &["--isolated", "a"]), ["a/web.json warning same-port-twice"]);
    assert_eq!(rules(&directory, &["--config", "b/vpcheck.toml", "a"]), ["a/web.json error same-port-twice"]);
    assert_eq!(directory.check(&["c"]).code, 2);
    // A file that is named is checked all the same.
    assert_eq!(rules(&directory, &["c/web.json"]), ["c/web.json warning same-port-twice"]);
}

#[test]
fn a_wrong_configuration_is_told_once_and_with_its_place() {
    let directory = Directory::new();
    for name in ["a.json", "b.json", "c.json"] {
        directory.write(name, GOOD);
    }
    directory.write("vpcheck.toml", "[rules]\nsame-port-twise = \"off\"\nx = 1\n");
    let ran = directory.check(&[]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, "checked 0 files with 0 services: 0 errors, 0 warnings\n"));
    assert_eq!(ran.stderr.matches("vpcheck.toml:2:1").count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("same-port-twice"), "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("error: vpcheck.toml cannot be used").count(), 1, "{}", ran.stderr);
}

#[test]
fn a_policy_counts() {
    let directory = Directory::new();
    directory.write("web.json", GOOD);
    directory.write("vpcheck.toml", "[policy]\naddresses = { allow = [\"192.168.0.0/16\"] }\n");
    assert_eq!(rules(&directory, &[]), ["web.json error policy-address"]);
}

#[test]
fn suppressions_hide_findings_and_have_to_be_of_use() {
    let directory = Directory::new();
    let same = "http_port: 80\nhttps_port: 80";
    let yaml = |port: &str| {
        format!(
            "name: web\ntype: http\n{port}\nhost:\n  ipv4: 10.0.0.1\n  network: {{tunnel_id: 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b}}\n"
        )
    };
    for (port, expected) in [
        (same.to_owned(), vec!["web.yaml warning same-port-twice"]),
        (format!("{same} # vpcheck: ignore[same-port-twice] a proxy"), vec![]),
        (format!("{same} # vpcheck: ignore[same-port-twice]"), vec!["web.yaml warning suppression-without-reason"]),
        (
            "http_port: 80 # vpcheck: ignore[same-port-twice] a proxy".to_owned(),
            vec!["web.yaml warning unused-suppression"],
        ),
    ] {
        directory.write("web.yaml", &yaml(&port));
        assert_eq!(rules(&directory, &[]), expected, "{port}");
    }
}

#[test]
fn a_baseline_hides_what_was_there() {
    let directory = Directory::new();
    directory.write("sub/db.json", NO_PORT);
    let wrote = directory.check(&["--write-baseline", "known.json"]);
    assert_eq!((wrote.code, wrote.stdout.as_str(), wrote.stderr.as_str()), (0, "", "wrote known.json\n"));
    assert_eq!(rules(&directory, &["--baseline", "known.json"]), [""; 0]);
    // The paths are those from the baseline, wherever the command is started.
    assert_eq!(rules(&directory, &["--baseline", "known.json", "./sub/../sub"]), [""; 0]);
    directory.write("sub/db.json", &NO_PORT.replace("{\"name\"", "\n\n{\"nam\""));
    assert_eq!(rules(&directory, &["--baseline", "known.json"]).len(), 1);
    directory.write("sub/db.json", GOOD);
    let gone = directory.check(&["--baseline", "known.json"]);
    assert_eq!(gone.code, 0);
    assert!(gone.stderr.starts_with("the baseline has 1 finding that is gone"), "{}", gone.stderr);
    directory.write("known.json", "{\"version\": 2}");
    let wrong = directory.check(&["--baseline", "known.json"]);
    assert_eq!((wrong.code, wrong.stdout.as_str()), (2, ""));
    assert!(wrong.stderr.contains("known.json:1:13: error"), "{}", wrong.stderr);
}

#[test]
fn files_of_one_directory_are_compared() {
    let directory = Directory::new();
    directory.write("a/web.json", GOOD);
    directory.write("a/web.yaml", GOOD);
    directory.write("b/web.json", GOOD);
    let found = rules(&directory, &[]);
    assert!(found.contains(&"a/web.yaml warning name-twice".to_owned()), "{found:?}");
    assert!(found.iter().all(|found| found.starts_with("a/web.yaml ")), "{found:?}");
    let report = directory.check(&["--output-format", "json"]).json();
    assert_eq!(report["summary"]["files"], json!(3));
    directory.write("vpcheck.toml", "[accounts]\nall = [\"**\"]\n");
    let found = rules(&directory, &[]);
    assert!(found.contains(&"b/web.json warning name-twice".to_owned()), "{found:?}");
}

#[test]
fn what_is_recognised_is_shown_with_the_reason() {
    let directory = Directory::new();
    directory.write("services.yaml", &format!("services:\n  - {GOOD}\n"));
    directory.write("wrangler.jsonc", WRANGLER);
    directory.write("package.json", "{}");
    let ran = directory.check(&["--show-files"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let lines: Vec<&str> = ran.stdout.lines().collect();
    let [other, service, wrangler] = lines[..] else { panic!("{}", ran.stdout) };
    assert!(other.starts_with("package.json: passed over, since "), "{other}");
    assert!(service.starts_with("services.yaml:2:5: request at /services/0: "), "{service}");
    assert!(wrangler.starts_with("wrangler.jsonc:1:1: wrangler: "), "{wrangler}");
}

#[test]
fn directories_that_are_left_out_are_not_looked_into() {
    let directory = Directory::new();
    directory.write("a/web.json", GOOD);
    directory.write("vendor/deep/web.json", NO_PORT);
    directory.write("vpcheck.toml", "exclude = [\"vendor/\"]\n");
    let ran = directory.check(&["-v"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "checked 1 file with 1 service: 0 errors, 0 warnings\n"));
    assert!(!ran.stderr.contains("vendor"), "{}", ran.stderr);
    assert_eq!(directory.check(&["vendor/deep/web.json"]).code, 1);
}

#[test]
fn findings_are_counted_and_the_rest_is_left_out() {
    let directory = Directory::new();
    directory.write("a/web.json", NO_PORT);
    directory.write("b/web.json", NO_PORT);
    directory.write("c/web.json", SAME_PORT);
    let counts =
        "2  error[missing-member]     A member that is needed and is not there.\n1  warning[same-port-twice]  ";
    let ran = directory.check(&["--statistics", "--output-format", "concise"]);
    assert!(ran.stdout.contains(&format!(" 1 warning\n{counts}")), "{}", ran.stdout);
    let json = directory.check(&["--statistics", "--output-format", "json"]);
    json.json();
    assert!(json.stderr.starts_with(counts), "{}", json.stderr);
    let quiet = directory.check(&["-q", "c", "--output-format", "concise"]);
    assert_eq!(quiet.stdout.lines().count(), 1, "{}", quiet.stdout);
    assert_eq!(directory.check(&["-q", "--fix", "d", "--allow-empty"]).code, 2);
}
