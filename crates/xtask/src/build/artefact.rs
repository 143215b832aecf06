//! What is built for the browser. A further page or kit is one more row here.

use crate::messages::Reader;

/// One thing a browser loads: a wasm binary with its script.
pub(crate) struct Artefact {
    /// The binary of the package `palier`.
    pub(crate) bin: &'static str,
    /// Its folder below `dist/`.
    pub(crate) folder: &'static str,
    /// Its address below the site that `serve` shows.
    pub(crate) address: &'static str,
    /// Whose messages it needs.
    pub(crate) reader: Reader,
    pub(crate) kind: Kind,
    /// Whether its wasm comes in two parts: what a first opening runs, and the rest.
    pub(crate) split: bool,
}

/// What the script around the wasm is.
pub(crate) enum Kind {
    /// A script brands load: its source, and its public name without the extension.
    Script {
        entry: &'static str,
        name: &'static str,
    },
    /// A further engine in the folder of a script, which loads it when a page needs it.
    Engine { name: &'static str },
    /// A page of our own, with this title until the wasm sets one; `samples` puts beside it what the
    /// designer fetches late: the contract's fixtures, ready-made portals and sections.
    Page { title: &'static str, samples: bool },
}

/// Everything, in the order in which it is built.
pub(crate) const ARTEFACTS: &[Artefact] = &[
    Artefact {
        bin: "embed",
        folder: "kit",
        address: "/kit/",
        reader: Reader::Member,
        kind: Kind::Script {
            entry: "src/embed/loader/palier.js",
            name: "palier",
        },
        split: true,
    },
    Artefact {
        bin: "embed_portal",
        folder: "kit",
        address: "/kit/",
        reader: Reader::Member,
        kind: Kind::Engine { name: "portal" },
        split: true,
    },
    Artefact {
        bin: "portal",
        folder: "portal",
        address: "/",
        reader: Reader::Member,
        kind: Kind::Page {
            title: "Member portal",
            samples: false,
        },
        split: true,
    },
    Artefact {
        bin: "gallery",
        folder: "gallery",
        address: "/gallery/",
        reader: Reader::Member,
        kind: Kind::Page {
            title: "Palier gallery",
            samples: false,
        },
        split: false,
    },
    Artefact {
        bin: "designer",
        folder: "designer",
        address: "/designer/",
        reader: Reader::Designer,
        kind: Kind::Page {
            title: "Palier designer",
            samples: true,
        },
        split: true,
    },
];

impl Artefact {
    /// Whether `file`, below `dist/`, is part of it.
    pub(crate) fn holds(&self, file: &str) -> bool {
        file.split('/').next() == Some(self.folder)
    }

    /// The name of its files, before the content's hash.
    pub(crate) fn name(&self) -> &'static str {
        match self.kind {
            Kind::Script { name, .. } | Kind::Engine { name } => name,
            Kind::Page { .. } => self.bin,
        }
    }
}
