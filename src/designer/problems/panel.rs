//! The panel: errors first, then warnings, block by block; each leads to where it is mended.

use palier_contract::document::Severity;
use palier_contract::ids::NodeId;

use super::{Problem, SHEET};
use crate::blocks::icon::{Icon, icon};
use crate::designer::drag::Drag;
use crate::designer::session::Session;
use crate::designer::{theme, words};
use crate::dom::{Dom, El, el};
use crate::i18n::keys;

/// Draws it.
pub(in crate::designer) fn draw(session: Session, _drag: &Drag) -> El {
    session.ask_for_all();
    el("div", "ds-panel-body")
        .slot(move || groups(session, &session.problems.found.get()))
        .child(weight(session))
}

fn groups(session: Session, found: &[Problem]) -> Vec<Dom> {
    let i18n = session.i18n;
    if found.is_empty() {
        let none = el("div", "ds-empty")
            .child(icon(Icon::CHECK_CIRCLE))
            .child(el("p", "").text(&i18n.t(keys::DESIGNER_PROBLEMS_NONE)))
            .child(el("p", "ds-hint").text(&i18n.t(keys::DESIGNER_PROBLEMS_NONE_TEXT)));
        return vec![none.into()];
    }
    let kinds = [
        (
            Severity::Error,
            keys::DESIGNER_PROBLEMS_ERRORS,
            keys::DESIGNER_PROBLEMS_ERRORS_HINT,
        ),
        (
            Severity::Warning,
            keys::DESIGNER_PROBLEMS_WARNINGS,
            keys::DESIGNER_PROBLEMS_WARNINGS_HINT,
        ),
    ];
    let groups = kinds.into_iter().filter_map(|(severity, title, hint)| {
        let own: Vec<&Problem> = found
            .iter()
            .filter(|problem| problem.severity == severity)
            .collect();
        let is_error = severity == Severity::Error;
        (!own.is_empty()).then(|| {
            el("section", "ds-group")
                .attr("data-severity", if is_error { "error" } else { "warning" })
                .child(el("h3", "ds-group-title").text(&i18n.t(title)))
                .child(el("p", "ds-hint").text(&i18n.t(hint)))
                .child(owners(session, &own, is_error))
                .into()
        })
    });
    groups.collect()
}

/// A list per block, in the order in which blocks first have a problem.
fn owners(session: Session, found: &[&Problem], is_error: bool) -> Vec<Dom> {
    let mut order: Vec<(Option<&NodeId>, bool)> = Vec::new();
    for problem in found {
        let owner = owner(problem);
        if !order.contains(&owner) {
            order.push(owner);
        }
    }
    let lists = order.into_iter().map(|wanted| {
        let own = found.iter().filter(|problem| owner(problem) == wanted);
        let rows = own.map(|problem| row(session, problem, is_error).into());
        el("div", "ds-field")
            .child(el("h4", "ds-label").text(&name(session, wanted)))
            .child(SHEET.el("ul", "list").child(rows.collect::<Vec<Dom>>()))
            .into()
    });
    lists.collect()
}

fn owner(problem: &Problem) -> (Option<&NodeId>, bool) {
    (problem.node.as_ref(), problem.path.starts_with("/theme"))
}

fn name(session: Session, (node, of_theme): (Option<&NodeId>, bool)) -> String {
    let i18n = session.i18n;
    match node {
        Some(id) => session.read(|tree, _| {
            tree.node(id)
                .map(|entry| words::block(&entry.node, i18n))
                .unwrap_or_default()
        }),
        None if of_theme => i18n.t(keys::DESIGNER_PROBLEMS_THEME),
        None => i18n.t(keys::DESIGNER_PROBLEMS_WHOLE_PAGE),
    }
}

fn row(session: Session, problem: &Problem, is_error: bool) -> El {
    let i18n = session.i18n;
    let mark = if is_error { Icon::X } else { Icon::WARNING };
    let severity = if is_error {
        keys::DESIGNER_PROBLEMS_ERROR
    } else {
        keys::DESIGNER_PROBLEMS_WARNING
    };
    let leads = !problem.path.starts_with("/performance");
    let content = |row: El| {
        row.child(
            SHEET
                .el("span", "mark")
                .attr("data-tone", if is_error { "bad" } else { "warn" })
                .child(icon(mark)),
        )
        .child(el("span", "ds-sr").text(&[&i18n.t(severity), ": "].concat()))
        .child(SHEET.el("span", "text").text(&problem.text))
    };
    let (node, path) = (problem.node.clone(), problem.path.clone());
    let main = match leads {
        true => content(SHEET.el("button", "problem").attr("type", "button"))
            .attr("data-path", &problem.path)
            .on("click", move |_| session.reveal(node.as_ref(), &path)),
        false => content(SHEET.el("div", "problem")),
    };
    let fix = problem.fix.map(|(token, scheme)| {
        let label = [
            &i18n.t(keys::DESIGNER_PROBLEMS_FIX),
            ": ",
            &theme::token_name(i18n, token),
        ]
        .concat();
        el("button", "ds-button")
            .attr("type", "button")
            .attr("data-fix", token)
            .attr("aria-label", &label)
            .on("click", move |_| {
                // The row is gone once it is mended; the panel's button is not.
                super::super::reveal::focus_panel();
                theme::mend(session, token, scheme);
            })
            .text(&i18n.t(keys::DESIGNER_PROBLEMS_FIX))
    });
    SHEET.el("li", "row").child(main).child(fix)
}

fn weight(session: Session) -> El {
    let i18n = session.i18n;
    el("section", "ds-group")
        .attr("data-cost", "")
        .child(el("h3", "ds-group-title").text(&i18n.t(keys::DESIGNER_PROBLEMS_PERFORMANCE)))
        .slot(move || {
            let parts = session.problems.cost.get().parts(i18n).into_iter();
            let rows = parts.map(|(name, figure)| {
                let row = SHEET
                    .el("div", "part")
                    .child(el("dt", "ds-soft").text(&name))
                    .child(SHEET.el("dd", "figure").text(&figure));
                Dom::from(row)
            });
            SHEET.el("dl", "parts").child(rows.collect::<Vec<_>>())
        })
}
