//! A server per test, and requests to it.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode},
};
use palier_server::{app::App, http, options::Options, start, time::now};
use serde::de::DeserializeOwned;
use serde_json::Value;
use tower::ServiceExt;

/// A folder that is gone with the test.
#[derive(Debug)]
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("palier-api-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Options of a server with its data in `folder`, as a command line would give them.
pub(crate) fn options(folder: &Path, more: &[&str]) -> Options {
    let line = [
        "--data",
        folder.to_str().unwrap(),
        "--members",
        "200",
        "--rate",
        "0",
    ];
    let line = line.iter().chain(more).map(|word| (*word).to_owned());
    Options::read(line, |_| None).unwrap()
}

/// A folder with a demo database of 200 members. The first call replays their year, the others write
/// the same file: it is kept in memory, for nobody would remove it at the end of the last test.
pub(crate) fn demo_folder() -> Folder {
    static DATABASE: OnceLock<Vec<u8>> = OnceLock::new();
    let database = DATABASE.get_or_init(|| {
        let folder = Folder::new();
        let options = options(&folder.0, &[]);
        // A runtime of its own: the test's must not be blocked, nor keep these connections.
        let filled = std::thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().unwrap();
            runtime.block_on(async {
                let server = start::prepare(&options).await.unwrap();
                server.app.db.close().await;
            });
        });
        filled.join().unwrap();
        std::fs::read(folder.0.join("palier.db")).unwrap()
    });
    let folder = Folder::new();
    std::fs::write(folder.0.join("palier.db"), database).unwrap();
    folder
}

/// A server without a socket.
pub(crate) struct Server {
    pub(crate) app: Arc<App>,
    inner: http::Server,
    router: Router,
    pub(crate) folder: Folder,
}

impl Server {
    pub(crate) async fn new() -> Self {
        Self::with(&[]).await
    }

    /// A server with further options of the command line.
    pub(crate) async fn with(more: &[&str]) -> Self {
        Self::on(demo_folder(), more).await
    }

    /// A server with its data in `folder`.
    pub(crate) async fn on(folder: Folder, more: &[&str]) -> Self {
        let inner = start::prepare(&options(&folder.0, more)).await.unwrap();
        Self {
            router: http::router(&inner),
            app: Arc::clone(&inner.app),
            inner,
            folder,
        }
    }

    pub(crate) fn get(&self, path: &str) -> Call<'_> {
        self.call(Method::GET, path)
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Call<'_> {
        self.call(Method::POST, path).json(body)
    }

    pub(crate) fn call(&self, method: Method, path: &str) -> Call<'_> {
        Call {
            server: self,
            request: Request::builder().method(method).uri(path),
            body: Body::empty(),
        }
    }

    /// A bearer token for a demo member.
    pub(crate) fn token(&self, member: &str) -> String {
        self.token_with(member, &[])
    }

    pub(crate) fn token_with(&self, subject: &str, roles: &[&str]) -> String {
        self.app
            .verifier
            .demo()
            .unwrap()
            .issue(subject, roles, now())
            .unwrap()
    }

    /// Serves over a socket until the handle is dropped; gives the address.
    pub(crate) async fn listen(&self) -> (String, Listening) {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let server = self.inner.clone();
        let task = tokio::spawn(async move {
            http::serve(server, listener, async { drop(stopped.await) }).await;
        });
        (
            address,
            Listening {
                stop: Some(stop),
                task,
            },
        )
    }
}

/// A server on a socket.
pub(crate) struct Listening {
    stop: Option<tokio::sync::oneshot::Sender<()>>,
    task: tokio::task::JoinHandle<()>,
}

impl Listening {
    /// Asks it to stop and waits until it has.
    pub(crate) async fn stop(mut self) {
        drop(self.stop.take());
        (&mut self.task).await.unwrap();
    }
}

/// A request in the making.
pub(crate) struct Call<'s> {
    server: &'s Server,
    request: axum::http::request::Builder,
    body: Body,
}

impl Call<'_> {
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, value);
        self
    }

    pub(crate) fn bearer(self, token: &str) -> Self {
        self.header("authorization", &format!("Bearer {token}"))
    }

    pub(crate) fn member(self, member: &str) -> Self {
        let token = self.server.token(member);
        self.bearer(&token)
    }

    pub(crate) fn staff(self, role: &str) -> Self {
        let token = self.server.token_with("somebody", &[role]);
        self.bearer(&token)
    }

    pub(crate) fn brand(self) -> Self {
        let key = self.server.app.api_keys[0].clone();
        self.bearer(&key)
    }

    pub(crate) fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    pub(crate) fn json(self, body: &Value) -> Self {
        self.text(body.to_string())
    }

    pub(crate) fn text(self, body: impl Into<Body>) -> Self {
        self.body(body).header("content-type", "application/json")
    }

    /// A body of no type.
    pub(crate) fn body(mut self, body: impl Into<Body>) -> Self {
        self.body = body.into();
        self
    }

    pub(crate) async fn send(self) -> Reply {
        let request = self.request.body(self.body).unwrap();
        let response = self.server.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Reply {
            status: parts.status,
            headers: parts.headers,
            bytes: bytes.to_vec(),
        }
    }

    /// Sends and gives the status alone: the body of a stream has no end.
    pub(crate) async fn status(self) -> StatusCode {
        let request = self.request.body(self.body).unwrap();
        let response = self.server.router.clone().oneshot(request).await;
        response.unwrap().status()
    }

    /// Sends, expects success, and reads the answer as a contract type.
    pub(crate) async fn read<T: DeserializeOwned>(self) -> T {
        let reply = self.send().await;
        assert!(
            reply.status.is_success(),
            "{} {}",
            reply.status,
            reply.text()
        );
        reply.read()
    }
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Reply {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub(crate) fn read<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// Every value of a header, joined.
    pub(crate) fn header_list(&self, name: &str) -> String {
        let values = self
            .headers
            .get_all(name)
            .iter()
            .map(|value| value.to_str().unwrap());
        values.collect::<Vec<_>>().join(", ").to_lowercase()
    }

    /// The places that a problem's `errors` name, in order.
    pub(crate) fn pointers(&self) -> Vec<String> {
        let errors = self.json()["errors"].clone();
        let pointer = |error: &Value| error["pointer"].as_str().unwrap().to_owned();
        errors.as_array().unwrap().iter().map(pointer).collect()
    }

    /// The last part of the problem's type, after checking what every problem has.
    pub(crate) fn problem(&self) -> String {
        assert_eq!(
            self.header("content-type"),
            "application/problem+json",
            "{}",
            self.text()
        );
        let problem: palier_contract::problem::Problem = self.read();
        assert_eq!(problem.status, self.status.as_u16());
        assert!(
            problem.detail.is_some() && problem.trace_id.is_some(),
            "{problem:?}"
        );
        let kind = problem.kind.as_str();
        kind.strip_prefix("urn:palier:problem:").unwrap().to_owned()
    }
}
