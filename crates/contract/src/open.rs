//! Open enums: a closed list of known values that survives values it does not know.

/// Declares an enum of wire words with a last variant `Unknown(String)`.
///
/// An unlisted word is kept as it came and written back untouched, so a newer backend never
/// breaks an older kit (RFC 9457 §3.2 asks the same of problem consumers). Draw `Unknown`
/// neutrally, as "unavailable"; never guess.
///
/// ```
/// palier_contract::open_enum! {
///     /// How a parcel travels.
///     pub enum Carrier {
///         /// On wheels.
///         Road = "road",
///     }
/// }
/// assert_eq!(Carrier::from("road"), Carrier::Road);
/// assert_eq!(Carrier::from("airship").as_str(), "airship");
/// ```
#[macro_export]
macro_rules! open_enum {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$vmeta])* $variant,)+
            /// A word this version does not know, kept as it came.
            Unknown(String),
        }

        impl $name {
            /// Every known word, in the order of declaration.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self { $(Self::$variant => $word,)+ Self::Unknown(word) => word }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                #[derive(Clone, Copy)]
                enum Place { $($variant),+ }
                // All of these share one search: a comparison per word would be compiled into each.
                match $crate::open::place(word, Self::WORDS) {
                    $(Some(place) if place == Place::$variant as usize => Self::$variant,)+
                    _ => Self::Unknown(word.into()),
                }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(|word| Self::from(word.as_str()))
            }
        }

        impl $crate::wire::Wire for $name {
            const BLANK: Self = Self::Unknown(String::new());
            fn write(&self, out: &mut String) {
                $crate::wire::Wire::write(&self.as_str().to_owned(), out);
            }
        }

        impl $crate::wire::Fill for $name {
            fn fill(&mut self, json: &mut $crate::wire::Json<'_>, reading: &mut $crate::wire::Reading) {
                *self = Self::from($crate::wire::text(json, reading));
            }
        }

        #[cfg(feature = "schema")]
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                $crate::open::schema_of(
                    &[$(stringify!($meta)),*],
                    &[$(($word, &[$(stringify!($vmeta)),*] as &[&str])),+],
                )
            }
        }

        #[cfg(feature = "schema")]
        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> { stringify!($name).into() }
        }
    };
}

/// Where `word` is among `words`.
#[doc(hidden)]
#[must_use]
#[inline(never)]
pub fn place(word: &str, words: &[&str]) -> Option<usize> {
    words.iter().position(|known| *known == word)
}

/// A string schema that lists the known words without closing the list
/// (`x-extensible-enum`, Zalando guideline 112), and says what each means. The attributes are of the
/// enum and of each word, as source text.
#[cfg(feature = "schema")]
#[must_use]
pub fn schema_of(
    attributes: &[&str],
    words: &[(&str, &[&str])],
) -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
    use utoipa::openapi::{ObjectBuilder, Type, extensions::ExtensionsBuilder};
    let listed: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    let extensions = ExtensionsBuilder::new()
        .add("x-extensible-enum", listed)
        .build();
    let meanings = words
        .iter()
        .map(|(word, attributes)| format!("\n- `{word}`: {}", documented(attributes)));
    let meanings: String = meanings.collect();
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(format!("{}\n{meanings}", documented(attributes))))
        .extensions(Some(extensions))
        .into()
}

/// The text of doc comments among attributes: each is `doc = r" A line."` in the source, with a new line
/// after the sign where the whole would be long.
#[cfg(feature = "schema")]
fn documented(attributes: &[&str]) -> String {
    let lines = attributes
        .iter()
        .filter_map(|one| one.strip_prefix("doc")?.trim_start().strip_prefix('='));
    let lines = lines.map(|text| {
        let text = text
            .trim()
            .trim_start_matches(['r', '#'])
            .trim_end_matches('#');
        let inner = text
            .strip_prefix('"')
            .and_then(|text| text.strip_suffix('"'));
        inner.unwrap_or(text).trim()
    });
    lines.collect::<Vec<_>>().join(" ")
}

#[cfg(all(test, feature = "schema"))]
mod tests {
    use utoipa::PartialSchema;

    use super::documented;
    use crate::badge::BadgeState;

    #[test]
    fn the_description_says_what_each_word_means() {
        let schema = serde_json::to_value(BadgeState::schema()).unwrap_or_default();
        let told = schema["description"].as_str().unwrap_or_default();
        assert!(told.starts_with("Where a badge stands for the reader.\n\n- `locked`: "));
        assert!(told.ends_with("\n- `revoked`: Taken back; see `message`."));
    }

    #[test]
    fn comments_of_several_lines_are_one_text() {
        let lines = [
            "doc = r\" On a\"",
            "serde(default)",
            "doc =\nr#\" \"parcel\".\"#",
        ];
        assert_eq!(documented(&lines), "On a \"parcel\".");
    }
}
