//! All messages in all locales, checked against each other and put in key order.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::source::{Message, parse};
use crate::paths::{files, shown, stem};

/// The locale every other one is compared with, and the source of the documentation.
const REFERENCE: &str = "en";

/// The plural categories of whole numbers by locale, from CLDR's plural rules.
/// French has `many` for whole millions ("1 000 000 de points").
const CATEGORIES: [(&str, &[&str]); 3] = [
    ("en", &["one", "other"]),
    ("fr", &["one", "many", "other"]),
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
];

/// The stems of the designer's messages begin with this.
const DESIGNER: &str = "designer";

/// A message's file stem and its key in that file.
///
/// The designer's come last, so that members get an array without them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Address {
    for_designer: bool,
    stem: String,
    key: String,
}

impl Address {
    fn new(stem: &str, key: String) -> Self {
        Self {
            for_designer: stem.starts_with(DESIGNER),
            stem: stem.to_owned(),
            key,
        }
    }
}

/// Who reads an array of messages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Reader {
    /// Members: no text of the designer.
    Member,
    /// Designers: every text.
    Designer,
}

/// Every message of every locale; each locale holds the same addresses.
pub(crate) struct Catalogue {
    locales: BTreeMap<String, BTreeMap<Address, Message>>,
}

impl Catalogue {
    /// Reads `<folder>/<locale>/<stem>.json`.
    ///
    /// # Errors
    /// Lists everything that is wrong, each with its file and key.
    pub(crate) fn read(folder: &Path) -> Result<Catalogue> {
        let mut faults = Vec::new();
        let mut locales = BTreeMap::new();
        for locale in folders(folder)? {
            let Some((_, categories)) = CATEGORIES.iter().find(|(name, _)| *name == locale) else {
                bail!(
                    "{}/{locale}: add the plural categories of `{locale}` to xtask's CATEGORIES first",
                    shown(folder)
                );
            };
            let messages = read_locale(&folder.join(&locale), categories, &mut faults)?;
            locales.insert(locale, messages);
        }
        let reference = locales.entry(REFERENCE.to_string()).or_default().clone();
        for (locale, messages) in &locales {
            compare(
                &shown(&folder.join(locale)),
                &reference,
                messages,
                &mut faults,
            );
        }
        faults.extend(constant_clashes(&reference));
        if !faults.is_empty() {
            faults.sort();
            faults.dedup();
            bail!("the messages do not agree:\n  {}", faults.join("\n  "));
        }
        Ok(Catalogue { locales })
    }

    /// The text of `src/i18n/keys.rs`.
    pub(crate) fn keys(&self) -> String {
        let mut out = String::from(
            "//! The key of every message, in the order of the message arrays. Generated from the\n\
             //! JSON files beside it by `cargo xtask messages`: never edit.\n",
        );
        let reference = &self.locales[REFERENCE];
        if !reference.is_empty() {
            out.push_str("\nuse super::Key;\n");
        }
        let _ = write!(
            out,
            "\n/// How many messages there are.\npub const COUNT: usize = {};\n",
            reference.len()
        );
        for (index, (address, message)) in reference.iter().enumerate() {
            let doc = documentation(message.sample());
            let _ = write!(
                out,
                "\n/// {doc}\npub const {}: Key = Key({index});\n",
                constant(address)
            );
        }
        out
    }

    /// The names of all messages, `stem.key`, as a JSON array in the order of [`Catalogue::arrays`].
    pub(crate) fn names(&self, reader: Reader) -> Result<String> {
        let names = self.locales[REFERENCE]
            .keys()
            .filter(|address| reader == Reader::Designer || !address.for_designer)
            .map(|address| format!("{}.{}", address.stem, address.key));
        Ok(serde_json::to_string(&names.collect::<Vec<_>>())?)
    }

    /// One JSON array per locale, in key order: a text, or an object of plural forms.
    pub(crate) fn arrays(&self, reader: Reader) -> Result<BTreeMap<String, String>> {
        let array = |messages: &BTreeMap<Address, Message>| {
            let read = messages
                .iter()
                .filter(|(address, _)| reader == Reader::Designer || !address.for_designer);
            let values = read.map(|(_, message)| match message {
                Message::Text(text) => serde_json::to_value(text),
                Message::Plural(forms) => serde_json::to_value(forms),
            });
            serde_json::to_string(&values.collect::<Result<Vec<_>, _>>()?)
        };
        self.locales
            .iter()
            .map(|(locale, messages)| Ok((locale.clone(), array(messages)?)))
            .collect()
    }
}

fn folders(folder: &Path) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    if folder.exists() {
        for entry in
            fs::read_dir(folder).with_context(|| format!("cannot list {}", shown(folder)))?
        {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                found.insert(entry.file_name().to_string_lossy().into_owned());
            }
        }
    }
    Ok(found)
}

fn read_locale(
    folder: &Path,
    categories: &[&str],
    faults: &mut Vec<String>,
) -> Result<BTreeMap<Address, Message>> {
    let mut all = BTreeMap::new();
    for path in files(folder, "json")? {
        let file = shown(&path);
        let json = fs::read_to_string(&path).with_context(|| format!("cannot read {file}"))?;
        match parse(&json) {
            Err(fault) => faults.push(format!("{file}: {fault}")),
            Ok(messages) => {
                for (key, message) in messages {
                    faults.extend(
                        message
                            .faults(categories)
                            .into_iter()
                            .map(|f| format!("{file}: `{key}`: {f}")),
                    );
                    all.insert(Address::new(stem(&path)?, key), message);
                }
            }
        }
    }
    Ok(all)
}

/// What a locale lacks, has too much or names otherwise than the reference.
fn compare(
    folder: &str,
    reference: &BTreeMap<Address, Message>,
    messages: &BTreeMap<Address, Message>,
    faults: &mut Vec<String>,
) {
    for (address, wanted) in reference {
        let Address { stem, key, .. } = address;
        let place = format!("{folder}/{stem}.json: `{key}`");
        match messages.get(address) {
            None => faults.push(format!("{place} is missing (`{REFERENCE}` has it)")),
            Some(message) => {
                if let (Ok(wanted), Ok(found)) = (wanted.placeholders(), message.placeholders())
                    && wanted != found
                {
                    faults.push(format!(
                        "{place} has the placeholders {found:?}, `{REFERENCE}` has {wanted:?}"
                    ));
                }
            }
        }
    }
    for Address { stem, key, .. } in messages
        .keys()
        .filter(|address| !reference.contains_key(*address))
    {
        faults.push(format!(
            "{folder}/{stem}.json: `{key}` is not in `{REFERENCE}`"
        ));
    }
}

fn constant(Address { stem, key, .. }: &Address) -> String {
    format!("{stem}_{key}")
        .replace(['-', '.'], "_")
        .to_uppercase()
}

fn constant_clashes(reference: &BTreeMap<Address, Message>) -> Vec<String> {
    let mut seen = BTreeMap::new();
    reference
        .keys()
        .filter_map(|address| {
            let other = seen.insert(constant(address), address)?;
            Some(format!(
                "{}/{} and {}/{} have the same constant",
                other.stem, other.key, address.stem, address.key
            ))
        })
        .collect()
}

fn documentation(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\n' => out.push(' '),
            '[' | ']' | '<' | '*' | '`' | '\\' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, files: &[(&str, &str)]) {
        for (file, json) in files {
            let path = folder.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, json).unwrap();
        }
    }

    fn read(name: &str, files: &[(&str, &str)]) -> Result<Catalogue> {
        let folder =
            std::env::temp_dir().join(format!("palier-messages-{}-{name}", std::process::id()));
        write(&folder, files);
        let catalogue = Catalogue::read(&folder);
        fs::remove_dir_all(&folder).unwrap();
        catalogue
    }

    #[test]
    fn keys_and_arrays_are_in_the_same_order() {
        let catalogue = read("order", &[
            ("en/b.json", r#"{"x":"X <b>","a-a":"A"}"#),
            ("fr/b.json", r#"{"a-a":"Aa","x":"Xx"}"#),
            ("en/a.json", r#"{"z":{"one":"{count} day","other":"{count} days"}}"#),
            ("fr/a.json", r#"{"z":{"one":"{count} jour","many":"{count} de jours","other":"{count} jours"}}"#),
        ])
        .unwrap();
        let keys = catalogue.keys();
        for line in [
            "A_Z: Key = Key(0)",
            "B_A_A: Key = Key(1)",
            "B_X: Key = Key(2)",
            "COUNT: usize = 3",
            "/// X \\<b>",
        ] {
            assert!(keys.contains(line), "{line} in {keys}");
        }
        let arrays = catalogue.arrays(Reader::Member).unwrap();
        assert_eq!(
            arrays["en"],
            r#"[{"one":"{count} day","other":"{count} days"},"A","X <b>"]"#
        );
    }

    #[test]
    fn members_get_no_text_of_the_designer() {
        let catalogue = read(
            "designer",
            &[
                ("en/designer_menu.json", r#"{"up":"Up"}"#),
                ("en/tier.json", r#"{"next":"Next"}"#),
            ],
        )
        .unwrap();
        assert!(catalogue.keys().contains("DESIGNER_MENU_UP: Key = Key(1)"));
        assert_eq!(
            catalogue.arrays(Reader::Member).unwrap()["en"],
            r#"["Next"]"#
        );
        assert_eq!(
            catalogue.arrays(Reader::Designer).unwrap()["en"],
            r#"["Next","Up"]"#
        );
    }

    #[test]
    fn every_disagreement_is_named_with_file_and_key() {
        let error = read("faults", &[
            ("en/a.json", r#"{"gone":"G","hello":"Hello {name}","n":{"other":"n"}}"#),
            ("fr/a.json", r#"{"extra":"E","hello":"Bonjour {nom}","n":{"one":"n","many":"n","other":"n"}}"#),
        ])
        .err()
        .unwrap()
        .to_string();
        for part in [
            "fr/a.json: `gone` is missing",
            "fr/a.json: `extra` is not in `en`",
            "fr/a.json: `hello` has the placeholders",
            "en/a.json: `n`: the plural form `one` is missing",
        ] {
            assert!(error.contains(part), "{part} in {error}");
        }
    }

    #[test]
    fn no_messages_at_all_are_no_fault() {
        assert!(
            Catalogue::read(Path::new("no-such-folder"))
                .unwrap()
                .keys()
                .contains("COUNT: usize = 0")
        );
    }
}
