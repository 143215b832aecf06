//! The draft of the shop's portal.

use palier_contract::problem::ProblemType;
use serde_json::{Value, json};

use super::{
    Reply, Request, Slip,
    replies::{Answered, bearer, ok, parsed},
};

/// A draft that is saved by its entity tag.
pub(super) struct Draft {
    slip: Option<Slip>,
    document: Value,
    version: u32,
}

impl Draft {
    pub(super) fn new(slip: Option<Slip>) -> Self {
        Self {
            slip,
            document: json!({ "schema": 1, "id": "club", "title": { "en": "Club" }, "root": [] }),
            version: 1,
        }
    }

    fn slips(&self, slip: Slip) -> bool {
        self.slip == Some(slip)
    }

    fn tag(&self) -> String {
        let version = if self.slips(Slip::LastingTag) {
            1
        } else {
            self.version
        };
        format!("\"{version}\"")
    }

    fn drawn(&self) -> Reply {
        let mut reply = ok(200, &self.document);
        reply.1.push(("ETag", self.tag()));
        reply
    }

    pub(super) fn read(&self, request: &Request) -> Answered {
        match bearer(request) {
            Some("ed") => Ok(self.drawn()),
            _ => Err(ProblemType::Forbidden),
        }
    }

    pub(super) fn save(&mut self, request: &Request) -> Answered {
        self.read(request)?;
        match request.headers.get("if-match") {
            None if !self.slips(Slip::BlindSave) => return Err(ProblemType::PreconditionRequired),
            Some(tag) if *tag != self.tag() && !self.slips(Slip::SavedOver) => {
                return Err(ProblemType::PreconditionFailed);
            }
            _ => {}
        }
        let mut draft: Value = parsed(request)?;
        if !draft["id"].is_string() || !draft["root"].is_array() {
            return Err(ProblemType::Invalid);
        }
        if self.slips(Slip::DroppedKeys) {
            let known = ["schema", "id", "title", "root"];
            let fields = draft.as_object_mut().unwrap();
            fields.retain(|name, _| known.contains(&name.as_str()));
        }
        self.document = draft;
        self.version += 1;
        Ok(self.drawn())
    }
}
