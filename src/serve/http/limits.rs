//! How much is read of a request, how long somebody may take over it, and how many may ask at once.

use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::Router;
use axum::body::{HttpBody, to_bytes};
use axum::extract::Request;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{Sleep, sleep, timeout};

/// No request is longer: its first line and headers together, nor what it sends after them.
const LARGEST: usize = 64 << 10;
/// Nobody waits longer for the rest of a request, or for somebody to take an answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a connection that is over stays open for those who have not read its last words.
const LINGER: Duration = Duration::from_secs(1);
/// So many connections are open at once; others wait.
const MOST: usize = 512;

pub(super) const TOO_LARGE: &str = "the request is longer than 64 kB, or has more than 100 headers";

/// Answers connections for as long as the program runs.
pub(super) async fn connections(listener: TcpListener, router: Router) {
    let room = Arc::new(Semaphore::new(MOST));
    while let Ok(seat) = Arc::clone(&room).acquire_owned().await {
        let router = router.clone();
        match listener.accept().await {
            Ok((stream, _)) => drop(tokio::spawn(async move {
                connection(stream, router).await;
                drop(seat);
            })),
            // this machine has no room for another connection before one of those that are open ends
            Err(_) => sleep(LINGER).await,
        }
    }
}

async fn connection(stream: TcpStream, router: Router) {
    // what is sent is sent whole: without this it may only wait a little
    let _ = stream.set_nodelay(true);
    let mut connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_buf_size(LARGEST)
        .serve_connection(TokioIo::new(Worded::new(stream)), TowerToHyperService::new(router));
    // who goes away needs no answer
    let _ = poll_fn(|context| connection.poll_without_shutdown(context)).await;
    let stream = connection.into_parts().io.into_inner().stream;
    let _ = timeout(LINGER, closed(stream)).await;
}

/// Closes a connection once the other side has done so: what it still sends would make it lose what was sent to it.
async fn closed(mut stream: TcpStream) -> io::Result<()> {
    stream.shutdown().await?;
    let mut rest = [0; 4096];
    while stream.read(&mut rest).await? > 0 {}
    Ok(())
}

/// Whether a request is longer than any that makes sense; what it sends after its headers is read, and means nothing.
pub(super) async fn is_too_large(request: &mut Request) -> bool {
    let headers = request.headers().iter().map(|(name, value)| name.as_str().len() + value.len());
    let head = request.uri().path_and_query().map_or(0, |target| target.as_str().len()) + headers.sum::<usize>();
    let body = std::mem::take(request.body_mut());
    let declared = body.size_hint().lower();
    if head > LARGEST || declared > LARGEST as u64 {
        return true;
    }
    // what does not come is no reason for an answer not to come
    !body.is_end_stream() && matches!(timeout(PATIENCE, to_bytes(body, LARGEST)).await, Ok(Err(_)))
}

/// A connection on which each answer has words: what cannot be read as a request is refused below us, in a blank answer. Who does not
/// take an answer is not waited for.
struct Worded {
    stream: TcpStream,
    /// What is still to be written in the place of a blank answer.
    words: Vec<u8>,
    stuck: Option<Pin<Box<Sleep>>>,
}

impl Worded {
    fn new(stream: TcpStream) -> Self {
        Self { stream, words: Vec::new(), stuck: None }
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
        let stuck = self.stuck.get_or_insert_with(|| Box::pin(sleep(PATIENCE)));
        stuck.as_mut().poll(context).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
