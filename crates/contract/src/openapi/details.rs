//! What the document says of each operation beyond method and path.

use crate::problem::ProblemType as P;

/// What an operation answers with when all is well.
#[derive(Clone, Copy)]
pub(super) enum Answer {
    /// 200 with that schema.
    Ok(&'static str),
    /// 201 with that schema.
    Created(&'static str),
    /// 204.
    Nothing,
    /// 200 with server-sent events, each with that schema as its data.
    Stream(&'static str),
}

/// One operation in words and schemas.
pub(super) struct Details {
    pub(super) id: &'static str,
    pub(super) tag: &'static str,
    pub(super) summary: &'static str,
    /// Names in `components.parameters`.
    pub(super) parameters: &'static [&'static str],
    /// Schema of the body.
    pub(super) body: Option<&'static str>,
    pub(super) answer: Answer,
    /// Its own problems, beyond those that follow from access, parameters and body.
    pub(super) problems: &'static [P],
}

/// The details of that operation.
pub(super) fn get(id: &str) -> Option<&'static Details> {
    ALL.iter().find(|details| details.id == id)
}

const fn read(
    id: &'static str,
    tag: &'static str,
    summary: &'static str,
    parameters: &'static [&'static str],
    schema: &'static str,
) -> Details {
    Details {
        id,
        tag,
        summary,
        parameters,
        body: None,
        answer: Answer::Ok(schema),
        problems: &[],
    }
}

const fn act(
    id: &'static str,
    tag: &'static str,
    summary: &'static str,
    parameters: &'static [&'static str],
    body: Option<&'static str>,
    answer: Answer,
    problems: &'static [P],
) -> Details {
    Details {
        id,
        tag,
        summary,
        parameters,
        body,
        answer,
        problems,
    }
}

const PAGE: &[&str] = &["cursor", "limit"];
const KEY: &[&str] = &["IdempotencyKey"];
const EDIT: &[&str] = &["IfMatch"];

const REDEEM: &[P] = &[
    P::KeyBusy,
    P::KeyReused,
    P::Short,
    P::SoldOut,
    P::LimitReached,
    P::OutsideWindow,
    P::NotEligible,
    P::PriceChanged,
    P::QuoteExpired,
    P::DeliveryFailed,
];

pub(super) const ALL: &[Details] = &[
    read(
        "get_portal",
        "portal",
        "Programme, currencies, and what the backend offers",
        &[],
        "Portal",
    ),
    read(
        "get_me",
        "member",
        "The reader: anonymous, candidate, member or suspended",
        &[],
        "Me",
    ),
    act(
        "join_programme",
        "member",
        "Become a member; who is one already stays as they are",
        &[],
        Some("JoinRequest"),
        Answer::Ok("Me"),
        &[P::NotEligible],
    ),
    act(
        "update_preferences",
        "member",
        "Change alias and privacy; absent fields stay as they are",
        &[],
        Some("PreferencesPatch"),
        Answer::Ok("Me"),
        &[],
    ),
    read(
        "get_balances",
        "points",
        "What the member holds, per currency, with every batch",
        &[],
        "Balances",
    ),
    read(
        "list_ledger",
        "points",
        "Every movement, newest first",
        &["currency", "kind", "from", "to", "cursor", "limit"],
        "LedgerPage",
    ),
    read(
        "list_rewards",
        "rewards",
        "The catalogue",
        &["category", "q", "sort", "affordable", "cursor", "limit"],
        "RewardPage",
    ),
    read("get_reward", "rewards", "One reward in full", &[], "Reward"),
    act(
        "quote_redemption",
        "rewards",
        "Dry run: what would happen, and at what price. The quote belongs to this member and is good for one order, until `expires_at`",
        &[],
        Some("Choice"),
        Answer::Ok("Quote"),
        &[P::NotFound],
    ),
    act(
        "create_redemption",
        "rewards",
        "Redeem, exactly once per key. A quote that has lapsed, was used, is unknown, belongs to another member or was for another choice is 409 `quote-expired`",
        KEY,
        Some("RedemptionRequest"),
        Answer::Created("Redemption"),
        REDEEM,
    ),
    read(
        "list_redemptions",
        "rewards",
        "The member's redemptions, newest first; codes are masked",
        PAGE,
        "RedemptionPage",
    ),
    read(
        "get_redemption",
        "rewards",
        "One redemption; its code once revealed",
        &[],
        "Redemption",
    ),
    act(
        "reveal_code",
        "rewards",
        "Show the code; asking again shows the same one",
        &[],
        None,
        Answer::Ok("Redemption"),
        &[],
    ),
    act(
        "cancel_redemption",
        "rewards",
        "Cancel an order that is not on its way yet, and refund it",
        &[],
        None,
        Answer::Ok("Redemption"),
        &[P::OutsideWindow],
    ),
    read(
        "list_tiers",
        "tiers",
        "The ladder with its benefits",
        &[],
        "TierLadder",
    ),
    read(
        "get_standing",
        "tiers",
        "The member's place on the ladder",
        &[],
        "Standing",
    ),
    act(
        "mark_tier_seen",
        "tiers",
        "The member has seen the upgrade: `just_upgraded` turns false",
        &[],
        None,
        Answer::Nothing,
        &[],
    ),
    read(
        "list_series",
        "badges",
        "Every series, as everybody sees it",
        &[],
        "Collection",
    ),
    read(
        "get_badges",
        "badges",
        "Every series with the member's progress",
        &[],
        "Collection",
    ),
    act(
        "mark_badges_seen",
        "badges",
        "The member has seen their badges: `new` turns false",
        &[],
        None,
        Answer::Nothing,
        &[],
    ),
    act(
        "claim_completion",
        "badges",
        "Claim what a series gives, exactly once per key",
        KEY,
        None,
        Answer::Ok("Series"),
        &[
            P::KeyBusy,
            P::KeyReused,
            P::NotEligible,
            P::LimitReached,
            P::OutsideWindow,
        ],
    ),
    read(
        "list_leaderboards",
        "leaderboards",
        "Every board with its periods",
        &[],
        "BoardList",
    ),
    read(
        "get_leaderboard",
        "leaderboards",
        "A part of a board, and the reader's own place; the id `default` is the first board",
        &["period", "view", "cursor", "limit"],
        "Board",
    ),
    act(
        "stream_hints",
        "live",
        "Hints that something changed, never the data itself",
        &["LastEventId"],
        None,
        Answer::Stream("Hint"),
        &[],
    ),
    read(
        "list_portals",
        "editor",
        "Every portal, including those never published",
        PAGE,
        "PortalSummaryPage",
    ),
    read(
        "get_portal_document",
        "editor",
        "The published portal document",
        &[],
        "PortalDocument",
    ),
    read(
        "get_theme",
        "portal",
        "The theme of the published portal with that id, for tags that should look like it",
        &[],
        "PortalTheme",
    ),
    read(
        "get_draft",
        "editor",
        "The draft, with the ETag that saving it needs",
        &[],
        "PortalDocument",
    ),
    act(
        "put_draft",
        "editor",
        "Save the draft unless somebody else has saved it meanwhile, or create a portal with `If-None-Match: *` instead of `If-Match`. Refused only for its structure (ids, nesting), locks and the editor's role",
        &["IfMatchOrNew", "IfNew"],
        Some("PortalDocument"),
        Answer::Ok("PortalDocument"),
        &[],
    ),
    act(
        "delete_portal",
        "editor",
        "Delete the portal, unless somebody has saved its draft meanwhile. Refused for locks and the editor's role; the id is never free again",
        &["IfMatch"],
        None,
        Answer::Nothing,
        &[],
    ),
    act(
        "publish_portal",
        "editor",
        "Publish the draft; refused while validation finds errors",
        EDIT,
        Some("PublishRequest"),
        Answer::Created("Revision"),
        &[],
    ),
    read(
        "list_revisions",
        "editor",
        "What was published, newest first",
        PAGE,
        "RevisionPage",
    ),
    read(
        "get_revision",
        "editor",
        "The document that was published as that revision",
        &[],
        "PortalDocument",
    ),
    act(
        "rollback_portal",
        "editor",
        "Publish an earlier revision again, as a new one. Refused while validation finds errors, and for locks of the published document",
        &[],
        None,
        Answer::Created("Revision"),
        &[P::Invalid],
    ),
    act(
        "report_event",
        "events",
        "Report what a member did; sent twice, it counts once",
        &[],
        Some("Event"),
        Answer::Ok("EventReceipt"),
        &[],
    ),
];
