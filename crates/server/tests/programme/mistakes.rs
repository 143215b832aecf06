//! Mistakes that people make in programme files: each is told with its place, its key, and what would be right.
use palier_server::programme::Programme;

use super::{NOW, errors};

const SMALL: &str = r#"id = "club"
name = { en = "Club" }
time_zone = "Europe/Paris"
locales = ["en"]
money = "EUR"
events = ["purchase"]
currencies = [
  { id = "points", name = { en = "Points" }, unit = { en = { other = "points" } }, qualifying = true },
  { id = "gems", name = { en = "Gems" }, unit = { en = { other = "gems" } }, spendable = false },
]
"#;
/// A rule that pays nothing yet; its table begins in line 11.
const RULE: &str = r#"[[rules]]
id = "buy"
name = { en = "Buy" }
description = { en = "Buy" }
"#;
const REWARD: &str = r#"[[rewards]]
id = "mug"
name = { en = "Mug" }
kind = "physical"
"#;
const BOARD: &str = r#"[[boards]]
id = "board"
name = { en = "Board" }
earned = "points"
"#;

/// What the small programme with `more` says, which is the one mistake of it.
#[track_caller]
fn one(more: &str, expected: &str) {
    assert_eq!(
        errors(&format!("{SMALL}{more}")),
        [format!("club.toml:{expected}")],
        "{more}"
    );
}

#[test]
fn a_slip_in_a_word_is_guessed() {
    let rule = |more: &str| format!("{RULE}{more}");
    one(
        &rule("event = 'purchase'\nearn = { points = 5 }\npending_day = 3\n"),
        "17:1: rules[0].pending_day: is not a key of this table, perhaps `pending_days`; known: caps, \
         description, earn, event, id, name, pending_days, per_item, per_spend, tier_bonus, trigger, url, \
         when, window",
    );
    one(
        &rule("event = 'purchse'\nearn = { points = 5 }\n"),
        "15:9: rules[0].event: no event is called `purchse`, perhaps `purchase`; known: purchase",
    );
}

#[test]
fn what_is_missing_is_told_with_what_would_be_right() {
    one(
        &format!("{REWARD}prices = [{{ points = 5 }}]\n"),
        "11:1: rewards[0].summary: is missing; give one text per language, such as { en = \"…\" }",
    );
    one(
        BOARD,
        "11:1: boards[0].period: is missing; give one of week, month, season",
    );
    one(
        "[[tiers]]\nid = 'low'\nname = { en = 'Low' }\n[[tiers]]\nid = 'high'\nname = { en = 'High' }\n",
        "14:1: tiers[1].requirements: is missing; every tier after the first asks for something, such as \
         [{ spend = true, target = 10000, label = { en = \"…\" } }]",
    );
    let found = errors("");
    let zone = "club.toml:1:1: time_zone: is missing; give a text such as \"Europe/Paris\"";
    assert!(found.iter().any(|error| error == zone), "{found:?}");
}

#[test]
fn a_wrong_amount_is_told_once() {
    let reported = format!("{RULE}event = 'purchase'\n");
    for amount in ["-5", "2.5", "'5'", "99999999999999999999", "0"] {
        one(
            &format!("{reported}earn = {{ points = {amount} }}\n"),
            "16:19: rules[0].earn.points: must be a whole number from 1 to 9007199254740991",
        );
    }
    one(
        &reported,
        "11:1: rules[0].earn: pays nothing: give `earn`, `per_spend` or `per_item`",
    );
}

#[test]
fn prices_cost_something_that_can_be_spent() {
    let priced =
        |prices: &str| format!("{REWARD}summary = {{ en = \"A mug\" }}\nprices = {prices}\n");
    one(
        &priced("[{ points = 5 }, {}]"),
        "16:27: rewards[0].prices[1]: is empty; expected amounts such as { points = 100 }",
    );
    one(
        &priced("{ points = 5 }"),
        "16:10: rewards[0].prices: expected a list such as [{ points = 100 }], found a table",
    );
    one(
        &priced("[]"),
        "16:10: rewards[0].prices: needs at least one price, such as [{ points = 100 }]",
    );
    one(
        &priced("[{ points = 5, gems = 2 }]"),
        "16:32: rewards[0].prices[0].gems: `gems` has `spendable = false`, so nothing can be bought with it",
    );
}

#[test]
fn a_ladder_rises_with_each_step() {
    let ladder = |steps: [&str; 2]| {
        let steps = steps.iter().enumerate().map(|(step, asks)| {
            format!("[[tiers]]\nid = 't{step}'\nname = {{ en = 'T' }}\nrequirements = [{{ {asks}, label = {{ en = 'L' }} }}]\n")
        });
        let steps: String = steps.collect();
        format!("[[tiers]]\nid = 'entry'\nname = {{ en = 'Entry' }}\n{steps}")
    };
    assert_eq!(
        errors(&format!(
            "{SMALL}{}",
            ladder([
                "earned = 'points', target = 5",
                "earned = 'points', target = 6"
            ])
        )),
        [""; 0]
    );
    one(
        &ladder([
            "earned = 'points', target = 5",
            "earned = 'points', target = 4",
        ]),
        "21:16: tiers[2].requirements: must ask for at least 5 of `earned:points`, as `t0` below it does",
    );
    one(
        &ladder(["spend = true, target = 5", "spend = true, target = 5"]),
        "21:16: tiers[2].requirements: asks for no more than `t0` below it: nobody would ever be in `t0`",
    );
    one(
        &ladder([
            "spend = true, target = 5",
            "spend = true, target = 6, label = { en = 'L' } }, { earned = 'gems', target = 1",
        ]),
        "21:80: tiers[2].requirements[1].earned: `gems` does not count towards tiers; give that currency \
         `qualifying = true`",
    );
}

#[test]
fn what_nobody_could_ever_reach_is_errors() {
    one(
        &format!(
            "{REWARD}summary = {{ en = 'A' }}\nprices = [{{ points = 1 }}]\nvisibility = {{ ends_at = 2026-11-01 }}\navailability = {{ starts_at = 2026-11-01 }}\n"
        ),
        "18:16: rewards[0].availability: lies outside `visibility`: nobody could redeem the reward",
    );
    let badge = "{ id = 'b', name = { en = 'B' }, description = { en = 'B' }, window = { starts_at = 2026-03-01 }, \
                 criteria = [{ event = 'purchase', target = 1, label = { en = 'P' } }] }";
    one(
        &format!(
            "[[series]]\nid = 's'\nname = {{ en = 'S' }}\nwindow = {{ ends_at = 2026-02-01 }}\nbadges = [{badge}]\n"
        ),
        "15:81: series[0].badges[0].window: lies outside the series' `window`: nobody could earn the badge",
    );
}

#[test]
fn what_would_mean_nothing_is_errors() {
    one(
        "tier_policy = { window = 'calendar_year', months = 6 }\n",
        "11:52: tier_policy.months: is only for `window = \"rolling_months\"`",
    );
    one(
        &format!(
            "{BOARD}period = 'week'\nseasons = [{{ id = 'a', name = {{ en = 'A' }}, month = 1, day = 1 }}]\n"
        ),
        "16:11: boards[0].seasons: is only for `period = \"season\"`",
    );
    let prize =
        |ranks: &str| format!("{{ {ranks}, amounts = {{ points = 5 }}, label = {{ en = '5' }} }}");
    let prizes = [prize("from = 1, to = 3"), prize("from = 3")].join(", ");
    one(
        &format!("{BOARD}period = 'week'\nprizes = [{prizes}]\n"),
        "16:81: boards[0].prizes[1]: rank 3 has a prize already, from 1 to 3",
    );
}

#[test]
fn a_name_is_listed_once() {
    let text = SMALL.replace(r#"["purchase"]"#, r#"["purchase", "purchase", " "]"#);
    assert_eq!(
        errors(&text),
        [
            "club.toml:6:23: events[1]: `purchase` is listed twice",
            "club.toml:6:35: events[2]: must not be blank",
        ]
    );
}

#[test]
fn one_table_in_the_place_of_a_list_is_shown_how_to_write() {
    one(
        "[rewards]\nid = 'mug'\n",
        "11:1: rewards: expected a list of tables, found a table; in TOML: `[[rewards]]`",
    );
    one("money = 'EUR'\n", "11:1: `money` is given twice");
}

#[test]
fn a_file_in_another_encoding_is_told_with_its_line() {
    let path = std::env::temp_dir().join(format!("palier-latin-{}.toml", std::process::id()));
    let text = SMALL.replace("\"Club\"", "\"Caf?\"");
    let bytes = text
        .bytes()
        .map(|byte| if byte == b'?' { 0xe9 } else { byte });
    std::fs::write(&path, bytes.collect::<Vec<_>>()).unwrap();
    let Err(errors) = Programme::load(&path, NOW) else {
        panic!("read")
    };
    std::fs::remove_file(&path).unwrap();
    let said = errors.to_string();
    let due = ":2:19: is not UTF-8 from here on; save the file as UTF-8";
    assert!(said.ends_with(due), "{said}");
}
