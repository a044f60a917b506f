//! Many who ask at once, and some who say nothing.

use std::io::{Read, Write};

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
    let mut crowd = Vec::new();
    // each asks for ten thousand verdicts of its own, and waits: in the time of one of them hundreds can ask
    for one in 0..400 {
        let share = format!("2.{one:03}..6.{one:03}:0.04");
        let target = format!("/sensitivity.csv?id=lva-defence-2026&year=2026&growth=-5..5:0.1&share={share}");
        let mut stream = served.connection();
        write!(stream, "GET {target} HTTP/1.1\r\nConnection: close\r\nHost: {}\r\n\r\n", served.address).unwrap();
        crowd.push(stream);
    }
    let mut said = Vec::new();
    crowd.pop().unwrap().read_to_end(&mut said).unwrap();
    Answer::of(&said).assert_refused(503, "ask again in a while");
    assert_eq!(served.get("/state").status, 200, "what is not made is answered meanwhile");
}
