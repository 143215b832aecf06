//! Commands of the hosting page: run by the person, they change the document through what edits it for
//! everybody.

use palier_contract::document::Node;
use palier_edit::{Editor, Intention, Refusal};
use serde_json::json;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

use super::changes::{self, Fault};
use super::document;
use crate::designer::session::Session;
use crate::designer::{starters, words};
use crate::i18n::keys;

#[wasm_bindgen(module = "/src/designer/extend/extend.js")]
extern "C" {
    fn commands(locale: &str) -> Vec<String>;
    #[wasm_bindgen(js_name = runCommand)]
    fn run_command(
        name: &str,
        document: &str,
        selection: Vec<String>,
        locale: &str,
        edit: &JsValue,
    ) -> js_sys::Promise;
}

/// The page's commands: name, and what it is called.
pub(in crate::designer) fn all(session: Session) -> Vec<(String, String)> {
    let pairs = commands(&session.i18n.locale());
    let pairs = pairs.chunks_exact(2).filter_map(|pair| match pair {
        [name, label] => Some((name.clone(), label.clone())),
        _ => None,
    });
    pairs.collect()
}

/// Runs one; says how it went.
pub(in crate::designer) fn run(session: Session, name: &str) {
    let all = all(session).into_iter();
    let Some((name, label)) = all.into_iter().find(|(known, _)| known == name) else {
        return;
    };
    session.editor_mut(Editor::settle);
    wasm_bindgen_futures::spawn_local(async move {
        let i18n = session.i18n;
        let edit = Closure::<dyn Fn(String, String) -> String>::new(move |run: String, changes| {
            edit(session, &run, changes)
        });
        let selection = session.selection.get_untracked();
        let selection = selection.iter().map(|id| id.as_str().to_owned()).collect();
        let ran = run_command(
            &name,
            &document(session),
            selection,
            &i18n.locale(),
            edit.as_ref(),
        );
        let command = ("command", label.as_str());
        match JsFuture::from(ran).await.map(|said| said.as_string()) {
            // Why something was refused has been said; nothing is said after it.
            Ok(None) => {}
            Ok(Some(said)) if said.trim().is_empty() => {
                session.say(i18n.with(keys::DESIGNER_MENUS_OWN_DONE, &[command]));
            }
            Ok(Some(said)) => session.say(said),
            Err(cause) => {
                let cause = cause.as_string().unwrap_or_default();
                let values = [command, ("cause", &cause)];
                session.say(i18n.with(keys::DESIGNER_MENUS_OWN_FAILED, &values));
            }
        }
    });
}

/// Does what a run of a command asks for, all of it or nothing, and answers as JSON: the ids of new
/// blocks, or what was wrong.
fn edit(session: Session, run: &str, changes: String) -> String {
    if session.refuses_edits() {
        let words = session.i18n.t(keys::DESIGNER_TRY_REFUSED);
        return fault(&words, "try");
    }
    let starter = |kind: &str| starter(session, kind);
    let planned = session.editor(|editor| {
        let (tree, rules) = (editor.tree(), editor.rules());
        Some(changes::plan(&changes, tree, rules, &starter))
    });
    let plan = match planned {
        Some(Ok(plan)) => plan,
        Some(Err(Fault::Malformed(words))) => return fault(&words, "malformed"),
        Some(Err(Fault::Refused(refusal))) => {
            session.say(words::refusal(&refusal, session.i18n));
            return refused(session, &refusal);
        }
        None => return String::from("{}"),
    };
    session.editor_mut(|editor| editor.resume(run));
    match session.perform(Intention::new("command").burst(run), plan.ops) {
        Ok(()) => json!({ "added": plan.added }).to_string(),
        Err(refusal) => refused(session, &refusal),
    }
}

/// A new block of a type that there is.
fn starter(session: Session, kind: &str) -> Option<Node> {
    let is_known = session.read(|_, rules| rules.block(kind).is_some());
    let made = is_known.then(|| starters::block(session, kind));
    made.into_iter().flatten().next()
}

fn refused(session: Session, refusal: &Refusal) -> String {
    fault(&words::refusal(refusal, session.i18n), refusal.word())
}

fn fault(words: &str, code: &str) -> String {
    json!({ "fault": words, "code": code }).to_string()
}
