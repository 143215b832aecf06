//! The programme file: the demo one loads, and broken ones name every mistake.
use std::path::Path;

use palier_server::programme::{FileErrors, Programme, RewardKind, Stock, TextMap};

use super::{NOW, errors};

fn demo() -> Programme {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/programme.toml");
    Programme::load(&path, NOW).unwrap_or_else(|errors| panic!("{errors}"))
}

#[test]
fn the_demo_programme_has_what_the_demo_shows() {
    let programme = demo();
    assert_eq!(programme.currencies.len(), 2);
    assert!(programme.rules.len() >= 8);
    assert_eq!(programme.tiers.len(), 4);
    assert!(programme.rewards.len() >= 24);
    assert_eq!(
        programme
            .series
            .iter()
            .map(|series| series.badges.len())
            .collect::<Vec<_>>(),
        [6, 6, 6]
    );
    assert_eq!(programme.boards.len(), 3);
    for kind in [
        RewardKind::Physical,
        RewardKind::Code,
        RewardKind::Experience,
        RewardKind::Donation,
    ] {
        assert!(
            programme.rewards.iter().any(|reward| reward.kind == kind),
            "no {kind:?}"
        );
    }
    assert!(
        programme
            .rewards
            .iter()
            .any(|reward| reward.stock == Stock::Limited(0)),
        "none sold out"
    );
    assert!(
        programme
            .rewards
            .iter()
            .any(|reward| reward.availability.starts_at.is_some_and(|at| at > NOW))
    );
    assert!(
        programme
            .rewards
            .iter()
            .any(|reward| !reward.personalisation.is_empty())
    );
    assert!(
        programme
            .rewards
            .iter()
            .any(|reward| reward.prices.iter().any(|price| price.amounts.len() > 1))
    );
}

#[test]
fn every_text_of_the_demo_is_also_in_french() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/programme.toml");
    let text = std::fs::read_to_string(path).unwrap();
    for (number, line) in text.lines().enumerate() {
        assert_eq!(
            line.matches("{ en = ").count(),
            line.matches(", fr = ").count(),
            "line {}",
            number + 1
        );
    }
}

#[test]
fn every_picture_of_the_demo_exists() {
    let programme = demo();
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public");
    let rewards = programme.rewards.iter().flat_map(|reward| &reward.media);
    let badges = programme
        .badges()
        .filter_map(|(_, badge)| badge.media.as_ref());
    let tiers = programme
        .tiers
        .iter()
        .filter_map(|tier| tier.media.as_ref());
    let icons = programme
        .currencies
        .iter()
        .filter_map(|currency| currency.icon.as_ref());
    for media in rewards.chain(badges).chain(tiers).chain(icons) {
        let file = public.join(media.url.trim_start_matches('/'));
        assert!(file.is_file(), "{} is missing", media.url);
    }
}

const SMALL: &str = r#"
id = "club"
name = { en = "Club" }
time_zone = "Europe/Paris"
locales = ["en"]
money = "EUR"
events = ["purchase"]
currencies = [
  { id = "points", name = { en = "Points" }, unit = { en = { one = "point", other = "points" } } },
  { id = "gems", name = { en = "Gems" }, unit = { en = { one = "gem", other = "gems" } } },
]
"#;

#[test]
fn a_small_programme_is_enough() {
    assert_eq!(errors(SMALL), Vec::<String>::new());
}

#[test]
fn the_small_programme_of_the_guide_is_whole_and_has_nothing_too_much() {
    let guide = include_str!("../../src/programme/format.md");
    let (_, rest) = guide.split_once("```toml\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    assert_eq!(errors(example), Vec::<String>::new());
    // What the guide does not call required can be left out, everything else cannot.
    for line in example.lines().filter(|line| line.contains(" = ")) {
        let without = example.replacen(&format!("{line}\n"), "", 1);
        let needed = !["join", "stock"].iter().any(|key| line.starts_with(key));
        assert_eq!(!errors(&without).is_empty(), needed, "without {line}");
    }
}

#[test]
fn an_unknown_currency_is_named_with_its_place_and_the_known_ones() {
    let text = format!(
        "{SMALL}\n[[rewards]]\nid = \"mug\"\nname = {{ en = \"Mug\" }}\nsummary = {{ en = \"A mug\" }}\nkind = \"physical\"\nprices = [{{ gem = 2 }}]\n"
    );
    assert_eq!(
        errors(&text),
        [
            "club.toml:18:13: rewards[0].prices[0].gem: no currency is called `gem`, perhaps `gems`; known: gems, points"
        ]
    );
}

#[test]
fn all_mistakes_are_told_at_once() {
    let text = r#"
id = "Club!"
name = { fr = "Club" }
time_zone = "Mars/Base"
locales = ["en"]
money = "euro"
colour = "green"
events = ["purchase"]
currencies = [{ id = "points", name = { en = "Points" }, unit = { en = { other = "points" } }, decimals = 9 }]
[[rules]]
id = "buy"
event = "sale"
name = { en = "Buy" }
description = { en = "Buy" }
earn = { points = -5 }
"#;
    let found = errors(text);
    for part in [
        "2:6: id: `Club!` must be",
        "3:8: name: has no text in `en`",
        "3:10: name.fr: is not one of the programme's locales",
        "4:13: time_zone: `Mars/Base` is not an IANA time zone",
        "6:9: money: `euro` is not an ISO 4217 code",
        "7:1: colour: is not a key of this table",
        "currencies[0].decimals: must be from 0 to 4, found 9",
        "12:9: rules[0].event: no event is called `sale`; known: purchase",
        "15:19: rules[0].earn.points: must be a whole number from 1",
    ] {
        assert!(
            found.iter().any(|error| error.contains(part)),
            "`{part}` not in {found:#?}"
        );
    }
}

#[test]
fn links_are_web_addresses_or_paths() {
    let links = |value: &str| errors(&format!("links = {{ help = {value} }}\n{SMALL}"));
    for sound in [
        "'/help'",
        "'https://club.example/help?a=b#c'",
        "'http://[::1]:8000'",
    ] {
        assert_eq!(links(sound), [""; 0], "{sound}");
    }
    for wrong in [
        "'help'",
        "'//club.example'",
        "'/\\club.example'",
        "'javascript:alert(1)'",
        "'https://'",
        "'https://a@club.example/'",
        "'/my help'",
    ] {
        let said = links(wrong);
        assert!(
            said.len() == 1 && said[0].contains("links.help") && said[0].contains("must be a path"),
            "{wrong}: {said:?}"
        );
    }
}

#[test]
fn broken_toml_names_its_line() {
    let found = errors("id = \"club\"\nname = {");
    assert!(
        found
            .first()
            .is_some_and(|error| error.starts_with("club.toml:2:")),
        "{found:?}"
    );
}

#[test]
fn json_is_read_with_the_same_errors() {
    let text = "{\n  \"id\": \"club\",\n  \"name\": { \"en\": \"Club\" },\n  \"time_zone\": 7\n}";
    let Err(FileErrors(found)) = Programme::from_json("club.json", text, NOW) else {
        panic!("accepted")
    };
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(found.iter().any(|e| e.contains("club.json:4:16: time_zone: expected a text, found a whole number")), "{found:?}");
    assert!(
        found
            .iter()
            .any(|e| e.contains("locales: needs at least one")),
        "{found:?}"
    );
}

#[test]
fn json_that_breaks_off_names_the_place() {
    let Err(FileErrors(found)) = Programme::from_json("club.json", "{\"id\": \"club\"", NOW) else {
        panic!("accepted")
    };
    assert_eq!(found[0].to_string(), "club.json:1:14: expected `,` or `}`");
}

#[test]
fn dates_relative_to_today_are_for_demos_only() {
    let text = format!(
        "{SMALL}\n[[series]]\nid = \"s\"\nname = {{ en = \"S\" }}\nwindow = {{ ends_at = \"today+3d\" }}\nbadges = []\n"
    );
    let found = errors(&text);
    assert!(
        found
            .iter()
            .any(|error| error.contains("`demo = true` only")),
        "{found:?}"
    );
}

#[test]
fn a_text_is_found_by_its_tag_then_shorter_tags_then_the_fallback() {
    let text = TextMap(
        [("en", "Hello"), ("pt", "Ola"), ("pt-BR", "Oi")]
            .map(|(tag, text)| (tag.into(), text.into()))
            .into(),
    );
    assert_eq!(text.get("pt-br", "en"), "Oi");
    assert_eq!(text.get("pt-PT", "en"), "Ola");
    assert_eq!(text.get("de-AT", "en"), "Hello");
}

#[test]
fn dates_are_read_in_the_programmes_zone_unless_they_carry_an_offset() {
    let window = |starts: &str| {
        let text = format!(
            "{SMALL}\n[[rules]]\nid = \"buy\"\nevent = \"purchase\"\nname = {{ en = \"Buy\" }}\ndescription = {{ en = \"Buy\" }}\nearn = {{ points = 1 }}\nwindow = {{ starts_at = {starts} }}\n"
        );
        let programme = Programme::from_toml("club.toml", &text, NOW)
            .unwrap_or_else(|errors| panic!("{errors}"));
        programme.rules[0].window.starts_at.unwrap()
    };
    // 2026-10-31T23:00:00Z, midnight in Paris.
    let midnight = 1_793_487_600_000;
    assert_eq!(window("2026-11-01"), midnight);
    assert_eq!(window("2026-11-01T00:00:00"), midnight);
    assert_eq!(window("\"2026-11-01\""), midnight);
    assert_eq!(window("2026-11-01T00:00:00Z"), midnight + 3_600_000);
    assert_eq!(window("2026-10-31T19:00:00-04:00"), midnight);
}

#[test]
fn a_tag_that_is_none_is_told_alone() {
    let text = SMALL.replace("locales = [\"en\"", "locales = [\"en_US\"");
    let found = errors(&text);
    let [only] = found.as_slice() else {
        panic!("{found:?}")
    };
    let due = "locales[0]: `en_US` is not a BCP 47 language tag such as en or pt-BR";
    assert!(only.ends_with(due), "{only}");
}

#[test]
fn a_multiplier_says_what_its_percent_means() {
    let with = |percent: i64| {
        errors(&format!(
            "{SMALL}\n[[multipliers]]\nid = \"m\"\nname = {{ en = \"M\" }}\npercent = {percent}\n"
        ))
    };
    assert_eq!(with(100), [""; 0]);
    let found = with(2);
    let [only] = found.as_slice() else {
        panic!("{found:?}")
    };
    let due = "percent: 2 would pay less: 100 is unchanged, 200 doubles";
    assert!(only.ends_with(due), "{only}");
}

#[test]
fn a_file_that_is_not_there_has_no_line() {
    let Err(errors) = Programme::load(Path::new("nosuch.toml"), NOW) else {
        panic!("read")
    };
    let said = errors.to_string();
    assert!(said.starts_with("nosuch.toml: cannot read"), "{said}");
}
