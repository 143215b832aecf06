//! The way to the next page; at the end, that this was all.

use super::pages::Pages;
use super::words::Words;
use crate::dom::{El, el, focus, memo};
use crate::i18n::keys;
use crate::style::sheets::POINTS_HISTORY as S;

pub(super) fn more(words: Words, pages: Pages) -> El {
    let goes_on = memo(move || pages.shown.with(|shown| shown.next.is_some()));
    S.el("div", "foot").slot(move || {
        if goes_on.get() {
            vec![trouble(words, pages), button(words, pages)]
        } else {
            vec![end(words, pages)]
        }
    })
}

/// Whether the page asked for last did not come.
fn has_failed(pages: Pages) -> bool {
    !pages.waiting.get() && pages.shown.with(|shown| !shown.is_complete())
}

fn trouble(words: Words, pages: Pages) -> El {
    el("p", "pl-error-text")
        .attr("role", "status")
        .text_of(move || {
            if has_failed(pages) {
                words.i18n.t(keys::POINTS_HISTORY_MORE_FAILED)
            } else {
                String::new()
            }
        })
}

fn button(words: Words, pages: Pages) -> El {
    let label = move || {
        words.i18n.t(match () {
            () if pages.waiting.get() => keys::FRAME_LOADING,
            () if has_failed(pages) => keys::FRAME_RETRY,
            () => keys::POINTS_HISTORY_MORE,
        })
    };
    S.el("button", "pl-button pl-wide more")
        .attr("type", "button")
        .attr("part", "more")
        .attr_of("aria-disabled", move || {
            Some(pages.waiting.get().to_string())
        })
        .node(move |button| pages.button.set_value(Some(button)))
        .on("click", move |_| pages.more())
        .text_of(label)
}

fn end(words: Words, pages: Pages) -> El {
    let text = words.i18n.t(keys::POINTS_HISTORY_END);
    S.el("p", "end pl-soft pl-small")
        .attr("tabindex", "-1")
        .node(move |end| {
            // The button that had the focus is gone.
            if pages.focus_end.get_untracked() {
                pages.focus_end.set(false);
                focus(&end);
            }
        })
        .text(&text)
}
