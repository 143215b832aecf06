//! Hints: they come, they carry no data, and none is lost between two connections.

use std::{
    io::{BufRead, BufReader},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use palier_contract::{member::Me, problem::ProblemType, stream::Hint, wire};
use serde_json::json;
use ureq::http::Method;

use crate::{
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure},
};

/// Longest wait for a hint.
const PATIENCE: Duration = Duration::from_secs(10);

/// Hints that somebody's change of preferences brings about.
const BOTH: &[&str] = &["stream_hints", "update_preferences"];

const fn live(
    rule: &'static str,
    needs: &'static [&'static str],
    check: fn(&Context) -> Verdict,
) -> Scenario {
    Scenario {
        profile: Profile::Live,
        section: "live-hints",
        rule,
        needs,
        check,
    }
}

pub(super) const SCENARIOS: &[Scenario] = &[
    live("the stream needs a token", &["stream_hints"], needs_token),
    live(
        "a change is hinted at by its topic, with an id and no data",
        BOTH,
        hinted,
    ),
    live(
        "a stream that has told nothing can be resumed: it begins with an id without data",
        &["stream_hints"],
        begins_with_place,
    ),
    live(
        "hints missed between two connections come with Last-Event-ID",
        BOTH,
        resumed,
    ),
    live(
        "another member's change is not hinted at",
        BOTH,
        not_for_others,
    ),
];

/// One server-sent event.
#[derive(Debug, Default, PartialEq, Eq)]
struct Event {
    id: String,
    data: String,
}

/// Reads events (HTML standard §9.2.6) on a thread of its own; the receiver ends with the stream.
fn listen(context: &Context, token: &str, last: Option<&str>) -> Result<Receiver<Event>, Stop> {
    let mut ask = context.client.get("/v1/me/stream").bearer(token);
    ask = ask.header("Accept", "text/event-stream");
    if let Some(last) = last {
        ask = ask.header("Last-Event-ID", last);
    }
    let response = ask.open()?;
    let status = response.status();
    ensure!(status == 200, "/v1/me/stream: {status} where 200 was due");
    let kind = response.headers().get("content-type");
    let is_stream = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
    ensure!(
        is_stream,
        "/v1/me/stream: Content-Type is {}; text/event-stream is due",
        kind.map_or("missing".to_owned(), |kind| format!("{kind:?}"))
    );
    let (sender, receiver) = mpsc::channel();
    // The thread ends when the server closes the stream or nobody listens any more; at the
    // latest with the process.
    thread::spawn(move || {
        let mut event = Event::default();
        for line in BufReader::new(response.into_body().into_reader()).lines() {
            let Ok(line) = line else { return };
            if line.is_empty() {
                let whole = std::mem::take(&mut event);
                let says_something = whole != Event::default();
                if says_something && sender.send(whole).is_err() {
                    return;
                }
            } else {
                field(&mut event, &line);
            }
        }
    });
    Ok(receiver)
}

fn field(event: &mut Event, line: &str) {
    let (name, value) = line.split_once(':').unwrap_or((line, ""));
    let value = value.strip_prefix(' ').unwrap_or(value);
    match name {
        "id" => value.clone_into(&mut event.id),
        "data" => event.data.push_str(value),
        _ => {}
    }
}

/// Waits for a hint of that topic.
fn await_topic(
    events: &Receiver<Event>,
    topic: &str,
    patience: Duration,
) -> Result<Option<Event>, Stop> {
    let deadline = Instant::now() + patience;
    while let Ok(event) = events.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
        // An id alone says where the stream stands.
        if event.data.is_empty() {
            continue;
        }
        let hint: Hint = wire::from_str(&event.data).map_err(|fault| Stop::Undecodable {
            path: "/v1/me/stream".into(),
            schema: "Hint".into(),
            why: format!("{fault}: {:?}", event.data),
        })?;
        if hint.topic.as_str() == topic {
            return Ok(Some(event));
        }
    }
    Ok(None)
}

/// Turns the hidden name on or off, which concerns `/me` and the leaderboards.
fn change(context: &Context, token: &str) -> Verdict {
    let me: Me = context
        .client
        .get("/v1/me")
        .bearer(token)
        .send()?
        .read(200)?;
    let hidden = !me.preferences.leaderboard_hidden_name;
    let ask = context
        .client
        .ask(Method::PATCH, "/v1/me/preferences")
        .bearer(token);
    let changed: Me = ask
        .json(&json!({ "leaderboard_hidden_name": hidden }))
        .send()?
        .read(200)?;
    let now = changed.preferences.leaderboard_hidden_name;
    ensure!(
        now == hidden,
        "leaderboard_hidden_name is {now} after setting {hidden}"
    );
    Ok(())
}

fn needs_token(context: &Context) -> Verdict {
    context
        .client
        .get("/v1/me/stream")
        .send()?
        .problem(&ProblemType::Unauthorised)
        .map(drop)
}

fn due(event: Option<Event>, what: &str) -> Result<Event, Stop> {
    let seconds = PATIENCE.as_secs();
    event.ok_or_else(|| Stop::Broken(format!("no hint {what} within {seconds} s")))
}

fn begins_with_place(context: &Context) -> Verdict {
    let events = listen(context, context.member()?, None)?;
    let first = due(events.recv_timeout(PATIENCE).ok(), "or id")?;
    ensure!(
        !first.id.is_empty() && first.data.is_empty(),
        "the stream begins with the id {:?} and the data {:?}; an id and no data are due",
        first.id,
        first.data
    );
    Ok(())
}

fn hinted(context: &Context) -> Verdict {
    let token = context.member()?;
    let events = listen(context, token, None)?;
    change(context, token)?;
    let event = due(await_topic(&events, "me", PATIENCE)?, "of the topic me")?;
    change(context, token)?;
    ensure!(
        !event.id.is_empty(),
        "the hint has no id, so the stream cannot be resumed"
    );
    let data: serde_json::Value = serde_json::from_str(&event.data).unwrap_or_default();
    let fields = data.as_object().map_or(0, serde_json::Map::len);
    ensure!(
        fields == 1,
        "the hint carries more than its topic: {}",
        event.data
    );
    Ok(())
}

fn resumed(context: &Context) -> Verdict {
    let token = context.member()?;
    let first = listen(context, token, None)?;
    change(context, token)?;
    let seen = due(await_topic(&first, "me", PATIENCE)?, "of the topic me")?;
    drop(first);
    change(context, token)?;
    let again = listen(context, token, Some(&seen.id))?;
    let missed = due(await_topic(&again, "me", PATIENCE)?, "that was missed")?;
    ensure!(
        missed.id != seen.id,
        "the hint {} came again instead of the missed one",
        seen.id
    );
    Ok(())
}

fn not_for_others(context: &Context) -> Verdict {
    let other = context.other()?;
    let events = listen(context, context.member()?, None)?;
    change(context, other)?;
    let stray = await_topic(&events, "me", Duration::from_secs(3))?;
    change(context, other)?;
    ensure!(
        stray.is_none(),
        "the member is told of somebody else's change: {}",
        stray.map_or(String::new(), |event| event.data)
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Event, field};

    #[test]
    fn fields_of_an_event_are_read_and_comments_are_not() {
        let mut event = Event::default();
        let lines = [
            "id: 7",
            ": heartbeat",
            "event: hint",
            "data:{\"topic\":",
            "data: \"me\"}",
            "retry",
        ];
        for line in lines {
            field(&mut event, line);
        }
        let expected = Event {
            id: "7".into(),
            data: "{\"topic\":\"me\"}".into(),
        };
        assert_eq!(event, expected);
    }
}
