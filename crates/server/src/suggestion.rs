//! What somebody may have meant who wrote a word that nobody knows.

/// `, perhaps WORD`, when a known word is like the one that was written; else nothing.
pub(crate) fn did_you_mean<'w>(written: &str, known: impl Iterator<Item = &'w str>) -> String {
    let written = written.to_lowercase();
    // Among short words too many are like each other, and two slips are as many as one makes.
    let most = (written.chars().count() / 3).clamp(1, 2);
    let far = |word: &&str| distance(&written, &word.to_lowercase());
    let near = known.min_by_key(far).filter(|word| far(word) <= most);
    near.map_or_else(String::new, |word| format!(", perhaps `{word}`"))
}

/// How many letters are to be added, left out or replaced (Levenshtein).
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (line, letter) in (1..).zip(from.chars()) {
        let mut left = line;
        let mut above_left = line - 1;
        let mut next = vec![left];
        for (other, above) in to.iter().zip(row.iter().skip(1)) {
            let replaced = above_left + usize::from(*other != letter);
            left = replaced.min(left + 1).min(above + 1);
            above_left = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn a_slip_is_guessed_and_another_word_is_not() {
        let known = ["pending_days", "per_item", "per_spend", "id", "url"];
        for (written, guess) in [
            ("pending_day", ", perhaps `pending_days`"),
            ("Per_Spend", ", perhaps `per_spend`"),
            ("per_spent", ", perhaps `per_spend`"),
            ("uri", ", perhaps `url`"),
            ("description", ""),
            ("tier", ""),
            ("per_amount", ""),
            ("", ""),
        ] {
            assert_eq!(did_you_mean(written, known.into_iter()), guess, "{written}");
        }
        assert_eq!(did_you_mean("points", [].into_iter()), "");
    }
}
