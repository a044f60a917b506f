//! Many who ask at once, and some who say nothing.

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::time::Duration;

use crate::served::{Answer, Served, shared};

#[test]
fn many_may_ask_at_once() {
    let served = shared();
    let asks = |one: usize| {
        let mut stream = served.connection();
        for step in 0..5 {
            let growth = (one + step) % 40;
            let target = format!("/verdicts.csv?growth=2026%3D{}.{}%25", growth / 10, growth % 10);
            write!(stream, "GET {target} HTTP/1.1\r\nHost: {}\r\n\r\n", served.address).unwrap();
            assert_eq!(answered(&mut stream), 200);
        }
    };
    std::thread::scope(|scope| (0..200).for_each(|one| drop(scope.spawn(move || asks(one)))));
}

/// Reads one answer of a connection that stays open, and gives its status.
fn answered(stream: &mut std::net::TcpStream) -> u16 {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).unwrap();
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).unwrap().to_lowercase();
    let length = head.split_once("content-length: ").unwrap().1.lines().next().unwrap().parse().unwrap();
    stream.read_exact(&mut vec![0; length]).unwrap();
    head.split(' ').nth(1).unwrap().parse().unwrap()
}

#[test]
fn who_says_nothing_is_not_waited_for() {
    let served = shared();
    for said in ["", "GET / HTTP/1.1\r\nHost: "] {
        let mut stream = served.connection();
        stream.write_all(said.as_bytes()).unwrap();
        assert_eq!(stream.read_to_end(&mut Vec::new()).unwrap(), 0, "the connection is closed");
    }
}

#[test]
fn more_than_can_be_made_is_refused_in_words() {
    let served = Served::new();
    // who came last is still there, everybody before went away
    let mut last = VecDeque::new();
    for one in 0..3000 {
        let mut stream = served.connection();
        stream.set_read_timeout(Some(Duration::from_secs(1))).unwrap();
        let target = format!("/country?growth=2026%3D{}.{:02}%25", one / 100, one % 100);
        write!(stream, "GET {target} HTTP/1.1\r\nConnection: close\r\nHost: {}\r\n\r\n", served.address).unwrap();
        last.push_back(stream);
        last.drain(..last.len().saturating_sub(100));
    }
    let answers = last.into_iter().filter_map(|mut stream| {
        let mut said = Vec::new();
        stream.read_to_end(&mut said).is_ok().then(|| Answer::of(&said))
    });
    let mut refused = answers.filter(|answer| answer.status != 200);
    refused.next().expect("more is asked than can be made").assert_refused(503, "ask again in a while");
    assert_eq!(served.get("/state").status, 200, "what is not made is answered meanwhile");
}
