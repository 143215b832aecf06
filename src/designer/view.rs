//! How the desk is set up. Nothing here is part of the document, or of its history.

use leptos::prelude::{RwSignal, Set};
use palier_edit::Position;

use super::preview::Stage;
use super::shell;
use crate::theme::Scheme;

/// How wide the page on the canvas is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Width {
    /// As wide as there is room.
    Fit,
    /// So many CSS pixels.
    Pixels(u32),
}

impl Width {
    /// The widths that there is a button for, by breakpoint.
    pub(super) const PHONE: Self = Self::Pixels(360);
    /// A tablet, upright.
    pub(super) const TABLET: Self = Self::Pixels(768);
    /// A laptop.
    pub(super) const DESKTOP: Self = Self::Pixels(1280);

    /// As a CSS length.
    pub(super) fn css(self) -> String {
        match self {
            Self::Fit => String::from("100%"),
            Self::Pixels(pixels) => format!("{pixels}px"),
        }
    }

    /// The breakpoint whose values an edit at this width means: those of the page's own slot.
    pub(super) fn breakpoint(self) -> &'static str {
        match self {
            Self::Fit => "base",
            Self::Pixels(pixels) if pixels < 480 => "base",
            Self::Pixels(pixels) if pixels < 720 => "sm",
            Self::Pixels(pixels) if pixels < 960 => "md",
            Self::Pixels(_) => "lg",
        }
    }
}

/// What the panel at the start shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Panel {
    /// Blocks to add.
    Add,
    /// The page as a tree.
    Outline,
    /// Tokens.
    Theme,
    /// Ready-made portals and sections.
    Templates,
    /// Published versions.
    Revisions,
    /// What should be mended.
    Problems,
}

/// What lies over the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Dialog {
    /// A search for a block to insert.
    Inserter,
    /// A tree of places to move the selection to.
    MoveTo,
    /// All commands.
    Commands,
    /// What will be published.
    Publish,
    /// How to put the portal on a page.
    Snippet,
    /// Somebody else has saved since.
    Conflict,
    /// Work was left behind on this device.
    Restore,
    /// The portal's page with the draft, in a frame of its own.
    Page,
    /// A published version, beside the draft.
    Revision(i64),
}

/// Whether the canvas is for editing or for trying out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// A click selects.
    Edit,
    /// A click does what it does for a member; nothing is written anywhere.
    Try,
}

/// The desk's own state.
#[derive(Clone, Copy)]
pub(super) struct View {
    pub(super) width: RwSignal<Width>,
    pub(super) panel: RwSignal<Option<Panel>>,
    /// Whether the properties are open, on a desk that is too narrow to have them beside the page.
    pub(super) aside: RwSignal<bool>,
    pub(super) mode: RwSignal<Mode>,
    pub(super) dialog: RwSignal<Option<Dialog>>,
    /// Where the inserter inserts; none for beside the selection.
    pub(super) place: RwSignal<Option<Position>>,
    /// Where the menu of the selected block is open: a point of the window.
    pub(super) menu: RwSignal<Option<(f64, f64)>>,
    /// The commands used last, the newest first, as the list of commands names them.
    pub(super) recent: RwSignal<Vec<String>>,
    /// Goes up when the selection is to be taken up, to be placed by a tap or by keys.
    pub(super) picked: RwSignal<u32>,
    /// The scheme that the canvas shows; `None` for the document's.
    pub(super) scheme: RwSignal<Option<Scheme>>,
    /// How wide the page on the canvas turned out, in CSS pixels.
    pub(super) pixels: RwSignal<u32>,
    /// In which state, for whom, in which language and when the canvas shows the page.
    pub(super) stage: Stage,
}

impl View {
    /// Opens a panel at the start; on a narrow desk the properties make room for it.
    pub(super) fn show(self, panel: Panel) {
        self.aside.set(false);
        self.panel.set(Some(panel));
    }

    /// Opens the properties, where they are not open all the time.
    pub(super) fn show_aside(self) {
        if shell::is_narrow() {
            self.panel.set(None);
        }
        self.aside.set(true);
    }

    pub(super) fn new(stage: Stage) -> Self {
        Self {
            width: RwSignal::new(Width::Fit),
            panel: RwSignal::new(Some(Panel::Add)),
            aside: RwSignal::new(false),
            mode: RwSignal::new(Mode::Edit),
            dialog: RwSignal::new(None),
            place: RwSignal::new(None),
            menu: RwSignal::new(None),
            recent: RwSignal::new(Vec::new()),
            picked: RwSignal::new(0),
            scheme: RwSignal::new(None),
            pixels: RwSignal::new(0),
            stage,
        }
    }
}
