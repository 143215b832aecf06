//! First step: everything about the reward, its options, and whether it can be had.

use palier_contract::VerdictState;
use palier_contract::problem::FieldError;
use palier_contract::reward::Reward;
use web_sys::Element;

use super::field_errors::{FieldErrors, told};
use super::flow::Input;
use super::redeem_dialog::RedeemDialog;
use super::{card, dialog, options, verdict};
use crate::blocks::frame;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{focus_invalid, headline, picture, rich_text, unique};
use crate::dom::{Dom, El, el, memo};
use crate::i18n::{DateStyle, Key, keys};
use crate::reactive::*;
use crate::style::sheets::REWARD_CATALOGUE as S;

/// The form of the options, to find in it what is missing.
pub(super) type Form = StoredValue<Option<Element>>;

/// Draws the step. Its parts are drawn anew only when what they show has changed, so that a
/// refresh takes nobody's focus.
pub(super) fn detail(dialog: RedeemDialog, wrong: Vec<FieldError>) -> El {
    let form: Form = StoredValue::new(None);
    let wrong = dialog.reward.with_untracked(|reward| {
        let reward = reward.as_deref()?;
        let sent = dialog.draft.with_untracked(|draft| draft.choice(reward));
        Some(FieldErrors::of(wrong, reward, &sent))
    });
    let wrong = wrong.unwrap_or_default();
    let intro = S
        .el("div", "intro")
        .slot(part(
            dialog,
            |reward| reward.title.clone(),
            move |reward| headline(&reward.title, dialog.level.get()).into(),
        ))
        .slot(part(
            dialog,
            |reward| reward.summary.clone(),
            |reward| {
                let summary = reward.summary.as_deref();
                summary.map(|text| el("p", "pl-soft").text(text)).into()
            },
        ));
    S.el("div", "step")
        .slot(part(
            dialog,
            |reward| (reward.media.clone(), reward.ribbon.clone()),
            move |reward| gallery(dialog, reward).into(),
        ))
        .child(intro)
        .slot(part(
            dialog,
            |reward| reward.description.clone(),
            move |reward| {
                let level = dialog.level.get().saturating_add(1).min(6);
                let any = !reward.description.is_empty();
                any.then(|| rich_text(&reward.description, level)).into()
            },
        ))
        .child(told(dialog, &wrong.rest))
        .child(options::options(dialog, wrong, form))
        .slot(part(
            dialog,
            |reward| {
                let (terms, care) = (reward.terms.clone(), reward.sustainability.clone());
                (terms, care, reward.limit.clone())
            },
            move |reward| facts(dialog, reward).into(),
        ))
        .slot(part(
            dialog,
            |reward| (reward.eligibility.clone(), reward.prices.clone()),
            move |reward| foot(dialog, reward, form).into(),
        ))
}

/// A part that is drawn anew when `of` the reward changes.
fn part<T: PartialEq + 'static>(
    dialog: RedeemDialog,
    of: fn(&Reward) -> T,
    draw: impl Fn(&Reward) -> Dom + 'static,
) -> impl Fn() -> Option<Dom> {
    let value = memo(move || dialog.reward.with(|reward| reward.as_deref().map(of)));
    move || {
        // Reading it, not only tracking it: a memo that nobody reads follows nothing.
        value.with(|_| ());
        dialog
            .reward
            .with_untracked(|reward| reward.as_deref().map(&draw))
    }
}

fn gallery(dialog: RedeemDialog, reward: &Reward) -> Option<El> {
    if reward.media.is_empty() {
        return None;
    }
    let shots: Vec<El> = reward
        .media
        .iter()
        .map(|media| {
            let image = picture(dialog.store, media, &media.alt);
            S.el("div", "shot").child(image)
        })
        .collect();
    let mut strip = S.el("div", "shots");
    if shots.len() > 1 {
        // A strip that scrolls must be within reach of the keyboard.
        strip = strip.attr("role", "group").attr("tabindex", "0").attr(
            "aria-label",
            &dialog.i18n.t(keys::REWARD_CATALOGUE_PICTURES),
        );
    }
    let strip = strip.child(shots);
    Some(
        S.el("div", "gallery")
            .child(strip)
            .child(card::ribbon(reward)),
    )
}

/// Conditions, limit, sustainability.
fn facts(dialog: RedeemDialog, reward: &Reward) -> Option<El> {
    let i18n = dialog.i18n;
    let limit = reward.limit.as_ref().map(|limit| {
        let (all, left) = (limit.per_member.get(), limit.remaining.get());
        let all = i18n.count(keys::REWARD_CATALOGUE_LIMIT, all, &[]);
        let left = i18n.count(keys::REWARD_CATALOGUE_LIMIT_LEFT, left, &[]);
        format!("{all} · {left}")
    });
    let terms: Vec<String> = limit.into_iter().chain(reward.terms.clone()).collect();
    let care: Vec<String> = reward.sustainability.clone().into_iter().collect();
    let fact = |sign: Icon, key: Key, lines: Vec<String>| {
        let lines: Vec<El> = lines.iter().map(|line| el("p", "").text(line)).collect();
        (!lines.is_empty()).then(|| {
            let name = S.el("p", "fact-name").text(&i18n.t(key));
            S.el("div", "fact")
                .child(icon(sign))
                .child(S.el("div", "").child(name).child(lines))
        })
    };
    let all = [
        fact(Icon::INFO, keys::REWARD_CATALOGUE_TERMS, terms),
        fact(Icon::LEAF, keys::REWARD_CATALOGUE_SUSTAINABILITY, care),
    ];
    let all: Vec<El> = all.into_iter().flatten().collect();
    (!all.is_empty()).then(|| S.el("div", "facts pl-small").child(all))
}

/// The verdict and the way on. A button that leads nowhere says why.
fn foot(dialog: RedeemDialog, reward: &Reward, form: Form) -> Option<El> {
    let i18n = dialog.i18n;
    let state = &reward.eligibility.state;
    let offered = *state == VerdictState::Eligible && reward.actions.contains_key("redeem");
    let block = dialog.block.try_get_value()?;
    let why = unique();
    let way = match state {
        VerdictState::SignInRequired => Some(frame::sign_in(&block)),
        VerdictState::NotEnrolled => frame::join(&block, dialog.said),
        _ => Some(
            locked(el("button", "pl-button pl-primary pl-wide"), !offered, &why)
                .attr("type", "button")
                .attr("part", "redeem")
                .on("click", move |_| {
                    if offered {
                        go_on(dialog, form);
                    }
                })
                .text(&i18n.t(keys::REWARD_CATALOGUE_REDEEM)),
        ),
    };
    let words = dialog.currencies.with(|currencies| {
        let reason = verdict::reason(i18n, reward, currencies).or_else(|| {
            // Eligible, and yet no step is offered: there is nothing to say but that.
            let text = i18n.t(keys::REWARD_CATALOGUE_UNAVAILABLE);
            (!offered).then(|| verdict::Line::plain(Icon::LOCK, text))
        });
        let reason = reason.map(|mut line| {
            if let Some(words) = way.is_none().then(|| frame::left(dialog.store)).flatten() {
                line.text = words;
            }
            let words = card::worded(line.sign, &line.text).attr("id", &why);
            card::line(&line, words)
        });
        S.el("div", "foot-words")
            .slot(move || price(dialog))
            .child(reason)
    });
    let unlocks = reward.eligibility.unlocks_at.as_ref();
    let again = unlocks.filter(|_| !offered).map(|at| {
        let when = i18n.date(at, DateStyle::Moment);
        let text = i18n.with(keys::REWARD_CATALOGUE_AGAIN_FROM, &[("when", &when)]);
        el("p", "pl-small pl-soft").text(&text)
    });
    Some(dialog::foot().child(words.child(again)).child(way))
}

/// What it takes: of several prices the one that applies, for their choice may be out of sight.
fn price(dialog: RedeemDialog) -> Option<El> {
    dialog.reward.with(|reward| {
        let reward = reward.as_deref()?;
        let chosen = dialog.draft.with(|draft| draft.price(reward).to_owned());
        let mut prices = reward.prices.iter();
        let price = prices.find(|price| price.id.as_str() == chosen)?;
        let words = dialog
            .currencies
            .with(|currencies| card::price_words(dialog.i18n, price, currencies));
        Some(S.el("p", "price pl-num").child(words))
    })
}

/// Marks a button as leading nowhere, with its reason, of the id `why`, beside it. It keeps the focus.
pub(super) fn locked(button: El, locked: bool, why: &str) -> El {
    if locked {
        button
            .attr("aria-disabled", "true")
            .attr("aria-describedby", why)
    } else {
        button
    }
}

fn go_on(dialog: RedeemDialog, form: Form) {
    let complete = dialog.reward.with_untracked(|reward| {
        let missing = |reward| dialog.draft.with_untracked(|draft| draft.missing(reward));
        let reward = reward.as_ref();
        reward.is_some_and(|reward| missing(reward).is_empty())
    });
    dialog.tried.set(!complete);
    if complete {
        let address = dialog.needs_address();
        dialog.go(Input::Chosen { address });
    } else if let Some(Some(form)) = form.try_get_value() {
        focus_invalid(&form);
    }
}
