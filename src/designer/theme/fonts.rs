//! The fonts: curated ones by character, and names of fonts that somebody types.

use palier_contract::document::{Theme, TokenKind};

use super::SHEET;
use super::edit::{self, Seen};
use super::measures::{row, value};
use super::reading;
use crate::designer::session::Session;
use crate::dom::{Dom, El, el, value_of};
use crate::i18n::{Key, keys};
use crate::reactive::RwSignal;
use crate::theme::presets::FONTS;
use crate::theme::{plain_of, preset_of};

const FONT_NAMES: &[(&str, Key)] = &[
    ("system", keys::DESIGNER_THEME_FONT_SYSTEM),
    ("humanist", keys::DESIGNER_THEME_FONT_HUMANIST),
    ("geometric", keys::DESIGNER_THEME_FONT_GEOMETRIC),
    ("grotesque", keys::DESIGNER_THEME_FONT_GROTESQUE),
    ("rounded", keys::DESIGNER_THEME_FONT_ROUNDED),
    ("old_style", keys::DESIGNER_THEME_FONT_OLD_STYLE),
    ("transitional", keys::DESIGNER_THEME_FONT_TRANSITIONAL),
    ("didone", keys::DESIGNER_THEME_FONT_DIDONE),
];

const BODY: &str = "font.body";
const HEADING: &str = "font.heading";
/// The choice of headings that have the font of the text.
const AS_TEXT: &str = "text";
/// The curated font that the kit's own is.
const SYSTEM: &str = "system";

/// Draws the choice of one font.
pub(super) fn draw(session: Session, seen: Seen, token: &'static str) -> El {
    let label = reading::token(session.i18n, token);
    let own = RwSignal::new(false);
    let held = move || seen.held(&[token.to_owned()]).is_some();
    let choice = el("select", "ds-input")
        .attr("aria-label", &label)
        .flag_of("disabled", held)
        .on("change", move |event| {
            let wanted = value_of(&event);
            own.set(wanted.is_empty());
            choose(session, seen, token, &wanted);
        })
        .child(options(session, seen, token))
        // After the options: a value that no option has yet cannot be chosen.
        .attr_of(".value", move || {
            let chosen = if own.get() {
                ""
            } else {
                known(&value(seen, token))
            };
            Some(chosen.to_owned())
        });
    let is_own = move || own.get() || known(&value(seen, token)).is_empty();
    let family = family(session, seen, token, &label)
        .flag_of("hidden", move || !is_own())
        .flag_of("readonly", held);
    row(
        session,
        seen,
        token,
        SHEET.el("span", "font").child(choice).child(family),
    )
}

fn options(session: Session, seen: Seen, token: &'static str) -> Vec<Dom> {
    let i18n = session.i18n;
    let option = |name: &str, key| {
        el("option", "")
            .attr("value", name)
            .text(&i18n.t(key))
            .into()
    };
    let as_text = (token == HEADING).then(|| option(AS_TEXT, keys::DESIGNER_THEME_FONT_AS_TEXT));
    let curated = FONT_NAMES.iter().map(|(name, key)| option(name, *key));
    // One of the brand's own is called by its name.
    let other = el("option", "").attr("value", "").text_of(move || {
        let stack = value(seen, token);
        match known(&stack) {
            "" => first_family(&stack).to_owned(),
            _ => i18n.t(keys::DESIGNER_THEME_FONT_OWN),
        }
    });
    let other = std::iter::once(Dom::from(other));
    as_text.into_iter().chain(curated).chain(other).collect()
}

fn family(session: Session, seen: Seen, token: &'static str, label: &str) -> El {
    let i18n = session.i18n;
    let named = i18n.with(keys::DESIGNER_THEME_FAMILY, &[("token", label)]);
    el("input", "ds-input")
        .attr("type", "text")
        .attr("spellcheck", "false")
        .attr("aria-label", &named)
        .attr("placeholder", &i18n.t(keys::DESIGNER_THEME_FAMILY_HINT))
        .attr_of(".value", move || Some(value(seen, token)))
        .on("input", move |event| {
            let typed = value_of(&event);
            if TokenKind::FontFamily.admits(&typed) {
                edit::set(session, token, Some(typed));
            }
        })
        .on("change", move |_| edit::settle(session))
}

fn choose(session: Session, seen: Seen, token: &'static str, wanted: &str) {
    let stack = match wanted {
        AS_TEXT => {
            let theme = edit::theme_of(session);
            // What says nothing has the preset's font, where that has one for headings.
            let own = preset_of(&theme).and_then(|preset| preset.plain(HEADING));
            if own.is_none_or(str::is_empty) {
                return edit::reset(session, &[token.to_owned()]);
            }
            value(seen, BODY)
        }
        _ => match FONTS.iter().find(|(name, _)| *name == wanted) {
            Some((_, stack)) => (*stack).to_owned(),
            None => return,
        },
    };
    edit::settle(session);
    edit::set(session, token, Some(stack));
    edit::settle(session);
}

/// Which of the choices a stack of fonts is; empty for one of the brand's own.
fn known(stack: &str) -> &'static str {
    if stack.is_empty() {
        return AS_TEXT;
    }
    let kit = plain_of(&Theme::default(), BODY);
    if kit.is_some_and(|kit| kit.value == stack) {
        return SYSTEM;
    }
    let found = FONTS.iter().find(|(_, known)| *known == stack);
    found.map_or("", |(name, _)| name)
}

/// The first name in a stack of fonts, without its quotes.
fn first_family(stack: &str) -> &str {
    let first = stack.split(',').next().unwrap_or_default();
    first.trim().trim_matches(['"', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_kit_draws_has_a_name() {
        let kit = |token| plain_of(&Theme::default(), token).map(|found| found.value);
        assert_eq!(known(&kit(BODY).unwrap()), SYSTEM);
        assert_eq!(known(&kit(HEADING).unwrap()), AS_TEXT);
        assert_eq!(known("Georgia, serif"), "");
        for (name, stack) in FONTS {
            assert_eq!(known(stack), *name);
        }
    }

    #[test]
    fn a_stack_is_called_by_its_first_font() {
        assert_eq!(first_family("'Brand Sans', Arial"), "Brand Sans");
        assert_eq!(first_family(" Georgia"), "Georgia");
    }
}
