//! Leaving the board, and the name others see on it: in the block, not in a settings page.

use leptos::prelude::*;
use palier_contract::leaderboard::Board;
use palier_contract::member::{Me, PreferencesPatch};
use palier_contract::stream::Topic;

use crate::blocks::Block;
use crate::blocks::icon::{Icon, icon};
use crate::client::Error;
use crate::i18n::keys;
use crate::store::Load;
use crate::style::sheets::LEADERBOARD;

/// What became of the last change.
#[derive(Clone, PartialEq)]
enum Saving {
    No,
    Busy,
    Done,
    Refused(String),
}

pub(super) fn privacy(block: &Block, shown: RwSignal<Load<Board>>) -> impl IntoView {
    let block = block.clone();
    let known = Memo::new(move |_| {
        shown.with(|load| load.value.as_ref().is_some_and(|board| board.me.is_some()))
    });
    move || known.get().then(|| settings(&block))
}

fn settings(block: &Block) -> AnyView {
    let i18n = block.i18n();
    let scope = LEADERBOARD.class;
    let me = block.store.me();
    let (named, out) = (me.clone(), me);
    let saving = RwSignal::new(Saving::No);
    let alias = RwSignal::new(String::new());
    Effect::new(move || {
        alias.set(named.with(|me| {
            me.value
                .as_ref()
                .and_then(|me| me.alias.clone())
                .unwrap_or_default()
        }));
    });
    let opted_out = move || {
        out.with(|me| {
            me.value
                .as_ref()
                .is_some_and(|me| me.preferences.leaderboard_opt_out)
        })
    };
    let save = {
        let block = block.clone();
        move |patch: PreferencesPatch| send(&block, patch, saving)
    };
    let (leave, rename) = (save.clone(), save);
    let was_out = opted_out.clone();
    view! { class = scope,
        <details class="privacy">
            <summary class="privacy-summary">
                {icon(scope, Icon::SHIELD)}
                <span>{move || i18n.t(if opted_out() { keys::LEADERBOARD_OPTED_OUT } else { keys::LEADERBOARD_PRIVACY })}</span>
            </summary>
            <div class="privacy-body">
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=was_out
                        on:change=move |event| leave(PreferencesPatch {
                            leaderboard_opt_out: Some(event_target_checked(&event)),
                            ..PreferencesPatch::default()
                        })
                    />
                    <span>{i18n.t(keys::LEADERBOARD_OPT_OUT)}</span>
                </label>
                <form class="alias" on:submit=move |event| {
                    event.prevent_default();
                    rename(PreferencesPatch { alias: Some(alias.get_untracked()), ..PreferencesPatch::default() });
                }>
                    <label class="pl-field">
                        <span>{i18n.t(keys::LEADERBOARD_ALIAS)}</span>
                        <input
                            class="pl-input"
                            maxlength="30"
                            autocomplete="nickname"
                            prop:value=move || alias.get()
                            aria-invalid=move || matches!(saving.get(), Saving::Refused(_)).to_string()
                            on:input=move |event| alias.set(event_target_value(&event))
                        />
                    </label>
                    <button type="submit" class="pl-button" aria-disabled=move || (saving.get() == Saving::Busy).to_string()>
                        {i18n.t(keys::LEADERBOARD_SAVE)}
                    </button>
                </form>
                <p class="pl-small" role="status">
                    {move || match saving.get() {
                        Saving::No | Saving::Busy => ().into_any(),
                        Saving::Done => view! { class = scope, <span class="pl-soft">{i18n.t(keys::LEADERBOARD_SAVED)}</span> }.into_any(),
                        Saving::Refused(why) => view! { class = scope, <span class="pl-error-text">{why}</span> }.into_any(),
                    }}
                </p>
            </div>
        </details>
    }
    .into_any()
}

fn send(block: &Block, patch: PreferencesPatch, saving: RwSignal<Saving>) {
    if saving.get_untracked() == Saving::Busy {
        return;
    }
    saving.set(Saving::Busy);
    let (store, host, i18n) = (block.store, block.host, block.i18n());
    leptos::task::spawn_local(async move {
        let reply: Result<Me, Error> = store.change("PATCH", "/me/preferences", &patch, None).await;
        // The block may be gone by now; its signals then no longer answer.
        match reply {
            Ok(_) => {
                drop(saving.try_set(Saving::Done));
                host.tell("palier-action", &patch);
                store.refresh(&[Topic::Me, Topic::Leaderboards]);
            }
            Err(Error::Problem(problem)) => {
                let why = problem
                    .errors
                    .first()
                    .map(|field| field.detail.clone())
                    .or(problem.detail);
                drop(saving.try_set(Saving::Refused(
                    why.unwrap_or_else(|| i18n.t(keys::FRAME_FAILED_TEXT)),
                )));
            }
            Err(_) => drop(saving.try_set(Saving::Refused(i18n.t(keys::FRAME_OFFLINE_TEXT)))),
        }
    });
}
