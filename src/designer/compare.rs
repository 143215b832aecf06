//! What differs between two states of a document, in words: never an id, never a path.

mod contradictions;
mod values;

use std::collections::BTreeSet;

use palier_contract::document::{Node, PortalDocument};
use palier_contract::ids::NodeId;
use palier_edit::{Change, Tree, diff};
use serde_json::Value;

use super::session::Session;
use super::{custom, excerpt, words};
use crate::dom::{Dom, El, el};
use crate::i18n::{I18n, Key, keys};
use crate::style::sheets::COMPARE as SHEET;
pub(super) use contradictions::draw as draw_contradictions;

/// Most letters of a text that are quoted.
const QUOTED: usize = 80;

/// One difference.
struct Line {
    sign: &'static str,
    label: Key,
    name: String,
    details: Vec<String>,
}

/// Draws what became of `before`.
pub(super) fn draw(before: &PortalDocument, after: &PortalDocument, session: Session) -> El {
    let i18n = session.i18n;
    let lines = lines(before, after, i18n);
    if lines.is_empty() {
        return el("p", "ds-soft").text(&i18n.t(keys::DESIGNER_COMPARE_SAME));
    }
    let rows = lines.into_iter().map(|line| Dom::from(row(&line, i18n)));
    SHEET.el("ul", "list").child(rows.collect::<Vec<_>>())
}

fn row(line: &Line, i18n: I18n) -> El {
    let details = line.details.iter().map(|words| {
        let detail = SHEET.el("li", "detail").text(words);
        Dom::from(detail)
    });
    SHEET
        .el("li", "row")
        .attr("data-sign", line.sign)
        .child(SHEET.el("span", "sign").text(&i18n.t(line.label)))
        .child(
            el("div", "")
                .child(SHEET.el("span", "name").text(&line.name))
                .child(
                    (!line.details.is_empty())
                        .then(|| el("ul", "").child(details.collect::<Vec<_>>())),
                ),
        )
}

fn lines(before: &PortalDocument, after: &PortalDocument, i18n: I18n) -> Vec<Line> {
    let (Ok(old), Ok(new)) = (Tree::new(before.clone()), Tree::new(after.clone())) else {
        return Vec::new();
    };
    // Both trees were made, so they can be compared.
    let changes = diff(before, after).unwrap_or_default();
    let line = |sign, label, name, details| Line {
        sign,
        label,
        name,
        details,
    };
    let called = |tree: &Tree, id: &NodeId, kind: &str| {
        let entry = tree.node(id);
        entry.map_or_else(
            || words::kind(kind, i18n),
            |entry| words::block(&entry.node, i18n),
        )
    };
    let page = || i18n.t(keys::DESIGNER_PAGE);
    let made = changes.iter().map(|change| match change {
        Change::Added { id, kind, .. } => line(
            "added",
            keys::DESIGNER_COMPARE_ADDED,
            called(&new, id, kind),
            Vec::new(),
        ),
        Change::Removed { id, kind, .. } => line(
            "removed",
            keys::DESIGNER_COMPARE_REMOVED,
            called(&old, id, kind),
            Vec::new(),
        ),
        Change::Moved { id, kind, .. } => line(
            "moved",
            keys::DESIGNER_COMPARE_MOVED,
            called(&new, id, kind),
            Vec::new(),
        ),
        Change::Changed { id, kind, fields } => {
            let of = |tree: &Tree| tree.node(id).map(|entry| entry.node.clone());
            let details = details(of(&old), of(&new), fields, i18n);
            line(
                "changed",
                keys::DESIGNER_COMPARE_CHANGED,
                called(&new, id, kind),
                details,
            )
        }
        Change::Theme { fields } => {
            let told = fields
                .iter()
                .flat_map(|field| values::of_theme(&before.theme, &after.theme, field, i18n));
            let theme = i18n.t(keys::DESIGNER_COMPARE_THEME);
            line(
                "changed",
                keys::DESIGNER_COMPARE_CHANGED,
                page(),
                std::iter::once(theme).chain(told).collect(),
            )
        }
        Change::Title { locales } => {
            let quoted = locales.iter().map(|locale| {
                let of = |document: &PortalDocument| document.title.get(locale).cloned();
                from_to(of(before), of(after), i18n)
            });
            line(
                "changed",
                keys::DESIGNER_COMPARE_CHANGED,
                i18n.t(keys::DESIGNER_COMPARE_TITLE),
                quoted.collect(),
            )
        }
    });
    made.collect()
}

/// What a block says otherwise: as it was and is, or where no words tell that, by its sort.
fn details(old: Option<Node>, new: Option<Node>, fields: &[String], i18n: I18n) -> Vec<String> {
    let (Some(old), Some(new)) = (old, new) else {
        return Vec::new();
    };
    let mut quoted = Vec::new();
    let mut sorts = BTreeSet::new();
    for field in fields {
        let prop = field.strip_prefix("props/");
        let texts = prop.map(|name| (texts(old.props.get(name)), texts(new.props.get(name))));
        match texts {
            Some((was, is)) if !was.is_empty() || !is.is_empty() => {
                let locales: BTreeSet<&String> = was.iter().chain(&is).map(|(l, _)| l).collect();
                let of = |texts: &[(String, String)], locale: &String| {
                    let found = texts.iter().find(|(known, _)| known == locale);
                    found.map(|(_, text)| text.clone())
                };
                quoted.extend(
                    locales
                        .into_iter()
                        .map(|locale| (of(&was, locale), of(&is, locale)))
                        .filter(|(was, is)| was != is)
                        .map(|(was, is)| from_to(was, is, i18n)),
                );
            }
            _ => match values::of_block(&old, &new, field, i18n) {
                told if told.is_empty() => drop(sorts.insert(sort(&new.kind, field))),
                told => quoted.extend(told),
            },
        }
    }
    quoted.extend(sorts.into_iter().map(|sort| i18n.t(sort.words())));
    quoted
}

/// What a field is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Content,
    Look,
    Width,
    Shown,
    Lock,
    Name,
    Settings,
}

impl Sort {
    fn words(self) -> Key {
        match self {
            Self::Content => keys::DESIGNER_COMPARE_CONTENT,
            Self::Look => keys::DESIGNER_COMPARE_LOOK,
            Self::Width => keys::DESIGNER_COMPARE_WIDTH,
            Self::Shown => keys::DESIGNER_COMPARE_SHOWN,
            Self::Lock => keys::DESIGNER_COMPARE_LOCK,
            Self::Name => keys::DESIGNER_COMPARE_NAME,
            Self::Settings => keys::DESIGNER_COMPARE_SETTINGS,
        }
    }
}

fn sort(kind: &str, field: &str) -> Sort {
    let (head, rest) = field.split_once('/').unwrap_or((field, ""));
    let known = custom::all();
    let schema = known.iter().find(|block| block.kind == kind);
    // Where one language of a text is meant, the prop is what comes before it.
    let rest = rest.split('/').next().unwrap_or(rest);
    match head {
        "span" => Sort::Width,
        "hidden" | "when" => Sort::Shown,
        "at" => Sort::Look,
        "lock" => Sort::Lock,
        "name" => Sort::Name,
        "props" => match schema.and_then(|schema| schema.prop(rest)) {
            Some(prop) if prop.style => Sort::Look,
            Some(prop) if prop.kind.is_content() => Sort::Content,
            _ => Sort::Settings,
        },
        _ => Sort::Settings,
    }
}

/// The texts of a prop, per language; none when it holds something else.
fn texts(value: Option<&Value>) -> Vec<(String, String)> {
    let Some(Value::Object(texts)) = value else {
        return Vec::new();
    };
    let plain = texts.iter().map(|(locale, text)| {
        let is_text = matches!(text, Value::String(_) | Value::Array(_));
        is_text.then(|| (locale.clone(), excerpt::all(text)))
    });
    plain.collect::<Option<Vec<_>>>().unwrap_or_default()
}

fn from_to(was: Option<String>, is: Option<String>, i18n: I18n) -> String {
    match (was.map(short), is.map(short)) {
        (Some(was), Some(is)) if was == is => i18n.t(keys::DESIGNER_COMPARE_CONTENT),
        (Some(was), Some(is)) => i18n.with(
            keys::DESIGNER_COMPARE_FROM_TO,
            &[("was", &was), ("is", &is)],
        ),
        (None, Some(is)) => i18n.with(keys::DESIGNER_COMPARE_NOW, &[("is", &is)]),
        (Some(was), None) => i18n.with(keys::DESIGNER_COMPARE_NO_MORE, &[("was", &was)]),
        (None, None) => String::new(),
    }
}

fn short(text: String) -> String {
    let mut cut: String = text.chars().take(QUOTED).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}
