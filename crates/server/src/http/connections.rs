//! Connections: how many at once, and how long one may be silent.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, body::Body, extract::ConnectInfo, serve::Listener};
use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
};
use tower::ServiceExt;

use super::{Server, hub, router, write_timeout::WriteTimeout};

/// How long running requests may take once the server is asked to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Largest request head in bytes: tokens with many claims are a few thousand. hyper's own 400 KB would be
/// 320 MB for as many connections as there may be.
const LARGEST_HEAD: usize = 64 * 1024;

/// What connections are held to.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many at once; others wait until one is closed.
    pub connections: u16,
    /// How long a connection may take to say a whole request head, wait between requests, or read nothing of
    /// an answer.
    pub silence: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            // A process may usually have 1024 files open, the database's among them.
            connections: 800,
            silence: Duration::from_secs(30),
        }
    }
}

/// Serves until `stop` resolves; open streams are then ended, and running requests finished
/// if they take no longer than ten seconds.
pub async fn serve(server: Server, listener: TcpListener, stop: impl Future<Output = ()> + Send) {
    let watching = tokio::spawn(hub::watch(
        Arc::clone(&server.hub),
        server.app.db.reader().clone(),
    ));
    let graceful = GracefulShutdown::new();
    accept(
        listener,
        router(&server),
        server.settings.limits,
        &graceful,
        stop,
    )
    .await;
    server.hub.close();
    // Out of patience with those that are left: they end with the process.
    let _ = tokio::time::timeout(GRACE, graceful.shutdown()).await;
    watching.abort();
}

/// Takes connections until `stop` resolves.
async fn accept(
    mut listener: TcpListener,
    router: Router,
    limits: Limits,
    graceful: &GracefulShutdown,
    stop: impl Future<Output = ()>,
) {
    let places = Arc::new(Semaphore::new(limits.connections.into()));
    tokio::pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => return,
            (place, stream, address) = next(&mut listener, &places) => {
                let mut http = http1::Builder::new();
                http.timer(TokioTimer::new())
                    .header_read_timeout(limits.silence)
                    .max_buf_size(LARGEST_HEAD);
                let router = router.clone();
                let service = service_fn(move |request: Request<Incoming>| {
                    let mut request = request.map(Body::new);
                    request.extensions_mut().insert(ConnectInfo(address));
                    router.clone().oneshot(request)
                });
                let stream = WriteTimeout::new(stream, limits.silence);
                let connection = http.serve_connection(TokioIo::new(stream), service);
                let connection = graceful.watch(connection);
                tokio::spawn(async move {
                    // A caller who leaves in the middle is no mistake of anybody here.
                    let _ = connection.await;
                    drop(place);
                });
            }
        }
    }
}

/// The next connection, once there is a place for it.
async fn next(
    listener: &mut TcpListener,
    places: &Arc<Semaphore>,
) -> (Option<OwnedSemaphorePermit>, TcpStream, SocketAddr) {
    // Nobody closes the semaphore: there is always a place in the end.
    let place = Arc::clone(places).acquire_owned().await.ok();
    // Axum's way of accepting waits a moment when the process has no file left.
    let (stream, address) = Listener::accept(listener).await;
    (place, stream, address)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use axum::{Router, routing::get};
    use hyper_util::server::graceful::GracefulShutdown;
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::{TcpListener, TcpStream},
        time::timeout,
    };

    use super::{Limits, accept};

    /// Long enough for any machine.
    const PATIENCE: Duration = Duration::from_secs(20);
    const ASK: &[u8] = b"GET / HTTP/1.1\r\nhost: a\r\n\r\n";

    async fn listen(limits: Limits) -> std::io::Result<std::net::SocketAddr> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        tokio::spawn(async move {
            let router = Router::new().route("/", get(|| async { "here" }));
            let graceful = GracefulShutdown::new();
            accept(listener, router, limits, &graceful, std::future::pending()).await;
        });
        Ok(address)
    }

    /// What comes until the server closes the connection.
    async fn all(mut socket: TcpStream) -> std::io::Result<String> {
        let mut said = String::new();
        timeout(PATIENCE, socket.read_to_string(&mut said)).await??;
        Ok(said)
    }

    #[tokio::test]
    async fn a_silent_connection_half_a_head_and_an_idle_one_are_closed() -> std::io::Result<()> {
        let limits = Limits {
            silence: Duration::from_millis(100),
            ..Limits::default()
        };
        let address = listen(limits).await?;
        for said in [&b""[..], &ASK[..20], ASK] {
            let mut socket = TcpStream::connect(address).await?;
            socket.write_all(said).await?;
            let answer = all(socket).await?;
            assert_eq!(answer.contains("here"), said == ASK, "{answer}");
        }
        Ok(())
    }

    #[tokio::test]
    async fn a_head_is_held_to_its_size() -> std::io::Result<()> {
        let address = listen(Limits::default()).await?;
        for (size, answer) in [(20_000, "HTTP/1.1 200"), (300_000, "HTTP/1.1 431")] {
            let mut socket = TcpStream::connect(address).await?;
            let long = "a".repeat(size);
            let head =
                format!("GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\nx: {long}\r\n\r\n");
            // Refused before it is all said.
            let _ = socket.write_all(head.as_bytes()).await;
            let mut said = [0; 12];
            timeout(PATIENCE, socket.read_exact(&mut said)).await??;
            assert_eq!(said, answer.as_bytes(), "{size}");
        }
        Ok(())
    }

    #[tokio::test]
    async fn beyond_the_limit_a_connection_waits_for_another_to_close() -> std::io::Result<()> {
        let limits = Limits {
            connections: 1,
            ..Limits::default()
        };
        let address = listen(limits).await?;
        let mut first = TcpStream::connect(address).await?;
        first.write_all(ASK).await?;
        timeout(PATIENCE, first.read_u8()).await??;
        let mut second = TcpStream::connect(address).await?;
        second.write_all(ASK).await?;
        let early = timeout(Duration::from_millis(100), second.read_u8()).await;
        assert!(early.is_err(), "it was served at once");
        drop(first);
        timeout(PATIENCE, second.read_u8()).await??;
        Ok(())
    }
}
