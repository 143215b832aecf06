//! How wide a block is and where it is left out, at the breakpoint that is edited.

use palier_contract::document::Node;
use palier_contract::ids::NodeId;
use palier_edit::{Intention, Op};

use super::SHEET;
use super::field::{badge, reset_button};
use super::panel::Panel;
use crate::blocks::icon::{Icon, icon};
use crate::designer::canvas::span::{self, fraction};
use crate::designer::view::Width;
use crate::designer::{breakpoint, icons, visibility};
use crate::dom::{El, el, value_of};
use crate::i18n::{Key, keys};

/// The layout of these blocks at once.
#[derive(Clone)]
struct Layout {
    panel: Panel,
    ids: Vec<NodeId>,
}

/// Draws the group, for one block or for several.
pub(super) fn draw(panel: Panel, ids: Vec<NodeId>) -> El {
    let layout = Layout { panel, ids };
    let why = layout.clone();
    super::group(panel, "layout", keys::DESIGNER_PROPERTIES_LAYOUT)
        .child(where_(&layout))
        .child(width(&layout))
        .child(hidden(&layout))
        .slot(move || {
            let reason = why.refusal().or_else(|| why.hiding_refusal());
            reason.map(|reason| el("p", "ds-hint").attr("data-reason", "").text(&reason))
        })
}

/// On a page that was made narrow: that edits hold on wider pages too, and the way to edit for
/// this width alone.
pub(super) fn alone(panel: Panel) -> Option<El> {
    let view = panel.session.view;
    let at = view
        .narrow()
        .filter(|_| !panel.session.selection.with(Vec::is_empty))?;
    let label = match breakpoint::wider(at) {
        Some("md") => (keys::DESIGNER_PROPERTIES_ALONE_BELOW, "720"),
        Some("lg") => (keys::DESIGNER_PROPERTIES_ALONE_BELOW, "960"),
        _ => (keys::DESIGNER_PROPERTIES_ALONE_PHONES, "480"),
    };
    let check = el("input", "")
        .attr("type", "checkbox")
        .attr_of(".checked", move || Some(view.alone.get().to_string()))
        .on("change", move |event| {
            view.alone.set(value_of(&event) == "true")
        });
    let words = panel.i18n().with(label.0, &[("pixels", label.1)]);
    let note = SHEET
        .el("div", "where")
        .attr("data-alone", "")
        .child(el("p", "").text(&panel.t(keys::DESIGNER_PROPERTIES_ALONE)))
        .child(
            el("label", "ds-check")
                .child(check)
                .child(el("span", "").text(&words)),
        );
    Some(note)
}

/// Says which widths of the page an edit of the width is for.
fn where_(layout: &Layout) -> El {
    let (layout, quiet) = (layout.clone(), layout.clone());
    let view = layout.panel.session.view;
    let words = move || layout.panel.t(breakpoint_key(layout.breakpoint()));
    SHEET
        .el("p", "where")
        .attr("data-breakpoint", "")
        // What holds everywhere is nothing to be warned of.
        .flag_of("data-quiet", move || quiet.breakpoint() == "base")
        // Above all fields it is said that they hold at this width alone.
        .flag_of("hidden", move || {
            view.narrow().is_some() && view.alone.get()
        })
        .text_of(words)
}

fn breakpoint_key(breakpoint: &str) -> Key {
    match breakpoint {
        "sm" => keys::DESIGNER_PROPERTIES_AT_SM,
        "md" => keys::DESIGNER_PROPERTIES_AT_MD,
        "lg" => keys::DESIGNER_PROPERTIES_AT_LG,
        _ => keys::DESIGNER_PROPERTIES_AT_BASE,
    }
}

impl Layout {
    /// Where the width of the first of the blocks is decided. Tracked.
    fn breakpoint(&self) -> &'static str {
        let session = self.panel.session;
        breakpoint::track(session);
        let first = self.ids.first();
        first.map_or("base", |id| breakpoint::of_width(session, id))
    }

    /// The breakpoint at which blocks are left out; `None` for every one. Tracked.
    fn hides_at(&self) -> Option<&'static str> {
        self.panel.session.view.width.get().breakpoint()
    }

    /// Reads the first of the blocks. Tracked.
    fn read<T: Default>(&self, read: impl FnOnce(&Node) -> T) -> T {
        self.panel.session.version.track();
        self.panel.session.read(|tree, _| {
            let entry = self.ids.first().and_then(|id| tree.node(id));
            entry.map(|entry| read(&entry.node)).unwrap_or_default()
        })
    }

    fn columns(&self) -> u8 {
        let at = self.breakpoint();
        self.read(|node| Some(node.span_at(at))).unwrap_or(12)
    }

    /// Fewest and most columns that all of them can be wide.
    fn widths(&self) -> (u8, u8) {
        let widths = self.panel.session.read(|tree, rules| {
            let blocks = self.ids.iter().filter_map(|id| tree.node(id));
            blocks
                .map(|entry| rules.widths(&entry.node.kind))
                .reduce(|one, other| (one.0.max(other.0), one.1.min(other.1)))
        });
        let (narrowest, widest) = widths.unwrap_or((1, 12));
        (narrowest, widest.max(narrowest))
    }

    fn spans(&self, columns: Option<u8>) -> Vec<Op> {
        let session = self.panel.session;
        let ops = |id| span::edit(session, id, breakpoint::of_width(session, id), columns);
        self.ids.iter().flat_map(ops).collect()
    }

    /// Leaves them out at this width only, or shows them; `None`: as at the narrower one.
    fn hide(&self, hidden: Option<bool>) {
        let at = self.hides_at();
        let ops: Vec<Op> = self.panel.session.read(|tree, _| {
            let blocks = self.ids.iter().filter_map(|id| tree.node(id));
            let ops = blocks.flat_map(|entry| {
                let node = &entry.node;
                let hidden = hidden.unwrap_or_else(|| visibility::inherited(node, at));
                visibility::ops(node, at, hidden)
            });
            ops.collect()
        });
        self.panel.session.attempt("edit", ops);
    }

    fn set_width(&self, columns: u8) {
        let (narrowest, widest) = self.widths();
        let columns = columns.clamp(narrowest, widest);
        let key = ["width ", self.breakpoint()].concat();
        let intention = Intention::new("width").burst(key);
        self.panel
            .session
            .attempt(intention, self.spans(Some(columns)));
    }

    /// Why the width is not theirs to say.
    fn refusal(&self) -> Option<String> {
        self.panel.refusal(&self.spans(None))
    }

    /// Why they may not be left out: more than the width, that concerns what they hold.
    fn hiding_refusal(&self) -> Option<String> {
        let op = |id: &NodeId| Op::SetHidden {
            id: id.clone(),
            breakpoint: String::from("base"),
            hidden: None,
        };
        let ops: Vec<Op> = self.ids.iter().map(op).collect();
        self.panel.refusal(&ops)
    }

    fn owns_width(&self) -> bool {
        let at = self.breakpoint();
        self.read(|node| node.span.contains_key(at))
    }

    fn owns_hidden(&self) -> bool {
        let at = self.hides_at();
        self.read(|node| match at {
            Some(at) => node.hidden.contains_key(at),
            None => !node.hidden.is_empty(),
        })
    }
}

fn width(layout: &Layout) -> El {
    let panel = layout.panel;
    let label = panel.t(keys::DESIGNER_PROPERTIES_WIDTH);
    let (badged, shown, bound) = (layout.clone(), layout.clone(), layout.clone());
    let head = SHEET
        .el("div", "field-head")
        .child(
            el("label", "ds-label")
                .attr("for", "prop-width")
                .text(&label),
        )
        .child(
            SHEET
                .el("span", "badge")
                .slot(move || badge(panel, Some(badged.breakpoint()), badged.owns_width())),
        )
        .child(
            reset_button(panel, &label)
                .flag_of("hidden", move || {
                    !shown.owns_width() || shown.refusal().is_some()
                })
                .on("click", move |_| {
                    panel.session.attempt("width", bound.spans(None));
                    super::browser::focus_later("prop-width");
                }),
        );
    SHEET
        .el("div", "field")
        .attr("data-field", "prop-width")
        .child(head)
        .child(stepper(layout, &label))
}

fn stepper(layout: &Layout, label: &str) -> El {
    let (read, said, fixed, bound) = (
        layout.clone(),
        layout.clone(),
        layout.clone(),
        layout.clone(),
    );
    let (narrowest, widest) = layout.widths();
    let slider = SHEET
        .el("input", "slider")
        .attr("type", "range")
        .attr("id", "prop-width")
        .attr("min", &narrowest.to_string())
        .attr("max", &widest.to_string())
        .attr("step", "1")
        .attr_of(".value", move || Some(read.columns().to_string()))
        .attr_of("aria-valuetext", move || {
            Some(span::words(said.panel.session, said.columns()))
        })
        .flag_of("disabled", move || fixed.refusal().is_some())
        .on("input", move |event| {
            if let Ok(columns) = value_of(&event).parse() {
                bound.set_width(columns);
            }
        });
    let told = layout.clone();
    SHEET
        .el("div", "stepper")
        .child(step(layout, Icon::MINUS, label, false))
        .child(slider)
        .child(step(layout, icons::PLUS, label, true))
        .child(
            SHEET
                .el("span", "columns")
                // The slider says it already.
                .attr("aria-hidden", "true")
                .text_of(move || fraction(told.columns())),
        )
}

fn step(layout: &Layout, drawing: Icon, label: &str, wider: bool) -> El {
    let (shown, bound) = (layout.clone(), layout.clone());
    let key = match wider {
        true => keys::DESIGNER_PROPERTIES_WIDER,
        false => keys::DESIGNER_PROPERTIES_NARROWER,
    };
    let words = layout.panel.i18n().with(key, &[("field", label)]);
    el("button", "ds-icon-button")
        .attr("type", "button")
        .attr("aria-label", &words)
        .attr("title", &words)
        .attr_of("aria-disabled", move || {
            let at_end = match wider {
                true => shown.columns() >= shown.widths().1,
                false => shown.columns() <= shown.widths().0,
            };
            (at_end || shown.refusal().is_some()).then(|| String::from("true"))
        })
        .on("click", move |_| {
            let columns = bound.columns();
            bound.set_width(match wider {
                true => columns.saturating_add(1),
                false => columns.saturating_sub(1),
            });
        })
        .child(icon(drawing))
}

fn hidden(layout: &Layout) -> El {
    let panel = layout.panel;
    let label = move || {
        panel.t(match panel.session.view.width.get() {
            Width::Fit => keys::DESIGNER_PROPERTIES_HIDDEN_ALL,
            Width::Pixels(_) => keys::DESIGNER_PROPERTIES_HIDDEN,
        })
    };
    let (read, fixed, bound) = (layout.clone(), layout.clone(), layout.clone());
    let (badged, shown, freed) = (layout.clone(), layout.clone(), layout.clone());
    let check = el("input", "")
        .attr("type", "checkbox")
        .attr("id", "prop-hidden")
        .attr_of(".checked", move || {
            let at = panel.session.view.seen();
            let hidden = read.read(|node| node.is_hidden_at(at));
            Some(hidden.to_string())
        })
        .flag_of("disabled", move || fixed.hiding_refusal().is_some())
        .on("change", move |event| {
            let hidden = value_of(&event) == "true";
            bound.hide(Some(hidden));
        });
    SHEET
        .el("div", "field-head")
        .attr("data-field", "prop-hidden")
        .child(
            el("label", "ds-check")
                .child(check)
                .child(el("span", "").text_of(label)),
        )
        .child(
            SHEET
                .el("span", "badge")
                .slot(move || badge(panel, badged.hides_at(), badged.owns_hidden())),
        )
        .slot(move || {
            let (shown, freed) = (shown.clone(), freed.clone());
            reset_button(panel, &label())
                .flag_of("hidden", move || {
                    !shown.owns_hidden() || shown.hiding_refusal().is_some()
                })
                .on("click", move |_| {
                    freed.hide(None);
                    super::browser::focus_later("prop-hidden");
                })
        })
}
