//! Every operation of the contract: the words of [`crate::portal::Capabilities::operations`],
//! each with its method, path and who may call it.

/// Who may call an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody; a token, where there is one, personalises the answer.
    Public,
    /// Somebody signed in, by bearer token.
    Member,
    /// Somebody who edits portals, by bearer token.
    Editor,
    /// The brand's own systems, by API key.
    ApiKey,
}

/// One operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation {
    /// Its OpenAPI `operationId`.
    pub id: &'static str,
    /// HTTP method, upper case.
    pub method: &'static str,
    /// Path with `{parameters}`, from `/v1` on.
    pub path: &'static str,
    /// Who may call it.
    pub access: Access,
}

const fn op(
    id: &'static str,
    method: &'static str,
    path: &'static str,
    access: Access,
) -> Operation {
    Operation {
        id,
        method,
        path,
        access,
    }
}

use Access::{ApiKey, Editor, Member, Public};

/// Every operation, in the order of the documentation.
pub const ALL: &[Operation] = &[
    op("get_portal", "GET", "/v1/portal", Public),
    op("get_me", "GET", "/v1/me", Public),
    op("join_programme", "POST", "/v1/me/join", Member),
    op("update_preferences", "PATCH", "/v1/me/preferences", Member),
    op("get_balances", "GET", "/v1/me/balances", Member),
    op("list_ledger", "GET", "/v1/me/ledger", Member),
    op("list_rewards", "GET", "/v1/rewards", Public),
    op("get_reward", "GET", "/v1/rewards/{id}", Public),
    op("quote_redemption", "POST", "/v1/redemptions/quote", Member),
    op("create_redemption", "POST", "/v1/redemptions", Member),
    op("list_redemptions", "GET", "/v1/me/redemptions", Member),
    op("get_redemption", "GET", "/v1/me/redemptions/{id}", Member),
    op(
        "reveal_code",
        "POST",
        "/v1/me/redemptions/{id}/reveal",
        Member,
    ),
    op(
        "cancel_redemption",
        "POST",
        "/v1/me/redemptions/{id}/cancel",
        Member,
    ),
    op("list_tiers", "GET", "/v1/tiers", Public),
    op("get_standing", "GET", "/v1/me/tier", Member),
    op("mark_tier_seen", "POST", "/v1/me/tier/seen", Member),
    op("list_series", "GET", "/v1/series", Public),
    op("get_badges", "GET", "/v1/me/badges", Member),
    op("mark_badges_seen", "POST", "/v1/me/badges/seen", Member),
    op(
        "claim_completion",
        "POST",
        "/v1/series/{id}/completion/{threshold}/claim",
        Member,
    ),
    op("list_leaderboards", "GET", "/v1/leaderboards", Public),
    op("get_leaderboard", "GET", "/v1/leaderboards/{id}", Public),
    op("stream_hints", "GET", "/v1/me/stream", Member),
    op("list_portals", "GET", "/v1/portals", Editor),
    op("get_portal_document", "GET", "/v1/portals/{id}", Public),
    op("get_theme", "GET", "/v1/portals/{id}/theme", Public),
    op("get_draft", "GET", "/v1/portals/{id}/draft", Editor),
    op("put_draft", "PUT", "/v1/portals/{id}/draft", Editor),
    op("delete_portal", "DELETE", "/v1/portals/{id}", Editor),
    op("publish_portal", "POST", "/v1/portals/{id}/publish", Editor),
    op(
        "list_revisions",
        "GET",
        "/v1/portals/{id}/revisions",
        Editor,
    ),
    op(
        "get_revision",
        "GET",
        "/v1/portals/{id}/revisions/{revision}",
        Editor,
    ),
    op(
        "rollback_portal",
        "POST",
        "/v1/portals/{id}/revisions/{revision}/rollback",
        Editor,
    ),
    op("report_event", "POST", "/v1/events", ApiKey),
];

/// The operation of that `operationId`.
#[must_use]
pub fn get(id: &str) -> Option<&'static Operation> {
    ALL.iter().find(|operation| operation.id == id)
}

/// What a block asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockNeeds {
    /// Its document type.
    pub block: &'static str,
    /// Asked for whoever reads.
    pub always: &'static [&'static str],
    /// Asked for when a member reads.
    pub member: &'static [&'static str],
    /// Asked for when a member does something that it has a button for.
    pub acting: &'static [&'static str],
}

/// The operations of each block that asks for any beyond `get_portal` and `get_me`, which all
/// blocks ask for.
pub const BLOCKS: &[BlockNeeds] = &[
    BlockNeeds {
        block: "leaderboard",
        always: &["list_leaderboards", "get_leaderboard"],
        member: &["update_preferences"],
        acting: &[],
    },
    BlockNeeds {
        block: "points-history",
        always: &["get_balances", "list_ledger"],
        member: &[],
        acting: &[],
    },
    BlockNeeds {
        block: "balance",
        always: &["get_balances"],
        member: &[],
        acting: &[],
    },
    BlockNeeds {
        block: "reward-catalogue",
        always: &["list_rewards", "get_reward"],
        member: &["list_redemptions"],
        acting: &[
            "quote_redemption",
            "create_redemption",
            "reveal_code",
            "cancel_redemption",
        ],
    },
    BlockNeeds {
        block: "tier-progress",
        always: &["list_tiers"],
        member: &["get_standing"],
        acting: &["mark_tier_seen"],
    },
    BlockNeeds {
        block: "badge-collection",
        always: &["list_series"],
        member: &["get_badges"],
        acting: &["claim_completion", "mark_badges_seen"],
    },
];

/// What the block of that document type asks for.
#[must_use]
pub fn of_block(kind: &str) -> Option<&'static BlockNeeds> {
    BLOCKS.iter().find(|needs| needs.block == kind)
}
