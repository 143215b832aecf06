//! How wide a block is and where it is left out, at the breakpoint that is edited.

use leptos::prelude::Get;
use palier_contract::document::{BREAKPOINTS, Node, cascade};
use palier_contract::ids::NodeId;
use palier_edit::{Intention, Op};

use super::SHEET;
use super::field::{badge, reset_button};
use super::panel::Panel;
use crate::blocks::icon::{Icon, icon};
use crate::designer::{icons, words};
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
        .child(where_(panel))
        .child(width(&layout))
        .child(hidden(&layout))
        .slot(move || {
            let reason = why.refusal();
            reason.map(|reason| el("p", "ds-hint").attr("data-reason", "").text(&reason))
        })
}

/// Says which widths of the page an edit is for.
pub(super) fn where_(panel: Panel) -> El {
    let words = move || panel.t(breakpoint_key(breakpoint(panel)));
    SHEET
        .el("p", "where")
        .attr("data-breakpoint", "")
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

fn breakpoint(panel: Panel) -> &'static str {
    panel.session.view.width.get().breakpoint()
}

fn is_wider(panel: Panel) -> bool {
    BREAKPOINTS.first() != Some(&breakpoint(panel))
}

impl Layout {
    /// Reads the first of the blocks. Tracked.
    fn read<T: Default>(&self, read: impl FnOnce(&Node) -> T) -> T {
        self.panel.session.version.get();
        self.panel.session.read(|tree, _| {
            let entry = self.ids.first().and_then(|id| tree.node(id));
            entry.map(|entry| read(&entry.node)).unwrap_or_default()
        })
    }

    fn columns(&self) -> u8 {
        let at = breakpoint(self.panel);
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
        let breakpoint = breakpoint(self.panel);
        let op = |id: &NodeId| Op::SetSpan {
            id: id.clone(),
            breakpoint: breakpoint.to_owned(),
            columns,
        };
        self.ids.iter().map(op).collect()
    }

    fn hides(&self, hidden: Option<bool>) -> Vec<Op> {
        let breakpoint = breakpoint(self.panel);
        let op = |id: &NodeId| Op::SetHidden {
            id: id.clone(),
            breakpoint: breakpoint.to_owned(),
            hidden,
        };
        self.ids.iter().map(op).collect()
    }

    fn set_width(&self, columns: u8) {
        let (narrowest, widest) = self.widths();
        let columns = columns.clamp(narrowest, widest);
        let key = ["width ", breakpoint(self.panel)].concat();
        let intention = Intention::new("width").burst(key);
        self.panel
            .session
            .attempt(intention, self.spans(Some(columns)));
    }

    fn refusal(&self) -> Option<String> {
        self.panel.session.version.get();
        let ops = self.hides(None);
        let refused = self
            .panel
            .session
            .editor(|editor| editor.would(&ops).err())?;
        Some(words::refusal(&refused, self.panel.i18n()))
    }

    fn owns_width(&self) -> bool {
        let at = breakpoint(self.panel);
        self.read(|node| node.span.contains_key(at))
    }

    fn owns_hidden(&self) -> bool {
        let at = breakpoint(self.panel);
        self.read(|node| node.hidden.contains_key(at))
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
                .slot(move || badge(&panel, is_wider(panel), badged.owns_width())),
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
        .attr_of("aria-valuetext", move || Some(fraction(said.columns())))
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
                .el("output", "columns")
                .attr("for", "prop-width")
                .text_of(move || fraction(told.columns())),
        )
}

fn fraction(columns: u8) -> String {
    [&columns.to_string(), "/12"].concat()
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
    let label = panel.t(keys::DESIGNER_PROPERTIES_HIDDEN);
    let (read, fixed, bound) = (layout.clone(), layout.clone(), layout.clone());
    let (badged, shown, freed) = (layout.clone(), layout.clone(), layout.clone());
    let check = el("input", "")
        .attr("type", "checkbox")
        .attr("id", "prop-hidden")
        .attr_of(".checked", move || {
            let at = breakpoint(panel);
            let hidden = read.read(|node| cascade(&node.hidden, at).copied().unwrap_or(false));
            Some(hidden.to_string())
        })
        .flag_of("disabled", move || fixed.refusal().is_some())
        .on("change", move |event| {
            let hidden = value_of(&event) == "true";
            panel.session.attempt("edit", bound.hides(Some(hidden)));
        });
    SHEET
        .el("div", "field-head")
        .attr("data-field", "prop-hidden")
        .child(
            el("label", "ds-check")
                .child(check)
                .child(el("span", "").text(&label)),
        )
        .child(
            SHEET
                .el("span", "badge")
                .slot(move || badge(&panel, is_wider(panel), badged.owns_hidden())),
        )
        .child(
            reset_button(panel, &label)
                .flag_of("hidden", move || {
                    !shown.owns_hidden() || shown.refusal().is_some()
                })
                .on("click", move |_| {
                    panel.session.attempt("edit", freed.hides(None));
                    super::browser::focus_later("prop-hidden");
                }),
        )
}
