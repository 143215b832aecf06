//! Reads the whole file: first the names everything refers to, then the parts.

use std::{cell::RefCell, collections::BTreeSet};

use jiff::tz::TimeZone;

use super::{
    Board, Category, Currency, EarningRule, FileErrors, Join, Links, Multiplier, Programme, Reward,
    Series, Tier, TierPolicy, TierWindow, cross_checks,
    reader::{Reader, Table},
    source::{Node, SyntaxError},
    values::Dates,
};

/// Turns a parsed file into a programme, or every reason why not.
pub(super) fn read(
    file: &str,
    text: &str,
    now: i64,
    parsed: Result<Node, Vec<SyntaxError>>,
) -> Result<Programme, FileErrors> {
    let root = parsed.map_err(|errors| FileErrors::syntax(file, text, errors))?;
    let mut reader = Reader::default();
    survey(&mut reader, &root, now);
    let programme = reader.table(&root, "", read_programme);
    match programme {
        Some(programme) if reader.is_clean() => Ok(programme),
        _ => Err(reader.into_errors(file, text)),
    }
}

/// Collects what later parts refer to: ids, locales, the calendar.
fn survey(reader: &mut Reader, root: &Node, now: i64) {
    let kinds = [
        ("currency", "currencies"),
        ("rule", "rules"),
        ("tier", "tiers"),
        ("category", "categories"),
    ];
    for (kind, key) in kinds {
        let items = root.get(key).map_or(&[] as &[Node], Node::items);
        let ids = items
            .iter()
            .filter_map(|item| item.get("id")?.text().map(str::to_owned))
            .collect();
        reader.known.insert(kind, ids);
    }
    let texts = |key| -> Vec<String> {
        let items = root.get(key).map_or(&[] as &[Node], Node::items);
        items
            .iter()
            .filter_map(|item| item.text().map(str::to_owned))
            .collect()
    };
    reader.known.insert(
        "event",
        texts("events").into_iter().collect::<BTreeSet<_>>(),
    );
    reader.locales = texts("locales");
    let zone = root.get("time_zone").and_then(Node::text).unwrap_or("UTC");
    let demo = root
        .get("demo")
        .is_some_and(|node| node.value == super::source::Value::Bool(true));
    reader.dates = Some(Dates {
        zone: TimeZone::get(zone).unwrap_or(TimeZone::UTC),
        now,
        relative: demo,
    });
}

fn read_programme(table: &Table<'_>) -> Programme {
    let (time_zone_name, time_zone) = read_zone(table);
    let locales = distinct(table, "locales", check_locale);
    if locales.is_empty() {
        table.wrong(
            "locales",
            "needs at least one language tag, the default first",
        );
    }
    let demo = table.flag("demo", false);
    let links = table.child("links", Links::read).unwrap_or_default();
    let programme = Programme {
        id: table.id("programme"),
        name: table.text("name"),
        description: table.optional_text("description"),
        time_zone,
        time_zone_name,
        default_locale: locales.first().cloned().unwrap_or_default(),
        locales,
        money: read_money(table),
        demo,
        join: table
            .choice(
                "join",
                &[
                    ("closed", Join::Closed),
                    ("open", Join::Open),
                    ("ask", Join::Ask),
                ],
            )
            .unwrap_or(Join::Closed),
        terms_version: table.optional_string("terms_version"),
        links: if demo { links.or_the_demos() } else { links },
        events: distinct(table, "events", |_, _, _, _| {}),
        currencies: table.list("currencies", Currency::read),
        rules: table.list("rules", EarningRule::read),
        multipliers: table.list("multipliers", Multiplier::read),
        tier_policy: table
            .child("tier_policy", TierPolicy::read)
            .unwrap_or(TierPolicy {
                window: TierWindow::Lifetime,
                keep_months: 12,
                one_step_down: false,
            }),
        tiers: table.list("tiers", Tier::read),
        categories: table.list("categories", Category::read),
        rewards: table.list("rewards", Reward::read),
        series: table.list("series", Series::read),
        boards: table.list("boards", Board::read),
    };
    cross_checks::check(table, &programme);
    programme
}

fn read_zone(table: &Table<'_>) -> (String, TimeZone) {
    let name = table.string("time_zone", "Europe/Paris");
    let zone = TimeZone::get(&name).unwrap_or_else(|_| {
        if !name.is_empty() {
            table.wrong(
                "time_zone",
                format!("`{name}` is not an IANA time zone such as Europe/Paris"),
            );
        }
        TimeZone::UTC
    });
    (name, zone)
}

/// A list of texts of which none is blank, and none there twice.
fn distinct(
    table: &Table<'_>,
    key: &'static str,
    check: impl Fn(&Table<'_>, &str, usize, &str),
) -> Vec<String> {
    let seen = RefCell::new(BTreeSet::new());
    table.strings(key, |inner, path, at, text| {
        if text.trim().is_empty() {
            inner.reader.note(at, path, "must not be blank");
        } else if !seen.borrow_mut().insert(text.to_lowercase()) {
            inner
                .reader
                .note(at, path, format!("`{text}` is listed twice"));
        } else {
            check(inner, path, at, text);
        }
    })
}

fn check_locale(table: &Table<'_>, path: &str, at: usize, tag: &str) {
    let sound = tag.split('-').all(|part| {
        (1..=8).contains(&part.len()) && part.chars().all(|letter| letter.is_ascii_alphanumeric())
    });
    if !sound {
        table.reader.note(
            at,
            path,
            format!("`{tag}` is not a BCP 47 language tag such as en or pt-BR"),
        );
    }
}

fn read_money(table: &Table<'_>) -> String {
    let code = table.string("money", "EUR");
    if !code.is_empty()
        && (code.len() != 3 || !code.chars().all(|letter| letter.is_ascii_uppercase()))
    {
        table.wrong(
            "money",
            format!("`{code}` is not an ISO 4217 code such as EUR"),
        );
    }
    code
}
