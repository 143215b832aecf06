//! Every `GET` answers with what its schema says.

use palier_contract::{
    Page,
    badge::{BadgeState, Collection},
    document::PortalDocument,
    leaderboard::{Board, BoardList},
    ledger::LedgerEntry,
    member::{Me, MemberState},
    problem::ProblemType,
    redemption::Redemption,
    theme::PortalTheme,
    tier::TierLadder,
    wire::Wire,
};

use super::read;
use crate::{
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "who-is-asking",
        "nobody is told that they are anonymous",
        &["get_me"],
        anonymous,
    ),
    read(
        "tiers",
        "the ladder of tiers is public",
        &["list_tiers"],
        |c| public::<TierLadder>(c, "/v1/tiers"),
    ),
    read("badges", "series are public", &["list_series"], |c| {
        public::<Collection>(c, "/v1/series")
    }),
    read(
        "badges",
        "a secret badge keeps its secret",
        &["list_series"],
        secrets,
    ),
    read("points", "the ledger", &["list_ledger"], |c| {
        mine::<Page<LedgerEntry>>(c, "/v1/me/ledger")
    }),
    read("redeeming", "redemptions", &["list_redemptions"], |c| {
        mine::<Page<Redemption>>(c, "/v1/me/redemptions")
    }),
    read(
        "leaderboards",
        "each board in each view",
        &["list_leaderboards", "get_leaderboard"],
        each_board,
    ),
    read(
        "portal-documents",
        "the published document is public",
        &["get_portal_document"],
        document,
    ),
    read(
        "portal-documents",
        "the theme of the published document is public",
        &["get_portal_document", "get_theme"],
        theme,
    ),
    read(
        "growing",
        "unknown query parameters are ignored",
        &["list_tiers"],
        |c| public::<TierLadder>(c, "/v1/tiers?x_unknown=1"),
    ),
];

fn public<T: Wire>(context: &Context, path: &str) -> Verdict {
    let reply = context.client.get(path).send()?;
    reply.read::<T>(200).map(drop)
}

fn mine<T: Wire>(context: &Context, path: &str) -> Verdict {
    let reply = context.get_mine(path)?.send()?;
    reply.read::<T>(200).map(drop)
}

fn anonymous(context: &Context) -> Verdict {
    let me: Me = context.client.get("/v1/me").send()?.read(200)?;
    ensure!(
        me.state == MemberState::Anonymous,
        "/v1/me: without a token the state is {}; anonymous is due",
        me.state
    );
    let id = me.id.map(|id| id.0).unwrap_or_default();
    ensure!(id.is_empty(), "/v1/me: nobody has the id {id}");
    Ok(())
}

fn secrets(context: &Context) -> Verdict {
    let collection: Collection = context.client.get("/v1/series").send()?.read(200)?;
    for badge in collection.series.iter().flat_map(|series| &series.badges) {
        ensure!(
            !matches!(badge.state, BadgeState::Earned | BadgeState::InProgress),
            "/v1/series: for nobody in particular the badge {} is {}",
            badge.id,
            badge.state
        );
        ensure!(
            badge.title.is_some() || badge.state == BadgeState::Secret,
            "/v1/series: the badge {} has no title, and is no secret",
            badge.id
        );
        let kept = badge.title.is_none() && badge.criteria.is_none();
        ensure!(
            kept || badge.state != BadgeState::Secret,
            "the secret badge {} tells its name",
            badge.id
        );
    }
    Ok(())
}

fn each_board(context: &Context) -> Verdict {
    let boards: BoardList = context.client.get("/v1/leaderboards").send()?.read(200)?;
    for board in &boards.items {
        ensure!(!board.periods.is_empty(), "{} has no period", board.id);
        for view in ["top", "around_me"] {
            let path = format!("/v1/leaderboards/{}?view={view}", board.id);
            let part: Board = context.client.get(path).send()?.read(200)?;
            ensure!(
                part.id == board.id,
                "asked for {}, got {}",
                board.id,
                part.id
            );
            ensure!(part.me.is_none(), "{}: nobody has a place", board.id);
        }
    }
    Ok(())
}

fn document(context: &Context) -> Verdict {
    let path = format!("/v1/portals/{}", context.given.document);
    let reply = context.client.get(path).send()?;
    context.has_portal(&reply)?;
    let read = serde_json::from_value::<PortalDocument>(reply.read_json(200)?);
    read.map(drop)
        .map_err(|fault| Stop::Broken(format!("{}: no PortalDocument: {fault}", reply.path)))
}

fn theme(context: &Context) -> Verdict {
    let id = &context.given.document;
    let reply = context.client.get(format!("/v1/portals/{id}")).send()?;
    context.has_portal(&reply)?;
    let document = serde_json::from_value::<PortalDocument>(reply.read_json(200)?);
    let document = document
        .map_err(|fault| Stop::Broken(format!("{}: no PortalDocument: {fault}", reply.path)))?;
    let path = format!("/v1/portals/{id}/theme");
    let reply = context.client.get(path.clone()).send()?;
    let theme: PortalTheme = reply.read(200)?;
    ensure!(
        theme == PortalTheme::from(document.theme),
        "{path} differs from the theme of the document"
    );
    ensure!(
        !reply.header("etag").is_empty(),
        "{path} has no ETag, so nobody can keep it"
    );
    let unknown = context
        .client
        .get("/v1/portals/no-such-portal/theme")
        .send()?;
    unknown.problem(&ProblemType::NotFound)?;
    Ok(())
}
