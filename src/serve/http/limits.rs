//! How much is read of a request, how long somebody may take over it, and how many may ask at once.

use std::future::poll_fn;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{HttpBody, to_bytes};
use axum::extract::Request;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use super::worded::Worded;

/// No request is longer: its first line and headers together, nor what it sends after them.
const LARGEST: usize = 64 << 10;
/// Nobody waits longer for the rest of a request, or for somebody to take an answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a connection that is over stays open for those who have not read its last words.
const LINGER: Duration = Duration::from_secs(1);
/// So many connections are open at once; others wait.
const MOST: usize = 512;

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
        .serve_connection(TokioIo::new(Worded::new(stream, PATIENCE)), TowerToHyperService::new(router));
    // who goes away needs no answer
    let _ = poll_fn(|context| connection.poll_without_shutdown(context)).await;
    let stream = connection.into_parts().io.into_inner().into_stream();
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
