//! `palier.d.ts`: the tags, their properties and events, and the module's functions, for
//! TypeScript. Contract types come from the OpenAPI description.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::surface::{EVENTS, ROOTS, SHARED};
use super::{common, elements, templates};
use crate::blocks::spec::{Attr, AttrKind, Spec};

const MODULE: &str = "// Types of palier.js. Generated from the block registry and the contract by `cargo xtask manifest`: never edit.

/** Options that all elements of a page share. */
export interface Options {
  /** Address of the API, up to and including `/v1`. */
  endpoint?: string
  /** Returns the reader's bearer token, or nothing when nobody is signed in. */
  getToken?: ((ask: { reason: 'first' | 'expired'; signal: AbortSignal }) => string | null | undefined | Promise<string | null | undefined>) | null
  /** Language tag (BCP 47). */
  locale?: string
  /** A colour scheme, or the id of a published portal whose theme all tags use. */
  theme?: 'light' | 'dark' | 'auto' | (string & {})
  /** `frame` draws every tag in a frame of the kit's origin. */
  mode?: 'inline' | 'frame'
  /** What a tag does where the page's policy blocks WASM: draws a frame with `frame`, otherwise shows its children. */
  fallback?: 'frame'
  /** Address of the page that frames show; `frame.html` beside the kit by default. */
  frame?: string
  /** Texts that replace the kit's own, by name (`tier_progress.title`); `message-names-*.json` lists all names. */
  messages?: { [name: string]: string | { [category: string]: string } }
}

/** Sets the options that all elements share. Existing elements follow: they are redrawn, except when only the theme changes. */
export function configure(options?: Options): void
/** Fetches the named topics (`balances`, `rewards` …) again, or everything; retries what could not be loaded. */
export function refresh(topics?: string | string[]): void
/** Forgets the member. */
export function signOut(): void
/** Upgrades tags inside a shadow root that the browser has not upgraded. */
export function discover(root: Node): void
/** Registers one of the page's own blocks, for portals that use it; at any time. */
export function registerBlock(block: OwnBlock): void

/** A text: the same in every language, or one per language tag (BCP 47). */
export type Words = string | { [locale: string]: string }

/** A prop of a block; its element gets it as a property, its name in camelCase. */
export type OwnProp = { name: string; label?: Words; required?: boolean; style?: boolean; responsive?: boolean; field?: string } & (
  | { kind: 'text' | 'rich-text' | 'image' | 'link' | 'anchor' }
  | { kind: 'boolean'; default?: boolean }
  | { kind: 'color' | 'space'; default?: string }
  | { kind: 'number'; min: number; max: number; unit?: string; default?: number }
  | { kind: 'choice'; options: Array<string | { value: string; label?: Words }>; default?: string }
  | { kind: 'reference'; to: 'leaderboard' | 'period' | 'currency' | 'category' | 'series' | 'tier' | 'portal' }
  | { kind: 'list'; max: number; of: OwnProp[] }
  | { kind: 'group'; of: OwnProp[] }
)

/** One of the page's own blocks. */
export interface OwnBlock {
  /** Its type in documents, with a hyphen: `acme-offer`. */
  type: string
  /** The custom element that draws it; named like the type by default. */
  element?: string
  label: Words
  /** SVG path data on a grid of 24 by 24. */
  icon?: string
  /** Fewest and most columns of twelve. */
  columns?: { min?: number; max?: number }
  slots?: Array<{ name: string; accepts?: string[]; max?: number }>
  props?: OwnProp[]
}

/** What a page that hosts the designer says of itself, in `globalThis.palierDesigner` before the designer starts. */
export interface PalierDesigner {
  /** The token of a person of the brand. */
  getToken?: (ask: { reason: 'first' | 'expired' }) => string | null | Promise<string | null>
  /** Restricts the editor further than their token does. */
  role?: 'designer' | 'content_editor'
  signInUrl?: string
  /** The address where members see a portal. */
  portalUrl?: (id: string) => string
  /** The folder of the kit's files, ending with a slash. */
  kitUrl?: string
  blocks?: OwnBlock[]
  checks?: OwnCheck[]
  commands?: OwnCommand[]
  /**
   * Opens the brand's library of pictures. `current` is the address so far and `alt` its text alternative in the language
   * `locale`, both '' where there is none. Null keeps the picture that was there.
   */
  pickImage?: (ask: { current: string; alt: string; locale: string; signal: AbortSignal }) => Promise<{ src: string; alt?: string } | null>
  /**
   * Hears of each step that this person takes, as operations from the document before it to the one after it; `intention` is
   * `undo` or `redo` for steps back and forth.
   */
  edited?: (edit: { intention: string; operations: ({ op: string } & Record<string, unknown>)[] }) => void
  /** Added by the designer: the document as it is being edited. */
  document?: () => PageDocument
  /** Added by the designer. */
  register?: (block: OwnBlock) => void
  /** Added by the designer once a portal is open. */
  registerCheck?: (check: OwnCheck) => void
  /** Added by the designer once a portal is open. */
  registerCommand?: (command: OwnCommand) => void
}

/** A block of a document. */
export interface PageBlock {
  readonly id: string
  readonly type: string
  readonly v: number
  readonly name?: string
  readonly props?: { readonly [name: string]: any }
  readonly slots?: { readonly [name: string]: readonly PageBlock[] }
  readonly [more: string]: unknown
}

/** A portal's document. */
export interface PageDocument {
  readonly schema: number
  readonly id: string
  readonly title: { readonly [locale: string]: string }
  readonly root: readonly PageBlock[]
  readonly [more: string]: unknown
}

/** What a check found. */
export interface PageProblem {
  /** An error holds the publishing. */
  level: 'error' | 'warning'
  message: string
  /** The id of the block that it is about. */
  node?: string | null
  /** The prop of that block, or the way to a field within it: `items/0/alt`. */
  prop?: string | null
}

/** Says what should be mended in a document. */
export interface OwnCheck {
  name: string
  check(ask: { document: PageDocument; locale: string; signal: AbortSignal }): PageProblem[] | Promise<PageProblem[]>
}

/** A block that a command inserts. */
export interface NewBlock {
  type: string
  name?: string
  props?: { [name: string]: unknown }
  slots?: { [name: string]: NewBlock[] }
}

/** Beside a block or in one; at the end of the page where nothing is said. */
export type PagePlace = { before: string } | { after: string } | { into: string; slot?: string } | {}

/** One change of a document. */
export type PageChange =
  | { op: 'set'; id: string; props: { [name: string]: unknown }; at?: 'sm' | 'md' | 'lg' | null }
  | ({ op: 'insert'; block: NewBlock } & PagePlace)
  | { op: 'remove'; ids: string[] }
  | ({ op: 'move'; ids: string[] } & PagePlace)
  | { op: 'rename'; id: string; name?: string | null }

/** Something that the list of commands offers. */
export interface OwnCommand {
  name: string
  label: Words
  run(ask: {
    document: PageDocument
    /** Ids of the selected blocks. */
    selection: readonly string[]
    locale: string
    /** Does all of these or throws; returns the ids of inserted blocks. */
    edit(changes: PageChange | PageChange[]): string[]
  }): unknown
}

/** Detail of `palier-action`; names are those of the contract's operations, where there is one. */
export type PalierAction =
  | { action: 'join' }
  | { action: 'mark_tier_seen' }
  | { action: 'update_preferences'; preferences: PreferencesPatch }
  | { action: 'claim_completion'; series: string; threshold: number }
  | { action: 'open_reward'; reward: string }
  | { action: 'open_badge'; badge: string }
  | { action: 'reveal_code'; order: string }
  | { action: 'cancel_order'; order: string }

/** An event that waits for the page's answer. */
export interface PalierQuestion<T> extends CustomEvent<T> {
  /**
   * Call it while the event is being dispatched, as with an ExtendableEvent. The member continues once
   * `answer` is fulfilled with anything but `false`. Reject it with a string, or with an `Error` of your
   * own, to tell the member why.
   */
  waitUntil(answer: unknown): void
}

/** Detail of `palier-error`. */
export interface PalierError {
  code: string
  message: string
  retryable: boolean
}
";

/// The file; `openapi` is the contract's description.
#[must_use]
pub fn palier_d_ts(openapi: &Value) -> String {
    let mut text = MODULE.to_owned();
    let schemas = openapi
        .pointer("/components/schemas")
        .unwrap_or(&Value::Null);
    for name in reachable(schemas) {
        text.push_str(&contract_type(&name, &schemas[&name]));
    }
    text.push_str(
        "\n/** Events of the tags, by their names. */\nexport interface PalierEventMap {\n",
    );
    for event in EVENTS {
        text.push_str(&format!(
            "  /** {} */\n  '{}': {}<{}>\n",
            event.doc,
            event.name,
            event.kind(),
            event.detail
        ));
    }
    text.push_str("}\n");
    for spec in elements() {
        text.push_str(&interface(spec));
    }
    text.push_str(&templates::tags());
    text.push_str("\ndeclare global {\n  interface HTMLElementTagNameMap {\n");
    for spec in elements() {
        text.push_str(&format!("    'palier-{}': {}\n", spec.kind, class(spec)));
    }
    text.push_str("  }\n");
    for map in [
        "HTMLElementEventMap",
        "ShadowRootEventMap",
        "DocumentEventMap",
        "WindowEventMap",
    ] {
        text.push_str(&format!("  interface {map} extends PalierEventMap {{}}\n"));
    }
    text.push_str("}\n");
    text
}

/// `PalierTierProgress` of `tier-progress`.
pub(super) fn class(spec: &Spec) -> String {
    let words = spec.kind.split('-').map(capital).collect::<String>();
    format!("Palier{words}")
}

/// `headingLevel` of `heading-level`.
pub(super) fn property(attr: &Attr) -> String {
    let name = attr.name.split('-').map(capital).collect::<String>();
    let (first, rest) = name.split_at(name.len().min(1));
    format!("{}{rest}", first.to_lowercase())
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(word.len().min(1));
    format!("{}{rest}", first.to_uppercase())
}

/// Every attribute of a tag, each once.
pub(super) fn attributes(spec: &'static Spec) -> Vec<&'static Attr> {
    let mut seen = BTreeSet::new();
    let all = spec.attrs.iter().chain(common(spec)).chain(SHARED);
    all.filter(|attr| seen.insert(attr.name)).collect()
}

/// What an attribute takes, in TypeScript.
pub(super) fn takes(kind: AttrKind) -> String {
    match kind {
        AttrKind::Text => "string".into(),
        AttrKind::Choice(words) => words
            .iter()
            .map(|word| format!("'{word}'"))
            .collect::<Vec<_>>()
            .join(" | "),
        AttrKind::Whole { .. } => "number | `${number}`".into(),
    }
}

fn interface(spec: &'static Spec) -> String {
    let mut text = format!(
        "\n/** {} */\nexport interface {} extends HTMLElement {{\n",
        spec.summary,
        class(spec)
    );
    for attr in attributes(spec) {
        let name = property(attr);
        text.push_str(&format!(
            "  /** {} */\n  get {name}(): string | null\n  set {name}(value: {} | null | undefined)\n",
            attr.doc,
            takes(attr.kind)
        ));
    }
    text + "}\n"
}

/// The contract types that events name, and those that these name in turn.
fn reachable(schemas: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open: Vec<String> = ROOTS.iter().map(|name| (*name).to_owned()).collect();
    while let Some(name) = open.pop() {
        references(&schemas[&name], &mut open);
        found.insert(name);
        open.retain(|name| !found.contains(name));
    }
    found
}

fn references(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            into.extend(map.get("$ref").and_then(named));
            map.values().for_each(|value| references(value, into));
        }
        Value::Array(values) => values.iter().for_each(|value| references(value, into)),
        _ => {}
    }
}

fn named(reference: &Value) -> Option<String> {
    Some(reference.as_str()?.rsplit('/').next()?.to_owned())
}

fn doc(schema: &Value, indent: &str) -> String {
    let text = schema["description"].as_str().unwrap_or_default();
    let line = text.split("\n\n").next().unwrap_or_default();
    if line.is_empty() {
        return String::new();
    }
    format!("{indent}/** {} */\n", line.replace('\n', " "))
}

fn contract_type(name: &str, schema: &Value) -> String {
    let doc = doc(schema, "");
    match schema["properties"].as_object() {
        Some(properties) => format!(
            "\n{doc}export interface {name} {{\n{}}}\n",
            members(schema, properties)
        ),
        None => format!("\n{doc}export type {name} = {}\n", of(schema)),
    }
}

fn members(schema: &Value, properties: &Map<String, Value>) -> String {
    let required: Vec<&str> = schema["required"]
        .as_array()
        .map(|names| names.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let member = |(name, schema): (&String, &Value)| {
        let mark = if required.contains(&name.as_str()) {
            ""
        } else {
            "?"
        };
        format!("{}  {name}{mark}: {}\n", doc(schema, "  "), of(schema))
    };
    properties.iter().map(member).collect()
}

/// A schema as a TypeScript type. Open words stay open: any string, with the known ones offered.
fn of(schema: &Value) -> String {
    if let Some(name) = schema.get("$ref").and_then(named) {
        return name;
    }
    if let Some(words) = schema["x-extensible-enum"].as_array() {
        let words: Vec<String> = words
            .iter()
            .filter_map(Value::as_str)
            .map(|word| format!("'{word}'"))
            .collect();
        return format!("{} | (string & {{}})", words.join(" | "));
    }
    match schema["type"].as_str() {
        Some("string") => "string".into(),
        Some("integer" | "number") => "number".into(),
        Some("boolean") => "boolean".into(),
        Some("array") => format!("Array<{}>", of(&schema["items"])),
        Some("object") => match schema.get("additionalProperties") {
            Some(values) if values.is_object() => format!("{{ [name: string]: {} }}", of(values)),
            _ => "{ [name: string]: unknown }".into(),
        },
        _ => "unknown".into(),
    }
}
