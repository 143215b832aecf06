//! The list: controls, result count, cards, the next page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::Element;

use super::card::card;
use super::filters::{self, Filters};
use super::listing::Pages;
use super::redeem_dialog::RedeemDialog;
use super::{dialog, notice, orders};
use crate::blocks::Block;
use crate::blocks::frame::{Frame, Subject, frame, state};
use crate::blocks::icon::Icon;
use crate::dom::{Dom, El, closest, el, focus, key_of, memo, watch};
use crate::i18n::keys;
use crate::reactive::*;
use crate::style::sheets::REWARD_CATALOGUE as S;

/// Draws the block.
pub(super) fn draw(block: Block) -> El {
    let i18n = block.i18n();
    let filters = Filters::new(&block);
    let pages = Pages::new(&block, filters);
    let shown = pages.shown;
    let listed = move || shown.with(|load| load.read(|listing| listing.items.clone()));
    let dialog = RedeemDialog::new(&block, Signal::derive(listed));
    let controls = controls(&block, dialog, filters, pages);
    frame(
        &block,
        Frame {
            spec: &super::SPEC,
            title: Signal::derive(move || i18n.t(keys::REWARD_CATALOGUE_TITLE)),
            subject: Signal::derive(move || {
                shown.with(|load| {
                    Subject::of(load, |listing| listing.items.is_empty() && !listing.narrow)
                })
            }),
            as_of: Signal::derive(move || {
                shown.with(|load| load.read(|listing| Some(listing.as_of.clone())))
            }),
            retry: Rc::new(move || pages.retry()),
            controls,
            skeleton,
            ready: Box::new(move || content(dialog, filters, pages)),
            empty: (
                Icon::GIFT,
                keys::REWARD_CATALOGUE_EMPTY_TITLE,
                keys::REWARD_CATALOGUE_EMPTY_TEXT,
            ),
            said: dialog.said,
        },
    )
}

/// Notice, filters, and the dialog: drawn once, so that a list that empties under an open reward
/// does not take it away.
fn controls(block: &Block, dialog: RedeemDialog, filters: Filters, pages: Pages) -> Dom {
    let categories = memo(move || {
        pages
            .shown
            .with(|load| load.read(|listing| listing.categories.clone()))
    });
    // Nothing to choose from, and nothing that the member's own filters hide.
    let useless = move || {
        pages.shown.with(|load| match &load.value {
            None => load.error.is_some(),
            Some(listing) => listing.items.is_empty() && !listing.narrow,
        })
    };
    let tools = S
        .el("div", "tools")
        .flag_of("hidden", useless)
        .child(filters::controls(block, filters, categories));
    S.el("div", "controls")
        .slot(move || notice::notice(dialog))
        .child(tools)
        .child(dialog::draw(dialog))
        .into()
}

fn skeleton() -> Dom {
    let cells: Vec<El> = (0..8).map(|_| S.el("div", "pl-bone bone")).collect();
    vec![
        S.el("p", "count").attr("aria-hidden", "true"),
        S.el("div", "cards")
            .attr("aria-hidden", "true")
            .child(cells),
    ]
    .into()
}

fn content(dialog: RedeemDialog, filters: Filters, pages: Pages) -> Dom {
    let i18n = dialog.i18n;
    let shown = pages.shown;
    let items = memo(move || shown.with(|load| load.read(|listing| listing.items.clone())));
    let count = move || {
        let all = items.with(Vec::len);
        let total = shown.with(|load| load.read(|listing| listing.total));
        let total = total.unwrap_or_else(|| i64::try_from(all).unwrap_or_default());
        i18n.count(keys::REWARD_CATALOGUE_TOTAL, total, &[])
    };
    let cards = move || {
        dialog.currencies.with(|currencies| {
            items.with(|items| {
                let each = items.iter().map(|reward| card(dialog, reward, currencies));
                each.collect::<Vec<El>>()
            })
        })
    };
    let list = StoredValue::<Option<Element>>::new(None);
    let nobody = memo(move || items.with(Vec::is_empty));
    let busy = memo(move || shown.with(|load| load.busy));
    let drawn = S
        .el("ul", "cards")
        .attr("part", "cards")
        .attr("role", "list")
        .attr_of("data-layout", move || Some(filters.layout.value.get()))
        .attr_of("data-busy", move || Some(busy.get().to_string()))
        .flag_of("hidden", move || nobody.get())
        .node(move |element| list.set_value(Some(element)))
        .on("click", move |event| {
            if let Some(id) = key_of(&event) {
                dialog.show(&id);
            }
        })
        .keyed(false, cards);
    follow_focus(dialog, pages, list);
    let count = S
        .el("p", "count pl-soft pl-small")
        .attr("role", "status")
        .text_of(count);
    S.el("div", "found")
        .child(S.el("div", "above").child(count).slot(orders::way(dialog)))
        .child(drawn)
        .slot(move || nobody.get().then(|| no_match(dialog, filters)))
        .slot(move || more(dialog, pages, busy))
        .into()
}

fn more(dialog: RedeemDialog, pages: Pages, busy: Memo<bool>) -> Option<El> {
    let any = pages
        .shown
        .with(|load| load.read(|listing| listing.next.is_some()));
    any.then(|| {
        el("button", "pl-button")
            .attr("type", "button")
            .attr("part", "more")
            .attr_of("aria-disabled", move || Some(busy.get().to_string()))
            .on("click", move |_| pages.more())
            .text(&dialog.i18n.t(keys::REWARD_CATALOGUE_MORE))
    })
    .map(|button| S.el("div", "more").child(button))
}

/// Keeps the focus where the member is: with more cards it goes to the first new one, since the
/// button that asked may be gone; after the dialog it returns to the card that opened it, which
/// may have been drawn anew meanwhile.
fn follow_focus(dialog: RedeemDialog, pages: Pages, list: StoredValue<Option<Element>>) {
    let to = move |found: &dyn Fn(u32, &Element) -> bool| {
        let Some(Some(list)) = list.try_get_value() else {
            return;
        };
        let cells = list.children();
        let cell = (0..cells.length())
            .filter_map(|place| Some((place, cells.item(place)?)))
            .find(|(place, cell)| found(*place, cell));
        if let Some((_, cell)) = cell
            && let Ok(Some(button)) = cell.query_selector("button")
        {
            focus(&button);
        }
    };
    let before = Cell::new(0);
    watch(move || {
        let asked = pages.asked.get();
        let now = pages
            .shown
            .with(|load| load.read(|listing| listing.items.len()));
        let before = before.replace(now);
        if asked && before < now {
            pages.asked.set(false);
            to(&|place, _| u32::try_from(before) == Ok(place));
        }
    });
    let before = RefCell::new(String::new());
    watch(move || {
        let now = dialog.id.get();
        let before = before.replace(now.clone());
        if !before.is_empty() && now.is_empty() {
            to(&|_, cell| cell.get_attribute("data-key").as_deref() == Some(before.as_str()));
        }
    });
}

fn no_match(dialog: RedeemDialog, filters: Filters) -> Dom {
    let i18n = dialog.i18n;
    let clear = el("button", "pl-button")
        .attr("type", "button")
        .on("click", move |event| {
            // The button goes with what it stands for: the focus goes to where the next try begins.
            let field = closest(&event, "[data-block]")
                .and_then(|block| block.query_selector("input[type=search]").ok().flatten());
            filters.clear();
            if let Some(field) = field {
                focus(&field);
            }
        })
        .text(&i18n.t(keys::REWARD_CATALOGUE_CLEAR));
    state(
        Icon::SEARCH,
        &i18n.t(keys::REWARD_CATALOGUE_NO_MATCH_TITLE),
        &i18n.t(keys::REWARD_CATALOGUE_NO_MATCH_TEXT),
        "calm",
        clear,
    )
}
