//! Links the command so that it is small and starts at once, where that is how programs are linked.

use std::env;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=unwinding.ld");
    let is = |name: &str, wanted: &str| env::var(name).is_ok_and(|value| value.split(',').any(|value| value == wanted));
    let is_glibc = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu");
    if !is_glibc || is("CARGO_CFG_TARGET_FEATURE", "crt-static") {
        return;
    }
    // Otherwise sixteen thousand addresses, in tables of rules, options and Unicode, are written anew at each start, which takes
    // longer than to check a file.
    println!("cargo:rustc-link-arg-bins=-no-pie");
    // Whoever chooses a linker may have chosen one that reads no scripts.
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    let is_default_linker = env::var_os("RUSTC_LINKER").is_none() && !flags.contains("link");
    if is("PROFILE", "release") && is_default_linker {
        let directory = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
        println!("cargo:rustc-link-arg-bins=-T{directory}/unwinding.ld");
        // Nothing is unwound, and to load the shared library that could takes a tenth of the time that one file takes.
        println!("cargo:rustc-link-lib=gcc_eh");
    }
}
