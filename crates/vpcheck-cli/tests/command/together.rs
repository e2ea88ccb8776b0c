//! What only shows when several files are seen.

use crate::directory::{Directory, GOOD, WRANGLER};

#[test]
fn a_binding_needs_a_service_that_some_file_knows() {
    let directory = Directory::new();
    directory.write("wrangler.json", WRANGLER);
    let check = || directory.check(&[".", "--also", "unknown-service-id", "--output-format", "concise"]);
    let ran = check();
    let expected = "wrangler.json:1:70: warning[unknown-service-id] `service_id` is \"0199295b-b3ac-7760-8246-bca40877b3e9\", and no file has a \
                    service of that id\nchecked 1 file with 0 services: 0 errors, 1 warning\n";
    assert_eq!((ran.code, &*ran.stdout), (0, expected), "{}", ran.stderr);

    directory
        .write("saved.ndjson", &GOOD.replacen('{', "{\"service_id\": \"0199295B-B3AC-7760-8246-BCA40877B3E9\", ", 1));
    let ran = check();
    assert!(!ran.stdout.contains("unknown-service-id"), "{}", ran.stdout);
    assert!(ran.stdout.contains("checked 2 files with 1 service"), "{}{}", ran.stdout, ran.stderr);
}
