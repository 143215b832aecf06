//! One measure with its bar: what there is, what is needed, and what is missing, in words.

use palier_contract::portal::Currency;
use palier_contract::tier::Requirement;

use super::view::Shown;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::bar;
use crate::dom::El;
use crate::i18n::{I18n, Key, keys};
use crate::style::sheets::TIER_PROGRESS as S;

/// Draws every measure of `asked`. `missing` words what is still missing of an amount, with
/// `{amount}` and `{tier}`.
pub(super) fn requirements(shown: Shown, asked: &[Requirement], missing: Key, tier: &str) -> El {
    let drawn: Vec<El> = shown.currencies.with(|currencies| {
        asked
            .iter()
            .map(|one| measure(shown.i18n, one, currencies, missing, tier))
            .collect()
    });
    S.el("ul", "measures").child(drawn)
}

fn measure(i18n: I18n, one: &Requirement, currencies: &[Currency], missing: Key, tier: &str) -> El {
    let (current, target) = (one.current.unwrap_or_default().get(), one.target.get());
    let words = amount(i18n, one, currencies);
    let (met, rest) = (current >= target, target.saturating_sub(current));
    let rest = match currency(one, currencies) {
        _ if met => i18n.t(keys::TIER_PROGRESS_MET),
        Some(currency) => i18n.with(
            missing,
            &[
                ("amount", &i18n.units(rest, Some(currency))),
                ("tier", tier),
            ],
        ),
        None => i18n.count(keys::TIER_PROGRESS_TO_GO, rest, &[]),
    };
    let line = S
        .el("div", "measure-line")
        .child(S.el("span", "measure-label").text(&one.label))
        .child(S.el("span", "measure-figure pl-num").text(&words));
    let rest = S
        .el("p", "measure-rest pl-num")
        .child(met.then(|| icon(Icon::CHECK)))
        .text(&rest);
    S.el("li", if met { "measure met" } else { "measure" })
        .attr("part", "requirement")
        .child(line)
        .child(bar(current, target))
        .child(rest)
}

/// "1,240 of 2,000 points"; the bare target where nobody's progress is known.
pub(super) fn amount(i18n: I18n, one: &Requirement, currencies: &[Currency]) -> String {
    let currency = currency(one, currencies);
    let target = i18n.units(one.target.get(), currency);
    match one.current {
        None => target,
        Some(current) => i18n.with(
            keys::TIER_PROGRESS_OF,
            &[
                ("current", &i18n.figure(current.get(), currency)),
                ("target", &target),
            ],
        ),
    }
}

fn currency<'a>(one: &Requirement, currencies: &'a [Currency]) -> Option<&'a Currency> {
    let id = one.currency.as_ref()?;
    currencies.iter().find(|known| known.id == *id)
}
