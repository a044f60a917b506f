//! Answers without words get some, and who does not take an answer is left.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

pub(super) const TOO_LARGE: &str = "the request is longer than 64 KiB, or has more than 100 headers";

/// A connection on which each answer has words: what cannot be read as a request is refused below us, in a blank answer. Who does not
/// take an answer is not waited for.
pub(super) struct Worded {
    stream: TcpStream,
    /// How long who does not take an answer is waited for.
    patience: Duration,
    /// What is still to be written in the place of a blank answer.
    words: Vec<u8>,
    stuck: Option<Pin<Box<Sleep>>>,
}

impl Worded {
    pub(super) fn new(stream: TcpStream, patience: Duration) -> Self {
        Self { stream, patience, words: Vec::new(), stuck: None }
    }

    pub(super) fn into_stream(self) -> TcpStream {
        self.stream
    }

    /// Writes these bytes, or words in the place of a blank answer, of which nothing is left when it says that all is written.
    fn write_worded(&mut self, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        if self.words.is_empty() {
            self.words = words_for(bytes);
        }
        if self.words.is_empty() {
            return Pin::new(&mut self.stream).poll_write(context, bytes);
        }
        while !self.words.is_empty() {
            let written = ready!(Pin::new(&mut self.stream).poll_write(context, &self.words))?;
            self.words.drain(..written);
        }
        Poll::Ready(Ok(bytes.len()))
    }
}

/// The answer in the place of one without words; nothing where it has some.
fn words_for(answer: &[u8]) -> Vec<u8> {
    let Ok(head) = str::from_utf8(answer) else { return Vec::new() };
    let (status, words) = match head.get(..12) {
        Some("HTTP/1.1 400") => {
            ("400 Bad Request", "this is no request for a page: write a blank as `%20` and a quote as `%22`")
        }
        Some("HTTP/1.1 414" | "HTTP/1.1 431") => ("413 Content Too Large", TOO_LARGE),
        _ => return Vec::new(),
    };
    if !head.contains("\r\ncontent-length: 0\r\n") {
        return Vec::new();
    }
    let length = words.len() + 1;
    format!("HTTP/1.1 {status}\r\ncontent-type: text/plain; charset=utf-8\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{words}\n").into()
}

impl AsyncRead for Worded {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, bytes)
    }
}

impl AsyncWrite for Worded {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = self.write_worded(context, bytes);
        if written.is_ready() {
            self.stuck = None;
            return written;
        }
        let patience = self.patience;
        let stuck = self.stuck.get_or_insert_with(|| Box::pin(sleep(patience)));
        stuck.as_mut().poll(context).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
