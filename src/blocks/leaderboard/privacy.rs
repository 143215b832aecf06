//! Leaving the board, and the name others see on it: in the block, not in a settings page.

use palier_contract::leaderboard::Board;
use palier_contract::member::{MAX_ALIAS_CHARS, Me, PreferencesPatch};
use palier_contract::stream::Topic;
use palier_contract::wire;

use crate::blocks::Block;
use crate::blocks::frame::refusal;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{details, unique};
use crate::client::Error;
use crate::dom::{El, el, memo, nothing, value_of, watch};
use crate::i18n::keys;
use crate::reactive::*;
use crate::store::Load;
use crate::style::sheets::LEADERBOARD as S;

/// What became of the last change.
#[derive(Clone, PartialEq)]
enum Saving {
    No,
    Busy,
    Done,
    /// Why not, and whether that is about the name that was typed.
    Refused(Error, bool),
}

/// The member's own settings; nothing while nobody is signed in.
pub(super) fn privacy(
    block: &Block,
    shown: RwSignal<Load<Board>>,
) -> impl Fn() -> Option<El> + use<> {
    let block = block.clone();
    let known = memo(move || shown.with(|load| load.read(|board| board.me.is_some())));
    move || known.get().then(|| settings(&block))
}

fn settings(block: &Block) -> El {
    let i18n = block.i18n();
    let me = block.store.me();
    let saving = RwSignal::new(Saving::No);
    let out = memo(move || me.with(|me| me.read(|me| me.preferences.leaderboard_opt_out)));
    // What the member chose, until the backend's answer has come.
    let wanted = RwSignal::new(None::<bool>);
    let mine = block.store.me();
    watch(move || {
        if saving.get() != Saving::Busy && mine.with(|me| !me.busy) {
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
        S.el("div", "privacy-body")
            .child(
                S.el("label", "check")
                    .child(opting(&block, out, wanted, saving))
                    .child(el("span", "").text(&i18n.t(keys::LEADERBOARD_OPT_OUT))),
            )
            .child(alias(&block, saving, why.clone()))
            .child(status(&block, saving, &why))
    };
    details(S.el("details", "privacy"), summary, false, body)
}

/// The box that takes the member off the board, or puts them back.
fn opting(
    block: &Block,
    out: Memo<bool>,
    wanted: RwSignal<Option<bool>>,
    saving: RwSignal<Saving>,
) -> El {
    let block = block.clone();
    el("input", "")
        .attr("part", "checkbox")
        .attr("type", "checkbox")
        .attr_of(".checked", move || {
            Some(wanted.get().unwrap_or(out.get()).to_string())
        })
        .attr_of("aria-disabled", busy(saving))
        .on("click", move |event| {
            if saving.get_untracked() == Saving::Busy {
                event.prevent_default();
            }
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

fn busy(saving: RwSignal<Saving>) -> impl Fn() -> Option<String> + 'static {
    move || Some((saving.get() == Saving::Busy).to_string())
}

/// What became of the last change; `id` is for what it is about.
fn status(block: &Block, saving: RwSignal<Saving>, id: &str) -> El {
    let (store, host) = (block.store, block.host);
    el("p", "pl-small")
        .attr("id", id)
        .attr("role", "status")
        .slot(move || match saving.get() {
            Saving::No | Saving::Busy => nothing(),
            Saving::Done => el("span", "pl-soft")
                .text(&store.i18n().t(keys::LEADERBOARD_SAVED))
                .into(),
            Saving::Refused(error, _) => refusal(store, host, &error, None),
        })
}

/// The name; `why` tells what is wrong with it.
fn alias(block: &Block, saving: RwSignal<Saving>, why: String) -> El {
    let i18n = block.i18n();
    let (me, block) = (block.store.me(), block.clone());
    let typed = RwSignal::new(None::<String>);
    let value = memo(move || {
        typed.get().unwrap_or_else(|| {
            me.with(|me| me.read(|me| me.alias.clone()))
                .unwrap_or_default()
        })
    });
    let wrong = memo(move || matches!(saving.get(), Saving::Refused(_, true)));
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
            el("button", "pl-button")
                .attr("type", "submit")
                .attr_of("aria-disabled", busy(saving))
                .text(&i18n.t(keys::LEADERBOARD_SAVE)),
        )
}

fn send(block: &Block, patch: PreferencesPatch, saving: RwSignal<Saving>) {
    if saving.get_untracked() == Saving::Busy {
        return;
    }
    saving.set(Saving::Busy);
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
                saving.set(Saving::Done);
            }
            Err(error) => {
                let fields =
                    matches!(&error, Error::Problem(problem) if !problem.errors.is_empty());
                saving.set(Saving::Refused(error, patch.alias.is_some() && fields));
            }
        }
    });
}
