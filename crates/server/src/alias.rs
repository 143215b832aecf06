//! What a member may be called on a leaderboard: a name in any script, no layout tricks.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use crate::{
    auth::{self, SecretError},
    error::FaultCode,
    words::{pick, problems},
};

/// Shortest and longest alias, in characters.
const CHARS: (u32, u32) = (2, 30);
/// Most marks one after another, as UTS #39 §5.4 advises; more would climb out of the row.
const MARKS: usize = 4;
/// Joiners, that scripts without cases are written with (Persian, Hindi).
const JOINERS: [char; 2] = ['\u{200c}', '\u{200d}'];

/// What is wrong with an alias, if anything.
pub(crate) fn fault(alias: &str) -> Option<FaultCode> {
    let length = u32::try_from(alias.chars().count()).unwrap_or(u32::MAX);
    if length < CHARS.0 {
        return Some(FaultCode::TooShort(CHARS.0));
    }
    if length > CHARS.1 {
        return Some(FaultCode::TooLong(CHARS.1));
    }
    (!is_name(alias)).then_some(FaultCode::Characters)
}

/// Why an alias cannot be taken, in English; `None` when it can.
pub(crate) fn why_not(alias: &str) -> Option<String> {
    fault(alias).map(|code| problems::fault(&code, "en"))
}

/// A name that says nothing, until the member chooses one: what a token calls them may be their
/// legal name, and is not for others.
///
/// # Errors
/// [`SecretError`] when the operating system gives no randomness.
pub(crate) fn neutral(locale: &str) -> Result<String, SecretError> {
    let bytes = auth::random()?;
    let number = bytes
        .iter()
        .take(4)
        .fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
    let word = pick(locale, "Member", "Membre");
    Ok(format!("{word} {:05}", number % 100_000))
}

/// Letters, digits, the marks on them, and a few signs, with a letter or digit among them.
fn is_name(alias: &str) -> bool {
    let (mut base, mut marks, mut named) = (None, 0, false);
    for letter in alias.chars() {
        let fits = match base {
            _ if is_mark(letter) => {
                marks += 1;
                marks <= MARKS && base.is_some_and(carries_marks)
            }
            Some(base) if JOINERS.contains(&letter) => joins(base),
            _ => letter.is_alphanumeric() && !is_blank(letter) || " .\'’_-".contains(letter),
        };
        if !fits {
            return false;
        }
        if !is_mark(letter) {
            marks = 0;
            named |= letter.is_alphanumeric();
            base = Some(letter);
        }
    }
    // At the end a joiner joins nothing, and nobody sees it.
    named && base.is_none_or(|last| !JOINERS.contains(&last))
}

/// A mark that stands on, under or beside the letter before it.
fn is_mark(letter: char) -> bool {
    let category = letter.general_category();
    let mark = matches!(
        category,
        GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark
    );
    mark && !is_blank(letter)
}

fn carries_marks(letter: char) -> bool {
    letter.is_alphanumeric() || JOINERS.contains(&letter)
}

/// Whether a joiner may follow: after letters of scripts that have cases nobody would see it.
fn joins(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_lowercase() && !letter.is_uppercase()
}

/// Letters and marks that show nothing by themselves: those of Unicode's property
/// `Default_Ignorable_Code_Point` (`DerivedCoreProperties.txt`, 16.0).
fn is_blank(letter: char) -> bool {
    matches!(
        letter,
        '\u{034f}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180d}'
            | '\u{180f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{ffa0}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

#[cfg(test)]
mod tests {
    use super::{FaultCode, fault};

    #[test]
    fn an_alias_is_two_to_thirty_characters() {
        assert_eq!(fault("x"), Some(FaultCode::TooShort(2)));
        assert_eq!(fault(&"é".repeat(30)), None);
        assert_eq!(fault(&"é".repeat(31)), Some(FaultCode::TooLong(30)));
    }

    #[test]
    fn names_of_any_script_are_taken() {
        for name in [
            "Zoë d’Été 42",
            // Decomposed, as some keyboards write it.
            "Nguye\u{302}\u{303}n Thi\u{323}",
            "Zoe\u{308}",
            "हिन्दी",
            "क्षत्रिय",
            "สมชาย ศรีนวล",
            "น้ำผึ้ง",
            "مُحَمَّد",
            "می\u{200c}خواهم",
            "ශ්\u{200d}රී",
            "שָׁלוֹם",
            "தமிழ்",
            "한국",
            "渡辺",
            "Łukasz_99",
            "O'Neil-Smith",
        ] {
            assert_eq!(fault(name), None, "{name}");
        }
    }

    #[test]
    fn what_nobody_sees_is_no_name_and_hides_in_none() {
        for name in [
            "\u{3164}\u{3164}",
            "\u{115f}\u{1160}",
            "\u{2800}\u{2800}",
            "\u{200b}\u{200b}",
            "\u{200c}\u{200d}",
            "\u{ffa0}\u{ffa0}",
            "\u{2060}\u{feff}",
            "Ann\u{3164}",
            "An\u{200d}n",
            "e\u{301}\u{200d}e",
            "می\u{200c}\u{200c}خواهم",
            "Ann\u{200d}",
            "می\u{200c}",
            "An\u{ad}n",
            "An\u{34f}n",
            "Ann\u{fe0f}",
            "a\u{202e}b",
            ". - .",
            "__",
            "\u{301}\u{301}",
        ] {
            assert_eq!(
                fault(name),
                Some(FaultCode::Characters),
                "{}",
                name.escape_unicode()
            );
        }
    }

    #[test]
    fn marks_stand_on_letters_and_do_not_pile_up() {
        assert_eq!(fault("e\u{301}\u{302}\u{303}\u{304}"), None);
        for name in [
            "e\u{301}\u{302}\u{303}\u{304}\u{305}",
            "a \u{301}b",
            "\u{301}ab",
            "a\u{20dd}b",
        ] {
            assert_eq!(fault(name), Some(FaultCode::Characters), "{name}");
        }
        assert_eq!(fault("<b>"), Some(FaultCode::Characters));
    }
}
