//! The list of everything that can be done.

use std::rc::Rc;

use super::{Choice, Finder, fuzzy};
use crate::designer::canvas::scroll_to_block;
use crate::designer::commands::{self, Command};
use crate::designer::session::Session;
use crate::designer::shell::{focus_canvas, focus_choice, has_choice, panels, widths};
use crate::designer::{dialogs, excerpt, extend, palette, words};
use crate::dom::El;
use crate::i18n::{Key, keys};

/// How many of the commands used last come first.
const RECENT: usize = 5;
/// How many blocks are found at most.
const MOST_BLOCKS: usize = 20;

/// What the bar above the canvas lets choose, by the names of its fields.
const LOOKS: &[(&str, Key)] = &[
    ("show-as", keys::DESIGNER_PREVIEW_SHOW_AS),
    ("preview-as", keys::DESIGNER_PREVIEW_AS),
    ("tongue", keys::DESIGNER_PREVIEW_TONGUE),
    ("as-of", keys::DESIGNER_PREVIEW_AS_OF),
];

/// Draws it.
pub(in crate::designer) fn draw(session: Session) -> El {
    let title = session.i18n.t(keys::DESIGNER_MENUS_COMMANDS);
    let finder = Finder {
        label: session.i18n.t(keys::DESIGNER_MENUS_SEARCH_COMMANDS),
        is_tree: false,
        find: Rc::new(move |wanted| found(session, wanted)),
        choose: Rc::new(move |key| run(session, key)),
    };
    dialogs::finder(session, "commands", &title, super::draw(session, finder))
}

fn found(session: Session, wanted: &str) -> Vec<Choice> {
    let all = all(session);
    if wanted.trim().is_empty() {
        return recent_first(session, all);
    }
    let mut near: Vec<(usize, Choice)> = all
        .into_iter()
        .filter_map(|choice| Some((fuzzy::distance(wanted, &choice.label)?, choice)))
        .map(|(distance, choice)| {
            (
                distance,
                Choice {
                    group: String::new(),
                    ..choice
                },
            )
        })
        .collect();
    near.extend(blocks(session, wanted));
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().map(|(_, choice)| choice).collect()
}

/// Blocks by what they are called or say; a command of the same name comes before them.
fn blocks(session: Session, wanted: &str) -> Vec<(usize, Choice)> {
    let lower = wanted.trim().to_lowercase();
    session.read(|tree, rules| {
        let walked = tree.walk(&rules.blocks);
        let found = walked.iter().filter_map(|id| {
            let node = &tree.node(id)?.node;
            let label = words::block(node, session.i18n);
            let named = fuzzy::distance(wanted, &label).filter(|away| *away < fuzzy::SCATTERED);
            let says = || excerpt::whole(node, &session.i18n.locale()).to_lowercase();
            let away = named.or_else(|| says().contains(&lower).then_some(fuzzy::SCATTERED))?;
            let (slot, _) = tree.place_of(id)?;
            let choice = Choice {
                key: ["block:", id.as_str()].concat(),
                label,
                note: words::slot(tree, rules, &slot, session.i18n),
                drawing: Some(palette::drawing(&node.kind)),
                ..Choice::default()
            };
            Some((away.saturating_add(1), choice))
        });
        found.take(MOST_BLOCKS).collect()
    })
}

fn recent_first(session: Session, all: Vec<Choice>) -> Vec<Choice> {
    let group = session.i18n.t(keys::DESIGNER_MENUS_RECENT);
    let used = session.view.recent.get_untracked();
    let recent = used.iter().filter_map(|key| {
        let found = all.iter().find(|choice| choice.key == *key)?;
        Some(Choice {
            group: group.clone(),
            ..found.clone()
        })
    });
    let mut rows: Vec<Choice> = recent.collect();
    rows.extend(all.into_iter().filter(|choice| !used.contains(&choice.key)));
    rows
}

fn all(session: Session) -> Vec<Choice> {
    let i18n = session.i18n;
    let edit = i18n.t(keys::DESIGNER_MENUS_GROUP_EDIT);
    let portal = i18n.t(keys::DESIGNER_MENUS_GROUP_PORTAL);
    let panel = i18n.t(keys::DESIGNER_PANELS);
    let width = i18n.t(keys::DESIGNER_WIDTH);
    let rows = commands::ALL
        .iter()
        .enumerate()
        .filter(|(_, row)| row.command != Command::Commands)
        .map(|(index, row)| {
            let why = row.command.why_not(session);
            Choice {
                key: ["command:", &index.to_string()].concat(),
                label: i18n.t(row.command.label(session)),
                note: why.clone().unwrap_or_default(),
                keys: row.keys,
                is_off: why.is_some(),
                group: match row.command.is_edit() {
                    true => edit.clone(),
                    false => portal.clone(),
                },
                ..Choice::default()
            }
        });
    let panels = panels().enumerate().map(|(index, (_, label))| Choice {
        key: ["panel:", &index.to_string()].concat(),
        label: i18n.t(label),
        group: panel.clone(),
        ..Choice::default()
    });
    let widths = widths().enumerate().map(|(index, (_, label))| Choice {
        key: ["width:", &index.to_string()].concat(),
        label: i18n.t(label),
        group: width.clone(),
        ..Choice::default()
    });
    let look = i18n.t(keys::DESIGNER_PREVIEW_BAR);
    let looks = LOOKS.iter().enumerate();
    let looks = looks.filter(|(_, (name, _))| has_choice(name));
    let looks = looks.map(|(index, (_, label))| Choice {
        key: ["look:", &index.to_string()].concat(),
        label: i18n.t(*label),
        group: look.clone(),
        ..Choice::default()
    });
    rows.chain(own(session))
        .chain(panels)
        .chain(looks)
        .chain(widths)
        .collect()
}

/// Commands of the hosting page.
fn own(session: Session) -> impl Iterator<Item = Choice> {
    let group = session.i18n.t(keys::DESIGNER_MENUS_GROUP_OWN);
    let all = extend::command::all(session).into_iter();
    all.map(move |(name, label)| Choice {
        key: ["own:", &name].concat(),
        label,
        group: group.clone(),
        ..Choice::default()
    })
}

fn run(session: Session, key: &str) {
    if let Some(id) = key.strip_prefix("block:") {
        dialogs::close();
        session.select(vec![id.into()]);
        focus_canvas();
        return scroll_to_block(id);
    }
    session.view.recent.update(|used| {
        used.retain(|known| known != key);
        used.insert(0, key.to_owned());
        used.truncate(RECENT);
    });
    dialogs::close();
    let Some((what, index)) = key.split_once(':') else {
        return;
    };
    if what == "own" {
        return extend::command::run(session, index);
    }
    let index: usize = index.parse().unwrap_or(usize::MAX);
    match what {
        "command" => {
            if let Some(row) = commands::ALL.get(index) {
                row.command.run(session);
            }
        }
        "panel" => {
            if let Some((panel, _)) = panels().nth(index) {
                session.view.go_to(panel);
            }
        }
        "look" => {
            if let Some((name, _)) = LOOKS.get(index) {
                focus_choice(name);
            }
        }
        _ => {
            if let Some((width, label)) = widths().nth(index) {
                session.view.width.set(width);
                session.say(session.i18n.t(label));
            }
        }
    }
}
