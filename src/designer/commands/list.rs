//! Every command with its words and its keys.

use super::{Command, plan};
use crate::designer::session::Session;
use crate::designer::view::Mode;
use crate::designer::visibility;
use crate::i18n::{Key, keys};

/// A command with its words and its keys; several key strokes are separated by a blank.
pub(in crate::designer) struct Row {
    pub(in crate::designer) command: Command,
    pub(in crate::designer) label: Key,
    /// As `aria-keyshortcuts` writes them; `Mod` is Control, and Command on a Mac.
    pub(in crate::designer) keys: &'static str,
}

const fn row(command: Command, label: Key, keys: &'static str) -> Row {
    Row {
        command,
        label,
        keys,
    }
}

/// All commands, in the order of menus.
pub(in crate::designer) const ALL: &[Row] = &[
    row(Command::Undo, keys::DESIGNER_COMMAND_UNDO, "Mod+Z"),
    row(
        Command::Redo,
        keys::DESIGNER_COMMAND_REDO,
        "Mod+Shift+Z Mod+Y",
    ),
    row(Command::Insert, keys::DESIGNER_COMMAND_INSERT, "/"),
    row(Command::Cut, keys::DESIGNER_COMMAND_CUT, "Mod+X"),
    row(Command::Copy, keys::DESIGNER_COMMAND_COPY, "Mod+C"),
    row(Command::Paste, keys::DESIGNER_COMMAND_PASTE, "Mod+V"),
    row(
        Command::Duplicate,
        keys::DESIGNER_COMMAND_DUPLICATE,
        "Mod+D",
    ),
    row(
        Command::Remove,
        keys::DESIGNER_COMMAND_REMOVE,
        "Delete Backspace",
    ),
    row(Command::Up, keys::DESIGNER_COMMAND_UP, "Alt+ArrowUp"),
    row(Command::Down, keys::DESIGNER_COMMAND_DOWN, "Alt+ArrowDown"),
    row(Command::First, keys::DESIGNER_COMMAND_FIRST, "Alt+Home"),
    row(Command::Last, keys::DESIGNER_COMMAND_LAST, "Alt+End"),
    row(Command::Into, keys::DESIGNER_COMMAND_INTO, "Alt+ArrowRight"),
    row(Command::Out, keys::DESIGNER_COMMAND_OUT, "Alt+ArrowLeft"),
    row(Command::MoveTo, keys::DESIGNER_COMMAND_MOVE_TO, "Mod+M"),
    row(Command::Place, keys::DESIGNER_MENUS_PLACE, "Mod+Shift+M"),
    row(
        Command::Wider,
        keys::DESIGNER_COMMAND_WIDER,
        "Alt+Shift+ArrowRight",
    ),
    row(
        Command::Narrower,
        keys::DESIGNER_COMMAND_NARROWER,
        "Alt+Shift+ArrowLeft",
    ),
    row(Command::ShowAs, keys::DESIGNER_PREVIEW_COMMAND, ""),
    row(
        Command::SelectAll,
        keys::DESIGNER_COMMAND_SELECT_ALL,
        "Mod+A",
    ),
    row(
        Command::SelectParent,
        keys::DESIGNER_COMMAND_SELECT_PARENT,
        "Escape",
    ),
    row(Command::Write, keys::DESIGNER_WRITE_HERE, "F2"),
    row(Command::Rename, keys::DESIGNER_COMMAND_RENAME, ""),
    row(Command::Hide, keys::DESIGNER_COMMAND_HIDE, "Mod+Shift+H"),
    row(Command::Lock, keys::DESIGNER_COMMAND_LOCK, "Mod+Shift+L"),
    row(Command::Section, keys::DESIGNER_COMMAND_SECTION, ""),
    row(Command::Commands, keys::DESIGNER_COMMAND_COMMANDS, "Mod+K"),
    row(Command::Save, keys::DESIGNER_COMMAND_SAVE, "Mod+S"),
    row(Command::Try, keys::DESIGNER_TRY, ""),
    row(Command::Light, keys::DESIGNER_THEME_PREVIEW_LIGHT, ""),
    row(Command::Dark, keys::DESIGNER_THEME_PREVIEW_DARK, ""),
    row(Command::Area, keys::DESIGNER_COMMAND_AREA, "F6"),
    row(Command::Share, keys::DESIGNER_PUBLISH_GET, ""),
    row(Command::Publish, keys::DESIGNER_PUBLISH_OPEN, ""),
];

/// The words and keys of a command.
pub(in crate::designer) fn of(command: Command) -> Option<&'static Row> {
    ALL.iter().find(|row| row.command == command)
}

impl Command {
    /// The command that a key stroke stands for, written as in [`Row::keys`].
    pub(in crate::designer) fn by_key(stroke: &str) -> Option<Self> {
        // Those that have no keys are not found by none.
        let row = ALL
            .iter()
            .find(|row| !stroke.is_empty() && row.keys.split(' ').any(|known| known == stroke))?;
        Some(row.command)
    }

    /// What it is called now: some commands undo what they did. Not tracked.
    pub(in crate::designer) fn label(self, session: Session) -> Key {
        match self {
            Self::Hide => {
                let at = session.view.width.get_untracked().breakpoint();
                visibility::command(at, !plan::is_hidden(session))
            }
            Self::Lock if plan::is_locked(session) => keys::DESIGNER_COMMAND_UNLOCK,
            Self::Try if session.view.mode.get_untracked() == Mode::Try => keys::DESIGNER_TRY_END,
            _ => of(self).map_or(keys::DESIGNER_COMMAND_COMMANDS, |row| row.label),
        }
    }
}
