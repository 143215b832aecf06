//! How the desk is set up. Nothing here is part of the document, or of its history.

use palier_contract::ids::NodeId;

use super::breakpoint;
use super::drag::Spot;
use super::fresh::Fresh;
use super::parts::Parts;
use super::preview::Stage;
use super::{reveal, shell};
use crate::reactive::RwSignal;
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

    /// The breakpoint that this width stands for. As wide as there is room stands for none: who
    /// edits there means every width.
    pub(super) fn breakpoint(self) -> Option<&'static str> {
        match self {
            Self::Fit => None,
            Self::Pixels(pixels) => Some(holding(pixels)),
        }
    }

    /// From which breakpoint on a row is made of blocks that are put beside one another.
    pub(super) fn of_rows(self) -> &'static str {
        // Who edits for every width still means a row for where rows have room.
        self.breakpoint().unwrap_or("md")
    }
}

/// The breakpoint that holds on a page of so many pixels.
fn holding(pixels: u32) -> &'static str {
    match pixels {
        0..480 => "base",
        480..720 => "sm",
        720..960 => "md",
        _ => "lg",
    }
}

/// How large the page is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zoom {
    /// As it is, or as large as there is room for all of its width.
    Fit,
    /// So many per cent.
    Percent(u32),
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
    /// A name for the selected block.
    Rename,
    /// A name for a section that is saved.
    Section,
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
    /// A whole portal would take the place of the page; its name.
    Template(&'static str),
    /// A section would take the place of one of that name.
    SectionTaken(String),
    /// A published version, beside the draft.
    Revision {
        number: i64,
        /// Whether members see it now.
        is_current: bool,
        /// Whether it is asked at once whether to roll back to it.
        asks: bool,
    },
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
    pub(super) zoom: RwSignal<Zoom>,
    /// Whether edits on a page that was made narrow leave wider pages as they are.
    pub(super) alone: RwSignal<bool>,
    /// How wide a page there is room for, in CSS pixels of the screen; 0 until that is known.
    pub(super) room: RwSignal<u32>,
    /// How large the page is seen for as long as a hand changes its width. Unit: thousandths.
    pub(super) held: RwSignal<Option<u32>>,
    pub(super) panel: RwSignal<Option<Panel>>,
    /// Whether the properties are open, on a desk that is too narrow to have them beside the page.
    pub(super) aside: RwSignal<bool>,
    pub(super) mode: RwSignal<Mode>,
    pub(super) dialog: RwSignal<Option<Dialog>>,
    /// Where the inserter inserts; none for beside the selection.
    pub(super) place: RwSignal<Option<Spot>>,
    /// Where the menu of the selected block is open: a point of the window.
    pub(super) menu: RwSignal<Option<(f64, f64)>>,
    /// The commands used last, the newest first, as the list of commands names them.
    pub(super) recent: RwSignal<Vec<String>>,
    /// Goes up when the selection is to be taken up, to be placed by a tap or by keys.
    pub(super) picked: RwSignal<u32>,
    /// Goes up when a text of the selection is to be edited where it stands.
    pub(super) written: RwSignal<u32>,
    /// The scheme that the canvas shows; `None` for the document's.
    pub(super) scheme: RwSignal<Option<Scheme>>,
    /// Goes up when members see another version than before.
    pub(super) published: RwSignal<u32>,
    /// Which parts of tabs the canvas shows.
    pub(super) parts: RwSignal<Parts>,
    /// Blocks that were just added.
    pub(super) fresh: RwSignal<Fresh>,
    /// A picture that the library is asked for: its block and its prop, until the field has heard of it.
    pub(super) wanted: RwSignal<Option<(NodeId, &'static str)>>,
    /// How wide the page on the canvas turned out, in CSS pixels.
    pub(super) pixels: RwSignal<u32>,
    /// In which state, for whom, in which language and when the canvas shows the page.
    pub(super) stage: Stage,
}

impl View {
    /// The breakpoint that holds on the page as it is seen. Tracked.
    pub(super) fn seen(self) -> &'static str {
        let chosen = self.width.get().breakpoint();
        chosen.unwrap_or_else(|| holding(self.pixels.get()))
    }

    /// The same. Not tracked.
    pub(super) fn seen_now(self) -> &'static str {
        let chosen = self.width.get_untracked().breakpoint();
        chosen.unwrap_or_else(|| holding(self.pixels.get_untracked()))
    }

    /// The breakpoint of a page that was made narrower than the widest one begins. Tracked.
    pub(super) fn narrow(self) -> Option<&'static str> {
        let chosen = self.width.get().breakpoint();
        chosen.filter(|at| breakpoint::wider(at).is_some())
    }

    fn edit(self) {
        if self.mode.get_untracked() != Mode::Edit {
            self.mode.set(Mode::Edit);
        }
    }

    /// Opens a panel at the start; on a narrow desk the properties make room for it. Panels edit:
    /// the page is no longer tried out.
    pub(super) fn show(self, panel: Panel) {
        self.edit();
        self.aside.set(false);
        self.panel.set(Some(panel));
    }

    /// Opens a panel that is asked for from elsewhere than its own button, and leads there.
    pub(super) fn go_to(self, panel: Panel) {
        self.show(panel);
        reveal::focus_title();
    }

    /// On a narrow desk, shuts the palette that lies over what was just added from it.
    pub(super) fn make_room(self) {
        if shell::is_narrow() && self.panel.get_untracked() == Some(Panel::Add) {
            self.panel.set(None);
        }
    }

    /// Opens the properties, where they are not open all the time.
    pub(super) fn show_aside(self) {
        self.edit();
        if shell::is_narrow() {
            self.panel.set(None);
        }
        self.aside.set(true);
    }

    pub(super) fn new(stage: Stage) -> Self {
        Self {
            width: RwSignal::new(Width::Fit),
            zoom: RwSignal::new(Zoom::Fit),
            alone: RwSignal::new(false),
            room: RwSignal::new(0),
            held: RwSignal::new(None),
            panel: RwSignal::new(Some(Panel::Add)),
            aside: RwSignal::new(false),
            mode: RwSignal::new(Mode::Edit),
            dialog: RwSignal::new(None),
            place: RwSignal::new(None),
            menu: RwSignal::new(None),
            recent: RwSignal::new(Vec::new()),
            picked: RwSignal::new(0),
            written: RwSignal::new(0),
            scheme: RwSignal::new(None),
            published: RwSignal::new(0),
            parts: RwSignal::new(Parts::new()),
            fresh: RwSignal::new(Fresh::new()),
            wanted: RwSignal::new(None),
            pixels: RwSignal::new(0),
            stage,
        }
    }
}
