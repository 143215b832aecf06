//! Tells assistive technology of an upgrade, and later of what moved since the last look.

use std::cell::RefCell;

use palier_contract::tier::Standing;

use super::place;
use super::requirement::amount;
use super::view::Shown;
use crate::dom::{El, el};
use crate::i18n::keys;
use crate::reactive::*;

/// A status line that is there, empty, before it has anything to say: only then is it heard.
pub(super) fn announcer(shown: Shown) -> El {
    let said = RwSignal::new(String::new());
    let before = RefCell::new(None);
    watch_later(move || {
        let now = shown.standing.get();
        let before: Option<Standing> = before.replace(now.clone());
        if let Some(words) = news(shown, before.as_ref(), now.as_ref()) {
            said.set(words);
        }
    });
    el("p", "pl-sr")
        .attr("role", "status")
        .text_of(move || said.get())
}

fn news(shown: Shown, before: Option<&Standing>, now: Option<&Standing>) -> Option<String> {
    let i18n = shown.i18n;
    let now = now?;
    if now.just_upgraded && before.is_none_or(|before| before.since != now.since) {
        let tiers = shown.tiers.get_untracked();
        let tier = place::find(&tiers, now.current.as_ref())?;
        return Some(i18n.with(keys::TIER_PROGRESS_CHEER_TITLE, &[("tier", &tier.name)]));
    }
    let old = &before?.requirements;
    let moved = now.requirements.iter().find(|one| {
        old.iter()
            .any(|past| past.metric == one.metric && past.current != one.current)
    })?;
    let words = shown
        .currencies
        .with_untracked(|currencies| amount(i18n, moved, currencies));
    Some(format!("{}: {words}", moved.label))
}
