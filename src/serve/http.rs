//! Requests and answers.

mod worded; // words for answers that have none
mod limits; // how much is read, how long is waited, and for how many
mod guard; // whose requests are answered
mod answer; // what an address is answered with

use std::future::poll_fn;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::task::Poll;
use std::thread;
use std::time::Duration;

use axum::Router;

use crate::error::{Error, Errors, Kind, Result};

use super::desk::Desk;
use super::shelf::Shelf;
use answer::Explorer;

/// How often the files of the book are looked at.
const LOOK: Duration = Duration::from_millis(250);

/// A port of this machine, which nothing else reaches.
pub(super) fn listen(port: u16) -> Result<TcpListener> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(address).map_err(|error| unserved(address, &error))
}

pub(super) fn serve(desk: impl Desk, listener: TcpListener, ready: impl FnOnce(SocketAddr)) -> Result<(), Errors> {
    let shelf = Shelf::open(&desk)?;
    let failed = |error| unserved(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), &error);
    let address = listener.local_addr().map_err(failed)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
    has_thread(address)?;
    let ended = runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let (listener, ended) = (tokio::net::TcpListener::from_std(listener)?, interrupted()?);
        let explorer = Arc::new(Explorer::new(Box::new(desk), shelf, address.port()));
        // it looks at the files from now on, and so stays
        tokio::task::spawn_blocking(|| ()).await?;
        ready(address);
        tokio::spawn(look(Arc::clone(&explorer)));
        tokio::spawn(limits::connections(listener, Router::new().fallback(answer::answer).with_state(explorer)));
        ended.await;
        Ok(())
    });
    // whoever still waits for an answer does not hold the end up
    runtime.shutdown_background();
    Ok(ended.map_err(|error| unserved(address, &error))?)
}

fn unserved(address: SocketAddr, error: &io::Error) -> Error {
    let kind = Kind::NoPort { address: address.to_string(), reason: error.kind().to_string() };
    Error::new(kind).help("name another port with `--port N`; `--port 0` takes any that is free")
}

/// What is sent for an address, as another one asks that is no browser.
#[cfg(any(test, fuzzing))]
pub(super) fn made(desk: &dyn Desk, reading: crate::book::Reading, uri: &str) -> Option<super::sent::Sent> {
    Some(answer::make(desk, &super::shelf::Held::new(reading, desk.page()), &uri.parse().ok()?))
}

/// That the system gives the thread on which pages are made and the files looked at; others come as there is room. The runtime
/// breaks down where there is none.
fn has_thread(address: SocketAddr) -> Result<()> {
    let kind = Kind::NoPort { address: address.to_string(), reason: "the system gives no thread".to_owned() };
    let tried = thread::Builder::new().spawn(|| ()).map(thread::JoinHandle::join);
    tried.map(drop).map_err(|_| Error::new(kind).help("end other programs, or let this one have more threads"))
}

/// Looks at the files of the book for as long as it is served.
async fn look(explorer: Arc<Explorer>) {
    let mut often = tokio::time::interval(LOOK);
    often.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        often.tick().await;
        let explorer = Arc::clone(&explorer);
        let _ = tokio::task::spawn_blocking(move || explorer.look()).await;
    }
}

/// That somebody asks the program to end.
#[cfg(unix)]
fn interrupted() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut signals = [signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?];
    Ok(poll_fn(move |context| {
        let is_sent = signals.iter_mut().any(|signal| signal.poll_recv(context).is_ready());
        if is_sent { Poll::Ready(()) } else { Poll::Pending }
    }))
}

/// That somebody asks the program to end.
#[cfg(not(unix))]
fn interrupted() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
