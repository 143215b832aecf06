//! Stories that chance seldom tells.

use super::story::{Step, live};

fn buys(cents: i64, ago: i64) -> Step {
    Step::Tell {
        who: 0,
        kind: 0,
        cents: Some(cents),
        items: None,
        photo: false,
        ago,
    }
}

fn reviews(ago: i64) -> Step {
    Step::Tell {
        who: 0,
        kind: 2,
        cents: None,
        items: None,
        photo: true,
        ago,
    }
}

const DAYS: i64 = 24;

/// Reached in January, kept until June, lost then; a purchase of May is told in June.
#[tokio::test]
async fn a_tier_that_was_lost_wrongly_is_given_back() {
    let steps = [
        Step::Wait(3 * DAYS),
        buys(12_345, 0),
        Step::Wait(153 * DAYS),
        Step::Look(0),
        buys(5_000, 20 * DAYS),
        Step::Look(0),
        Step::Wait(62 * DAYS),
        Step::Look(0),
    ];
    live(0, &steps).await;
}

#[tokio::test]
async fn what_is_told_too_late_for_a_cap_is_not_paid() {
    let steps = [
        reviews(0),
        Step::Wait(960 * DAYS),
        reviews(0),
        reviews(930 * DAYS),
        reviews(960 * DAYS),
        Step::Look(0),
    ];
    live(3, &steps).await;
}

/// A quarter returned before, a quarter after what was left had lapsed, the rest after that.
#[tokio::test]
async fn parts_of_a_purchase_go_back_around_its_lapsing() {
    let back = |quarters| Step::Return {
        which: 0,
        quarters,
        by: None,
        ago: 0,
    };
    let steps = [
        buys(12_345, 0),
        Step::Redeem { who: 0, price: 0 },
        back(1),
        Step::Look(0),
        Step::Wait(61 * DAYS),
        buys(30_000, 0),
        back(1),
        Step::Look(0),
        back(0),
        Step::Cancel(0),
    ];
    live(2, &steps).await;
}
