//! Ready-made portals and sections, and the sections that the user saved on this device.
//!
//! A portal is a document, a section is what copying blocks puts on the clipboard: both are
//! migrated, validated and given new ids like anything that comes from elsewhere.

mod ask;
mod choice;
mod panel;
mod saved;
mod shelf;
mod sketch;

use palier_contract::document::{PortalDocument, blocks, load};
use palier_edit::{Intention, Op};

use super::commands;
use super::session::Session;
use crate::i18n::{I18n, Key, keys};

pub(super) use ask::{replacing, taken};
pub(super) use choice::choice;
pub(super) use panel::{draw, keep};
pub(super) use shelf::fetch;
pub(super) use sketch::draw as sketch;

/// What drags of ready-made sections are called, before the section's name.
const MADE: &str = "part:";

/// The same of saved ones: whoever saves one may call it as a ready-made one is.
const OWN: &str = "own:";

/// Something ready-made: its name, and what to call it. Its text is in a file of its own, which is
/// fetched when ready-made things are shown.
#[derive(Clone, Copy)]
pub(super) struct Template {
    pub(super) name: &'static str,
    pub(super) title: Key,
}

impl Template {
    /// Its text; `None` before it was fetched.
    fn text(&self) -> Option<String> {
        shelf::text(self.name)
    }
}

const fn template(name: &'static str, title: Key) -> Template {
    Template { name, title }
}

/// Whole portals.
pub(super) const PORTALS: &[Template] = &[
    template("classic", keys::DESIGNER_TEMPLATES_CLASSIC),
    template("shop", keys::DESIGNER_TEMPLATES_SHOP),
    template("league", keys::DESIGNER_TEMPLATES_LEAGUE),
    template("tiers", keys::DESIGNER_TEMPLATES_TIERS),
    template("collection", keys::DESIGNER_TEMPLATES_COLLECTION),
    template("account", keys::DESIGNER_TEMPLATES_ACCOUNT),
    template("launch", keys::DESIGNER_TEMPLATES_LAUNCH),
];

/// Parts of a page.
pub(super) const SECTIONS: &[Template] = &[
    template("banner", keys::DESIGNER_TEMPLATES_BANNER),
    template("how-it-works", keys::DESIGNER_TEMPLATES_HOW_IT_WORKS),
    template("standing", keys::DESIGNER_TEMPLATES_STANDING),
    template("summary", keys::DESIGNER_TEMPLATES_SUMMARY),
    template("two-boards", keys::DESIGNER_TEMPLATES_TWO_BOARDS),
    template(
        "featured-rewards",
        keys::DESIGNER_TEMPLATES_FEATURED_REWARDS,
    ),
    template("activity", keys::DESIGNER_TEMPLATES_ACTIVITY),
    template("picture-text", keys::DESIGNER_TEMPLATES_PICTURE_TEXT),
    template("call-to-action", keys::DESIGNER_TEMPLATES_CALL_TO_ACTION),
    template("questions", keys::DESIGNER_TEMPLATES_QUESTIONS),
    template("tabs", keys::DESIGNER_TEMPLATES_TABS),
    template("badges", keys::DESIGNER_TEMPLATES_BADGES),
    template("notice", keys::DESIGNER_TEMPLATES_NOTICE),
];

/// The document of a whole portal; `None` before it was fetched.
pub(super) fn document(template: &Template) -> Option<PortalDocument> {
    load(&template.text()?, blocks::ALL)
        .ok()
        .map(|loaded| loaded.document)
}

/// Puts a whole portal in place of the page; its name and title stay.
fn put(session: Session, template: &Template) {
    let Some(mut document) = document(template) else {
        return;
    };
    session.read(|tree, _| {
        document.id = tree.page().id.clone();
        document.title = tree.title().clone();
    });
    let op = Op::Replace {
        document: Box::new(document),
    };
    if session
        .perform(Intention::new("template").select(Vec::new()), vec![op])
        .is_ok()
    {
        session.say(session.i18n.t(keys::DESIGNER_TEMPLATES_REPLACED));
    }
}

/// A section, as a drag names it.
pub(super) enum Section<'s> {
    /// Ready-made; `None` where there is none of that name.
    Made(Option<&'static Template>),
    /// Saved on this device, under a name.
    Own(&'s str),
}

impl<'s> Section<'s> {
    /// `None` for what is no section.
    pub(super) fn of(source: &'s str) -> Option<Self> {
        if let Some(name) = source.strip_prefix(OWN) {
            return Some(Self::Own(name));
        }
        let name = source.strip_prefix(MADE)?;
        let made = SECTIONS.iter().find(|template| template.name == name);
        Some(Self::Made(made))
    }

    pub(super) fn title(&self, i18n: I18n) -> String {
        match self {
            Self::Made(made) => made.map_or_else(String::new, |made| i18n.t(made.title)),
            Self::Own(name) => (*name).to_owned(),
        }
    }

    pub(super) fn text(&self) -> Option<String> {
        match self {
            Self::Made(made) => made.and_then(Template::text),
            Self::Own(name) => saved::text(name),
        }
    }
}

fn insert(session: Session, text: Option<String>) {
    if let Some(nodes) = text.and_then(|text| commands::blocks_of(session, &text)) {
        commands::insert(session, "template", nodes);
    }
}

#[cfg(test)]
mod tests {
    use palier_contract::document::{Known, validate};
    use palier_edit::{Role, Tree, clipboard};

    use super::*;
    use crate::theme::contrast::failing;
    use crate::theme::{Palette, Scheme};

    #[test]
    fn every_portal_can_be_read_in_either_scheme() {
        for template in PORTALS {
            let theme = document(template).unwrap().theme;
            for scheme in Scheme::ALL {
                let found = failing(&Palette::of(&theme, scheme)).into_iter();
                let found: Vec<_> = found
                    .map(|it| (it.pair.name, it.pair.token, it.tenths()))
                    .collect();
                assert_eq!(found, Vec::new(), "{} {scheme:?}", template.name);
            }
        }
    }

    #[test]
    fn every_portal_is_without_findings() {
        let locales = ["en".to_owned(), "fr".to_owned()];
        for template in PORTALS {
            let document = document(template).unwrap();
            let known = Known::new(blocks::ALL, "en").locales(&locales);
            let found: Vec<String> = validate(&document, &known)
                .iter()
                .map(ToString::to_string)
                .collect();
            assert_eq!(found, Vec::<String>::new(), "{}", template.name);
        }
    }

    #[test]
    fn a_saved_section_is_not_taken_for_a_ready_made_one() {
        for name in ["banner", "part:banner", "own:banner", "x"] {
            let source = [OWN, name].concat();
            assert!(matches!(Section::of(&source), Some(Section::Own(own)) if own == name));
        }
        let made = Section::of("part:banner");
        assert!(matches!(made, Some(Section::Made(Some(made))) if made.name == "banner"));
        assert!(Section::of("hero").is_none());
    }

    #[test]
    fn every_section_can_be_pasted() {
        let document = document(PORTALS.first().unwrap()).unwrap();
        let tree = Tree::new(document).unwrap();
        let mut seed = 0;
        let mut random = || {
            seed += 1;
            seed
        };
        for template in SECTIONS {
            let nodes = clipboard::paste(
                &template.text().unwrap(),
                &tree,
                blocks::ALL,
                Role::Designer,
                &mut random,
            );
            assert!(!nodes.unwrap().is_empty(), "{}", template.name);
        }
    }
}
