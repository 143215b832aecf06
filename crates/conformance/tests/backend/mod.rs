//! A backend of canned replies that honours the rules, but for one fault.

mod bend;
pub(crate) mod club;
mod draft;
mod people;
mod replies;
mod shelves;
mod shop;
pub(crate) mod showcase;
mod slip;

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::Arc,
    thread,
};

use palier_contract::fixtures;
use serde_json::{Value, json};

pub(crate) use bend::{Bend, How};
pub(crate) use people::people;
pub(crate) use shop::start as shop;
pub(crate) use slip::Slip;

/// What is wrong with the backend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Ignores `If-None-Match`.
    NeverUnchanged,
    /// Answers 304 whatever `If-None-Match` says.
    AlwaysUnchanged,
    /// Says nothing of what replies vary on.
    NoVary,
    /// Errors are plain text.
    PlainErrors,
    /// 405 does not say what is allowed.
    NoAllow,
    /// Every web origin may call.
    AnyOrigin,
    /// Everything is in English.
    OneLanguage,
    /// Instants have no offset.
    LocalTimes,
    /// A number that browsers cannot hold.
    HugeNumber,
    /// A secret badge tells its title.
    LeakedSecret,
    /// Nobody is taken for a member.
    SomebodyElse,
    /// Whoever has a token that is none is taken for nobody.
    AnyToken,
    /// A block is listed, an operation that it asks for is not.
    UnfedBlock,
    /// The time zone is a town.
    NamedZone,
    /// A language is written as programs write it.
    Underscored,
    /// What is absent is `null`.
    OwnNull,
    /// A picture's address depends on the page.
    RelativePicture,
    /// A word that the contract does not have.
    OwnWord,
    /// Only some replies are in the reader's language.
    HalfSpoken,
    /// Texts in two languages have one entity tag.
    OneTag,
}

/// A backend on a port of its own, for as long as the process lives.
pub(crate) struct Backend {
    pub(crate) address: String,
}

const OPERATIONS: [&str; 4] = ["get_portal", "get_me", "list_tiers", "list_series"];
const ORIGIN: &str = "https://shop.example";
const TAG: &str = "\"one\"";

impl Backend {
    pub(crate) fn start(fault: Option<Fault>) -> Self {
        Self::serve(move |request| reply(request, fault))
    }

    fn serve(reply: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Self {
        let reply = Arc::new(reply);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let reply = Arc::clone(&reply);
                thread::spawn(move || answer(stream, &*reply));
            }
        });
        Self { address }
    }
}

struct Request {
    method: String,
    path: String,
    query: String,
    headers: HashMap<String, String>,
    body: Vec<u8>,
}

fn read(stream: &TcpStream) -> Request {
    let mut lines = BufReader::new(stream);
    let mut line = || {
        let mut text = String::new();
        lines.read_line(&mut text).unwrap();
        text.trim().to_owned()
    };
    let first = line();
    let mut words = first.split(' ').map(str::to_owned);
    let (method, path) = (words.next().unwrap(), words.next().unwrap_or_default());
    let mut headers = HashMap::new();
    while let Some((name, value)) = line().split_once(": ") {
        headers.insert(name.to_lowercase(), value.to_owned());
    }
    let length = headers
        .get("content-length")
        .and_then(|text| text.parse().ok())
        .unwrap_or(0);
    let mut body = vec![0; length];
    lines.read_exact(&mut body).unwrap();
    let (path, query) = path.split_once('?').unwrap_or((&path, ""));
    Request {
        method,
        path: path.to_owned(),
        query: query.to_owned(),
        headers,
        body,
    }
}

fn answer(mut stream: TcpStream, reply: impl Fn(&Request) -> Reply) {
    let request = read(&stream);
    let (status, headers, body) = reply(&request);
    let mut head = format!(
        "HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {}\r\n",
        body.len()
    );
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    // The suite may have gone already; that is its affair.
    let _ = stream.write_all(format!("{head}\r\n{body}").as_bytes());
}

type Reply = (u16, Vec<(&'static str, String)>, String);

fn reply(request: &Request, fault: Option<Fault>) -> Reply {
    let mut headers = cross_origin(request, fault);
    if request.method == "OPTIONS" {
        return (204, headers, String::new());
    }
    if request.headers.contains_key("authorization") && fault != Some(Fault::AnyToken) {
        return error(401, "unauthorised", headers, fault);
    }
    let Some(mut body) = resource(&request.path, fault) else {
        return error(404, "not-found", headers, fault);
    };
    if request.method != "GET" {
        if fault != Some(Fault::NoAllow) {
            headers.push(("Allow", "GET".into()));
        }
        return error(405, "method-not-allowed", headers, fault);
    }
    if fault == Some(Fault::OneTag) && request.path == "/v1/tiers" {
        body["tiers"][0]["name"] = json!(language(request, fault));
    }
    let is_half = fault == Some(Fault::HalfSpoken) && request.path == "/v1/series";
    let spoken = if is_half {
        "en"
    } else {
        language(request, fault)
    };
    headers.push(("Content-Language", spoken.into()));
    headers.push(("ETag", TAG.into()));
    headers.push(("Cache-Control", "public, max-age=60".into()));
    if fault != Some(Fault::NoVary) {
        headers.push(("Vary", "Accept-Language, Authorization".into()));
    }
    let sent = request.headers.get("if-none-match");
    let same = sent.is_some_and(|tags| tags.contains(TAG) || tags == "*");
    let unchanged = match fault {
        Some(Fault::NeverUnchanged) => false,
        Some(Fault::AlwaysUnchanged) => sent.is_some(),
        _ => same,
    };
    if unchanged {
        return (304, headers, String::new());
    }
    headers.push(("Content-Type", "application/json".into()));
    (200, headers, body.to_string())
}

fn error(
    status: u16,
    kind: &str,
    mut headers: Vec<(&'static str, String)>,
    fault: Option<Fault>,
) -> Reply {
    if fault == Some(Fault::PlainErrors) {
        return (status, headers, kind.into());
    }
    headers.push(("Content-Type", "application/problem+json".into()));
    let kind = format!("urn:palier:problem:{kind}");
    (
        status,
        headers,
        json!({ "type": kind, "title": "No", "status": status }).to_string(),
    )
}

fn cross_origin(request: &Request, fault: Option<Fault>) -> Vec<(&'static str, String)> {
    let origin = request.headers.get("origin").map_or("", String::as_str);
    let mut headers = vec![("Vary", "Origin".to_owned())];
    if origin == ORIGIN || fault == Some(Fault::AnyOrigin) {
        headers.push(("Access-Control-Allow-Origin", origin.into()));
    }
    let exposed = "ETag, Retry-After, Content-Language, Idempotency-Replayed";
    headers.push(("Access-Control-Expose-Headers", exposed.into()));
    headers.push((
        "Access-Control-Allow-Methods",
        "GET, POST, PUT, PATCH".into(),
    ));
    let sent = request
        .headers
        .get("access-control-request-headers")
        .cloned();
    headers.push(("Access-Control-Allow-Headers", sent.unwrap_or_default()));
    headers.push(("Access-Control-Max-Age", "7200".into()));
    headers
}

/// The best of en and fr by weight; just enough of RFC 4647.
fn language(request: &Request, fault: Option<Fault>) -> &'static str {
    let wanted = request
        .headers
        .get("accept-language")
        .map_or("", String::as_str);
    let weight = |language: &str| {
        wanted
            .split(',')
            .map(str::trim)
            .filter(|range| range.starts_with(language))
            .fold(0.0, |best: f32, range| {
                best.max(
                    range
                        .split_once("q=")
                        .map_or(1.0, |(_, q)| q.parse().unwrap_or(0.0)),
                )
            })
    };
    if fault != Some(Fault::OneLanguage) && weight("fr") > weight("en") {
        "fr"
    } else {
        "en"
    }
}

pub(crate) fn fixture(name: &str) -> Value {
    serde_json::from_str(fixtures::get(name).unwrap()).unwrap()
}

fn resource(path: &str, fault: Option<Fault>) -> Option<Value> {
    match path {
        "/v1/portal" => {
            let mut portal = fixture("portal");
            portal["capabilities"]["operations"] = json!(OPERATIONS);
            portal["capabilities"]["blocks"] = json!(["tier-progress", "badge-collection"]);
            match fault {
                Some(Fault::UnfedBlock) => {
                    portal["capabilities"]["blocks"] = json!(["leaderboard"]);
                }
                Some(Fault::NamedZone) => portal["programme"]["time_zone"] = json!("Paris"),
                Some(Fault::Underscored) => portal["locales"] = json!(["en", "fr_FR"]),
                _ => {}
            }
            Some(portal)
        }
        "/v1/me" if fault == Some(Fault::SomebodyElse) => Some(fixture("me")),
        "/v1/me" => Some(fixture("me_anonymous")),
        "/v1/tiers" => Some(fixture("tiers_public")),
        "/v1/series" => Some(series(fault)),
        _ => None,
    }
}

fn series(fault: Option<Fault>) -> Value {
    let mut collection = fixture("collection_public");
    match fault {
        Some(Fault::LocalTimes) => collection["as_of"] = json!("2026-11-22T16:00:00"),
        Some(Fault::HugeNumber) => {
            collection["series"][0]["total"] = json!(9_007_199_254_740_992_i64)
        }
        Some(Fault::OwnNull) => collection["series"][0]["summary"] = json!(null),
        Some(Fault::RelativePicture) => {
            collection["series"][0]["badges"][0]["media"]["url"] = json!("images/a.png");
        }
        Some(Fault::OwnWord) => collection["series"][0]["badges"][0]["state"] = json!("LOCKED"),
        Some(Fault::LeakedSecret) => {
            let badges = collection["series"][2]["badges"].as_array_mut().unwrap();
            let secret = badges
                .iter_mut()
                .find(|badge| badge["state"] == "secret")
                .unwrap();
            secret["title"] = json!("Year Ring");
        }
        _ => {}
    }
    collection
}
