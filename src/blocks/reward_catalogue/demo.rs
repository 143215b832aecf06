//! States of the catalogue for the gallery.

use crate::blocks::demo::{Answer, Demo, Reply, get};

const REWARDS: Answer = get("/rewards", "rewards");

const fn post(path: &'static str, reply: Reply) -> Answer {
    Answer {
        method: "POST",
        path,
        reply,
    }
}

const fn list(name: &'static str, answers: &'static [Answer]) -> Demo {
    Demo {
        name,
        attrs: &[],
        answers,
        clicks: &[],
    }
}

const fn flow(
    name: &'static str,
    answers: &'static [Answer],
    clicks: &'static [&'static str],
) -> Demo {
    Demo {
        name,
        attrs: &[],
        answers,
        clicks,
    }
}

const ORDERS: &str = "[part~=orders]";
const CONFIRM: &str = "[part~=confirm]";
const GO_ON: &str = ".foot .pl-primary";
const OPEN_HOODIE: &str = "[data-key=hoodie] button";
const OPEN_CARD: &str = "[data-key=gift-card-25] button";
const SMALL: &str = "input[name=pl-axis-size]";
const FOREST: &str = "input[name=pl-axis-colour]";
const LARGE: &str = ".value:nth-child(3) input";

const HOODIE: Answer = get("/rewards/hoodie", "reward");
const QUOTE: Answer = post("/redemptions/quote", Reply::Fixture("quote_code"));

/// An order and its answer. A gift card needs neither options nor an address: three clicks.
macro_rules! ordered {
    ($name:literal, $reply:expr $(, $click:literal)*) => {
        flow(
            $name,
            &[
                GIFT_CARD,
                QUOTE,
                post("/redemptions", $reply),
                post("/me/redemptions/", Reply::Fixture("redemption_code_revealed")),
                REWARDS,
            ],
            &[OPEN_CARD, GO_ON, GO_ON $(, $click)*],
        )
    };
}

/// The first of the orders, which is to be cancelled, and the answer to that.
macro_rules! cancelled {
    ($name:literal, $reply:expr $(, $click:expr)*) => {
        flow(
            $name,
            &[
                get("/me/redemptions", "redemptions"),
                post("/me/redemptions/rd_2015/cancel", $reply),
                REWARDS,
            ],
            &[
                ORDERS,
                ".orders li:first-child button",
                "[part~=cancel]"
                $(, $click)*
            ],
        )
    };
}

/// The states, the ordinary one first.
pub const DEMOS: &[Demo] = &[
    list("catalogue", &[REWARDS]),
    Demo {
        name: "list",
        attrs: &[("layout", "list")],
        answers: &[REWARDS],
        clicks: &[],
    },
    list("next-page", &[get("/rewards", "rewards_page1")]),
    Demo {
        name: "no-match",
        attrs: &[("category", "wear")],
        answers: &[get("/rewards", "rewards_empty")],
        clicks: &[],
    },
    list("empty", &[get("/rewards", "rewards_empty")]),
    list(
        "anonymous",
        &[
            get("/me", "me_anonymous"),
            get("/rewards", "rewards_anonymous"),
        ],
    ),
    list(
        "candidate",
        &[
            get("/me", "me_candidate"),
            get("/rewards", "rewards_candidate"),
        ],
    ),
    list(
        "paused",
        &[
            get("/me", "me_suspended"),
            get("/rewards", "rewards_suspended"),
        ],
    ),
    flow("detail", &[HOODIE, REWARDS], &[OPEN_HOODIE]),
    flow(
        "detail-anonymous",
        &[
            get("/me", "me_anonymous"),
            get("/rewards", "rewards_anonymous"),
        ],
        &[OPEN_HOODIE],
    ),
    flow(
        "detail-candidate",
        &[
            get("/me", "me_candidate"),
            get("/rewards", "rewards_candidate"),
        ],
        &[OPEN_HOODIE],
    ),
    flow("detail-short", &[REWARDS], &["[data-key=desk-lamp] button"]),
    flow(
        "detail-tier-locked",
        &[REWARDS],
        &["[data-key=headphones] button"],
    ),
    flow(
        "detail-sold-out",
        &[REWARDS],
        &["[data-key=plant-kit] button"],
    ),
    flow("options-missing", &[HOODIE, REWARDS], &[OPEN_HOODIE, GO_ON]),
    flow(
        "variant-sold-out",
        &[HOODIE, REWARDS],
        &[OPEN_HOODIE, LARGE],
    ),
    flow(
        "engraving",
        &[get("/rewards/engraved-pen", "reward_engraved"), REWARDS],
        &["[data-key=engraved-pen] button"],
    ),
    flow(
        "address",
        &[HOODIE, REWARDS],
        &[OPEN_HOODIE, SMALL, FOREST, GO_ON],
    ),
    flow(
        "address-missing",
        &[HOODIE, REWARDS],
        &[OPEN_HOODIE, SMALL, FOREST, GO_ON, GO_ON],
    ),
    flow(
        "quoting",
        &[
            GIFT_CARD,
            post("/redemptions/quote", Reply::Silence),
            REWARDS,
        ],
        &[OPEN_CARD, GO_ON],
    ),
    flow(
        "unquoted",
        &[
            GIFT_CARD,
            post("/redemptions/quote", Reply::Offline),
            REWARDS,
        ],
        &[OPEN_CARD, GO_ON],
    ),
    flow(
        "orders",
        &[get("/me/redemptions", "redemptions"), REWARDS],
        &[ORDERS],
    ),
    flow(
        "orders-none",
        &[get("/me/redemptions", "redemptions_empty"), REWARDS],
        &[ORDERS],
    ),
    flow(
        "orders-failed",
        &[
            Answer {
                method: "GET",
                path: "/me/redemptions",
                reply: Reply::Offline,
            },
            REWARDS,
        ],
        &[ORDERS],
    ),
    flow(
        "order-past",
        &[get("/me/redemptions", "redemptions"), REWARDS],
        &[ORDERS, ".orders li:nth-child(2) button"],
    ),
    cancelled!("order-cancel", Reply::Silence),
    cancelled!("order-cancelling", Reply::Silence, CONFIRM),
    cancelled!(
        "order-cancelled",
        Reply::Fixture("redemption_cancelled"),
        CONFIRM
    ),
    cancelled!(
        "order-cancel-late",
        Reply::Problem(409, "outside-window"),
        CONFIRM
    ),
    cancelled!(
        "order-cancel-unsure",
        Reply::Problem(503, "unavailable"),
        CONFIRM
    ),
    flow("review", &[GIFT_CARD, QUOTE, REWARDS], &[OPEN_CARD, GO_ON]),
    flow(
        "review-short",
        &[
            GIFT_CARD,
            post("/redemptions/quote", Reply::Fixture("quote_short")),
            REWARDS,
        ],
        &[OPEN_CARD, GO_ON],
    ),
    ordered!("in-flight", Reply::Silence),
    ordered!("code", Reply::Fixture("redemption_code")),
    ordered!(
        "code-revealed",
        Reply::Fixture("redemption_code"),
        ".code-row .pl-button"
    ),
    ordered!("shipped", Reply::Fixture("redemption_shipped")),
    ordered!("order-failed", Reply::Fixture("redemption_failed")),
    ordered!("price-changed", Reply::Problem(409, "price-changed")),
    ordered!("quote-expired", Reply::Problem(409, "quote-expired")),
    ordered!("short", Reply::Problem(409, "short")),
    ordered!("limit-reached", Reply::Problem(409, "limit-reached")),
    ordered!("sold-out", Reply::Problem(409, "sold-out")),
    ordered!("delivery-failed", Reply::Problem(502, "delivery-failed")),
    ordered!(
        "unknown-outcome",
        Reply::Problem(409, "idempotency-key-busy")
    ),
    ordered!("lost-order", Reply::Problem(422, "idempotency-key-reused")),
    flow(
        "not-sent",
        &[
            Answer {
                method: "GET",
                path: "/me",
                reply: Reply::Problem(503, "unavailable"),
            },
            GIFT_CARD,
            QUOTE,
            REWARDS,
        ],
        &[OPEN_CARD, GO_ON, GO_ON],
    ),
    ordered!("signed-out-meanwhile", Reply::Problem(401, "unauthorised")),
    ordered!(
        "checking-in-the-background",
        Reply::Problem(409, "idempotency-key-busy"),
        ".foot .pl-button"
    ),
];

const GIFT_CARD: Answer = Answer {
    method: "GET",
    path: "/rewards/gift-card-25",
    reply: Reply::Json(
        r#"{"id":"gift-card-25","title":"€25 gift card","summary":"For the shop, online or in town","kind":"code","media":[{"url":"/media/rewards/gift-card-25.svg","alt":"A gift card worth 25 euros","kind":"image","width":480,"height":360}],"category_ids":["codes"],"prices":[{"id":"points","amounts":[{"currency":"points","value":1400}],"affordable":true}],"price_version":"gift-card-25-3","stock":{"mode":"unlimited"},"availability":{},"needs_address":false,"terms":"Valid for 12 months. Not for resale.","eligibility":{"state":"eligible"},"actions":{"quote":{"method":"POST","href":"/v1/redemptions/quote"},"redeem":{"method":"POST","href":"/v1/redemptions"}}}"#,
    ),
};
