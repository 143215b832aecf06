//! Third step: what the server says it takes, and what is left afterwards; then yes or no
//! (WCAG 2.2, 3.3.4).

use palier_contract::redemption::Quote;
use palier_contract::{Amount, VerdictState};

use super::address::country_name;
use super::card::{self, thumb};
use super::flow::{Input, News};
use super::redeem_dialog::RedeemDialog;
use super::{detail, dialog};
use crate::blocks::frame;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{headline, unique};
use crate::client::Error;
use crate::dom::{Dom, El, el};
use crate::i18n::{DateStyle, Key, keys};
use crate::style::sheets::REWARD_CATALOGUE as S;

/// Draws the review.
pub(super) fn review(dialog: RedeemDialog, quote: &Quote, news: Option<News>) -> El {
    let i18n = dialog.i18n;
    let words = |amounts: &[Amount]| {
        dialog
            .currencies
            .with_untracked(|all| i18n.amounts(amounts, all))
    };
    let price = words(&quote.price);
    let allowed = quote.eligibility.state == VerdictState::Eligible;
    let why = unique();
    let reason = (!allowed).then(|| {
        let message = quote.eligibility.message.clone();
        let text = message.unwrap_or_else(|| i18n.t(keys::REWARD_CATALOGUE_UNAVAILABLE));
        let line = card::worded(Icon::INFO, &text).attr("id", &why);
        S.el("div", "foot-note").child(line)
    });
    let sum = |key: Key, amounts: &str| sum(&i18n.t(key), amounts);
    let sums = S
        .el("dl", "sums pl-num")
        .child(sum(keys::REWARD_CATALOGUE_BEFORE, &words(&quote.before)))
        .child(sum(keys::REWARD_CATALOGUE_PRICE, &price))
        .child(sum(keys::REWARD_CATALOGUE_AFTER, &words(&quote.after)).attr("data-total", ""));
    let until = i18n.date(&quote.expires_at, DateStyle::Time);
    let held = i18n.with(keys::REWARD_CATALOGUE_HELD, &[("when", &until)]);
    let confirm = detail::locked(el("button", "pl-button pl-primary pl-wide"), !allowed, &why)
        .attr("type", "button")
        .attr("part", "confirm")
        .on("click", move |_| {
            if allowed {
                dialog.confirm();
            }
        })
        .attr_of("aria-busy", move || {
            let asking = dialog.asking.with(Option::is_some);
            asking.then(|| "true".to_owned())
        })
        .text_of(move || {
            if dialog.asking.with(Option::is_some) {
                i18n.t(keys::REWARD_CATALOGUE_ASKING)
            } else {
                i18n.with(keys::REWARD_CATALOGUE_CONFIRM, &[("price", &price)])
            }
        });
    let foot = dialog::foot()
        .child(reason)
        .child(dialog::back(dialog, quote.needs_address))
        .child(confirm);
    S.el("div", "step")
        .child(headline(
            &i18n.t(keys::REWARD_CATALOGUE_REVIEW_TITLE),
            dialog.level.get(),
        ))
        .child(news.map(|news| what_changed(dialog, news)))
        .child(subject(dialog))
        .child(sums)
        .child(quote.needs_address.then(|| ship_to(dialog)).flatten())
        .child(allowed.then(|| el("p", "pl-small pl-soft").text(&held)))
        .child(foot)
}

/// A name and what belongs to it.
pub(super) fn sum(name: &str, amounts: &str) -> El {
    S.el("div", "sum")
        .child(S.el("dt", "").text(name))
        .child(S.el("dd", "").text(amounts))
}

fn what_changed(dialog: RedeemDialog, news: News) -> El {
    let i18n = dialog.i18n;
    let text = match news {
        News::Price(words) => words.unwrap_or_else(|| i18n.t(keys::REWARD_CATALOGUE_PRICE_CHANGED)),
        News::Expired => i18n.t(keys::REWARD_CATALOGUE_QUOTE_EXPIRED),
        News::Stopped(words) if words.is_empty() => i18n.t(keys::REWARD_CATALOGUE_STOPPED),
        News::Stopped(words) => words,
    };
    let line = frame::notice("warn", Icon::INFO, &text, None::<El>);
    dialog.said.set(text);
    line
}

/// The reward in a line: picture, title, what was chosen of it.
fn subject(dialog: RedeemDialog) -> Option<El> {
    let reward = dialog.reward.get_untracked()?;
    let draft = dialog.draft.get_untracked();
    let values = reward.axes.iter().filter_map(|axis| {
        let id = draft.value(axis.id.as_str())?;
        let value = axis.values.iter().find(|value| value.id.as_str() == id)?;
        Some(value.label.clone())
    });
    let chosen = values.collect::<Vec<_>>().join(", ");
    let texts = reward.personalisation.iter().filter_map(|field| {
        let text = draft.text(field.id.as_str()).trim();
        let parts = [("label", field.label.as_str()), ("text", text)];
        (!text.is_empty()).then(|| dialog.i18n.with(keys::REWARD_CATALOGUE_ENGRAVED, &parts))
    });
    let lines: Vec<El> = (!chosen.is_empty())
        .then_some(chosen)
        .into_iter()
        .chain(texts)
        .map(|line| el("p", "pl-small pl-soft").text(&line))
        .collect();
    let words = el("div", "")
        .child(S.el("p", "subject-name").text(&reward.title))
        .child(lines);
    Some(
        S.el("div", "subject")
            .child(thumb(dialog, reward.media.first()))
            .child(words),
    )
}

fn ship_to(dialog: RedeemDialog) -> Option<El> {
    let to = dialog.address.get_untracked();
    if to.name.is_empty() {
        return None;
    }
    let place = format!("{} {}", to.postal_code, to.city);
    let country = country_name(&dialog.i18n.locale(), &to.country);
    let name = S
        .el("p", "fact-name")
        .text(&dialog.i18n.t(keys::REWARD_CATALOGUE_SHIP_TO));
    let lines: Vec<El> = [to.name, to.street, place, country]
        .iter()
        .map(|line| el("p", "").text(line))
        .collect();
    Some(
        S.el("div", "fact pl-small")
            .child(icon(Icon::TRUCK))
            .child(el("div", "").child(name).child(lines)),
    )
}

/// The dry run did not arrive.
pub(super) fn unquoted(dialog: RedeemDialog, error: &Error) -> El {
    let i18n = dialog.i18n;
    let lapsed = error.is_unauthorised();
    let text = match frame::reason(error) {
        _ if lapsed => keys::REWARD_CATALOGUE_UNQUOTED_SESSION,
        Some(own) if !error.is_retryable() => own,
        _ => keys::REWARD_CATALOGUE_UNQUOTED_TEXT,
    };
    let offline = (*error == Error::Network)
        .then(|| el("p", "pl-soft").text(&i18n.t(keys::FRAME_OFFLINE_TEXT)));
    let way: Dom = match dialog.block.try_get_value().filter(|_| lapsed) {
        Some(block) => frame::sign_in(&block).into(),
        None => el("button", "pl-button pl-primary pl-wide")
            .attr("type", "button")
            .on("click", move |_| dialog.go(Input::Again))
            .text(&i18n.t(keys::FRAME_RETRY))
            .into(),
    };
    let foot = dialog::foot().child(dialog::back(dialog, false)).child(way);
    S.el("div", "step")
        .child(headline(
            &i18n.t(keys::REWARD_CATALOGUE_UNQUOTED_TITLE),
            dialog.level.get(),
        ))
        .child(offline)
        .child(el("p", "pl-soft").text(&i18n.t(text)))
        .child(foot)
}
