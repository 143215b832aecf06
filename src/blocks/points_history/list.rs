//! The entries by day, and what stands there when there are none.

use palier_contract::Timestamp;

use super::days::{Day, by_day};
use super::entry::entry;
use super::filter::Picks;
use super::more::more;
use super::pages::Pages;
use super::words::Words;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::kept_focus;
use crate::dom::{Dom, El, el, memo};
use crate::i18n::{DateStyle, calendar_day, keys};
use crate::style::sheets::POINTS_HISTORY as S;

/// What stands in the place of the list.
#[derive(Clone, Copy, PartialEq)]
enum Face {
    Entries,
    Nothing,
    NoMatch,
    Failed,
}

pub(super) fn list(words: Words, pages: Pages, picks: Picks) -> Dom {
    let face = memo(move || {
        pages.shown.with(|shown| match shown.entries.is_empty() {
            _ if shown.has_failed() => Face::Failed,
            false => Face::Entries,
            true if shown.filter.narrows() => Face::NoMatch,
            true => Face::Nothing,
        })
    });
    // Rows of another filter stay on screen, dimmed, until the new ones are there.
    let outdated = memo(move || {
        pages.waiting.get()
            && pages.shown.with(|shown| {
                shown.has_failed() || picks.filter.with(|filter| shown.filter != *filter)
            })
    });
    let busy = memo(move || pages.waiting.get());
    let body = move || match face.get() {
        Face::Entries => entries(words, pages),
        Face::Nothing => blank(words, None),
        Face::NoMatch => blank(words, Some(picks)),
        Face::Failed => words
            .failure(
                keys::POINTS_HISTORY_LIST_FAILED,
                pages.said,
                busy,
                move || pages.retry(),
            )
            .into(),
    };
    S.el("div", "list")
        .attr("part", "list")
        // What takes the focus at times has a name.
        .attr("role", "group")
        .attr("aria-label", &words.i18n.t(keys::POINTS_HISTORY_LIST))
        .attr("data-place", "")
        .attr_of("aria-busy", move || Some(outdated.get().to_string()))
        .slot(body)
        .into()
}

fn entries(words: Words, pages: Pages) -> Dom {
    let days = memo(move || {
        pages
            .shown
            .with(|shown| by_day(&shown.entries, calendar_day))
    });
    let draw = move || {
        let now = [days_ago(0), days_ago(1)];
        days.with(|days| {
            let each = days.iter().map(|one| day(words, one, &now));
            each.collect::<Vec<_>>()
        })
    };
    vec![S.el("div", "days").keyed(false, draw), more(words, pages)].into()
}

/// `now` is today and yesterday.
fn day(words: Words, day: &Day, now: &[String; 2]) -> El {
    let i18n = words.i18n;
    let at = day.entries.first().map(|entry| entry.occurred_at.clone());
    let near = [keys::POINTS_HISTORY_TODAY, keys::POINTS_HISTORY_YESTERDAY]
        .into_iter()
        .zip(now)
        .find(|(_, date)| day.date == **date)
        .map(|(key, _)| S.el("span", "near").text(&i18n.t(key)).text(" "));
    let [today, _] = now;
    let is_this_year = day.date.get(..4) == today.get(..4);
    let style = if is_this_year {
        DateStyle::Day
    } else {
        DateStyle::Long
    };
    let heading = words
        .heading(S.el("time", "date"))
        .attr("datetime", &day.date)
        .child(near)
        .text(&i18n.date(&at.unwrap_or_default(), style));
    let rows: Vec<El> = day.entries.iter().map(|one| entry(words, one)).collect();
    S.el("div", "day")
        .attr("part", "day")
        .attr("data-key", &day.date)
        .child(heading)
        .child(el("ol", "").child(rows))
}

/// The reader's calendar day today, or one before it: days are not all of 24 hours.
fn days_ago(days: u32) -> String {
    let at = js_sys::Date::new(&crate::i18n::clock::now().into());
    at.set_date(at.get_date().saturating_sub(days));
    calendar_day(&Timestamp(at.to_iso_string().into()))
}

/// No entries; with `picks`, because of the filters.
fn blank(words: Words, picks: Option<Picks>) -> Dom {
    let i18n = words.i18n;
    let (sign, title, text) = match picks {
        Some(_) => (
            Icon::SEARCH,
            keys::POINTS_HISTORY_NO_MATCH_TITLE,
            keys::POINTS_HISTORY_NO_MATCH_TEXT,
        ),
        None => (
            Icon::COIN,
            keys::POINTS_HISTORY_NO_ENTRIES_TITLE,
            keys::POINTS_HISTORY_EMPTY_TEXT,
        ),
    };
    let clear = picks.map(|picks| {
        let clear = S
            .el("button", "pl-button clear")
            .attr("type", "button")
            .on("click", move |_| picks.clear())
            .text(&i18n.t(keys::POINTS_HISTORY_CLEAR));
        kept_focus(clear)
    });
    el("div", "pl-state")
        .child(el("span", "pl-state-icon").child(icon(sign)))
        .child(el("p", "pl-state-title").text(&i18n.t(title)))
        .child(el("p", "pl-state-text").text(&i18n.t(text)))
        .child(el("div", "pl-state-actions").child(clear))
        .into()
}
