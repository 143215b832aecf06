//! Everything that should be mended, as the contract and the theme's contrast have it.

use palier_contract::document::{
    BlockSchema, Finding, FindingCode, Known, Node, Severity, validate,
};
use palier_edit::Editor;

use super::known::Programme;
use super::{Problem, words};
use crate::designer::session::Session;
use crate::designer::theme;
use crate::i18n::{DateStyle, keys, milliseconds};
use crate::theme::contrast::failing;
use crate::theme::{Palette, Scheme};

/// All of it, the theme last.
pub(super) fn all(session: Session, programme: &Programme) -> Vec<Problem> {
    let i18n = session.i18n;
    let mut found = session.editor(|editor| {
        let rules = editor.rules();
        let locale = programme.locales.first().unwrap_or(&rules.default_locale);
        let known = Known::new(&rules.blocks, locale)
            .locales(&programme.locales)
            .references(&programme.references);
        let document = editor.document();
        let findings = validate(&document, &known).into_iter();
        let problems = findings.map(|finding| {
            let node = node(editor, &finding);
            let lacking = match finding.code {
                FindingCode::TranslationMissing => {
                    let (title, locales) = (&document.title, &programme.locales);
                    words::lacking(&finding, node, title, locales, i18n)
                }
                _ => String::new(),
            };
            Problem {
                severity: finding.severity,
                text: words::finding(&finding, node, block(editor, &finding), &lacking, i18n),
                node: finding.node,
                path: finding.path,
                fix: None,
                check: None,
            }
        });
        problems.collect::<Vec<_>>()
    });
    found.extend(over(session));
    found.extend(unreadable(session));
    found
}

/// Blocks that nobody sees any more.
fn over(session: Session) -> Vec<Problem> {
    let i18n = session.i18n;
    let now = js_sys::Date::now();
    session.read(|tree, _| {
        let dated = tree.entries().filter_map(|entry| {
            let until = entry.node.when.as_ref()?.until.as_ref()?;
            let is_over = milliseconds(until).is_some_and(|end| end < now);
            is_over.then_some((&entry.node, until))
        });
        let problems = dated.map(|(node, until)| Problem {
            severity: Severity::Warning,
            node: Some(node.id.clone()),
            path: String::from("/when/until"),
            text: i18n.with(
                keys::DESIGNER_PROBLEMS_PAST,
                &[("date", &i18n.date(until, DateStyle::Medium))],
            ),
            fix: None,
            check: None,
        });
        problems.collect()
    })
}

fn node<'e>(editor: &'e Editor, finding: &Finding) -> Option<&'e Node> {
    Some(&editor.tree().node(finding.node.as_ref()?)?.node)
}

/// What is known of the block that a finding is about.
fn block<'e>(editor: &'e Editor, finding: &Finding) -> Option<&'e BlockSchema> {
    let entry = editor.tree().node(finding.node.as_ref()?)?;
    editor.rules().block(&entry.node.kind)
}

/// What cannot be read: of one colour in one scheme, the worst pair. It only warns, because the
/// page works; whoever publishes answers for it.
fn unreadable(session: Session) -> Vec<Problem> {
    let i18n = session.i18n;
    let current = session.read(|tree, _| tree.theme().clone());
    let mut found = Vec::new();
    for scheme in Scheme::ALL {
        let palette = Palette::of(&current, scheme);
        found.extend(failing(&palette).into_iter().map(|reading| {
            let token = reading.pair.token;
            let text = i18n.with(
                keys::DESIGNER_PROBLEMS_CONTRAST,
                &[
                    ("pair", &theme::pair(i18n, reading.pair.name)),
                    ("ratio", &theme::ratio(i18n, reading.tenths())),
                    ("scheme", &theme::scheme_name(i18n, scheme)),
                    (
                        "least",
                        &theme::ratio(i18n, (reading.pair.least * 10.0) as i64),
                    ),
                ],
            );
            Problem {
                severity: Severity::Warning,
                node: None,
                path: ["/theme/tokens/", token].concat(),
                text,
                fix: Some((token, scheme)),
                check: None,
            }
        }));
    }
    found
}
