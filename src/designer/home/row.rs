//! One portal of the list.

use palier_contract::revision::PortalSummary;

use super::{Home, SHEET};
use crate::blocks::icon::icon;
use crate::designer::menu::corner;
use crate::designer::{icons, window};
use crate::dom::{self, El, el};
use crate::i18n::{DateStyle, I18n, keys};
use crate::portal::words;

/// Draws it.
pub(super) fn draw(home: Home, one: &PortalSummary, picture: El) -> El {
    let i18n = home.i18n;
    let title = title(one, i18n);
    let named = named(home, one);
    let id = (named != title).then(|| el("span", "ds-soft").text(one.id.as_str()));
    let (state, tone) = match (one.published_revision.is_some(), one.changed) {
        (false, _) => (keys::DESIGNER_HOME_NEVER, "plain"),
        (true, true) => (keys::DESIGNER_HOME_AHEAD, "warn"),
        (true, false) => (keys::DESIGNER_HOME_PUBLISHED, "good"),
    };
    let when = one.published_at.as_ref().map(|at| {
        let time = window::date(i18n, at, DateStyle::Moment);
        i18n.with(keys::DESIGNER_HOME_SINCE, &[("time", &time)])
    });
    let address = window::desk_url(one.id.as_str());
    let name = SHEET.el("a", "name").attr("href", &address).text(&title);
    let name = match id {
        Some(_) => name.attr("aria-label", &named),
        None => name,
    };
    let name = match home.focus.get_untracked() == one.id.as_str() {
        true => name.node(|name| dom::focus(&name)),
        false => name,
    };
    let seen = one.published_revision.as_ref().map(|_| {
        SHEET
            .el("a", "see ds-button")
            .attr("href", &window::portal_url(one.id.as_str()))
            .attr(
                "aria-label",
                &i18n.with(keys::DESIGNER_HOME_SEE_OF, &[("portal", &named)]),
            )
            .text(&i18n.t(keys::DESIGNER_HOME_SEE))
    });
    SHEET
        .el("li", "portal")
        .attr("data-portal", one.id.as_str())
        .child(picture)
        .child(
            SHEET
                .el("div", "about")
                .child(name)
                .child(id)
                .child(when.map(|when| el("span", "ds-soft").text(&when))),
        )
        .child(
            el("span", "ds-chip")
                .attr("data-tone", tone)
                .text(&i18n.t(state)),
        )
        .child(seen)
        .child(more(home, one, &named))
}

/// What a portal is called.
pub(super) fn title(one: &PortalSummary, i18n: I18n) -> String {
    let title = words::text(&one.title, &i18n.locale());
    match title.is_empty() {
        true => i18n.t(keys::DESIGNER_HOME_UNTITLED),
        false => title,
    }
}

/// What tells it from others: of two with one title, the id.
pub(super) fn named(home: Home, one: &PortalSummary) -> String {
    let own = title(one, home.i18n);
    let is_shared = home.list.with_untracked(|list| {
        let mut items = list.items.iter();
        items.any(|other| other.id != one.id && title(other, home.i18n) == own)
    });
    match is_shared {
        true => home.i18n.with(
            keys::DESIGNER_HOME_NAMED,
            &[("portal", &own), ("id", one.id.as_str())],
        ),
        false => own,
    }
}

/// Opens the menu of what can be done with it.
fn more(home: Home, one: &PortalSummary, title: &str) -> El {
    let label = home
        .i18n
        .with(keys::DESIGNER_HOME_MORE, &[("portal", title)]);
    let id = one.id.to_string();
    SHEET
        .el("button", "more ds-icon-button")
        .attr("type", "button")
        .attr("aria-haspopup", "menu")
        .attr("aria-label", &label)
        .attr("title", &label)
        .on("click", move |event| {
            if let &[x, y] = corner(&event).as_slice() {
                home.menu.set(Some((id.clone(), x, y)));
            }
        })
        .child(icon(icons::MORE))
}
