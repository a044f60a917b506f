//! A Data Package beside the files of a report: `frictionless validate` finds nothing wrong with it or with any cell.

use std::fs;
use std::process::Command;

#[test]
fn the_data_package_of_a_report_is_valid() {
    let Some(python) = std::env::var_os("PLEDGEBOOK_PYTHON") else {
        super::skip("`PLEDGEBOOK_PYTHON` names no python with frictionless");
        return;
    };
    let here = tempfile::tempdir().unwrap();
    super::pledgebook(here.path(), "report");
    super::pledgebook(here.path(), "report --country EST --country USA -o several");
    for folder in ["report", "several/EST", "several/USA"] {
        let folder = here.path().join(folder);
        let package = fs::read_to_string(folder.join("datapackage.json")).unwrap();
        assert!(package.contains("\"title\": \"Eurostat: CC BY 4.0\""), "{package}");
        let mut checker = Command::new(&python);
        checker.args(["-m", "frictionless", "validate", "datapackage.json"]).current_dir(&folder);
        let checked = checker.output().unwrap();
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    }
}
