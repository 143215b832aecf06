//! One reward of the list: picture, title, price, verdict. The whole card opens the reward
//! through one real button.

use palier_contract::Media;
use palier_contract::portal::Currency;
use palier_contract::reward::{Price, Reward};

use super::redeem_dialog::RedeemDialog;
use super::verdict::{self, Line};
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{bar, picture};
use crate::dom::{Dom, El, el};
use crate::i18n::{I18n, keys};
use crate::style::sheets::REWARD_CATALOGUE as S;

/// Draws a card; the list listens for its button.
pub(super) fn card(dialog: RedeemDialog, reward: &Reward, currencies: &[Currency]) -> El {
    let i18n = dialog.i18n;
    let opener = S
        .el("button", "opener")
        .attr("part", "card-link")
        .attr("type", "button")
        .attr("aria-haspopup", "dialog")
        .text(&reward.title);
    let title = S
        .el("div", "name")
        .attr("part", "card-title")
        .attr("role", "heading")
        .attr("aria-level", &dialog.level.get().to_string())
        .child(opener);
    let summary = reward.summary.as_deref();
    let lines: Vec<El> = verdict::lines(i18n, reward, currencies)
        .iter()
        .map(|one| line(one, worded(one.sign, &one.text)))
        .collect();
    let text = S
        .el("div", "text")
        .child(title)
        .child(summary.map(|text| S.el("p", "summary pl-soft pl-small").text(text)))
        .child(prices(i18n, &reward.prices, currencies))
        .child(
            (!lines.is_empty())
                .then(|| S.el("div", "verdict").attr("part", "verdict").child(lines)),
        );
    S.el("li", "card")
        .attr("part", "card")
        .attr("data-key", reward.id.as_str())
        .attr("data-verdict", reward.eligibility.state.as_str())
        .child(art(dialog, reward))
        .child(text)
}

fn art(dialog: RedeemDialog, reward: &Reward) -> El {
    S.el("div", "art")
        .attr("part", "picture")
        .child(image(dialog, reward.media.first()))
        .child(ribbon(reward))
}

/// The picture of a reward, or a sign where there is none.
fn image(dialog: RedeemDialog, media: Option<&Media>) -> El {
    match media {
        // The name stands beside it; the open reward says what there is to see.
        Some(media) => picture(dialog.store, media, ""),
        None => icon(Icon::GIFT),
    }
}

/// The small picture beside the name of a reward.
pub(super) fn thumb(dialog: RedeemDialog, media: Option<&Media>) -> El {
    S.el("span", "thumb").child(image(dialog, media))
}

/// A short flag such as "New".
pub(super) fn ribbon(reward: &Reward) -> Option<El> {
    let words = reward.ribbon.as_deref()?;
    Some(S.el("span", "ribbon").attr("part", "ribbon").text(words))
}

/// A line of a verdict, with its `words`.
pub(super) fn line(line: &Line, words: El) -> El {
    let progress = line.progress.map(|(current, target)| bar(current, target));
    match progress {
        Some(progress) => S.el("div", "line").child(progress).child(words),
        None => words,
    }
    .attr("data-tone", line.tone)
}

/// Words with a sign before them.
pub(super) fn worded(sign: Icon, text: &str) -> El {
    S.el("p", "line-words pl-small")
        .child(icon(sign))
        .text(text)
}

fn prices(i18n: I18n, prices: &[Price], currencies: &[Currency]) -> El {
    if let [only] = prices
        && only.original.is_empty()
    {
        return S
            .el("p", "price price-main pl-num")
            .attr("part", "price")
            .text(&i18n.amounts(&only.amounts, currencies));
    }
    let one = |(place, price): (usize, &Price)| -> Dom {
        if place > 0 {
            let words = i18n.amounts(&price.amounts, currencies);
            let or = i18n.with(keys::REWARD_CATALOGUE_OR, &[("price", &words)]);
            return el("span", "pl-soft pl-small").text(&or).into();
        }
        price_words(i18n, price, currencies)
    };
    let all: Vec<Dom> = prices.iter().enumerate().map(one).collect();
    S.el("p", "price pl-num").attr("part", "price").child(all)
}

/// A price and what it was before: struck out for the eye, told for the ear.
pub(super) fn price_words(i18n: I18n, price: &Price, currencies: &[Currency]) -> Dom {
    let words = i18n.amounts(&price.amounts, currencies);
    let mut parts = vec![S.el("span", "price-main").text(&words)];
    if !price.original.is_empty() {
        let before = i18n.amounts(&price.original, currencies);
        let told = i18n.with(keys::REWARD_CATALOGUE_INSTEAD_OF, &[("price", &before)]);
        parts.push(
            S.el("s", "price-was pl-soft pl-small")
                .attr("aria-hidden", "true")
                .text(&before),
        );
        parts.push(el("span", "pl-sr").text(&told));
    }
    parts.into()
}
