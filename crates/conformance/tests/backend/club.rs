//! A backend with people of every standing and a till that reports events; honest, but for one lapse.

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use palier_conformance::People;
use palier_contract::problem::ProblemType;
use serde_json::{Value, json};

use super::{
    Backend, Request, fixture,
    replies::{Answered, bearer, ok, parsed, problem},
};

/// What is wrong with the backend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lapse {
    /// Who has not joined is told another's balances.
    RichCandidate,
    /// Who has not joined may change preferences.
    BusyCandidate,
    /// A suspended member may change preferences.
    BusySuspended,
    /// A suspended member may order.
    BuyingSuspended,
    /// Everybody sees who opted out.
    NamedOptedOut,
    /// Who opted out is not told their score.
    KeptScore,
    /// An event counts each time it is reported.
    CountedTwice,
    /// An upgrade stays new.
    LastingUpgrade,
    /// Badges stay new.
    LastingBadges,
    /// Members are called otherwise.
    ActiveMember,
    /// A member has no id.
    NoId,
    /// The member is on a tier that is not on the ladder.
    LostTier,
    /// A numbered copy is beyond its edition.
    CopyTooMany,
    /// More badges are owned than are earned.
    CountedBadges,
    /// What lapses last is listed first.
    TurnedBatches,
    /// A board says that more are ranked.
    WrongTotal,
    /// Whoever asks joins, without a token too.
    JoinedNobody,
    /// A member who joins again is new.
    JoinedAnew,
    /// Any terms will do.
    AnyTerms,
    /// The terms are not where the error is.
    LostTerms,
    /// An alias is answered and not kept.
    LostAlias,
    /// Changing the alias resets what was not named.
    ResetPreferences,
    /// The member is told of one tier here and of another there.
    OtherTier,
    /// Any alias will do.
    AnyAlias,
    /// Others see the name of who hides it.
    ShownName,
    /// Who opts out stays on the list.
    LastingRow,
}

const OPERATIONS: [&str; 17] = [
    "get_portal",
    "get_me",
    "join_programme",
    "update_preferences",
    "get_balances",
    "list_tiers",
    "get_standing",
    "mark_tier_seen",
    "get_badges",
    "mark_badges_seen",
    "list_rewards",
    "quote_redemption",
    "create_redemption",
    "list_leaderboards",
    "get_leaderboard",
    "report_event",
    "list_ledger",
];
pub(crate) const KEY: &str = "till";
/// Who opted out is called so.
const OPAL: &str = "Quiet Opal";

/// One of each.
pub(crate) fn people() -> People {
    People {
        member: Some("ann".to_owned()),
        other: Some("bob".to_owned()),
        candidate: Some("cy".to_owned()),
        suspended: Some("sue".to_owned()),
        opted_out: Some("opal".to_owned()),
        ..People::default()
    }
}

/// Opens it.
pub(crate) fn start(lapse: Option<Lapse>) -> Backend {
    let club = Club {
        lapse,
        reported: Mutex::default(),
        has_seen: AtomicBool::new(false),
        is_hidden: AtomicBool::new(false),
        is_out: AtomicBool::new(false),
        alias: Mutex::new(fixture("me")["alias"].clone()),
    };
    Backend::serve(move |request| club.reply(request).unwrap_or_else(|kind| problem(&kind)))
}

struct Club {
    lapse: Option<Lapse>,
    /// Ids of events, once for each time that one counted.
    reported: Mutex<Vec<Value>>,
    has_seen: AtomicBool,
    /// Whether the member hides their name.
    is_hidden: AtomicBool,
    /// Whether the member opted out.
    is_out: AtomicBool,
    alias: Mutex<Value>,
}

impl Club {
    fn lapses(&self, lapse: Lapse) -> bool {
        self.lapse == Some(lapse)
    }

    fn reply(&self, request: &Request) -> Answered {
        let who = bearer(request).unwrap_or("");
        let path = request.path.as_str();
        let body = match (request.method.as_str(), path) {
            ("GET", "/v1/portal") => {
                let mut portal = fixture("portal");
                portal["capabilities"]["operations"] = json!(OPERATIONS);
                portal["currencies"].as_array_mut().unwrap().truncate(1);
                portal
            }
            ("GET", "/v1/me") => self.me(who),
            ("POST", "/v1/me/join") => return self.join(who),
            ("PATCH", _) => {
                self.may_change(who)?;
                return self.change(request, who);
            }
            ("GET", "/v1/me/balances") => self.balances(who),
            ("GET", "/v1/me/ledger") => fixture("ledger_empty"),
            ("GET", "/v1/me/tier") if who == "cy" => fixture("standing_none"),
            ("GET", "/v1/me/tier") => self.standing(),
            ("GET", "/v1/tiers") => fixture("tiers"),
            ("GET", "/v1/me/badges") if who == "cy" => fixture("collection_public"),
            ("GET", "/v1/me/badges") => self.badges(),
            ("POST", "/v1/me/tier/seen" | "/v1/me/badges/seen") => {
                self.has_seen.store(true, Ordering::Relaxed);
                return Ok((204, Vec::new(), String::new()));
            }
            ("GET", "/v1/rewards") => fixture("rewards"),
            ("POST", "/v1/redemptions/quote") => fixture("quote"),
            ("POST", "/v1/redemptions") if self.lapses(Lapse::BuyingSuspended) => {
                return Ok(ok(201, &fixture("redemption_code")));
            }
            ("POST", "/v1/redemptions") => return Err(ProblemType::Suspended),
            ("GET", "/v1/leaderboards") => {
                let mut list = fixture("leaderboards");
                list["items"].as_array_mut().unwrap().truncate(1);
                list
            }
            ("GET", _) if path.starts_with("/v1/leaderboards/") => self.board(who),
            ("POST", "/v1/events") => self.report(request)?,
            _ => return Err(ProblemType::NotFound),
        };
        Ok(ok(200, &body))
    }

    fn join(&self, who: &str) -> Answered {
        match who {
            "" if !self.lapses(Lapse::JoinedNobody) => Err(ProblemType::Unauthorised),
            "cy" if self.lapses(Lapse::LostTerms) => Err(ProblemType::Invalid),
            "cy" if !self.lapses(Lapse::AnyTerms) => {
                let (status, headers, _) = problem(&ProblemType::Invalid);
                let mut body = fixture("problem_invalid");
                body["errors"][0]["pointer"] = json!("/terms");
                Ok((status, headers, body.to_string()))
            }
            _ => {
                let mut me = fixture("me");
                if self.lapses(Lapse::JoinedAnew) {
                    me["since"] = json!("2026-11-22T16:00:00Z");
                }
                Ok(ok(200, &me))
            }
        }
    }

    fn may_change(&self, who: &str) -> Result<(), ProblemType> {
        match who {
            "cy" if !self.lapses(Lapse::BusyCandidate) => Err(ProblemType::NotEnrolled),
            "sue" if !self.lapses(Lapse::BusySuspended) => Err(ProblemType::Suspended),
            _ => Ok(()),
        }
    }

    fn change(&self, request: &Request, who: &str) -> Answered {
        let patch: Value = parsed(request)?;
        let mut me = me(who);
        if let Some(hidden) = patch["leaderboard_hidden_name"].as_bool() {
            self.is_hidden.store(hidden, Ordering::Relaxed);
        }
        if let Some(out) = patch["leaderboard_opt_out"].as_bool() {
            self.is_out.store(out, Ordering::Relaxed);
        }
        if let Some(alias) = patch["alias"].as_str() {
            let is_fit =
                (2..=30).contains(&alias.chars().count()) && !alias.contains(['<', '\u{200b}']);
            if !is_fit && !self.lapses(Lapse::AnyAlias) {
                let (status, headers, _) = problem(&ProblemType::Invalid);
                let mut body = fixture("problem_invalid");
                body["errors"][0]["pointer"] = json!("/alias");
                return Ok((status, headers, body.to_string()));
            }
            me["alias"] = json!(alias);
            if !self.lapses(Lapse::LostAlias) {
                *self.alias.lock().unwrap_or_else(PoisonError::into_inner) = json!(alias);
            }
            if self.lapses(Lapse::ResetPreferences) {
                me["preferences"]["leaderboard_hidden_name"] = json!(true);
            }
        }
        Ok(ok(200, &me))
    }

    fn balances(&self, who: &str) -> Value {
        let mut body = fixture("balances");
        let rows = body["balances"].as_array_mut().unwrap();
        if who == "cy" && !self.lapses(Lapse::RichCandidate) {
            rows.clear();
        } else {
            rows.truncate(1);
            let reported = self.reported.lock();
            let counted = reported.unwrap_or_else(PoisonError::into_inner).len();
            rows[0]["available"] = json!(counted + 10_000);
            if self.lapses(Lapse::TurnedBatches) {
                rows[0]["expiring"].as_array_mut().unwrap().reverse();
            }
        }
        body
    }

    fn standing(&self) -> Value {
        let is_new = !self.has_seen.load(Ordering::Relaxed) || self.lapses(Lapse::LastingUpgrade);
        let mut standing = fixture(if is_new {
            "standing_upgraded"
        } else {
            "standing"
        });
        standing["current"] = fixture("me")["tier"]["id"].clone();
        if self.lapses(Lapse::OtherTier) {
            standing["current"] = json!("seed");
        }
        if self.lapses(Lapse::LostTier) {
            standing["current"] = json!("gold");
        }
        standing
    }

    fn me(&self, who: &str) -> Value {
        let mut me = me(who);
        if who == "ann" {
            me["alias"] = self
                .alias
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .clone();
        }
        if self.lapses(Lapse::ActiveMember) {
            me["state"] = json!("active");
        }
        if self.lapses(Lapse::NoId) {
            me.as_object_mut().unwrap().remove("id");
        }
        me
    }

    fn badges(&self) -> Value {
        let mut body = fixture("collection");
        let is_new = !self.has_seen.load(Ordering::Relaxed) || self.lapses(Lapse::LastingBadges);
        for series in body["series"].as_array_mut().unwrap() {
            for badge in series["badges"].as_array_mut().unwrap() {
                badge["new"] = json!(is_new);
                if self.lapses(Lapse::CopyTooMany) {
                    badge["edition"] = json!({ "number": 101, "max": 100, "issued": 100 });
                }
            }
            if self.lapses(Lapse::CountedBadges) {
                series["owned"] = json!(99);
            }
        }
        body
    }

    fn board(&self, who: &str) -> Value {
        if who == "opal" {
            let mut board = fixture("board_opted_out");
            if self.lapses(Lapse::KeptScore) {
                board["me"].as_object_mut().unwrap().remove("score");
            } else {
                board["me"]["score"] = json!(7);
            }
            return board;
        }
        if who == "ann" || who == "bob" {
            return self.members_board(who);
        }
        let mut board = fixture("board_anonymous");
        board.as_object_mut().unwrap().remove("next_cursor");
        board["total"] = json!(board["entries"].as_array().unwrap().len());
        if self.lapses(Lapse::NamedOptedOut) {
            board["entries"][0]["name"] = json!(OPAL);
        }
        if self.lapses(Lapse::WrongTotal) {
            board["total"] = json!(3);
        }
        board
    }

    /// As Ann sees it, who is on it, and as Bob does.
    fn members_board(&self, who: &str) -> Value {
        let mut board = fixture("board_me_in_top");
        if who == "bob" {
            board["me"] = json!({});
            let row = board["entries"][1].as_object_mut().unwrap();
            row.remove("is_me");
            if self.is_hidden.load(Ordering::Relaxed) && !self.lapses(Lapse::ShownName) {
                row.remove("name");
            }
        }
        if self.is_out.load(Ordering::Relaxed) && !self.lapses(Lapse::LastingRow) {
            board["entries"].as_array_mut().unwrap().remove(1);
            board["me"] = json!({ "opted_out": true });
        }
        board
    }

    fn report(&self, request: &Request) -> Result<Value, ProblemType> {
        if bearer(request) != Some(KEY) {
            return Err(ProblemType::Forbidden);
        }
        let event: Value = parsed(request)?;
        let reported = self.reported.lock();
        let mut reported = reported.unwrap_or_else(PoisonError::into_inner);
        let is_known = reported.contains(&event["id"]);
        if !is_known || self.lapses(Lapse::CountedTwice) {
            reported.push(event["id"].clone());
        }
        let outcome = if is_known { "duplicate" } else { "accepted" };
        Ok(json!({ "id": event["id"], "outcome": outcome, "earned": [] }))
    }
}

fn me(who: &str) -> Value {
    match who {
        "cy" => fixture("me_joining"),
        "sue" => fixture("me_suspended"),
        "opal" => {
            let mut me = fixture("me_opted_out");
            me["alias"] = json!(OPAL);
            me
        }
        _ => fixture("me"),
    }
}
