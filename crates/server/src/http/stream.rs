//! `GET /v1/me/stream`: server-sent hints for one member, resumable by `Last-Event-ID`.

use std::{convert::Infallible, sync::Arc, time::Duration};

use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue},
    response::{IntoResponse, Response, Sse, sse},
};
use futures_util::{Stream, stream};
use palier_contract::stream::{Hint, Topic};
use tokio::sync::{broadcast::error::RecvError, mpsc};

use super::{
    Hub, Server,
    caller::{Caller, SignedIn},
};
use crate::{
    app::App,
    db::hints::{self, HintRow},
    error::{Error, Outcome},
    time::now,
};

/// A comment is sent when nothing else was for this long, so that proxies keep the line open.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// Hints on their way to one reader. Whoever takes none for longer falls behind, and hears of every
/// topic once they take some again.
const QUEUE: usize = 64;

/// Sends hints until the reader leaves, their token lapses or the server stops.
pub(super) async fn hints(
    State(server): State<Server>,
    SignedIn(row): SignedIn,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
) -> Outcome<Response> {
    let Caller::Person(identity) = caller else {
        return Err(Error::Unauthorised("no token"));
    };
    let open = server.streams.open(&identity.subject)?;
    // Who has not joined hears what is for everybody.
    let member = row.map(|row| row.id);
    // An id that is not ours tells that there was a stream, not what it missed.
    let resumed = headers
        .get("last-event-id")
        .map(|value| value.to_str().ok()?.parse::<i64>().ok());
    // Listening begins before the table is read, so that nothing falls in between.
    let live = server.hub.listen();
    let newest = hints::newest(server.app.db.reader()).await?;
    let missed = match resumed {
        Some(last) => missed(&server.app, member, last, newest).await?,
        None => Vec::new(),
    };
    let (sender, receiver) = mpsc::channel(QUEUE);
    let hub = Arc::clone(&server.hub);
    let feeding = feed(hub, member, newest, missed, live, sender);
    let left = u64::try_from(identity.accepted_until - now()).unwrap_or(0);
    tokio::spawn(async move {
        let _open = open;
        // A token speaks for its bearer only until it lapses: they come back with a new one.
        let _ = tokio::time::timeout(Duration::from_millis(left), feeding).await;
    });
    let sse = Sse::new(events(receiver))
        .keep_alive(sse::KeepAlive::new().interval(HEARTBEAT).text("heartbeat"));
    let mut response = sse.into_response();
    // Proxies that buffer would hold hints back.
    response.headers_mut().insert(
        HeaderName::from_static("x-accel-buffering"),
        HeaderValue::from_static("no"),
    );
    Ok(response)
}

/// What a reader missed since `last`: every topic when that is unknown, never was, or is too
/// long ago.
async fn missed(
    app: &App,
    member: Option<i64>,
    last: Option<i64>,
    newest: i64,
) -> Outcome<Vec<Told>> {
    let oldest = hints::oldest(app.db.reader()).await?;
    match last {
        Some(last) if (oldest - 1..=newest).contains(&last) => {
            let rows = hints::missed(app.db.reader(), last, member).await?;
            Ok(rows.into_iter().map(Told::from).collect())
        }
        _ => Ok(everything()),
    }
}

/// Tells what was missed, where the reader now stands, and then what happens.
async fn feed(
    hub: Arc<Hub>,
    member: Option<i64>,
    mut last: i64,
    missed: Vec<Told>,
    mut live: tokio::sync::broadcast::Receiver<HintRow>,
    sender: mpsc::Sender<Told>,
) {
    let closed = hub.closed();
    tokio::pin!(closed);
    // Without a place of their own, those who hear nothing for hours could not say what they missed.
    let stands = Told::place(last);
    let mut telling: Vec<Told> = missed.into_iter().chain([stands]).collect();
    loop {
        for told in telling {
            // A reader who takes nothing must not hold the server back when it stops.
            let sent = tokio::select! {
                () = &mut closed => return,
                sent = sender.send(told) => sent,
            };
            if sent.is_err() {
                return;
            }
        }
        telling = tokio::select! {
            () = &mut closed => return,
            () = sender.closed() => return,
            received = live.recv() => match received {
                Ok(hint) if hint.id > last && hint.concerns(member) => {
                    last = hint.id;
                    vec![hint.into()]
                }
                Ok(_) => Vec::new(),
                Err(RecvError::Lagged(_)) => everything(),
                Err(RecvError::Closed) => return,
            },
        };
    }
}

/// What one event says: where the reader now stands, a topic that changed, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    id: Option<i64>,
    topic: Option<Topic>,
}

impl Told {
    /// An id without data: readers keep it and are told of nothing (HTML standard §9.2.6).
    fn place(id: i64) -> Self {
        Self {
            id: Some(id),
            topic: None,
        }
    }
}

impl From<HintRow> for Told {
    fn from(hint: HintRow) -> Self {
        Self {
            id: Some(hint.id),
            topic: Some(hint.topic),
        }
    }
}

/// Every topic: for a reader who has been away for longer than hints are kept. They have no id:
/// whoever is cut off among them is to hear them all again.
fn everything() -> Vec<Told> {
    let told = |topic: &&str| Told {
        id: None,
        topic: Some(Topic::from(*topic)),
    };
    Topic::WORDS.iter().map(told).collect()
}

fn events(receiver: mpsc::Receiver<Told>) -> impl Stream<Item = Result<sse::Event, Infallible>> {
    stream::unfold(receiver, |mut receiver| async move {
        let told = receiver.recv().await?;
        Some((Ok(event(&told)), receiver))
    })
}

fn event(told: &Told) -> sse::Event {
    let mut event = sse::Event::default();
    if let Some(id) = told.id {
        event = event.id(id.to_string());
    }
    let Some(topic) = &told.topic else {
        return event;
    };
    let data = Hint {
        topic: topic.clone(),
    };
    // A topic is one word: it always is a JSON text.
    let text = serde_json::to_string(&data).unwrap_or_default();
    event.event("hint").data(text)
}

#[cfg(test)]
mod tests {
    use std::{sync::Arc, time::Duration};

    use tokio::{sync::mpsc, time::timeout};

    use super::{Hub, everything, feed};

    #[tokio::test]
    async fn a_reader_who_takes_nothing_does_not_hold_back_a_server_that_stops() {
        let hub = Arc::new(Hub::default());
        // Room for one hint, which nobody takes: the feed waits to send the second.
        let (sender, receiver) = mpsc::channel(1);
        let feeding = tokio::spawn(feed(
            Arc::clone(&hub),
            Some(1),
            0,
            everything(),
            hub.listen(),
            sender,
        ));
        hub.close();
        let ended = timeout(Duration::from_secs(20), feeding).await;
        assert!(matches!(ended, Ok(Ok(()))));
        drop(receiver);
    }
}
