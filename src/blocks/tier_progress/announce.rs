//! What assistive technology is told: an upgrade, and later what moved since the last look.

use std::cell::RefCell;

use palier_contract::tier::Standing;

use super::place;
use super::requirement::amount;
use super::view::Shown;
use crate::i18n::keys;
use crate::reactive::*;

pub(super) fn announce(shown: Shown) {
    let before = RefCell::new(None);
    watch_later(move || {
        // Without them nobody can say which one was reached.
        if shown.tiers.with(Vec::is_empty) {
            return;
        }
        let now = shown.standing.get();
        let before: Option<Standing> = before.replace(now.clone());
        if let Some(words) = news(shown, before.as_ref(), now.as_ref()) {
            shown.said.set(words);
        }
    });
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
