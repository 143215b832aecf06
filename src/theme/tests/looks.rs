//! Tests of presets, contrast, repairs and exchange.

use palier_contract::document::{Theme, TokenKind};

use super::contrast::{PAIRS, mended, readings, repair, repairs, rescheme, worst};
use super::exchange::{ImportError, export, import};
use super::presets::{FONTS, PRESETS};
use super::tokens::{COLOURS, PLAIN};
use super::*;

const TOKENS_CSS: &str = include_str!("../../../style/tokens.css");

fn theme(json: &str) -> Theme {
    serde_json::from_str(json).unwrap()
}

fn failing(theme: &Theme, scheme: Scheme) -> Vec<String> {
    readings(&Palette::of(theme, scheme))
        .filter(|reading| !reading.passes())
        .map(|reading| format!("{} {:.2}", reading.pair.name, reading.ratio))
        .collect()
}

#[test]
fn every_preset_can_be_read_in_both_schemes_whichever_is_its_documents_own() {
    for preset in std::iter::once("").chain(PRESETS.iter().map(|preset| preset.name)) {
        for own in ["light", "dark", "auto"] {
            let theme = theme(&format!(r#"{{"ref":"{preset}","scheme":"{own}"}}"#));
            for scheme in Scheme::ALL {
                let bad = failing(&theme, scheme);
                assert!(bad.is_empty(), "{preset:?} {scheme:?}: {bad:?}");
            }
        }
    }
}

#[test]
fn presets_differ_and_every_value_of_theirs_is_of_its_type() {
    assert!(PRESETS.len() >= 6);
    let mut seen = std::collections::BTreeSet::new();
    for preset in PRESETS {
        assert!(seen.insert(preset.name), "{} twice", preset.name);
        assert!(seen.insert(preset.colour("color.accent", Scheme::Light).unwrap()));
        for scheme in Scheme::ALL {
            for token in &COLOURS[..8] {
                let value = preset.colour(token.name, scheme).unwrap();
                assert!(TokenKind::Colour.admits(value), "{value}");
            }
        }
        for token in PLAIN {
            let fits = |value| TokenKind::of(token.name).unwrap().admits(value);
            assert!(preset.plain(token.name).is_none_or(fits), "{}", token.name);
        }
    }
    for (name, stack) in FONTS {
        assert!(TokenKind::FontFamily.admits(stack), "{name}");
    }
}

#[test]
fn what_holds_without_a_theme_is_what_the_sheet_says() {
    let mut dark = TOKENS_CSS.split("data-theme=\"dark\"]").skip(1);
    let dark = dark.next().unwrap().split("@media").next().unwrap();
    for token in COLOURS {
        for (scheme, sheet) in [(Scheme::Light, TOKENS_CSS), (Scheme::Dark, dark)] {
            let (name, value) = (token.property(scheme), token.kit(scheme));
            let mut lines = sheet.lines();
            let line = lines.find(|line| line.contains(&format!("var({name},")));
            assert!(
                line.is_some_and(|line| line.contains(value)),
                "{name} {value}"
            );
        }
    }
    for token in PLAIN.iter().filter(|token| !token.kit.is_empty()) {
        let value = token.kit.trim_start_matches('0');
        assert!(TOKENS_CSS.contains(token.property), "{}", token.property);
        assert!(TOKENS_CSS.contains(&format!(", {value})")), "{value}");
    }
}

#[test]
fn a_theme_holds_what_differs_from_its_preset() {
    let theme =
        theme(r##"{"ref":"paper","tokens":{"radius.base":"9px","color.ink-dark":"#eeeeee"}}"##);
    let plain = |name| plain_of(&theme, name).unwrap();
    assert_eq!(plain("radius.base").origin, Origin::Document);
    assert_eq!(
        (plain("size.font").value.as_str(), plain("size.font").origin),
        ("17px", Origin::Preset)
    );
    assert_eq!(plain("motion.base").origin, Origin::Kit);
    let ink = |scheme| colour_of(&theme, "color.ink", scheme).unwrap();
    assert_eq!(ink(Scheme::Light).origin, Origin::Preset);
    assert_eq!(ink(Scheme::Dark).value, "#eeeeee");
}

#[test]
fn with_a_preset_only_the_accent_of_the_other_scheme_follows() {
    let theme = theme(r##"{"ref":"ledger","tokens":{"color.accent":"#7a1f5c"}}"##);
    let of = |name| colour_of(&theme, name, Scheme::Dark).unwrap();
    assert_eq!(of("color.accent").origin, Origin::Derived);
    assert_eq!(
        (
            of("color.surface").value.as_str(),
            of("color.surface").origin
        ),
        ("#141b25", Origin::Preset)
    );
    assert_eq!(failing(&theme, Scheme::Dark), Vec::<String>::new());
}

#[test]
fn a_repair_reaches_the_ratio_and_keeps_the_hue() {
    for (token, value, scheme) in [
        ("color.ink-soft", "#b8c4bc", Scheme::Light),
        ("color.accent", "#f2c14e", Scheme::Light),
        ("color.accent-ink", "#77aa99", Scheme::Light),
        ("color.control-line", "#eeeeee", Scheme::Light),
        ("color.ink", "#555555", Scheme::Dark),
        ("color.danger", "#ffb0b0", Scheme::Light),
    ] {
        let before = Colour::parse(value).unwrap();
        let palette = Palette::of(&Theme::default(), scheme).with(token, before);
        assert!(!worst(&palette, token).unwrap().passes(), "{token} {value}");
        let after = repair(&palette, token).unwrap();
        let mended = palette.with(token, after);
        let left: Vec<_> = readings(&mended)
            .filter(|r| r.pair.token == token && !r.passes())
            .collect();
        assert!(left.is_empty(), "{token}: {left:?}");
        let turned = (before.hue() - after.hue()).abs();
        assert!(!(6.0..=354.0).contains(&turned), "{token}: {turned}");
        assert_eq!(
            repair(&mended, token),
            None,
            "what is mended needs no repair"
        );
    }
}

#[test]
fn all_repairs_together_leave_nothing_to_mend() {
    for (accent, ink, soft) in [
        ("#ffd400", "#cccccc", "#dddddd"),
        ("#88ccff", "#999999", "#aaaaaa"),
        ("#00ff00", "#ff0000", "#0000ff"),
    ] {
        for scheme in Scheme::ALL {
            let mut palette = Palette::of(&Theme::default(), scheme);
            for (token, value) in [
                ("color.accent", accent),
                ("color.ink", ink),
                ("color.ink-soft", soft),
            ] {
                palette = palette.with(token, Colour::parse(value).unwrap());
            }
            for (token, colour) in repairs(&palette) {
                palette = palette.with(token, colour);
            }
            let left: Vec<_> = readings(&palette)
                .filter(|r| !r.passes())
                .map(|r| r.pair.name)
                .collect();
            assert!(left.is_empty(), "{accent} {scheme:?}: {left:?}");
        }
    }
}

#[test]
fn every_pair_is_of_tokens_that_exist_and_has_a_name_of_its_own() {
    let names: std::collections::BTreeSet<_> = PAIRS.iter().map(|pair| pair.name).collect();
    assert_eq!(names.len(), PAIRS.len());
    for scheme in Scheme::ALL {
        let drawn = readings(&Palette::of(&Theme::default(), scheme)).count();
        assert!(drawn + 1 >= PAIRS.len(), "{scheme:?}: {drawn}");
    }
}

#[test]
fn importing_an_export_changes_nothing() {
    for json in [
        "{}",
        r##"{"scheme":"light","tokens":{"color.accent":"#1f6b4a","radius.base":"14px","font.body":"Georgia, 'Times New Roman', serif","density":"1"}}"##,
        r##"{"scheme":"dark","ref":"gala","tokens":{"color.accent":"#a78bfa","color.ink-light":"#111111","weight.heading":"800"},"locked":["color.accent"]}"##,
        r#"{"ref":"paper","scheme":"auto"}"#,
    ] {
        let theme = theme(json);
        let back = import(&theme, &export(&theme).to_string()).unwrap();
        assert_eq!(back.theme, theme, "{json}");
        assert_eq!(back.rejected, Vec::<String>::new());
    }
}

#[test]
fn an_export_makes_another_theme_look_the_same() {
    let made = theme(
        r##"{"scheme":"light","ref":"sorbet","tokens":{"color.accent":"#1f6b4a","radius.base":"3px"}}"##,
    );
    let other = theme(r##"{"scheme":"dark","ref":"ledger","tokens":{"color.ink":"#eeeeee"}}"##);
    let back = import(&other, &export(&made).to_string()).unwrap();
    assert_eq!(properties(&back.theme), properties(&made));
}

#[test]
fn exports_have_the_shape_of_the_format() {
    let value = export(&theme(
        r##"{"tokens":{"color.accent":"#ff0080","radius.base":"0"}}"##,
    ));
    let at = |path: &str| value.pointer(path).cloned().unwrap_or_default();
    assert_eq!(at("/color/accent/$type"), "color");
    assert_eq!(at("/color/accent/$value/colorSpace"), "srgb");
    assert_eq!(at("/color/accent/$value/hex"), "#ff0080");
    assert_eq!(
        at("/radius/base/$value"),
        serde_json::json!({ "value": 0, "unit": "px" })
    );
    assert_eq!(at("/motion/base/$value/unit"), "ms");
    assert_eq!(at("/weight/heading/$type"), "fontWeight");
    assert!(at("/font/body/$value").is_array());
}

#[test]
fn foreign_tokens_are_understood_or_named() {
    let text = r##"{
        "brand": { "$type": "color", "blue": { "$value": { "colorSpace": "srgb", "components": [0, 0.2, 1] } } },
        "color": { "$type": "color", "accent": { "$value": "{brand.blue}" }, "ink": { "$value": "#101010" }, "ink-soft": { "$value": "teal" } },
        "radius": { "base": { "$type": "dimension", "$value": { "value": 6, "unit": "px" } } },
        "density": { "$type": "number", "$value": 1.2 },
        "loop": { "$type": "color", "$value": "{loop}" },
        "shadow": { "card": { "$type": "shadow", "$value": {} } }
    }"##;
    let got = import(&Theme::default(), text).unwrap();
    let tokens: Vec<_> = got
        .theme
        .tokens
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    assert_eq!(
        tokens,
        [
            ("color.accent", "#0033ff"),
            ("color.ink", "#101010"),
            ("density", "1.2"),
            ("radius.base", "6px")
        ]
    );
    assert_eq!(got.understood, 4);
    assert_eq!(
        got.rejected,
        ["brand.blue", "color.ink-soft", "loop", "shadow.card"]
    );
}

#[test]
fn what_holds_no_tokens_is_refused() {
    for (text, why) in [
        ("", ImportError::NotJson),
        ("[]", ImportError::NotJson),
        ("{}", ImportError::NoTokens),
        (r#"{"a":{"b":{"$type":"color"}}}"#, ImportError::NoTokens),
    ] {
        assert_eq!(import(&Theme::default(), text), Err(why), "{text}");
    }
}

#[test]
fn a_mended_theme_can_be_read_in_both_schemes_and_keeps_what_is_held() {
    let before = theme(
        r##"{"scheme":"light","tokens":{"color.accent":"#ffd400","color.ink-soft":"#cccccc"}}"##,
    );
    let after = mended(&before, |_| false);
    for scheme in Scheme::ALL {
        assert_eq!(failing(&after, scheme), Vec::<String>::new(), "{scheme:?}");
    }
    let held = mended(&before, |name| name.starts_with("color.accent"));
    assert_eq!(
        held.tokens.get("color.accent"),
        before.tokens.get("color.accent")
    );
}

#[test]
fn another_scheme_keeps_what_was_said_of_each() {
    let light = theme(
        r##"{"scheme":"light","tokens":{"color.accent":"#1f6b4a","color.ink-dark":"#eeeeee","radius.base":"3px"}}"##,
    );
    let dark = rescheme(&light, "dark");
    assert_eq!(
        dark.tokens.get("color.accent-light").map(String::as_str),
        Some("#1f6b4a")
    );
    assert_eq!(
        dark.tokens.get("color.ink").map(String::as_str),
        Some("#eeeeee")
    );
    for (name, scheme) in [("color.accent", Scheme::Light), ("color.ink", Scheme::Dark)] {
        let of = |theme: &Theme| colour_of(theme, name, scheme).unwrap();
        assert_eq!(of(&dark), of(&light));
    }
    assert_eq!(rescheme(&dark, "light").tokens, light.tokens);
    assert_eq!(rescheme(&light, "auto").tokens, light.tokens);
}
