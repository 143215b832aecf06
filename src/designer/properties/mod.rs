//! The selection as fields, generated from the block's schema, so that a new block needs no code
//! here.
//!
//! | module | job |
//! |---|---|
//! | `panel`, `binding`, `path` | what fields share; what each reads and writes |
//! | `field` | name, badge, reset, notes; picks the control by kind |
//! | `text`, `rich`, `address`, `reference`, `number`, `choice`, `list` | the controls |
//! | `element` | a control of the hosting page's own |
//! | `layout`, `when`, `own` | what every block has: width, condition, name and locks |
//! | `page`, `several` | when nothing is selected, or more than one block |
//! | `findings`, `names`, `browser` | problems; names; what is done in JavaScript |

mod address;
mod binding;
mod browser;
mod choice;
mod element;
mod field;
mod findings;
mod layout;
mod library;
mod list;
pub(super) mod names;
mod number;
mod own;
mod page;
mod panel;
pub(super) mod path;
mod reference;
mod rich;
mod several;
pub(super) mod text;
mod when;

use palier_contract::document::BlockSchema;
use palier_contract::ids::NodeId;

use super::session::Session;
use super::words;
use crate::blocks::icon::{Icon, icon};
use crate::dom::{self, Dom, El, el, value_of};
use crate::i18n::{Key, keys};
use crate::reactive::RwSignal;
use crate::style::{Sheet, sheets};
use binding::Binding;
pub(super) use browser::language_name;
use panel::Panel;

const SHEET: &Sheet = &sheets::PROPERTIES;

/// As many fields as can be taken in at a glance; with more, they can be searched.
const AT_A_GLANCE: usize = 6;

/// Draws the panel.
pub(super) fn draw(session: Session) -> El {
    let i18n = session.i18n;
    let panel = Panel::new(session);
    sheets::SHELL
        .el("aside", "right ds-panel")
        .attr("data-side", "")
        .attr("aria-label", &i18n.t(keys::DESIGNER_PROPERTIES))
        .attr("data-properties", "")
        .flag_of("data-open", move || session.view.aside.get())
        // What is typed in one field is one intention; leaving the field ends it.
        .on("focusout", move |_| {
            session.editor_mut(|editor| editor.settle())
        })
        .child(
            el("div", "ds-panel-head")
                .child(el("h2", "ds-panel-title").text_of(move || title(session)))
                .child(super::shell::shut(session, move || {
                    super::shell::shut_aside(session)
                })),
        )
        .child(body(panel))
}

fn title(session: Session) -> String {
    let i18n = session.i18n;
    session.version.track();
    let ids = session.selection.get();
    if ids.len() > 1 {
        let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
        return i18n.count(keys::DESIGNER_BLOCKS, count, &[]);
    }
    let name = session.read(|tree, _| {
        let entry = tree.node(ids.first()?)?;
        Some(words::block(&entry.node, i18n))
    });
    name.unwrap_or_else(|| i18n.t(keys::DESIGNER_PAGE))
}

/// The fields are drawn anew when something else is selected, never because a value changed.
fn body(panel: Panel) -> El {
    let session = panel.session;
    let shown = RwSignal::new(Vec::<NodeId>::new());
    dom::watch(move || {
        session.version.track();
        let ids = session.selection.get();
        let there = session.read(|tree, _| {
            let mut ids = ids;
            ids.retain(|id| tree.node(id).is_some());
            ids
        });
        if there != shown.get_untracked() {
            panel.search.set(String::new());
            shown.set(there);
        }
    });
    el("div", "ds-panel-body")
        .attr("tabindex", "-1")
        .slot(move || layout::alone(panel))
        .slot(move || {
            session.known.track();
            match shown.get().as_slice() {
                [] => page::draw(panel),
                [id] => one(panel, id),
                ids => several::draw(panel, ids),
            }
        })
}

fn one(panel: Panel, id: &NodeId) -> Vec<Dom> {
    let Some((_, schema)) = panel.block(id) else {
        return Vec::new();
    };
    let common = [
        layout::draw(panel, vec![id.clone()]),
        when::draw(panel, vec![id.clone()]),
        own::draw(panel, id),
    ];
    let fields = schema.map(|schema| fields(panel, id, &schema));
    let shown = super::preview::field_of(panel.session, id);
    let unknown = schema.is_none().then(|| {
        el("p", "ds-hint")
            .attr("data-reason", "")
            .text(&panel.t(keys::DESIGNER_REFUSED_UNKNOWN))
    });
    let first = unknown
        .map(Dom::from)
        .into_iter()
        .chain(fields.into_iter().flatten());
    let shown = shown.map(|field| {
        group(panel, "preview", keys::DESIGNER_PREVIEW_STATE)
            .child(field)
            .into()
    });
    first.chain(common.map(Dom::from)).chain(shown).collect()
}

/// The block's own props: what it says first, then how it looks.
fn fields(panel: Panel, id: &NodeId, schema: &BlockSchema) -> Vec<Dom> {
    let has_texts = text::any(schema.props);
    let (props, texts) = (schema.props, id.clone());
    let search = (schema.props.len() > AT_A_GLANCE).then(|| search(panel));
    let group_of = |style: bool, name, key| {
        let mine: Vec<_> = props.iter().filter(|prop| prop.style == style).collect();
        let drawn = mine
            .iter()
            .map(|prop| field::draw(Binding::new(panel, id.clone(), prop)).into());
        (!mine.is_empty()).then(|| {
            let head = (!style && has_texts).then(|| {
                let id = texts.clone();
                languages(panel, move |first, locale| {
                    lacks(panel, &id, props, first, locale)
                })
            });
            group(panel, name, key)
                .child(head)
                .child(fixed(panel, id, schema, style))
                .child(drawn.collect::<Vec<Dom>>())
        })
    };
    let content = group_of(false, "content", keys::DESIGNER_PROPERTIES_CONTENT);
    let look = group_of(true, "look", keys::DESIGNER_PROPERTIES_LOOK);
    search
        .into_iter()
        .chain(content)
        .chain(look)
        .map(Dom::from)
        .collect()
}

type Props = &'static [palier_contract::document::PropSchema];

fn lacks(panel: Panel, id: &NodeId, props: Props, first: &str, locale: &str) -> bool {
    panel.session.version.track();
    panel.session.read(|tree, _| {
        let Some(entry) = tree.node(id) else {
            return false;
        };
        let value = |name: &str| entry.node.props.get(name).cloned();
        text::lacks(props, &value, first, locale)
    })
}

/// Why fields of this group cannot be changed: each reason once.
fn fixed(panel: Panel, id: &NodeId, schema: &BlockSchema, style: bool) -> El {
    let props = schema.props.iter().filter(move |prop| prop.style == style);
    let bound: Vec<Binding> = props
        .map(|prop| Binding::new(panel, id.clone(), prop))
        .collect();
    el("div", "")
        .attr("style:display", "contents")
        .slot(move || {
            let mut reasons: Vec<String> = bound.iter().filter_map(Binding::refusal).collect();
            reasons.dedup();
            let drawn = reasons.iter().map(|reason| {
                el("p", "ds-hint")
                    .attr("data-reason", "")
                    .text(reason)
                    .into()
            });
            drawn.collect::<Vec<Dom>>()
        })
}

fn search(panel: Panel) -> El {
    let words = panel.t(keys::DESIGNER_PROPERTIES_SEARCH);
    el("input", "ds-input")
        .attr("type", "search")
        .attr("aria-label", &words)
        .attr("placeholder", &words)
        .on("input", move |event| panel.search.set(value_of(&event)))
}

/// A titled group of fields.
fn group(panel: Panel, name: &'static str, title: Key) -> El {
    SHEET
        .el("section", "group")
        .attr("data-group", name)
        .child(el("h3", "ds-group-title").text(&panel.t(title)))
}

/// A group that few blocks need: folded, but for blocks that have something in it. `told` says what
/// that is; empty for nothing.
fn folded(
    panel: Panel,
    name: &'static str,
    title: Key,
    told: impl Fn() -> String + Clone + 'static,
    fields: Vec<Dom>,
) -> El {
    let was_open = panel.unfolded.with_untracked(|names| names.contains(&name));
    let told_now = told.clone();
    let is_set = crate::reactive::untrack(move || !told_now().is_empty());
    let open = RwSignal::new(was_open || is_set);
    let id = ["prop-", name, "-fields"].concat();
    let button = SHEET
        .el("button", "fold")
        .attr("type", "button")
        .attr("aria-controls", &id)
        .attr_of("aria-expanded", move || Some(open.get().to_string()))
        .on("click", move |_| {
            let opens = !open.get_untracked();
            open.set(opens);
            panel.unfolded.update(|names| {
                names.retain(|known| *known != name);
                names.extend(opens.then_some(name));
            });
        })
        .child(icon(Icon::CHEVRON_RIGHT))
        .text(&panel.t(title));
    SHEET
        .el("section", "group")
        .attr("data-group", name)
        .child(
            SHEET
                .el("div", "fold-head")
                .child(el("h3", "ds-group-title").child(button))
                .child(SHEET.el("span", "fold-told").text_of(told)),
        )
        .child(
            SHEET
                .el("div", "fold-fields")
                .attr("id", &id)
                .flag_of("hidden", move || !open.get())
                .child(fields),
        )
}

/// The languages that texts are edited in; `lacks` says of which a text is missing.
fn languages(panel: Panel, lacks: impl Fn(&str, &str) -> bool + Clone + 'static) -> El {
    let i18n = panel.i18n();
    el("div", "")
        .attr("style:display", "contents")
        .slot(move || {
            let locales = panel.locales.get();
            let tabs = locales.iter().map(|locale| {
                let (held, lacking, chosen) = (locale.clone(), locale.clone(), locale.clone());
                let (lacks, named) = (lacks.clone(), locale.clone());
                let is_missing = move || lacks(&panel.default_locale(), &lacking);
                let marked = is_missing.clone();
                SHEET
                    .el("button", "ds-segment lacks")
                    .attr("type", "button")
                    .attr("data-locale", locale)
                    .attr_of("aria-pressed", move || {
                        Some((panel.locale.get() == held).to_string())
                    })
                    .attr_of("aria-label", move || {
                        // What is seen begins the name, so that it can be spoken (WCAG 2.2, 2.5.3).
                        let name = browser::language_name(&named, &i18n.locale());
                        let name = [&named.to_uppercase(), ", ", &name].concat();
                        Some(match is_missing() {
                            true => i18n.with(
                                keys::DESIGNER_PROPERTIES_LANGUAGE_LACKS,
                                &[("language", &name)],
                            ),
                            false => name,
                        })
                    })
                    .flag_of("data-lacks", marked)
                    .on("click", move |_| {
                        panel.locale.set(chosen.clone());
                        // What is typed is seen on the page.
                        super::preview::show_language(panel.session, chosen.clone());
                    })
                    .text(&locale.to_uppercase())
                    .into()
            });
            let tabs: Vec<Dom> = tabs.collect();
            (locales.len() > 1).then(|| {
                el("div", "").child(
                    el("div", "ds-segments")
                        .attr("role", "group")
                        .attr("aria-label", &i18n.t(keys::DESIGNER_PROPERTIES_LANGUAGES))
                        .child(tabs),
                )
            })
        })
}
