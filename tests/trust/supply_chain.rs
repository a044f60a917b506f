//! What the program is built on is what SECURITY.md says, and builds with the Rust that `Cargo.toml` promises.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn cargo(arguments: &[&str]) -> String {
    let cargo = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(cargo.status.success(), "{}", String::from_utf8_lossy(&cargo.stderr));
    String::from_utf8(cargo.stdout).expect("text")
}

/// What `cargo metadata` says of the locked build for this machine; it may look for crates that are built on no machine of this kind.
fn metadata() -> Value {
    let version = cargo(&["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("a host");
    let metadata = cargo(&["metadata", "--locked", "--format-version", "1", "--filter-platform", host]);
    serde_json::from_str(&metadata).expect("cargo prints JSON")
}

fn packages(metadata: &Value) -> impl Iterator<Item = &Value> {
    metadata["packages"].as_array().expect("packages").iter()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

#[test]
fn every_direct_dependency_has_its_reason_and_no_other_is_named() {
    let metadata = metadata();
    let ours = |name: &str| name.starts_with("pledgebook");
    let direct: BTreeSet<&str> = packages(&metadata)
        .filter(|package| ours(text(package, "name")))
        .flat_map(|package| package["dependencies"].as_array().expect("dependencies"))
        .map(|dependency| text(dependency, "name"))
        .filter(|name| !ours(name))
        .collect();
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("SECURITY.md")).expect("SECURITY.md");
    let (_, table) = page.split_once("| crate | in | why |").expect("the table");
    let named: BTreeSet<&str> = table
        .lines()
        .filter_map(|row| row.split('|').nth(1))
        .flat_map(|crates| crates.split('`').skip(1).step_by(2))
        .collect();
    assert_eq!(named, direct, "left: what SECURITY.md names, right: what the manifests name");
}

#[test]
fn no_crate_asks_for_a_newer_rust_than_we_do() {
    let version = |package: &Value| -> Vec<u32> {
        text(package, "rust_version").split('.').filter_map(|part| part.parse().ok()).chain([0, 0]).take(3).collect()
    };
    let metadata = metadata();
    let ours = packages(&metadata).find(|package| text(package, "name") == "pledgebook").map(version).expect("us");
    let newer: Vec<&str> =
        packages(&metadata).filter(|package| version(package) > ours).map(|package| text(package, "name")).collect();
    assert!(newer.is_empty(), "newer than {ours:?}: {newer:?}");
}
