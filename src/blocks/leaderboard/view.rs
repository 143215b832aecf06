//! Puts the block together: what is asked for, and what is on screen meanwhile.

use std::cell::Cell;
use std::rc::Rc;

use palier_contract::leaderboard::{Board, PeriodState};
use palier_contract::portal::Currency;

use super::{controls, lines, table};
use crate::blocks::frame::{Frame, Subject, frame, tell_fault};
use crate::blocks::icon::Icon;
use crate::blocks::ui::bones;
use crate::blocks::{Block, Pick};
use crate::client::{Resource, resources};
use crate::dom::{El, memo, watch};
use crate::i18n::{I18n, keys};
use crate::reactive::*;
use crate::store::{Load, Store};

/// What is asked for: the member's pick, or the attribute's value.
#[derive(Clone, Copy)]
pub(super) struct Picked {
    pub(super) board: Pick,
    pub(super) period: Pick,
    pub(super) view: Pick,
}

/// What the parts of the block draw from. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub(super) i18n: I18n,
    store: Store,
    pub(super) picked: Picked,
    resource: Memo<Resource<Board>>,
    load: Memo<RcSignal<Load<Board>>>,
    /// The board on screen. While another part of it is on its way, it stays.
    pub(super) board: RwSignal<Load<Board>>,
    /// What was picked is on its way: until it is there or has failed, the controls are ahead of the
    /// table.
    pub(super) waits: Memo<bool>,
    /// What scores are counted in.
    pub(super) currency: Memo<Option<Currency>>,
    /// How often the member has picked.
    picks: RwSignal<u32>,
}

impl Shown {
    fn new(block: &Block) -> Self {
        let store = block.store;
        let pick = |name| block.props.pick(name);
        let picked = Picked {
            board: pick("board"),
            period: pick("period"),
            view: pick("view"),
        };
        let resource = resource(block, picked);
        let load = memo(move || resource.with(|resource| store.read(resource)));
        let board = RwSignal::new(Load::<Board>::default());
        let currencies = block.currencies();
        Self {
            i18n: block.i18n(),
            store,
            picked,
            resource,
            load,
            board,
            waits: memo(move || {
                let asked = load.get();
                asked.with(|load| load.value.is_none() && (load.busy || load.error.is_none()))
            }),
            currency: memo(move || {
                let id = board.with(|load| load.read(|board| board.currency.clone()))?;
                currencies.with(|all| all.iter().find(|known| known.id == id).cloned())
            }),
            picks: RwSignal::new(0),
        }
    }

    /// What `read` finds on the board on screen. Tracked.
    pub(super) fn read<R: Default>(self, read: impl FnOnce(&Board) -> R) -> R {
        self.board.with(|load| load.read(read))
    }

    /// The member has picked. The same pick once more, after it failed, is no other question.
    pub(super) fn picked_anew(self) {
        if self.board.with_untracked(|load| load.error.is_some()) {
            self.retry();
        }
        self.picks.update(|picks| *picks = picks.wrapping_add(1));
    }

    fn retry(self) {
        self.resource
            .with_untracked(|resource| self.store.retry(resource));
    }

    /// What became of a pick. Apart from what draws: nobody picks before the first board is there.
    #[inline(never)]
    fn words(self, asked: &Load<Board>) -> String {
        match &asked.value {
            Some(board) => lines::told(self.i18n, board, self.currency.get_untracked()),
            None => {
                let still = |load: &Load<Board>| lines::not_told(self.i18n, load);
                self.board.with_untracked(still)
            }
        }
    }

    /// Keeps the board on screen in line with what is asked for, and says what became of a pick.
    fn follow(self, said: RwSignal<String>) {
        let board = self.board;
        self.store.on_forgotten(move || board.set(Load::default()));
        let told = Cell::new(0);
        watch(move || {
            let (next, picks) = (self.load.get().get(), self.picks.get());
            let waits = self.waits.get_untracked();
            let is_told = !waits && told.replace(picks) != picks;
            let words = is_told.then(|| self.words(&next));
            board.update(|shown| {
                shown.busy = next.busy;
                shown.error = next.error;
                if next.value.is_some() {
                    shown.value = next.value;
                }
            });
            if let Some(words) = words {
                // After the frame has said, in general, what went wrong: these words stand instead.
                wasm_bindgen_futures::spawn_local(async move { said.set(words) });
            }
        });
    }
}

fn resource(block: &Block, picked: Picked) -> Memo<Resource<Board>> {
    let limit = block.rows("limit");
    memo(move || {
        let view = picked.view.value.get().replace('-', "_");
        resources::board(
            &picked.board.value.get(),
            &picked.period.value.get(),
            &view,
            &limit.get(),
            "",
        )
    })
}

pub(super) fn draw(block: Block) -> El {
    let i18n = block.i18n();
    let boards = block.store.read(&resources::boards());
    let shown = Shown::new(&block);
    let said = RwSignal::new(String::new());
    shown.follow(said);
    // With several boards the menu names the one shown, and the heading says what they are.
    let lost = boards.clone();
    tell_fault(super::SPEC.kind, move || {
        lost.with(|load| load.error.clone())
    });
    let listed = boards.clone();
    let title = move || {
        let alone = listed.with(|load| load.read(|list| list.items.len() < 2));
        let own = alone.then(|| shown.read(|board| board.title.clone()));
        own.filter(|title| !title.is_empty())
            .unwrap_or_else(|| i18n.t(keys::LEADERBOARD_TITLE))
    };
    // One that has not begun, or is over, says so, whoever is on it.
    let is_empty = |board: &Board| {
        board.entries.is_empty()
            && !matches!(
                board.period.state,
                PeriodState::Upcoming | PeriodState::Final
            )
            && board.me.as_ref().is_none_or(|me| !me.opted_out)
    };
    let inside = block.clone();
    frame(
        &block,
        Frame {
            spec: &super::SPEC,
            title: Signal::derive(title),
            subject: Signal::derive(move || shown.board.with(|load| Subject::of(load, is_empty))),
            as_of: Signal::derive(move || shown.read(|board| Some(board.as_of.clone()))),
            retry: Rc::new(move || shown.retry()),
            controls: controls::controls(shown, boards).into(),
            // Controls and status, rows, prizes.
            skeleton: || vec![bones(1, 64, 0), bones(10, 48, 9), bones(1, 128, 0)].into(),
            ready: Box::new(move || table::draw(&inside, shown)),
            empty: (
                Icon::TROPHY,
                keys::LEADERBOARD_EMPTY_TITLE,
                keys::LEADERBOARD_EMPTY_TEXT,
            ),
            said,
        },
    )
}
