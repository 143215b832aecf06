//! What completing a series gives, and claiming it.
//!
//! A claim carries one idempotency key until its answer is final, so that pressing again after
//! a lost answer cannot count twice. What is there to claim, and whether, the backend says.

use palier_contract::Action;
use palier_contract::badge::{CompletionReward, CompletionState, Series};
use palier_contract::problem::ProblemType;
use palier_contract::stream::Topic;
use palier_contract::wire;
use web_sys::Element;

use super::view::CollectionView;
use crate::blocks::frame::Attempt;
use crate::blocks::icon::{self, Icon};
use crate::client::{Error, fresh_key};
use crate::dom::{Dom, El, focus, memo};
use crate::i18n::{DateStyle, I18n, Key, keys};
use crate::reactive::*;
use crate::style::sheets::BADGE_COLLECTION as S;

/// The rewards of a series; nothing when it has none.
pub(super) fn rewards(
    view: CollectionView,
    shown: Memo<Option<Series>>,
) -> impl Fn() -> Option<El> {
    let steps = memo(move || {
        shown.with(|series| {
            let rewards = series.as_ref().map(|series| series.completion.as_slice());
            let step = |reward: &CompletionReward| reward.threshold.get();
            rewards
                .unwrap_or_default()
                .iter()
                .map(step)
                .collect::<Vec<_>>()
        })
    });
    move || {
        let rows: Vec<El> = steps.with(|steps| {
            let row = |step: &i64| row(view, shown, *step);
            steps.iter().map(row).collect()
        });
        (!rows.is_empty()).then(|| {
            S.el("ul", "rewards")
                .attr("role", "list")
                .attr(
                    "aria-label",
                    &view.store.i18n().t(keys::BADGE_COLLECTION_REWARDS),
                )
                .child(rows)
        })
    }
}

/// The reward at `step` badges. The row stays while its state changes, and takes the focus
/// when its button goes.
fn row(view: CollectionView, shown: Memo<Option<Series>>, step: i64) -> El {
    let i18n = view.store.i18n();
    let reward = memo(move || {
        shown.with(|series| {
            let series = series.as_ref()?;
            let mut rewards = series.completion.iter();
            let reward = rewards.find(|reward| reward.threshold.get() == step)?;
            Some((series.id.0.clone(), series.owned.get(), reward.clone()))
        })
    });
    let sending = Sending {
        claim: Attempt::new(),
        key: StoredValue::new(None),
        row: StoredValue::new(None),
    };
    let state = move || {
        reward.with(|reward| {
            let (_, _, reward) = reward.as_ref()?;
            Some(reward.state.as_str().to_owned())
        })
    };
    let content = move || {
        let (series, owned, reward) = reward.get()?;
        let words = words(i18n, &reward, owned, view.personal.get());
        let claimable = reward.state == CompletionState::Claimable;
        let action = reward.actions.get("claim").filter(|_| claimable);
        Some(Dom::from(vec![
            Dom::from(icon::sign(&S, "gift pl-disc", sign(&reward.state))),
            S.el("span", "label").text(&reward.label).into(),
            S.el("span", "line pl-num").text(&words).into(),
            action
                .map(|action| button(view, &series, &reward, action, sending))
                .into(),
        ]))
    };
    // There before it says anything, and only where something can be claimed.
    let told = memo(move || {
        let open = |reward: &Option<(String, i64, CompletionReward)>| {
            let reward = reward.as_ref();
            reward.is_some_and(|(.., reward)| reward.state == CompletionState::Claimable)
        };
        reward.with(open) || sending.claim.is_any()
    });
    S.el("li", "reward")
        .attr("part", "reward")
        .attr_of("data-state", state)
        .node(move |element| sending.row.set_value(Some(element)))
        .slot(content)
        .slot(move || {
            told.get().then(|| {
                let line = S.el("p", "outcome pl-small");
                let done = Some(keys::BADGE_COLLECTION_CLAIMED_NOW);
                let claim = sending.claim;
                claim.told(line, view.store, view.host, done, own_words)
            })
        })
}

fn button(
    view: CollectionView,
    series: &str,
    reward: &CompletionReward,
    action: &Action,
    sending: Sending,
) -> El {
    let label = [("label", reward.label.as_str())];
    let name = view
        .store
        .i18n()
        .with(keys::BADGE_COLLECTION_CLAIM_WHAT, &label);
    let step = reward.threshold.get();
    let (series, action, claim) = (series.to_owned(), action.clone(), sending.claim);
    let (idle, busy) = (
        keys::BADGE_COLLECTION_CLAIM,
        keys::BADGE_COLLECTION_CLAIMING,
    );
    claim
        .button(view.store, "pl-button pl-primary", idle, busy)
        .attr_of("aria-label", move || {
            (!claim.is_busy()).then(|| name.clone())
        })
        .on("click", move |_| {
            if claim.begin(|| true) {
                send(view, series.clone(), step, action.clone(), sending);
            }
        })
}

fn sign(state: &CompletionState) -> Icon {
    match state {
        CompletionState::Claimed => Icon::CHECK,
        CompletionState::Expired => Icon::HOURGLASS,
        CompletionState::Locked => Icon::LOCK,
        _ => Icon::GIFT,
    }
}

/// Where the reward stands.
fn words(i18n: I18n, reward: &CompletionReward, owned: i64, personal: bool) -> String {
    let dated = |with: Key, without: Key| match &reward.claim_by {
        Some(at) => i18n.with(with, &[("date", &i18n.date(at, DateStyle::Medium))]),
        None => i18n.t(without),
    };
    let step = reward.threshold.get();
    match &reward.state {
        CompletionState::Locked if personal && owned < step => i18n.count(
            keys::BADGE_COLLECTION_TO_GO,
            step.saturating_sub(owned),
            &[],
        ),
        CompletionState::Locked => i18n.count(keys::BADGE_COLLECTION_REWARD_AT, step, &[]),
        CompletionState::Claimable => dated(
            keys::BADGE_COLLECTION_CLAIM_BY,
            keys::BADGE_COLLECTION_CLAIMABLE,
        ),
        CompletionState::Claimed => i18n.t(keys::BADGE_COLLECTION_CLAIMED),
        CompletionState::Expired => dated(
            keys::BADGE_COLLECTION_CLAIM_OVER,
            keys::BADGE_COLLECTION_CLAIM_OVER_OPEN,
        ),
        CompletionState::Unknown(_) => i18n.t(keys::BADGE_COLLECTION_UNAVAILABLE),
    }
}

/// What a claim under way writes to.
#[derive(Clone, Copy)]
struct Sending {
    claim: Attempt,
    key: StoredValue<Option<String>>,
    row: StoredValue<Option<Element>>,
}

fn send(view: CollectionView, series: String, step: i64, action: Action, sending: Sending) {
    let Sending { claim, key, row } = sending;
    let intent = key.get_value().unwrap_or_else(fresh_key);
    key.set_value(Some(intent.clone()));
    let store = view.store;
    wasm_bindgen_futures::spawn_local(async move {
        let reply: Result<Series, Error> = store.act(&action, &intent).await;
        // The block may be gone by now; its signals then no longer answer.
        match reply {
            Ok(fresh) => {
                key.set_value(None);
                if let Some(row) = row.try_get_value().flatten() {
                    focus(&row);
                }
                view.settle(fresh);
                claim.end(None);
                let more = [
                    ("series", wire::to_string(&series)),
                    ("threshold", step.to_string()),
                ];
                view.host.act("claim_completion", &more);
                store.refresh(&[Topic::Balances, Topic::Ledger]);
            }
            Err(error) => {
                let final_answer = error.is_final();
                claim.end(Some(error));
                if final_answer {
                    key.set_value(None);
                    store.refresh(&[Topic::Badges]);
                }
            }
        }
    });
}

fn own_words(error: &Error) -> Option<Key> {
    match error {
        Error::Network | Error::Timeout | Error::Decode { .. } => {
            Some(keys::BADGE_COLLECTION_CLAIM_UNSURE)
        }
        Error::Problem(_) if error.is_foreign() => Some(keys::BADGE_COLLECTION_CLAIM_UNSURE),
        Error::Problem(problem) => match problem.kind {
            ProblemType::OutsideWindow => Some(keys::BADGE_COLLECTION_CLAIM_LATE),
            ProblemType::LimitReached => Some(keys::BADGE_COLLECTION_CLAIM_TAKEN),
            _ => None,
        },
        Error::Token(_) => None,
    }
}
