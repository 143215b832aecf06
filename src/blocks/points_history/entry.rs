//! One entry: what it was and why, where it stands, how much, and the balance after it.

use palier_contract::ledger::{LedgerEntry, LedgerKind, LedgerStatus};

use palier_contract::Timestamp;

use super::words::Words;
use crate::blocks::icon::{self, Icon};
use crate::dom::{Dom, El, el};
use crate::i18n::{DateStyle, Key, keys};
use crate::style::sheets::POINTS_HISTORY as S;

/// Kinds in the order of the menu.
pub(super) const KINDS: [LedgerKind; 6] = [
    LedgerKind::Earn,
    LedgerKind::Spend,
    LedgerKind::Expire,
    LedgerKind::Refund,
    LedgerKind::Reverse,
    LedgerKind::Adjust,
];

/// The drawing and the word of a kind.
pub(super) fn kind(kind: &LedgerKind) -> (Icon, Key) {
    match kind {
        LedgerKind::Earn => (Icon::SPARKLE, keys::POINTS_HISTORY_EARN),
        LedgerKind::Spend => (Icon::GIFT, keys::POINTS_HISTORY_SPEND),
        LedgerKind::Expire => (Icon::HOURGLASS, keys::POINTS_HISTORY_EXPIRE),
        LedgerKind::Refund => (Icon::REFRESH, keys::POINTS_HISTORY_REFUND),
        LedgerKind::Reverse => (Icon::UNDO, keys::POINTS_HISTORY_REVERSE),
        LedgerKind::Adjust => (Icon::PENCIL, keys::POINTS_HISTORY_ADJUST),
        LedgerKind::Unknown(_) => (Icon::INFO, keys::POINTS_HISTORY_MOVEMENT),
    }
}

pub(super) fn entry(words: Words, entry: &LedgerEntry) -> El {
    let (sign, kind) = kind(&entry.kind);
    let direction = if entry.amount.get() > 0 { "in" } else { "out" };
    S.el("li", "entry")
        .attr("part", "row entry")
        .attr("data-status", entry.status.as_str())
        .child(icon::sign(&S, "sign pl-disc", sign).attr("data-direction", direction))
        .child(about(words, entry, kind))
        .child(figures(words, entry, direction))
}

/// The name with its chip, and a line of details.
fn about(words: Words, entry: &LedgerEntry, kind: Key) -> Dom {
    let i18n = words.i18n;
    let at = &entry.occurred_at;
    let label = S
        .el("span", "label")
        .attr("part", "label")
        .text(&entry.label);
    let titled = match status(words, entry) {
        Some(chip) => S.el("span", "titled").child(label).child(chip),
        None => label,
    };
    let details = [
        Some(time(at, &i18n.date(at, DateStyle::Time))),
        entry
            .reason
            .as_ref()
            .map(|reason| S.el("span", "detail").text(reason)),
        lapse(words, entry),
    ];
    // The blank parts words that are read out; the dot is for the eye.
    let details = details.into_iter().flatten().fold(
        S.el("span", "details").text(&i18n.t(kind)),
        |details, one| details.text(" ").child(one),
    );
    vec![titled, details].into()
}

fn time(at: &Timestamp, text: &str) -> El {
    S.el("time", "detail whole")
        .attr("datetime", &at.0)
        .text(text)
}

/// When what came in lapses, while it still can.
fn lapse(words: Words, entry: &LedgerEntry) -> Option<El> {
    let open = matches!(entry.status, LedgerStatus::Pending | LedgerStatus::Posted);
    let at = entry
        .expires_at
        .as_ref()
        .filter(|_| open && entry.amount.get() > 0)?;
    let date = words.i18n.date(at, DateStyle::Medium);
    let key = keys::POINTS_HISTORY_LAPSES_ON;
    Some(time(at, &words.i18n.with(key, &[("date", &date)])))
}

/// A chip, unless the entry simply counts.
fn status(words: Words, entry: &LedgerEntry) -> Option<El> {
    let i18n = words.i18n;
    let (tone, text) = match (&entry.status, &entry.available_at) {
        (LedgerStatus::Pending, Some(at)) => {
            let date = i18n.date(at, DateStyle::Short);
            let key = keys::POINTS_HISTORY_STATUS_PENDING_UNTIL;
            ("accent", i18n.with(key, &[("date", &date)]))
        }
        (LedgerStatus::Pending, None) => ("accent", i18n.t(keys::POINTS_HISTORY_STATUS_PENDING)),
        (LedgerStatus::Reversed, _) => ("bad", i18n.t(keys::POINTS_HISTORY_STATUS_REVERSED)),
        (LedgerStatus::Expired, _) => ("warn", i18n.t(keys::POINTS_HISTORY_STATUS_EXPIRED)),
        (LedgerStatus::Posted | LedgerStatus::Unknown(_), _) => return None,
    };
    let chip = el("span", "pl-chip")
        .attr("part", "status")
        .attr("data-tone", tone);
    Some(chip.text(&text))
}

fn figures(words: Words, entry: &LedgerEntry, direction: &str) -> Dom {
    let i18n = words.i18n;
    let currency = words.currency(&entry.currency);
    let currency = currency.as_ref();
    let after = entry.balance_after.map(|after| {
        let amount = i18n.units(after.get(), currency);
        let text = i18n.with(keys::POINTS_HISTORY_BALANCE, &[("amount", &amount)]);
        S.el("span", "after pl-num")
            .attr("part", "balance-after")
            .text(&text)
    });
    let amount = S
        .el("span", "amount pl-num")
        .attr("part", "amount")
        .attr("data-direction", direction)
        .text(&i18n.signed(entry.amount.get(), currency));
    vec![Some(amount), after].into()
}
