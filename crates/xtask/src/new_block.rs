//! `new-block NAME`: every file of a block at once, under one stem, and its rows in the lists.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use pico_args::Arguments;

use crate::generated::Mode;
use crate::paths::{root, shown};
use crate::process::{cargo_command, run};
use crate::ui::{note, step};
use crate::{messages, styles};

/// What is written, with the block's name in each of its spellings, in paths and texts.
const FILES: [(&str, &str); 7] = [
    (
        "src/blocks/@stem@/mod.rs",
        include_str!("../templates/block/mod.rs.txt"),
    ),
    (
        "src/blocks/@stem@/demo.rs",
        include_str!("../templates/block/demo.rs.txt"),
    ),
    (
        "style/blocks/@stem@.css",
        include_str!("../templates/block/block.css.txt"),
    ),
    (
        "src/i18n/en/@stem@.json",
        include_str!("../templates/block/en.json.txt"),
    ),
    (
        "src/i18n/fr/@stem@.json",
        include_str!("../templates/block/fr.json.txt"),
    ),
    (
        "tests/web/@stem@.spec.js",
        include_str!("../templates/block/block.spec.js.txt"),
    ),
    (
        "crates/contract/tests/documents/frozen/@kebab@_v1.json",
        include_str!("../templates/block/frozen.json.txt"),
    ),
];

/// A row that the block gets in a list of the sources.
struct Row {
    file: &'static str,
    /// The text that the list begins with.
    list: &'static str,
    /// What the list ends with; the row goes before it.
    end: &'static str,
    row: &'static str,
}

const ROWS: [Row; 13] = [
    Row {
        file: "src/blocks/mod.rs",
        list: "pub mod ",
        end: "",
        row: "pub mod @stem@;\n",
    },
    Row {
        file: "src/blocks/registry.rs",
        list: "use super::{",
        end: "}",
        row: ", @stem@",
    },
    Row {
        file: "src/blocks/registry.rs",
        list: "pub const BLOCKS",
        end: "];",
        row: "&@stem@::SPEC,",
    },
    Row {
        file: "src/blocks/demo/mod.rs",
        list: "use super::{",
        end: "}",
        row: ", @stem@",
    },
    Row {
        file: "src/blocks/demo/mod.rs",
        list: "pub const DEMOS",
        end: "];",
        row: "(\"@kebab@\", @stem@::demo::DEMOS),",
    },
    Row {
        file: "crates/contract/src/document/blocks/mod.rs",
        list: "",
        end: "/// All of them",
        row: "/// @Sentence@.\npub const @UPPER@: BlockSchema = of_members(\"@kebab@\", &[HEADING, LEVEL]);\n\n",
    },
    Row {
        file: "crates/contract/src/document/blocks/mod.rs",
        list: "pub const ALL",
        end: "];",
        row: "@UPPER@,",
    },
    Row {
        file: "crates/contract/src/operation.rs",
        list: "pub const BLOCKS",
        end: "];",
        row: "BlockNeeds { block: \"@kebab@\", always: &[\"list_tiers\"], member: &[], acting: &[] },",
    },
    Row {
        file: "crates/contract/fixtures/portal.json",
        list: "      \"member-header\"",
        end: "      \"member-header\"",
        row: "      \"@kebab@\",\n",
    },
    Row {
        file: "docs/contract.md",
        list: "| `leaderboard` |",
        end: "\n\n",
        row: "\n| `@kebab@` | `list_tiers` | | |",
    },
    Row {
        file: "src/designer/words.rs",
        list: "const KINDS",
        end: "];",
        row: "(\"@kebab@\", keys::DESIGNER_KIND_@UPPER@),",
    },
    Row {
        file: "src/i18n/en/designer.json",
        list: "  \"kind_section\"",
        end: "  \"kind_section\"",
        row: "  \"kind_@stem@\": \"@Sentence@\",\n",
    },
    Row {
        file: "src/i18n/fr/designer.json",
        list: "  \"kind_section\"",
        end: "  \"kind_section\"",
        row: "  \"kind_@stem@\": \"@Sentence@\",\n",
    },
];

/// Runs `new-block NAME`.
pub(crate) fn command(mut args: Arguments) -> Result<()> {
    let name: String = args
        .free_from_str()
        .context("name the block, for instance `cargo xtask new-block referral_link`")?;
    crate::nothing_left(args)?;
    let stem = stem(&name)?;
    let files: Vec<(PathBuf, String)> = FILES
        .iter()
        .map(|(path, text)| (root().join(fill(path, &stem)), fill(text, &stem)))
        .collect();
    if let Some((path, _)) = files.iter().find(|(path, _)| path.exists()) {
        bail!("{} already exists", shown(path));
    }
    let lists = with_rows(&stem)?;
    step(&format!("Block {stem}"));
    for (path, text) in files.iter().chain(&lists) {
        write(path, text)?;
    }
    styles::run(Mode::Write)?;
    messages::run(Mode::Write)?;
    run(&mut cargo_command(["fmt", "--all"]))?;
    describe()?;
    println!("{NEXT}");
    Ok(())
}

/// What is left to whoever made the block: it draws the tiers until then.
const NEXT: &str = "
The block draws, and passes its tests. Now make it yours:
- what it asks for: src/client/resource.rs, `needs` and `early` of its SPEC, crates/contract/src/operation.rs
- its attributes, in its SPEC and in crates/contract/src/document/blocks/mod.rs
- its texts in src/i18n/en and src/i18n/fr, its looks in style/blocks, its icon in src/designer/palette.rs
- a demo for each of its states, and what they answer in crates/contract/fixtures
- `reserve` of its SPEC: how high it is at which width
Then `cargo xtask styles`, `messages` and `manifest`, and `cargo xtask test`.";

/// Writes what others know of the blocks: schemas, reference, tags and typings.
fn describe() -> Result<()> {
    let contract = "palier-contract";
    for args in [
        [
            "run",
            "--quiet",
            "--package",
            contract,
            "--features",
            "schema",
            "--example",
            "write_openapi",
        ]
        .as_slice(),
        &[
            "test",
            "--quiet",
            "--package",
            contract,
            "--test",
            "blocks_page",
        ],
    ] {
        run(cargo_command([]).args(args).env("PALIER_WRITE", "1"))?;
    }
    crate::manifest()
}

fn stem(name: &str) -> Result<String> {
    let stem = name.replace('-', "_");
    let fine = stem.starts_with(|c: char| c.is_ascii_lowercase())
        && stem
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if !fine {
        bail!(
            "`{name}`: a block's name is lower-case letters, digits and `_`, for instance `referral_link`"
        );
    }
    Ok(stem)
}

/// Puts the block's name, in each of its spellings, into a template.
fn fill(template: &str, stem: &str) -> String {
    let words: Vec<&str> = stem.split('_').collect();
    let pascal: String = words.iter().map(|word| capital(word)).collect();
    template
        .replace("@stem@", stem)
        .replace("@kebab@", &stem.replace('_', "-"))
        .replace("@UPPER@", &stem.to_uppercase())
        .replace("@Pascal@", &pascal)
        .replace("@Sentence@", &capital(&words.join(" ")))
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map(|first| first.to_ascii_uppercase().to_string() + chars.as_str())
        .unwrap_or_default()
}

/// The files with lists of blocks, with the new rows; rustfmt sorts them afterwards.
fn with_rows(stem: &str) -> Result<Vec<(PathBuf, String)>> {
    let mut changed: Vec<(PathBuf, String)> = Vec::new();
    for row in &ROWS {
        let path = root().join(row.file);
        let at = match changed.iter().position(|(known, _)| *known == path) {
            Some(at) => at,
            None => {
                changed.push((path.clone(), fs::read_to_string(&path)?));
                changed.len() - 1
            }
        };
        let text = &mut changed[at].1;
        *text = insert(text, row, stem)
            .with_context(|| format!("{} has no list that begins with `{}`", row.file, row.list))?;
    }
    Ok(changed)
}

fn insert(text: &str, row: &Row, stem: &str) -> Option<String> {
    let begin = text.find(row.list)?;
    let end = begin + text[begin..].find(row.end)?;
    // A list may end in a comma; the import's row brings its own.
    let (front, back) = text.split_at(end);
    let front = if row.end == "}" {
        front.trim_end().trim_end_matches(',')
    } else {
        front
    };
    Some(format!("{front}{}{back}", fill(row.row, stem)))
}

fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text).with_context(|| format!("cannot write {}", shown(path)))?;
    note(&shown(path));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_has_all_its_spellings() {
        let filled = fill(
            "@stem@ @kebab@ @UPPER@ @Pascal@ @Sentence@",
            "points_history",
        );
        assert_eq!(
            filled,
            "points_history points-history POINTS_HISTORY PointsHistory Points history"
        );
    }

    #[test]
    fn names_that_are_no_stems_are_refused() {
        assert_eq!(stem("referral-link").unwrap(), "referral_link");
        for name in ["Referral", "1st", "", "a b", "../x"] {
            assert!(stem(name).is_err(), "{name}");
        }
    }

    #[test]
    fn every_list_takes_a_row() {
        let changed = with_rows("referral_link").unwrap();
        let text: String = changed.into_iter().map(|(_, text)| text).collect();
        for row in [
            "pub mod referral_link;",
            ", referral_link}",
            "&referral_link::SPEC,",
            "referral_link::demo::DEMOS)",
            "pub const REFERRAL_LINK: BlockSchema",
            "block: \"referral-link\"",
            "keys::DESIGNER_KIND_REFERRAL_LINK",
            "\"kind_referral_link\"",
        ] {
            assert!(text.contains(row), "{row}");
        }
    }
}
