//! What completing a series gives, and claiming it.
//!
//! A claim carries one idempotency key until its answer is final, so that pressing again after
//! a lost answer cannot count twice. What is there to claim, and whether, the backend says.

use leptos::html;
use leptos::prelude::*;
use palier_contract::Action;
use palier_contract::badge::{CompletionReward, CompletionState, Series};
use palier_contract::problem::ProblemType;
use palier_contract::stream::Topic;

use super::view::Shelf;
use crate::blocks::icon::{Icon, icon};
use crate::client::{Error, fresh_key};
use crate::i18n::{DateStyle, I18n, Key, keys};
use crate::style::sheets::BADGE_COLLECTION;

/// What became of the last try to claim.
#[derive(Debug, Clone, PartialEq)]
enum Claim {
    No,
    Busy,
    Done,
    Refused(String),
}

/// A claim in words for the host's analytics.
#[derive(serde::Serialize)]
struct Told<'a> {
    action: &'a str,
    series: &'a str,
    threshold: i64,
}

pub(super) fn rewards(shelf: Shelf, shown: Memo<Option<Series>>) -> impl IntoView {
    let scope = BADGE_COLLECTION.class;
    let i18n = shelf.store.i18n();
    let steps = Memo::new(move |_| {
        shown.with(|series| {
            let rewards = series.as_ref().map(|series| series.completion.as_slice());
            rewards
                .unwrap_or_default()
                .iter()
                .map(|reward| reward.threshold.get())
                .collect::<Vec<_>>()
        })
    });
    move || {
        let steps = steps.get();
        (!steps.is_empty()).then(|| {
            view! { class = scope,
                <ul class="rewards" role="list" aria-label=i18n.t(keys::BADGE_COLLECTION_REWARDS)>
                    {steps.into_iter().map(|step| row(shelf, shown, step)).collect_view()}
                </ul>
            }
        })
    }
}

/// The reward at `step` badges. The row stays while its state changes, and takes the focus
/// when its button goes.
fn row(shelf: Shelf, shown: Memo<Option<Series>>, step: i64) -> AnyView {
    let scope = BADGE_COLLECTION.class;
    let i18n = shelf.store.i18n();
    let reward = Memo::new(move |_| {
        shown.with(|series| {
            let series = series.as_ref()?;
            let reward = series
                .completion
                .iter()
                .find(|reward| reward.threshold.get() == step)?;
            Some((series.id.0.clone(), series.owned.get(), reward.clone()))
        })
    });
    let claim = RwSignal::new(Claim::No);
    let key = StoredValue::new(None::<String>);
    let node = NodeRef::<html::Li>::new();
    let press = move |series: &str, action: &Action| {
        if claim.get_untracked() != Claim::Busy {
            send(
                shelf,
                series.to_owned(),
                step,
                action.clone(),
                Sending { claim, key, node },
            );
        }
    };
    view! { class = scope,
        <li class="reward" part="reward" tabindex="-1" node_ref=node
            data-state=move || reward.with(|reward| reward.as_ref().map(|(_, _, reward)| reward.state.as_str().to_owned()))
        >
            {move || reward.get().map(|(series, owned, reward)| {
                let personal = shelf.personal.get();
                let action = reward.actions.get("claim").cloned().filter(|_| reward.state == CompletionState::Claimable);
                let label = reward.label.clone();
                view! { class = scope,
                    <span class="gift">{icon(scope, sign(&reward.state))}</span>
                    <span class="what">
                        <span class="label">{reward.label.clone()}</span>
                        <span class="line pl-num">{words(i18n, &reward, owned, personal)}</span>
                    </span>
                    {action.map(|action| view! { class = scope,
                        <button
                            type="button"
                            class="pl-button pl-primary claim"
                            aria-label=move || (claim.get() != Claim::Busy).then(|| i18n.with(keys::BADGE_COLLECTION_CLAIM_WHAT, &[("label", &label)]))
                            aria-disabled=move || (claim.get() == Claim::Busy).to_string()
                            on:click=move |_| press(&series, &action)
                        >
                            {move || i18n.t(if claim.get() == Claim::Busy { keys::BADGE_COLLECTION_CLAIMING } else { keys::BADGE_COLLECTION_CLAIM })}
                        </button>
                    })}
                }
            })}
            <p class="outcome pl-small" role="status">
                {move || match claim.get() {
                    Claim::No | Claim::Busy => ().into_any(),
                    Claim::Done => view! { class = scope, <span class="done">{i18n.t(keys::BADGE_COLLECTION_CLAIMED_NOW)}</span> }.into_any(),
                    Claim::Refused(why) => view! { class = scope, <span class="pl-error-text">{why}</span> }.into_any(),
                }}
            </p>
        </li>
    }
    .into_any()
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
    claim: RwSignal<Claim>,
    key: StoredValue<Option<String>>,
    node: NodeRef<html::Li>,
}

fn send(shelf: Shelf, series: String, step: i64, action: Action, sending: Sending) {
    let Sending { claim, key, node } = sending;
    claim.set(Claim::Busy);
    let intent = key.get_value().unwrap_or_else(fresh_key);
    key.set_value(Some(intent.clone()));
    let (store, i18n) = (shelf.store, shelf.store.i18n());
    leptos::task::spawn_local(async move {
        let reply: Result<Series, Error> = store.act(&action, &intent).await;
        // The block may be gone by now; its signals then no longer answer.
        match reply {
            Ok(fresh) => {
                drop(key.try_set_value(None));
                if let Some(row) = node.try_get_untracked().flatten() {
                    // Only a row outside a document cannot take the focus.
                    drop(row.focus());
                }
                shelf.settle(fresh);
                drop(claim.try_set(Claim::Done));
                shelf.host.tell(
                    "palier-action",
                    &Told {
                        action: "claim",
                        series: &series,
                        threshold: step,
                    },
                );
                store.refresh(&[Topic::Balances, Topic::Ledger]);
            }
            Err(error) => {
                let final_answer = is_final(&error);
                drop(claim.try_set(Claim::Refused(refusal(i18n, error))));
                if final_answer {
                    drop(key.try_set_value(None));
                    store.refresh(&[Topic::Badges]);
                }
            }
        }
    });
}

/// Whether the backend has decided; until then the same key is used again.
fn is_final(error: &Error) -> bool {
    !error.is_retryable() && error.problem() != Some(&ProblemType::KeyBusy)
}

fn refusal(i18n: I18n, error: Error) -> String {
    let key = match &error {
        Error::Network | Error::Timeout => keys::BADGE_COLLECTION_CLAIM_UNSURE,
        Error::Problem(problem) => match problem.kind {
            ProblemType::OutsideWindow => keys::BADGE_COLLECTION_CLAIM_LATE,
            ProblemType::LimitReached => keys::BADGE_COLLECTION_CLAIM_TAKEN,
            ProblemType::Suspended => keys::FRAME_SUSPENDED_TEXT,
            ProblemType::Unauthorised => keys::FRAME_EXPIRED_TEXT,
            _ => keys::FRAME_FAILED_TEXT,
        },
        Error::Decode { .. } => keys::FRAME_FAILED_TEXT,
    };
    i18n.t(key)
}

#[cfg(test)]
mod tests {
    use palier_contract::problem::Problem;

    use super::*;

    fn problem(kind: &str, status: u16) -> Error {
        let json =
            format!(r#"{{"type":"urn:palier:problem:{kind}","title":"t","status":{status}}}"#);
        Error::Problem(Box::new(serde_json::from_str::<Problem>(&json).unwrap()))
    }

    #[test]
    fn the_key_is_kept_until_the_backend_has_decided() {
        for open in [
            Error::Network,
            Error::Timeout,
            problem("unavailable", 503),
            problem("rate-limited", 429),
            problem("idempotency-key-busy", 409),
        ] {
            assert!(!is_final(&open), "{open:?}");
        }
        for decided in [
            problem("outside-window", 409),
            problem("limit-reached", 409),
            problem("not-eligible", 403),
        ] {
            assert!(is_final(&decided), "{decided:?}");
        }
    }
}
