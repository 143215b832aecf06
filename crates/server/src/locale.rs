//! Which language a reply is in: RFC 4647 lookup over `Accept-Language`.

/// The locale chosen for a request, one of the programme's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locale(pub String);

impl Locale {
    /// The best of `offered` (default first) for `Accept-Language` lines. Each range is
    /// shortened from its end until it matches (RFC 4647 §3.4); ranges are taken by
    /// descending quality, then in order.
    pub fn negotiate<'h>(lines: impl Iterator<Item = &'h str>, offered: &[String]) -> Self {
        let parts = lines.flat_map(|line| line.split(','));
        let mut ranges: Vec<(f32, &str)> = parts.filter_map(range).collect();
        ranges.sort_by(|left, right| right.0.total_cmp(&left.0));
        let found = ranges.iter().find_map(|(_, range)| lookup(range, offered));
        Self(
            found
                .or_else(|| offered.first())
                .cloned()
                .unwrap_or_else(|| "en".to_owned()),
        )
    }
}

fn range(part: &str) -> Option<(f32, &str)> {
    let (tag, rest) = part.split_once(';').unwrap_or((part, ""));
    let quality = match rest.trim().strip_prefix("q=") {
        Some(text) => text.trim().parse().ok()?,
        None => 1.0,
    };
    (quality > 0.0 && !tag.trim().is_empty()).then_some((quality, tag.trim()))
}

fn lookup<'a>(range: &str, offered: &'a [String]) -> Option<&'a String> {
    let mut tag = range;
    loop {
        if tag == "*" {
            return offered.first();
        }
        if let Some(found) = offered.iter().find(|one| one.eq_ignore_ascii_case(tag)) {
            return Some(found);
        }
        let cut = tag.rfind('-')?;
        tag = tag.get(..cut)?;
        // A single letter or digit introduces what follows it; it never stands last.
        if tag.len() >= 2 && tag.as_bytes().get(tag.len() - 2) == Some(&b'-') {
            tag = tag.get(..tag.len() - 2)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    fn chosen(header: &str) -> String {
        Locale::negotiate(header.lines(), &["en".to_owned(), "fr".to_owned()]).0
    }

    #[test]
    fn a_regional_tag_is_shortened_until_it_matches() {
        assert_eq!(chosen("fr-CH-1996"), "fr");
        assert_eq!(chosen("fr-x-private"), "fr");
    }

    #[test]
    fn quality_decides_before_order() {
        assert_eq!(chosen("en;q=0.2, fr;q=0.9"), "fr");
        assert_eq!(chosen("fr;q=0, de"), "en");
        assert_eq!(chosen("de, en;q=0.2\nfr;q=0.9"), "fr");
    }

    #[test]
    fn nonsense_falls_back_to_the_default() {
        assert_eq!(chosen(";;q=x,,-"), "en");
        assert_eq!(chosen("*"), "en");
    }
}
