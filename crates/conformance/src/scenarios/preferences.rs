//! What members choose about themselves is kept, and put back afterwards.

use palier_contract::{
    ids::BoardEntryId,
    leaderboard::{Board, BoardEntry, BoardList},
    member::{Me, PreferencesPatch},
    problem::ProblemType,
};
use serde_json::{Value, json};
use ureq::http::Method;

use super::pages::encode;
use crate::{
    reply::Reply,
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        profile: Profile::Live,
        section: "who-is-asking",
        rule: "an alias that was changed is kept, and what was not named stays as it is",
        needs: &["update_preferences", "get_me"],
        check: alias,
    },
    Scenario {
        profile: Profile::Live,
        section: "leaderboards",
        rule: "an alias that cannot be read is refused at its place",
        needs: &["update_preferences", "get_me"],
        check: unreadable,
    },
    Scenario {
        profile: Profile::Live,
        section: "leaderboards",
        rule: "who hides their name is on others' boards without it, and without a picture",
        needs: &["update_preferences", "list_leaderboards", "get_leaderboard"],
        check: hidden,
    },
    Scenario {
        profile: Profile::Live,
        section: "leaderboards",
        rule: "who opts out leaves others' boards, and is told so on their own",
        needs: &["update_preferences", "list_leaderboards", "get_leaderboard"],
        check: leaving,
    },
];

/// So far down are rows of the member looked for.
const MOST_PAGES: usize = 10;

const PATH: &str = "/v1/me/preferences";
/// Letters of a script with marks, and everything else that an alias may have.
const ALIAS: &str = "न्या O’Hara-Łoś 7.";

fn patch(context: &Context, patch: &Value) -> Result<Reply, Stop> {
    let ask = context.client.ask(Method::PATCH, PATH);
    ask.bearer(context.member()?).json(patch).send()
}

fn me(context: &Context) -> Result<Me, Stop> {
    context.get_mine("/v1/me")?.send()?.read(200)
}

fn alias(context: &Context) -> Verdict {
    let before = me(context)?;
    let changed = patch(context, &json!({ "alias": ALIAS }));
    let kept = me(context);
    let back = PreferencesPatch {
        alias: before.alias.clone(),
        ..PreferencesPatch::default()
    };
    let restored: Me = patch(context, &json!(back))?.read(200)?;
    let (changed, kept): (Me, Me) = (changed?.read(200)?, kept?);
    for (where_, told) in [("the reply", &changed), ("GET /v1/me", &kept)] {
        ensure!(
            told.alias.as_deref() == Some(ALIAS),
            "PATCH {PATH}: after {ALIAS:?}, the alias in {where_} is {:?}",
            told.alias
        );
        ensure!(
            told.preferences == before.preferences,
            "PATCH {PATH}: only the alias was named, and {where_} has other preferences than before"
        );
    }
    ensure!(
        restored.alias == before.alias,
        "PATCH {PATH}: the alias cannot be put back; it is {:?}",
        restored.alias
    );
    Ok(())
}

fn hidden(context: &Context) -> Verdict {
    context.other()?;
    let was = me(context)?.preferences.leaderboard_hidden_name;
    let set = |hidden: bool| -> Verdict {
        let change = json!({ "leaderboard_hidden_name": hidden });
        patch(context, &change)?.read::<Me>(200).map(drop)
    };
    set(true)?;
    let seen = nameless(context);
    set(was)?;
    seen
}

fn leaving(context: &Context) -> Verdict {
    context.other()?;
    let was = me(context)?.preferences.leaderboard_opt_out;
    let rows = rows(context)?;
    if rows.is_empty() {
        skip!("the person `member` is on no board");
    }
    let set = |out: bool| -> Verdict {
        let change = json!({ "leaderboard_opt_out": out });
        patch(context, &change)?.read::<Me>(200).map(drop)
    };
    set(true)?;
    let seen = rows
        .iter()
        .try_for_each(|(path, id)| gone(context, path, id));
    set(was)?;
    seen
}

fn gone(context: &Context, path: &str, id: &BoardEntryId) -> Verdict {
    ensure!(
        row_of(context, path, id)?.is_none(),
        "{path}: the member opted out, and another member still sees row {id}"
    );
    let own: Board = context.get_mine(path)?.send()?.read(200)?;
    let place = own.me.as_ref();
    ensure!(
        place.is_some_and(|place| place.opted_out && place.entry.is_none()),
        "{path}: the member opted out; me with opted_out and without entry is due"
    );
    Ok(())
}

/// The boards that the member is on, each with the id of their row.
fn rows(context: &Context) -> Result<Vec<(String, BoardEntryId)>, Stop> {
    let boards: BoardList = context.client.get("/v1/leaderboards").send()?.read(200)?;
    let mut rows = Vec::new();
    for summary in boards.items {
        let path = format!("/v1/leaderboards/{}", summary.id);
        let own: Board = context
            .get_mine(format!("{path}?limit=1"))?
            .send()?
            .read(200)?;
        let entry = own.me.and_then(|place| place.entry);
        rows.extend(entry.map(|entry| (path, entry.id)));
    }
    Ok(rows)
}

/// Whether another member sees the member's rows without what tells who they are.
fn nameless(context: &Context) -> Verdict {
    let mut count = 0_u32;
    for (path, id) in rows(context)? {
        let Some(row) = row_of(context, &path, &id)? else {
            continue;
        };
        count += 1;
        ensure!(
            row.name.is_none() && row.avatar.is_none(),
            "{path}: the member hides their name, and another member sees row {} as {:?}{}",
            row.id,
            row.name.unwrap_or_default(),
            row.avatar.map_or("", |_| ", with a picture")
        );
    }
    if count == 0 {
        skip!("the person `member` is on no board, or far down");
    }
    Ok(())
}

/// The row of that id as another member sees it.
fn row_of(context: &Context, path: &str, id: &BoardEntryId) -> Result<Option<BoardEntry>, Stop> {
    let mut cursor = String::new();
    for _ in 0..MOST_PAGES {
        let page = format!("{path}?limit={}{cursor}", context.limit(100));
        let ask = context.client.get(page).bearer(context.other()?);
        let board: Board = ask.send()?.read(200)?;
        let found = board.entries.into_iter().find(|row| row.id == *id);
        match (found, board.next_cursor) {
            (None, Some(next)) => cursor = format!("&cursor={}", encode(&next)),
            (found, _) => return Ok(found),
        }
    }
    Ok(None)
}

fn unreadable(context: &Context) -> Verdict {
    let before = me(context)?;
    for alias in ["x", "\u{200b}\u{200b}", "a<b>c", &"m".repeat(31)] {
        let reply = patch(context, &json!({ "alias": alias }))?;
        let problem = reply.problem(&ProblemType::Invalid)?;
        ensure!(
            problem.errors.iter().any(|one| one.pointer == "/alias"),
            "PATCH {PATH}: for the alias {alias:?}, no entry of errors has the pointer /alias"
        );
    }
    let after = me(context)?;
    ensure!(
        after.alias == before.alias,
        "PATCH {PATH}: a refused alias was kept: {:?}",
        after.alias
    );
    Ok(())
}
