//! What several blocks have in common: what can be done with them, their width, who sees them, and
//! their locks.

use palier_contract::ids::NodeId;

use super::panel::Panel;
use super::{SHEET, layout, own, when};
use crate::blocks::icon::{Icon, icon};
use crate::designer::commands::{self, Command};
use crate::designer::icons;
use crate::dom::{Dom, El, el};
use crate::i18n::keys;

const ACTIONS: [(Command, Icon); 4] = [
    (Command::Up, Icon::ARROW_UP),
    (Command::Down, Icon::ARROW_DOWN),
    (Command::Duplicate, Icon::COPY),
    (Command::Remove, icons::TRASH),
];

/// Draws the fields.
pub(super) fn draw(panel: Panel, ids: &[NodeId]) -> Vec<Dom> {
    let buttons = ACTIONS.map(|(command, drawing)| action(panel, command, drawing).into());
    vec![
        super::group(panel, "actions", keys::DESIGNER_PROPERTIES_ACTIONS)
            .child(SHEET.el("div", "actions").child(Vec::<Dom>::from(buttons)))
            .into(),
        layout::draw(panel, ids.to_vec()).into(),
        when::draw(panel, ids.to_vec()).into(),
        own::of_all(panel, ids.to_vec()).into(),
    ]
}

fn action(panel: Panel, command: Command, drawing: Icon) -> El {
    let session = panel.session;
    let label = commands::of(command)
        .map(|row| panel.t(row.label))
        .unwrap_or_default();
    el("button", "ds-button")
        .attr("type", "button")
        .attr_of("aria-disabled", move || {
            session.version.track();
            (!command.is_possible(session)).then(|| String::from("true"))
        })
        .on("click", move |_| command.run(session))
        .child(icon(drawing))
        .text(&label)
}
