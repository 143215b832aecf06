//! What lies over the desk, one at a time.

use super::drag::Drag;
use super::session::Session;
use crate::dom::{El, el};

/// Draws the one that is open.
pub(super) fn draw(_session: Session, _drag: &Drag) -> El {
    el("div", "ds-dialogs")
}
