//! All messages of a language, as the one text in which they cross from JavaScript.

/// Between messages, in what `intl.js` makes of their array.
const BETWEEN: char = '\u{1}';

/// A text of messages, and where each ends: four hundred texts of their own would take twice the memory.
#[derive(Debug)]
pub(super) struct Words {
    text: String,
    ends: Vec<usize>,
}

impl Words {
    /// Of messages with [`BETWEEN`] between them.
    pub(super) fn of(text: String) -> Self {
        let ends = text.match_indices(BETWEEN).map(|(at, _)| at);
        let ends = ends.chain([text.len()]).collect();
        Self { text, ends }
    }

    /// The message at `index`; `None` after the last.
    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let before = index
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let start = before.map_or(0, |end| end + BETWEEN.len_utf8());
        self.text.get(start..end)
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn each_message_is_found_and_none_after_the_last() {
        let words = Words::of(String::from("Mes points\u{1}\u{1}À bientôt"));
        let all: Vec<_> = (0..4).map(|index| words.get(index)).collect();
        let wanted = [Some("Mes points"), Some(""), Some("À bientôt"), None];
        assert_eq!(all, wanted);
    }
}
