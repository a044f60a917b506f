//! How it starts and ends.

use std::io::Write;
use std::process::Command;

use crate::served::{Served, pledgebook, shared};

#[test]
#[cfg(unix)]
fn a_signal_ends_it_at_once_and_all_is_well() {
    for signal in ["INT", "TERM"] {
        let mut served = Served::new();
        let mut open = served.connection();
        open.write_all(b"GET / HTTP/1.1\r\n").unwrap();
        let kill = format!("kill -{signal} {}", served.child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
        assert_eq!(served.child.wait().unwrap().code(), Some(0), "SIG{signal}");
    }
}

#[test]
fn a_port_that_is_taken_is_told_with_a_way_out() {
    let served = shared();
    let port = served.address.rsplit_once(':').unwrap().1;
    let refused = pledgebook(&["serve", "--port", port]).output().unwrap();
    let told = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        told.contains(&format!("cannot serve on `127.0.0.1:{port}`: address in use")) && told.contains("`--port 0`"),
        "{told}"
    );
}

#[test]
fn a_book_that_is_not_sound_is_not_served() {
    let here = tempfile::tempdir().unwrap();
    let refused = pledgebook(&["serve", "--port", "0", "--book", here.path().to_str().unwrap()]).output().unwrap();
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("is not a book"));
}
