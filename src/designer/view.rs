//! How the desk is set up. Nothing here is part of the document, or of its history.

use leptos::prelude::RwSignal;

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
    pub(super) mode: RwSignal<Mode>,
    pub(super) dialog: RwSignal<Option<Dialog>>,
    /// What was asked to be shown last, for the panel that has its field.
    pub(super) revealed: RwSignal<Option<Revealed>>,
}

/// A place in the document that somebody should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Revealed {
    /// Which block; `None` for the page as a whole.
    pub(super) node: Option<palier_contract::ids::NodeId>,
    /// What of it, as a JSON pointer into the document (RFC 6901).
    pub(super) path: String,
}

impl View {
    pub(super) fn new() -> Self {
        Self {
            width: RwSignal::new(Width::Fit),
            panel: RwSignal::new(Some(Panel::Add)),
            mode: RwSignal::new(Mode::Edit),
            dialog: RwSignal::new(None),
            revealed: RwSignal::new(None),
        }
    }
}
