//! How the canvas shows the page: in which state, for whom, in which language, at which time and
//! width; and the sandbox that keeps everything tried out within this page.
//!
//! | module | job |
//! |---|---|
//! | `stage` | what is chosen, and the store that each block reads |
//! | `scenario`, `made`, `sample`, `days`, `answers` | the states, generated data that no fixture has, what trying it out asks for, dates moved to today, the replies |
//! | `member`, `language`, `instant`, `edge` | whose eyes, which words, which time, how wide |
//! | `persona`, `described` | a member who is described, and describing them |
//! | `lens`, `look` | how they would find the programme, and asking the backend for it |
//! | `bar`, `states`, `badge`, `field` | choosing, and showing the choice on the canvas |
//! | `fields` | reading replies by the names of their fields |
//! | `frame` | the real portal page with the draft |

mod answers;
mod badge;
mod bar;
mod days;
mod described;
mod edge;
mod field;
mod fields;
mod frame;
mod instant;
mod language;
mod lens;
mod look;
mod made;
mod member;
mod order;
mod persona;
mod sample;
mod scenario;
mod stage;
mod states;

use crate::i18n::I18n;
use crate::style::{Sheet, sheets};
pub(super) use badge::all as badges;
pub(super) use bar::draw as bar;
pub(super) use edge::{draw as edge, words as width_words};
pub(super) use frame::draw as page;
pub(super) use language::{lengthened, show_language};
pub(super) use stage::{Shown, Stage};
pub(super) use states::{draw as menu, field_of, open as open_states, selected as shows_states};

const SHEET: &Sheet = &sheets::PREVIEW;

/// Keeps every write of the canvas on this page, and answers blocks in a state, from now on.
pub(super) fn begin(i18n: I18n) {
    answers::begin(i18n);
}
