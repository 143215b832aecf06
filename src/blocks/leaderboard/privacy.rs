//! Leaving the board, and the name others see on it: in the block, not in a settings page.

use palier_contract::leaderboard::Board;
use palier_contract::member::{MAX_ALIAS_CHARS, Me, MemberState, PreferencesPatch};
use palier_contract::portal::Portal;
use palier_contract::stream::Topic;
use palier_contract::wire;

use crate::blocks::Block;
use crate::blocks::frame::Attempt;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{details, unique};
use crate::client::Error;
use crate::dom::{El, el, memo, value_of, watch};
use crate::i18n::keys;
use crate::reactive::*;
use crate::store::Load;
use crate::style::sheets::LEADERBOARD as S;

/// The last change, and whether it is of the name.
#[derive(Clone, Copy)]
struct Saving {
    attempt: Attempt,
    named: RwSignal<bool>,
}

/// The member's own settings; nothing while nobody is signed in, or where they cannot be changed: by
/// nobody, or not by who is suspended.
pub(super) fn privacy(
    block: &Block,
    shown: RwSignal<Load<Board>>,
) -> impl Fn() -> Option<El> + use<> {
    let block = block.clone();
    let (portal, reader) = (block.store.portal(), block.store.me());
    let known = memo(move || {
        let offered = |load: &Load<Portal>| {
            load.read(|portal| portal.capabilities.offers("update_preferences"))
        };
        portal.with(offered)
            && reader.with(|me| me.read(|me| me.state != MemberState::Suspended))
            && shown.with(|load| load.read(|board| board.me.is_some()))
    });
    move || known.get().then(|| settings(&block))
}

fn settings(block: &Block) -> El {
    let i18n = block.i18n();
    let me = block.store.me();
    let saving = Saving {
        attempt: Attempt::new(),
        named: RwSignal::new(false),
    };
    let out = memo(move || me.with(|me| me.read(|me| me.preferences.leaderboard_opt_out)));
    // What the member chose, until the backend's answer has come.
    let wanted = RwSignal::new(None::<bool>);
    let mine = block.store.me();
    watch(move || {
        if !saving.attempt.is_busy() && mine.with(|me| !me.busy) {
            wanted.set(None);
        }
    });
    let summary = S
        .el("summary", "privacy-summary")
        .child(icon(Icon::SHIELD))
        .child(el("span", "").text_of(move || {
            i18n.t(if out.get() {
                keys::LEADERBOARD_OPTED_OUT
            } else {
                keys::LEADERBOARD_PRIVACY
            })
        }));
    let block = block.clone();
    let body = move || {
        let why = unique();
        let (line, done) = (el("p", "pl-small"), Some(keys::LEADERBOARD_SAVED));
        let status = saving
            .attempt
            .told(line, block.store, block.host, done, |_| None);
        S.el("div", "privacy-body")
            .child(
                S.el("label", "check")
                    .child(opting(&block, out, wanted, saving))
                    .child(el("span", "").text(&i18n.t(keys::LEADERBOARD_OPT_OUT))),
            )
            .child(alias(&block, saving, why.clone()))
            .child(status.attr("id", &why))
    };
    details(S.el("details", "privacy"), summary, false, body)
}

/// The box that takes the member off the board, or puts them back.
fn opting(block: &Block, out: Memo<bool>, wanted: RwSignal<Option<bool>>, saving: Saving) -> El {
    let block = block.clone();
    saving
        .attempt
        .holds(el("input", ""))
        .attr("part", "checkbox")
        .attr("type", "checkbox")
        .attr_of(".checked", move || {
            Some(wanted.get().unwrap_or(out.get()).to_string())
        })
        .on("change", move |event| {
            let chosen = Some(value_of(&event) == "true");
            wanted.set(chosen);
            send(
                &block,
                PreferencesPatch {
                    leaderboard_opt_out: chosen,
                    ..PreferencesPatch::default()
                },
                saving,
            );
        })
}

/// The name; `why` tells what is wrong with it.
fn alias(block: &Block, saving: Saving, why: String) -> El {
    let i18n = block.i18n();
    let (me, block) = (block.store.me(), block.clone());
    let typed = RwSignal::new(None::<String>);
    let value = memo(move || {
        typed.get().unwrap_or_else(|| {
            me.with(|me| me.read(|me| me.alias.clone()))
                .unwrap_or_default()
        })
    });
    let wrong = memo(move || saving.named.get() && saving.attempt.is_refused(is_of_field));
    let field = el("input", "pl-input")
        .attr("maxlength", &MAX_ALIAS_CHARS.get().to_string())
        .attr("autocomplete", "nickname")
        .attr_of(".value", move || Some(value.get()))
        .attr_of("aria-invalid", move || Some(wrong.get().to_string()))
        .attr_of("aria-describedby", move || wrong.get().then(|| why.clone()))
        .on("input", move |event| typed.set(Some(value_of(&event))));
    S.el("form", "alias")
        .on("submit", move |event| {
            event.prevent_default();
            send(
                &block,
                PreferencesPatch {
                    alias: Some(value.get_untracked()),
                    ..PreferencesPatch::default()
                },
                saving,
            );
        })
        .child(
            el("label", "pl-field")
                .child(el("span", "").text(&i18n.t(keys::LEADERBOARD_ALIAS)))
                .child(field),
        )
        .child(
            saving
                .attempt
                .holds(el("button", "pl-button"))
                .attr("type", "submit")
                .text(&i18n.t(keys::LEADERBOARD_SAVE)),
        )
}

fn send(block: &Block, patch: PreferencesPatch, saving: Saving) {
    let Saving { attempt, named } = saving;
    if !attempt.begin(|| true) {
        return;
    }
    named.set(patch.alias.is_some());
    let (store, host) = (block.store, block.host);
    wasm_bindgen_futures::spawn_local(async move {
        let reply: Result<Me, Error> = store.change("PATCH", "/me/preferences", &patch, None).await;
        // The block may be gone by now; its signals then no longer answer.
        match reply {
            Ok(_) => {
                host.act(
                    "update_preferences",
                    &[("preferences", wire::to_string(&patch))],
                );
                store.refresh(&[Topic::Me, Topic::Leaderboards]);
                attempt.end(None);
            }
            Err(error) => attempt.end(Some(error)),
        }
    });
}

fn is_of_field(error: &Error) -> bool {
    matches!(error, Error::Problem(problem) if !problem.errors.is_empty())
}
