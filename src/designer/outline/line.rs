//! One row of the outline.

use palier_contract::document::Severity;

use palier_edit::Role;

use super::rows::Row;
use super::{Outline, SHEET, row_id};
use crate::blocks::icon::{Icon, icon};
use crate::designer::{icons, naming, palette, reasons};
use crate::dom::{Dom, El, el};
use crate::i18n::{Key, keys};

impl Outline {
    pub(super) fn line(&self, index: usize, row: &Row, is_selected: bool, is_named: bool) -> El {
        let t = |key| self.session.i18n.t(key);
        let number = |n: usize| n.to_string();
        let mut said = vec![row.name.clone()];
        said.extend((!row.part.is_empty()).then(|| {
            let key = keys::DESIGNER_OUTLINE_IN_PART;
            self.session.i18n.with(key, &[("part", &row.part)])
        }));
        said.extend((!row.when.is_empty()).then(|| row.when.clone()));
        said.extend(row.is_hidden.then(|| t(keys::DESIGNER_OUTLINE_HIDDEN)));
        said.extend(row.is_locked.then(|| t(keys::DESIGNER_OUTLINE_LOCKED)));
        said.extend(row.problem.map(|_| t(keys::DESIGNER_OUTLINE_PROBLEM)));
        let line = SHEET
            .el("div", "row")
            .attr("role", "treeitem")
            .attr("id", &row_id(index))
            .attr("data-key", &number(index))
            .attr("data-source", row.id.as_str())
            .attr("data-grip", if is_named { "text" } else { "body" })
            .attr("data-level", &number(row.level))
            .attr("aria-label", &said.join(", "))
            .attr("aria-level", &number(row.level))
            .attr("aria-setsize", &number(row.setsize))
            .attr("aria-posinset", &number(row.posinset))
            .attr("aria-selected", if is_selected { "true" } else { "false" })
            .flag("data-hidden", row.is_hidden);
        let line = match row.open {
            Some(is_open) => line.attr("aria-expanded", if is_open { "true" } else { "false" }),
            None => line,
        };
        let indent = (1..row.level).map(|_| SHEET.el("span", "indent").into());
        let twist = SHEET.el("span", "twist").attr("aria-hidden", "true");
        let twist = match row.open {
            Some(_) => twist
                .attr("data-act", "twist")
                .attr("data-grip", "interactive")
                .child(icon(icons::TWIST)),
            None => twist,
        };
        line.child(indent.collect::<Vec<Dom>>())
            .child(twist)
            .child(
                SHEET
                    .el("span", "picture")
                    .child(icon(palette::drawing(&row.kind))),
            )
            .child(row.leads.then(|| SHEET.el("span", "part").text(&row.part)))
            .child(self.name(row, is_named))
            .child((!row.when.is_empty()).then(|| {
                let mark = SHEET.el("span", "mark").attr("title", &row.when);
                mark.attr("data-when", "").child(icon(icons::HISTORY))
            }))
            .child(row.problem.map(|severity| {
                let tone = if severity == Severity::Error {
                    "bad"
                } else {
                    "warn"
                };
                SHEET
                    .el("span", "dot")
                    .attr("data-tone", tone)
                    .attr("title", &t(keys::DESIGNER_OUTLINE_PROBLEM))
            }))
            .child(self.lock(row))
            .child(self.hide(row))
    }

    fn name(&self, row: &Row, is_named: bool) -> El {
        if !is_named {
            return SHEET.el("span", "name").text(&row.name);
        }
        el("input", "ds-input")
            .attr(
                "aria-label",
                &self.session.i18n.t(keys::DESIGNER_OUTLINE_NAME),
            )
            .attr("maxlength", naming::LONGEST)
            .attr("value", &row.own)
            .attr("placeholder", &row.name)
    }

    /// For admins a button, for everybody else a mark.
    fn lock(&self, row: &Row) -> Option<El> {
        if self.session.role() != Role::Admin {
            let label = self.session.i18n.t(keys::DESIGNER_OUTLINE_LOCKED);
            let mark = SHEET.el("span", "mark").attr("title", &label);
            return row.is_locked.then(|| mark.child(icon(icons::LOCK)));
        }
        let (label, drawing) = match row.is_locked {
            true => (keys::DESIGNER_OUTLINE_UNLOCK_NAMED, icons::LOCK),
            false => (keys::DESIGNER_OUTLINE_LOCK_NAMED, icons::UNLOCKED),
        };
        let title = self.session.i18n.with(label, &[("block", &row.name)]);
        let button = self.tool(row, "lock", label, drawing).attr("title", &title);
        Some(button.flag("data-locked", row.is_locked))
    }

    fn hide(&self, row: &Row) -> El {
        let (label, drawing) = match row.is_hidden {
            true => (keys::DESIGNER_OUTLINE_SHOW_NAMED, icons::HIDDEN),
            false => (keys::DESIGNER_OUTLINE_HIDE_NAMED, icons::SHOWN),
        };
        let button = self.tool(row, "hide", label, drawing);
        match reasons::structure(self.session) {
            Some(why) => reasons::refused(button).attr("title", &why),
            None => {
                let title = self.session.i18n.with(label, &[("block", &row.name)]);
                button.attr("title", &title)
            }
        }
    }

    fn tool(&self, row: &Row, act: &'static str, label: Key, drawing: Icon) -> El {
        let label = self.session.i18n.with(label, &[("block", &row.name)]);
        SHEET
            .el("button", "hide")
            .attr("type", "button")
            .attr("tabindex", "-1")
            .attr("data-act", act)
            .attr("data-grip", "interactive")
            .attr("aria-label", &label)
            .child(icon(drawing))
    }
}
