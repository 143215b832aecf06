//! Who is answered with what, and who may keep it.

use serde_json::json;

use super::{Case, field, header};
use crate::backend::{Bend, How, fixture};

pub(super) fn cases() -> Vec<Case> {
    vec![
        tags(),
        errors(),
        private(),
        members(),
        editors(),
        languages(),
        two(),
        offers(),
        progress(),
    ]
}

fn tags() -> Case {
    let shared = |at| Bend {
        at,
        how: How::SharedTag,
    };
    Case {
        rule: "the entity tag of one reader is not current for another who is answered otherwise",
        ways: vec![
            (
                shared("/v1/tiers"),
                "GET /v1/tiers by the member with the ETag",
            ),
            (
                shared("/v1/me/balances"),
                "GET /v1/me/balances by another with the ETag",
            ),
        ],
    }
}

fn errors() -> Case {
    let kept = |at, rule| header(at, "Cache-Control", rule);
    Case {
        rule: "errors are kept by nobody",
        ways: vec![
            (
                kept("/v1/no-such-thing", "public"),
                "GET /v1/no-such-thing: 404 with Cache-Control: \"public\"",
            ),
            (
                kept(
                    "ann /v1/me/redemptions/no-such-order",
                    "private, max-age=60",
                ),
                "no-such-order: 404 with Cache-Control: \"private, max-age=60\"",
            ),
            (
                kept("nonsense /v1/me", "s-maxage=5"),
                "GET /v1/me: 401 with",
            ),
        ],
    }
}

fn private() -> Case {
    Case {
        rule: "a member's data is private and never stored",
        ways: vec![(
            header("/v1/me/redemptions/rd_2015", "Cache-Control", "private"),
            "/v1/me/redemptions/rd_2015: Cache-Control is \"private\"",
        )],
    }
}

fn members() -> Case {
    let open = |at| Bend {
        at,
        how: How::Example("balances"),
    };
    Case {
        rule: "everything that is for members needs a token",
        ways: vec![
            (
                open("nobody /v1/me/balances"),
                "/v1/me/balances: 200 where 401 urn:palier:problem:unauthorised was due",
            ),
            (
                open("nobody /v1/redemptions/quote"),
                "/v1/redemptions/quote: 200 where 401",
            ),
        ],
    }
}

fn editors() -> Case {
    let open = |at| Bend {
        at,
        how: How::Example("portal"),
    };
    Case {
        rule: "portals are listed, changed, published and deleted by editors only",
        ways: vec![
            (
                open("/v1/portals/none/draft"),
                "/v1/portals/none/draft: 200 where 401",
            ),
            (
                open("ann /v1/portals/none/publish"),
                "/v1/portals/none/publish: 200 where 403 urn:palier:problem:forbidden was due",
            ),
        ],
    }
}

fn languages() -> Case {
    Case {
        rule: "each offered language is answered in that language",
        ways: vec![(
            header("/v1/me/ledger", "Content-Language", "en"),
            "GET /v1/me/ledger: to Accept-Language: fr, Content-Language is \"en\"; fr is due",
        )],
    }
}

fn two() -> Case {
    Case {
        rule: "two members are two: another id, and no order in common",
        ways: vec![
            (
                field("bob /v1/me", "/id", json!("m_0042")),
                "/v1/me: the tokens of two members are both answered with the id m_0042",
            ),
            (
                field(
                    "bob /v1/me/redemptions",
                    "/items",
                    json!([fixture("redemption_code")]),
                ),
                "is in the lists of two members",
            ),
        ],
    }
}

fn offers() -> Case {
    Case {
        rule: "who is no member, and who is suspended, is offered no reward to redeem",
        ways: vec![
            (
                field(
                    "sue /v1/rewards",
                    "/items/0/eligibility",
                    json!({ "state": "eligible" }),
                ),
                "for a suspended member hoodie is eligible; they may not redeem",
            ),
            (
                field(
                    "cy /v1/rewards",
                    "/items/0/actions/redeem",
                    json!({ "method": "POST", "href": "/v1/redemptions" }),
                ),
                "for a candidate hoodie is not_enrolled, and its actions have redeem",
            ),
            (
                field(
                    "nobody /v1/rewards",
                    "/items/0/prices/0/affordable",
                    json!(true),
                ),
                "the price points of hoodie is affordable for nobody, who has no balance",
            ),
        ],
    }
}

fn progress() -> Case {
    let (tiers, series) = ("nobody /v1/tiers", "nobody /v1/series");
    Case {
        rule: "what is for everybody tells nobody's name, tier or progress",
        ways: vec![
            (
                field("nobody /v1/me", "/alias", json!("Mossy Otter")),
                "/v1/me: without a token there is an alias",
            ),
            (
                field(tiers, "/tiers/1/requirements/0/current", json!(860)),
                "/v1/tiers: for nobody in particular points_earned has a current",
            ),
            (
                field(series, "/series/0/owned", json!(4)),
                "for nobody in particular 4 badges of explorer are owned",
            ),
            (
                field(series, "/series/1/badges/4/edition/number", json!(24)),
                "the badge artisan has an edition/number",
            ),
            (
                field(
                    series,
                    "/series/0/badges/5/progress",
                    json!([{ "metric": "reviews", "label": "Reviews", "target": 25, "current": 17 }]),
                ),
                "/v1/series: for nobody in particular reviews has a current",
            ),
        ],
    }
}
