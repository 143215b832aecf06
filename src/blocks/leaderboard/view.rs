//! Draws a board: controls, table, the member's pinned place, prizes.

use std::rc::Rc;

use palier_contract::leaderboard::{Board, BoardList};
use palier_contract::portal::Currency;

use super::{lines, podium, privacy, row};
use crate::blocks::frame::{Frame, Subject, frame};
use crate::blocks::icon::Icon;
use crate::blocks::ui::{Choice, bones, menu, segments};
use crate::blocks::{Block, Pick};
use crate::client::resources;
use crate::dom::{Dom, El, el, later, memo, watch};
use crate::i18n::{I18n, keys};
use crate::reactive::*;
use crate::store::Load;
use crate::style::sheets::LEADERBOARD as S;

/// What is asked for: the member's pick, or the attribute's value.
#[derive(Clone, Copy)]
struct Picked {
    board: Pick,
    period: Pick,
    view: Pick,
}

impl Picked {
    fn from(block: &Block) -> Self {
        let pick = |name| block.props.pick(name);
        Self {
            board: pick("board"),
            period: pick("period"),
            view: pick("view"),
        }
    }

    fn pick_board(self, id: String) {
        self.period.choose(String::new());
        self.board.choose(id);
    }
}

pub(super) fn draw(block: Block) -> El {
    let i18n = block.i18n();
    let picked = Picked::from(&block);
    let boards = block.store.read(&resources::boards());
    let (store, props) = (block.store, block.props.clone());
    let resource = memo(move || {
        let view = picked.view.value.get().replace('-', "_");
        resources::board(
            &picked.board.value.get(),
            &picked.period.value.get(),
            &view,
            &props.get("limit"),
            "",
        )
    });
    let load = memo(move || resource.with(|resource| store.read(resource)));
    // While another part of the board is on its way, the one on screen stays.
    let shown = RwSignal::new(Load::<Board>::default());
    let forgotten = store.forgotten();
    watch(move || {
        forgotten.track();
        shown.set(Load::default());
    });
    watch(move || {
        let next = load.get().get();
        shown.update(|shown| {
            shown.busy = next.busy;
            shown.error = next.error;
            if next.value.is_some() {
                shown.value = next.value;
            }
        });
    });
    // What was picked is on its way: until it is there or has failed, the controls are ahead of the
    // table.
    let waits = memo(move || {
        let asked = load.get();
        asked.with(|load| load.value.is_none() && (load.busy || load.error.is_none()))
    });
    let again = move || resource.with_untracked(|resource| store.retry(resource));
    let listed = boards.clone();
    // With several boards the menu names the one shown, and the heading says what they are.
    let several = boards.clone();
    let title = Signal::derive(move || {
        let alone =
            several.with(|load| load.value.as_ref().is_some_and(|list| list.items.len() < 2));
        shown
            .with(|load| {
                load.value
                    .as_ref()
                    .filter(|_| alone)
                    .map(|board| board.title.clone())
            })
            .unwrap_or_else(|| i18n.t(keys::LEADERBOARD_TITLE))
    });
    let portal = block.store.portal();
    let currency = memo(move || {
        let id = shown.with(|load| load.value.as_ref().and_then(|board| board.currency.clone()))?;
        portal.with(|portal| {
            portal
                .value
                .as_ref()?
                .currencies
                .iter()
                .find(|known| known.id == id)
                .cloned()
        })
    });
    let ready = {
        let block = block.clone();
        move || content(&block, shown, waits, currency)
    };
    frame(
        &block,
        Frame {
            spec: &super::SPEC,
            title,
            subject: Signal::derive(move || {
                shown.with(|load| {
                    Subject::of(load, |board| {
                        board.entries.is_empty() && board.me.as_ref().is_none_or(|me| !me.opted_out)
                    })
                })
            }),
            as_of: Signal::derive(move || {
                shown.with(|load| load.value.as_ref().map(|board| board.as_of.clone()))
            }),
            retry: Rc::new(again),
            controls: controls(i18n, picked, listed, shown, waits, again),
            skeleton: || bones(10, 44, 8),
            ready: Box::new(ready),
            empty: (
                Icon::TROPHY,
                keys::LEADERBOARD_EMPTY_TITLE,
                keys::LEADERBOARD_EMPTY_TEXT,
            ),
        },
    )
}

fn controls(
    i18n: I18n,
    picked: Picked,
    boards: RcSignal<Load<BoardList>>,
    shown: RwSignal<Load<Board>>,
    waits: Memo<bool>,
    again: impl Fn() + Copy + 'static,
) -> Dom {
    let now = move || shown.with(|load| load.value.as_ref().map(|board| board.id.0.clone()));
    let listed = boards.clone();
    let board_choices = memo(move || {
        listed.with(|load| {
            let items = load
                .value
                .as_ref()
                .map(|list| list.items.as_slice())
                .unwrap_or_default();
            items
                .iter()
                .map(|board| Choice {
                    value: board.id.0.clone(),
                    label: board.title.clone(),
                })
                .collect::<Vec<_>>()
        })
    });
    let period_choices = memo(move || {
        let id = now();
        boards.with(|load| {
            let items = load
                .value
                .as_ref()
                .map(|list| list.items.as_slice())
                .unwrap_or_default();
            let board = items.iter().find(|board| Some(&board.id.0) == id.as_ref());
            let periods = board
                .map(|board| board.periods.as_slice())
                .unwrap_or_default();
            periods
                .iter()
                .map(|period| Choice {
                    value: period.key.clone(),
                    label: period.label.clone(),
                })
                .collect::<Vec<_>>()
        })
    });
    // The pick while it is on its way, then what is shown.
    let chosen = move |pick: Pick, own: fn(&Board) -> String| {
        memo(move || {
            let picked = pick.value.get();
            if waits.get() && !matches!(picked.as_str(), "" | "default") {
                return picked;
            }
            shown.with(|load| load.value.as_deref().map(own).unwrap_or_default())
        })
    };
    let board = chosen(picked.board, |board| board.id.0.clone());
    let period = chosen(picked.period, |board| board.period.key.clone());
    let view = chosen(picked.view, |board| board.view.as_str().replace('_', "-"));
    // The same pick once more, after it failed, is no other question.
    let retry = move || {
        if shown.with_untracked(|load| load.error.is_some()) {
            again();
        }
    };
    let views = vec![
        Choice {
            value: "around-me".into(),
            label: i18n.t(keys::LEADERBOARD_AROUND_ME),
        },
        Choice {
            value: "top".into(),
            label: i18n.t(keys::LEADERBOARD_TOP),
        },
    ];
    let ranked = memo(move || {
        shown.with(|load| load.value.as_ref().is_some_and(|board| board.me.is_some()))
    });
    S.el("div", "controls pl-late")
        .slot(move || {
            (board_choices.with(Vec::len) > 1).then(|| {
                menu(
                    &i18n.t(keys::LEADERBOARD_BOARD),
                    board_choices.into(),
                    board.into(),
                    move |id| {
                        picked.pick_board(id);
                        retry();
                    },
                )
            })
        })
        .slot(move || {
            (period_choices.with(Vec::len) > 1).then(|| {
                menu(
                    &i18n.t(keys::LEADERBOARD_PERIOD),
                    period_choices.into(),
                    period.into(),
                    move |key| {
                        picked.period.choose(key);
                        retry();
                    },
                )
            })
        })
        .slot(move || {
            ranked.get().then(|| {
                let pick = move |view| {
                    picked.view.choose(view);
                    retry();
                };
                segments(
                    &i18n.t(keys::LEADERBOARD_VIEW),
                    views.clone(),
                    view.into(),
                    pick,
                )
            })
        })
        .into()
}

/// The table and what stands around it.
fn content(
    block: &Block,
    shown: RwSignal<Load<Board>>,
    waits: Memo<bool>,
    currency: Memo<Option<Currency>>,
) -> Dom {
    let i18n = block.i18n();
    let read = move |read: fn(&Board) -> String| {
        shown.with(|load| load.value.as_deref().map(read).unwrap_or_default())
    };
    let entries = memo(move || {
        shown.with(|load| {
            load.value
                .as_ref()
                .map(|board| board.entries.clone())
                .unwrap_or_default()
        })
    });
    // The own row, when the shown part leaves it out.
    let pinned = memo(move || {
        shown.with(|load| {
            let board = load.value.as_ref()?;
            let mine = board.me.as_ref()?.entry.clone()?;
            (!board.entries.iter().any(|entry| entry.is_me)).then_some(mine)
        })
    });
    let rows = move || {
        let currency = currency.get();
        entries.with(|entries| {
            entries
                .iter()
                .map(|entry| row::row(i18n, entry, currency.as_ref()))
                .collect::<Vec<_>>()
        })
    };
    let mine = move || {
        pinned.get().map(|mine| {
            S.el("tbody", "pinned")
                .child(row::row(i18n, &mine, currency.get().as_ref()))
        })
    };
    let caption = move || {
        let (board, period) = (
            read(|board| board.title.clone()),
            read(|board| board.period.label.clone()),
        );
        if board == period {
            return board;
        }
        i18n.with(
            keys::LEADERBOARD_CAPTION,
            &[("board", &board), ("period", &period)],
        )
    };
    let column = |class: &str| S.el("th", class).attr("scope", "col");
    let head = S
        .el("tr", "")
        .child(column("rank-head").text(&i18n.t(keys::LEADERBOARD_RANK)))
        .child(column("").text(&i18n.t(keys::LEADERBOARD_MEMBER)))
        .child(column("score-head").text_of(move || read(|board| board.metric.clone())));
    let table = S
        .el("table", "table")
        .attr("part", "table")
        .child(el("caption", "pl-sr").text_of(caption))
        .child(S.el("thead", "").child(head))
        .child(S.el("tbody", "").keyed(true, rows))
        .slot(mine);
    let line = move || {
        shown.with(|load| {
            load.value
                .as_ref()
                .map(|board| lines::status(i18n, board))
                .unwrap_or_default()
        })
    };
    let absent = move || {
        let words =
            shown.with(|load| lines::absence(i18n, load.value.as_deref()?, currency.get()))?;
        Some(S.el("p", "absent pl-small").text(&words))
    };
    S.el("div", "board")
        .attr_of("aria-busy", move || Some(waits.get().to_string()))
        .child(S.el("p", "status pl-soft pl-small").text_of(line))
        .slot(absent)
        .child(table)
        .child(later(podium::prizes(i18n, shown)))
        .child(later(privacy::privacy(block, shown)))
        .into()
}
