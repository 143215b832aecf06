//! As whom one edits, in the bar, and what that allows.

use palier_edit::Role;

use super::SHEET;
use crate::blocks::icon::{Icon, icon};
use crate::designer::session::Session;
use crate::dom::{Dom, El, el};
use crate::i18n::keys;

/// Draws the button that names the role, and what it opens.
pub(super) fn draw(session: Session) -> Dom {
    let i18n = session.i18n;
    let (name, may) = match session.role() {
        Role::Admin => (
            keys::DESIGNER_HOME_ROLE_ADMIN,
            keys::DESIGNER_ROLE_MAY_ADMIN,
        ),
        Role::Designer => (
            keys::DESIGNER_HOME_ROLE_DESIGNER,
            keys::DESIGNER_ROLE_MAY_DESIGNER,
        ),
        Role::ContentEditor => (
            keys::DESIGNER_HOME_ROLE_CONTENT,
            keys::DESIGNER_ROLE_MAY_CONTENT,
        ),
    };
    let (name, may) = (i18n.t(name), i18n.t(may));
    let told = i18n.with(keys::DESIGNER_ROLE, &[("role", &name)]);
    let button = SHEET
        .el("button", "role ds-button")
        .attr("type", "button")
        .attr("data-role", session.role().word())
        .attr("aria-label", &told)
        .attr("title", &told)
        .attr("aria-describedby", "ds-role-may")
        .attr("popovertarget", "ds-role")
        .child(icon(Icon::USER))
        .child(SHEET.el("span", "role-name").text(&name));
    Dom::from(vec![Dom::from(button), card(&told, &may).into()])
}

fn card(told: &str, may: &str) -> El {
    SHEET
        .el("div", "role-card")
        .attr("id", "ds-role")
        .attr("popover", "")
        .child(el("strong", "").text(told))
        .child(el("p", "ds-soft").attr("id", "ds-role-may").text(may))
}
