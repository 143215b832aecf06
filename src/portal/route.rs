//! The portal's addresses: `/` and `/p/<id>`.

/// The portal that `/` shows.
pub(super) const HOME: &str = "grove";

/// What an address shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Route {
    /// The published portal of that id.
    Portal(String),
    /// Nothing.
    Nowhere,
}

impl Route {
    /// Reads a path, with or without a slash at its end.
    pub(super) fn of(path: &str) -> Self {
        let path = path.strip_prefix("/tt").unwrap_or(path);
        let path = path.trim_end_matches('/');
        if path.is_empty() {
            return Self::Portal(HOME.into());
        }
        match path.strip_prefix("/p/") {
            Some(id) if !id.is_empty() && id.bytes().all(is_id) => Self::Portal(id.to_owned()),
            _ => Self::Nowhere,
        }
    }
}

/// The path of a portal.
pub(super) fn path_to(id: &str) -> String {
    if id == HOME {
        "/".into()
    } else {
        format!("/p/{id}")
    }
}

fn is_id(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_portals() {
        for (path, id) in [
            ("/", HOME),
            ("", HOME),
            ("/tt/", HOME),
            ("/p/guild", "guild"),
            ("/p/guild/", "guild"),
            ("/tt/p/guild", "guild"),
        ] {
            assert_eq!(Route::of(path), Route::Portal(id.into()), "{path}");
        }
    }

    #[test]
    fn other_addresses_lead_nowhere() {
        for path in [
            "/p",
            "/p/",
            "/p/a/b",
            "/p/..",
            "/p/%2e",
            "/elsewhere",
            "/ttp/guild",
        ] {
            assert_eq!(Route::of(path), Route::Nowhere, "{path}");
        }
    }

    #[test]
    fn a_portals_path_leads_back_to_it() {
        for id in [HOME, "guild"] {
            assert_eq!(Route::of(&path_to(id)), Route::Portal(id.into()));
        }
    }
}
