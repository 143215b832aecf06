//! `GET /v1/me/stream`: server-sent hints for one member, resumable by `Last-Event-ID`.

use std::{collections::BTreeSet, convert::Infallible, sync::Arc, time::Duration};

use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue},
    response::{IntoResponse, Response, Sse, sse},
};
use futures_util::{Stream, stream};
use palier_contract::stream::{Hint, Topic};
use tokio::sync::{broadcast::error::RecvError, mpsc};

use super::{App, Outcome, caller::SignedIn};
use crate::db::read_hints::{self, HintRow};

/// A comment is sent when nothing else was for this long, so that proxies keep the line open.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// Hints on their way to one reader; a reader that takes none for longer is let go.
const QUEUE: usize = 64;
/// Nobody's id: who has not joined hears only what is for everybody.
const NOBODY: i64 = 0;

/// Sends hints until the reader leaves or the server stops.
pub(super) async fn hints(
    State(app): State<Arc<App>>,
    SignedIn(row): SignedIn,
    headers: HeaderMap,
) -> Outcome<Response> {
    let member = row.map_or(NOBODY, |row| row.id);
    let resumed = headers
        .get("last-event-id")
        .and_then(|value| value.to_str().ok())
        .and_then(|text| text.parse::<i64>().ok());
    // Listening begins before the table is read, so that nothing falls in between.
    let live = app.hub.listen();
    let newest = read_hints::newest(app.db.reader()).await?;
    let missed = match resumed {
        Some(last) if last >= read_hints::oldest(app.db.reader()).await? - 1 => {
            read_hints::after(app.db.reader(), last, Some(member)).await?
        }
        Some(_) => everything(newest),
        None => Vec::new(),
    };
    let (sender, receiver) = mpsc::channel(QUEUE);
    tokio::spawn(feed(Arc::clone(&app), member, newest, missed, live, sender));
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

async fn feed(
    app: Arc<App>,
    member: i64,
    mut last: i64,
    missed: Vec<HintRow>,
    mut live: tokio::sync::broadcast::Receiver<HintRow>,
    sender: mpsc::Sender<HintRow>,
) {
    for hint in latest_per_topic(missed) {
        if sender.send(hint).await.is_err() {
            return;
        }
    }
    let closed = app.hub.closed();
    tokio::pin!(closed);
    loop {
        let hints = tokio::select! {
            () = &mut closed => return,
            () = sender.closed() => return,
            received = live.recv() => match received {
                Ok(hint) if hint.id > last && hint.concerns(member) => vec![hint],
                Ok(_) => continue,
                Err(RecvError::Lagged(_)) => everything(last),
                Err(RecvError::Closed) => return,
            },
        };
        for hint in hints {
            last = last.max(hint.id);
            if sender.send(hint).await.is_err() {
                return;
            }
        }
    }
}

/// One hint per topic says as much as many; the highest id is kept for resuming.
fn latest_per_topic(hints: Vec<HintRow>) -> Vec<HintRow> {
    let mut seen = BTreeSet::new();
    let mut kept: Vec<HintRow> = hints
        .into_iter()
        .rev()
        .filter(|hint| seen.insert(hint.topic.clone()))
        .collect();
    kept.reverse();
    kept
}

/// Every topic: for a reader who has been away for longer than hints are kept.
fn everything(id: i64) -> Vec<HintRow> {
    Topic::WORDS
        .iter()
        .map(|topic| HintRow {
            id,
            member: 0,
            topic: (*topic).to_owned(),
        })
        .collect()
}

fn events(receiver: mpsc::Receiver<HintRow>) -> impl Stream<Item = Result<sse::Event, Infallible>> {
    stream::unfold(receiver, |mut receiver| async move {
        let hint = receiver.recv().await?;
        let data = Hint {
            topic: Topic::from(hint.topic.as_str()),
        };
        // A topic is one word: it always is a JSON text.
        let text = serde_json::to_string(&data).unwrap_or_default();
        let event = sse::Event::default()
            .id(hint.id.to_string())
            .event("hint")
            .data(text);
        Some((Ok(event), receiver))
    })
}
