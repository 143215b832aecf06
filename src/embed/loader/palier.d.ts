// Types of palier.js. Generated from the block registry and the contract by `cargo xtask manifest`: never edit.

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

/** A legal next step: the server lists them, the kit offers nothing else. */
export interface Action {
  /** Address, relative to the API's base (`/v1/…`) or absolute; of `join`, `sign_in` and `contact`, a link for people. */
  href: string
  /** HTTP method. */
  method: string
}

/** An amount of one currency, in its smallest unit. */
export interface Amount {
  /** Which currency. */
  currency: CurrencyId
  /** How much; the currency's `decimals` says where the decimal point goes. */
  value: Quantity
}

/** A dimension in which a reward varies, for instance `size`. */
export type AxisId = string

/** One value on an axis, for instance `xl`. */
export type AxisValueId = string

/** What a member wants, for a quote and for an order alike. */
export interface Choice {
  /** Texts to print or engrave. */
  personalisation?: Array<PersonalisationText>
  /** Which of its price options. */
  price_id: PriceId
  /** Which reward. */
  reward_id: RewardId
  /** One value per axis. */
  variant?: Array<VariantChoice>
}

/** A code that a redemption issued. Masked in lists. */
export interface Code {
  /** When it stops being valid. */
  expires_at?: Timestamp
  /** A form that is safe on a screen that others can see, for instance `••••-7Q2M`. */
  masked: string
  /** How often it has been used. */
  used?: Quantity
  /** When it becomes valid. */
  valid_from?: Timestamp
  /** The whole code, once revealed. */
  value?: string
}

/** A currency of the programme, for instance `points`. */
export type CurrencyId = string

/** A picture, film or sound by address, with its text alternative (WCAG 2.2, 1.1.1). */
export interface Media {
  /** Text alternative; empty if the medium is only decoration. */
  alt?: string
  /** Height in CSS pixels. */
  height?: Quantity
  /** Its kind. */
  kind: MediaKind
  /** An `https:` address, or a path on the backend's own origin. */
  url: string
  /** Width in CSS pixels. */
  width?: Quantity
}

/** The kind of a medium. */
export type MediaKind = 'image' | 'video' | 'audio' | (string & {})

/** A text a member may have printed or engraved. */
export type PersonalisationId = string

/** A text for a personalisation field. */
export interface PersonalisationText {
  /** Which field. */
  field_id: PersonalisationId
  /** The text. */
  text: string
}

/** `PATCH /v1/me/preferences`: absent fields stay as they are. */
export interface PreferencesPatch {
  /** The name that others see, 2 to 30 characters: letters of any script with their marks, digits, spaces and `.'’_-`, with at least one visible letter or digit. */
  alias?: string
  /** See [`Preferences::leaderboard_hidden_name`]. */
  leaderboard_hidden_name?: boolean
  /** See [`Preferences::leaderboard_opt_out`]. */
  leaderboard_opt_out?: boolean
}

/** One way to pay for a reward. */
export type PriceId = string

export type Quantity = number

/** A redemption, with its history. */
export interface Redemption {
  /** Legal next steps: `reveal_code`, `cancel`, `contact`. */
  actions?: { [name: string]: Action }
  /** What it took. */
  charged: Array<Amount>
  /** The code; its value only on the single resource, once revealed. */
  code?: Code
  /** When it was requested. */
  created_at: Timestamp
  /** Every state it has been in, oldest first. */
  history?: Array<StatusStep>
  /** Which redemption. */
  id: RedemptionId
  /** The reward. */
  reward: RewardRef
  /** Parcels. */
  shipments?: Array<Shipment>
  /** Where it stands. */
  state: RedemptionState
  /** Chosen variant in words, for instance "L, sand". */
  variant?: string
}

/** A redemption, called an order once something is shipped. */
export type RedemptionId = string

/** Where a redemption stands. */
export type RedemptionState = 'requested' | 'reserved' | 'confirmed' | 'issued' | 'preparing' | 'shipped' | 'delayed' | 'delivered' | 'failed' | 'cancelled' | 'refunded' | 'returned' | 'expired' | (string & {})

/** A reward of the catalogue. */
export type RewardId = string

/** A reward as an order remembers it. */
export interface RewardRef {
  /** Which reward. */
  id: RewardId
  /** Its picture. */
  media?: Media
  /** Its name. */
  title: string
}

/** A parcel. */
export interface Shipment {
  /** Who carries it. */
  carrier: string
  /** When it should arrive. */
  eta?: Timestamp
  /** The carrier's number. */
  number: string
  /** Where to track it. */
  url?: string
}

/** One step of a redemption. */
export interface StatusStep {
  /** When. */
  at: Timestamp
  /** A note on it, in the reader's language. */
  message?: string
  /** The state it entered. */
  state: RedemptionState
}

/** An instant: RFC 3339 with offset, for instance `2026-11-22T16:00:00Z`. */
export type Timestamp = string

/** A value chosen on an axis. */
export interface VariantChoice {
  /** Which axis. */
  axis_id: AxisId
  /** Which value. */
  value_id: AxisValueId
}

/** Events of the tags, by their names. */
export interface PalierEventMap {
  /** Fires once, when the block first shows itself. */
  'palier-ready': CustomEvent<null>
  /** The block cannot show itself; the detail says why. */
  'palier-error': CustomEvent<PalierError>
  /** The reader wants to sign in. Cancelable: prevent it to open your own sign-in. */
  'palier-sign-in': CustomEvent<null>
  /** The member has confirmed an order. Cancelable: prevent it to send nothing, or answer later with `waitUntil`. */
  'palier-before-redeem': PalierQuestion<Choice>
  /** A reward was ordered; the detail is the order as the backend returned it. */
  'palier-redeemed': CustomEvent<Redemption>
  /** Everything else that a member did. `join` is cancelable: prevent it to use your own way to join. */
  'palier-action': CustomEvent<PalierAction>
}

/** A ranking over a week, month or season, with the member's own place. */
export interface PalierLeaderboard extends HTMLElement {
  /** Id of the board; the programme's first when absent. */
  get board(): string | null
  set board(value: string | null | undefined)
  /** Which part is shown first. */
  get view(): string | null
  set view(value: 'around-me' | 'top' | null | undefined)
  /** Key of the period; the current one when absent. */
  get period(): string | null
  set period(value: string | null | undefined)
  /** Rows shown at once. */
  get limit(): string | null
  set limit(value: number | `${number}` | null | undefined)
  /** Replaces the block's own heading; a single dash hides it from sight. */
  get heading(): string | null
  set heading(value: string | null | undefined)
  /** Level of the block's heading in the page's outline. */
  get headingLevel(): string | null
  set headingLevel(value: number | `${number}` | null | undefined)
  /** Address of the API, up to and including `/v1`. */
  get endpoint(): string | null
  set endpoint(value: string | null | undefined)
  /** Language tag (BCP 47); the page's language if left out. */
  get locale(): string | null
  set locale(value: string | null | undefined)
  /** Colour scheme (`light`, `dark` or `auto`), or the id of a published portal whose theme to use. */
  get theme(): string | null
  set theme(value: string | null | undefined)
  /** `frame` draws the block in a frame of the kit's origin, isolated from the page's scripts. */
  get mode(): string | null
  set mode(value: 'inline' | 'frame' | null | undefined)
  /** `lazy` loads no data until the tag is near the window. */
  get loading(): string | null
  set loading(value: 'eager' | 'lazy' | null | undefined)
}

/** Every movement of the member's balances, with what lapses and what is released next. */
export interface PalierPointsHistory extends HTMLElement {
  /** Id of the currency whose entries are shown first; all when absent. */
  get currency(): string | null
  set currency(value: string | null | undefined)
  /** Entries per page. */
  get pageSize(): string | null
  set pageSize(value: number | `${number}` | null | undefined)
  /** Replaces the block's own heading; a single dash hides it from sight. */
  get heading(): string | null
  set heading(value: string | null | undefined)
  /** Level of the block's heading in the page's outline. */
  get headingLevel(): string | null
  set headingLevel(value: number | `${number}` | null | undefined)
  /** Address of the API, up to and including `/v1`. */
  get endpoint(): string | null
  set endpoint(value: string | null | undefined)
  /** Language tag (BCP 47); the page's language if left out. */
  get locale(): string | null
  set locale(value: string | null | undefined)
  /** Colour scheme (`light`, `dark` or `auto`), or the id of a published portal whose theme to use. */
  get theme(): string | null
  set theme(value: string | null | undefined)
  /** `frame` draws the block in a frame of the kit's origin, isolated from the page's scripts. */
  get mode(): string | null
  set mode(value: 'inline' | 'frame' | null | undefined)
  /** `lazy` loads no data until the tag is near the window. */
  get loading(): string | null
  set loading(value: 'eager' | 'lazy' | null | undefined)
}

/** What the member has, per currency, with what is pending, set aside and lapses next. */
export interface PalierBalance extends HTMLElement {
  /** Id of the one currency to show; all when absent. */
  get currency(): string | null
  set currency(value: string | null | undefined)
  /** `compact` is one line for a page's header: the named currency, or the first that can be spent. */
  get layout(): string | null
  set layout(value: 'card' | 'compact' | null | undefined)
  /** Replaces the block's own heading; a single dash hides it from sight. */
  get heading(): string | null
  set heading(value: string | null | undefined)
  /** Level of the block's heading in the page's outline. */
  get headingLevel(): string | null
  set headingLevel(value: number | `${number}` | null | undefined)
  /** Address of the API, up to and including `/v1`. */
  get endpoint(): string | null
  set endpoint(value: string | null | undefined)
  /** Language tag (BCP 47); the page's language if left out. */
  get locale(): string | null
  set locale(value: string | null | undefined)
  /** Colour scheme (`light`, `dark` or `auto`), or the id of a published portal whose theme to use. */
  get theme(): string | null
  set theme(value: string | null | undefined)
  /** `frame` draws the block in a frame of the kit's origin, isolated from the page's scripts. */
  get mode(): string | null
  set mode(value: 'inline' | 'frame' | null | undefined)
  /** `lazy` loads no data until the tag is near the window. */
  get loading(): string | null
  set loading(value: 'eager' | 'lazy' | null | undefined)
}

/** Rewards to browse, filter and redeem. */
export interface PalierRewardCatalogue extends HTMLElement {
  /** Id of the category shown first; all of them when absent. */
  get category(): string | null
  set category(value: string | null | undefined)
  /** Rewards per page. */
  get pageSize(): string | null
  set pageSize(value: number | `${number}` | null | undefined)
  /** How rewards are laid out first. */
  get layout(): string | null
  set layout(value: 'grid' | 'list' | null | undefined)
  /** Replaces the block's own heading; a single dash hides it from sight. */
  get heading(): string | null
  set heading(value: string | null | undefined)
  /** Level of the block's heading in the page's outline. */
  get headingLevel(): string | null
  set headingLevel(value: number | `${number}` | null | undefined)
  /** Address of the API, up to and including `/v1`. */
  get endpoint(): string | null
  set endpoint(value: string | null | undefined)
  /** Language tag (BCP 47); the page's language if left out. */
  get locale(): string | null
  set locale(value: string | null | undefined)
  /** Colour scheme (`light`, `dark` or `auto`), or the id of a published portal whose theme to use. */
  get theme(): string | null
  set theme(value: string | null | undefined)
  /** `frame` draws the block in a frame of the kit's origin, isolated from the page's scripts. */
  get mode(): string | null
  set mode(value: 'inline' | 'frame' | null | undefined)
  /** `lazy` loads no data until the tag is near the window. */
  get loading(): string | null
  set loading(value: 'eager' | 'lazy' | null | undefined)
}

/** The member's tier, what the next one takes, and what each gives. */
export interface PalierTierProgress extends HTMLElement {
  /** Whose benefits are listed: every tier's, the member's own tier's, or none. */
  get benefits(): string | null
  set benefits(value: 'all' | 'current' | 'none' | null | undefined)
  /** Replaces the block's own heading; a single dash hides it from sight. */
  get heading(): string | null
  set heading(value: string | null | undefined)
  /** Level of the block's heading in the page's outline. */
  get headingLevel(): string | null
  set headingLevel(value: number | `${number}` | null | undefined)
  /** Address of the API, up to and including `/v1`. */
  get endpoint(): string | null
  set endpoint(value: string | null | undefined)
  /** Language tag (BCP 47); the page's language if left out. */
  get locale(): string | null
  set locale(value: string | null | undefined)
  /** Colour scheme (`light`, `dark` or `auto`), or the id of a published portal whose theme to use. */
  get theme(): string | null
  set theme(value: string | null | undefined)
  /** `frame` draws the block in a frame of the kit's origin, isolated from the page's scripts. */
  get mode(): string | null
  set mode(value: 'inline' | 'frame' | null | undefined)
  /** `lazy` loads no data until the tag is near the window. */
  get loading(): string | null
  set loading(value: 'eager' | 'lazy' | null | undefined)
}

/** Series of badges with progress, rarity and numbered editions. */
export interface PalierBadgeCollection extends HTMLElement {
  /** Id of one series; all of them when absent. */
  get series(): string | null
  set series(value: string | null | undefined)
  /** Replaces the block's own heading; a single dash hides it from sight. */
  get heading(): string | null
  set heading(value: string | null | undefined)
  /** Level of the block's heading in the page's outline. */
  get headingLevel(): string | null
  set headingLevel(value: number | `${number}` | null | undefined)
  /** Address of the API, up to and including `/v1`. */
  get endpoint(): string | null
  set endpoint(value: string | null | undefined)
  /** Language tag (BCP 47); the page's language if left out. */
  get locale(): string | null
  set locale(value: string | null | undefined)
  /** Colour scheme (`light`, `dark` or `auto`), or the id of a published portal whose theme to use. */
  get theme(): string | null
  set theme(value: string | null | undefined)
  /** `frame` draws the block in a frame of the kit's origin, isolated from the page's scripts. */
  get mode(): string | null
  set mode(value: 'inline' | 'frame' | null | undefined)
  /** `lazy` loads no data until the tag is near the window. */
  get loading(): string | null
  set loading(value: 'eager' | 'lazy' | null | undefined)
}

/** A whole published portal, with all of its blocks, in the colours of its document. */
export interface PalierPortal extends HTMLElement {
  /** Id of the published portal. */
  get portal(): string | null
  set portal(value: string | null | undefined)
  /** `light`, `dark` or `auto`, or the id of a theme in place of the document's; the document's own when absent. */
  get theme(): string | null
  set theme(value: string | null | undefined)
  /** Level of the block's heading in the page's outline. */
  get headingLevel(): string | null
  set headingLevel(value: number | `${number}` | null | undefined)
  /** Address of the API, up to and including `/v1`. */
  get endpoint(): string | null
  set endpoint(value: string | null | undefined)
  /** Language tag (BCP 47); the page's language if left out. */
  get locale(): string | null
  set locale(value: string | null | undefined)
  /** `frame` draws the block in a frame of the kit's origin, isolated from the page's scripts. */
  get mode(): string | null
  set mode(value: 'inline' | 'frame' | null | undefined)
  /** `lazy` loads no data until the tag is near the window. */
  get loading(): string | null
  set loading(value: 'eager' | 'lazy' | null | undefined)
}

/** Listeners on a tag, as JSX names them. */
export interface PalierListeners {
  'onpalier-ready'?: (event: PalierEventMap['palier-ready']) => void
  'onpalier-error'?: (event: PalierEventMap['palier-error']) => void
  'onpalier-sign-in'?: (event: PalierEventMap['palier-sign-in']) => void
  'onpalier-before-redeem'?: (event: PalierEventMap['palier-before-redeem']) => void
  'onpalier-redeemed'?: (event: PalierEventMap['palier-redeemed']) => void
  'onpalier-action'?: (event: PalierEventMap['palier-action']) => void
}

/** What each tag takes, by attribute and by property: for the types of templates. */
export interface PalierTags {
  'palier-leaderboard': PalierListeners & {
    'board'?: string | null;
    'view'?: 'around-me' | 'top' | null;
    'period'?: string | null;
    'limit'?: number | `${number}` | null;
    'heading'?: string | null;
    'heading-level'?: number | `${number}` | null; headingLevel?: number | `${number}` | null;
    'endpoint'?: string | null;
    'locale'?: string | null;
    'theme'?: string | null;
    'mode'?: 'inline' | 'frame' | null;
    'loading'?: 'eager' | 'lazy' | null;
  }
  'palier-points-history': PalierListeners & {
    'currency'?: string | null;
    'page-size'?: number | `${number}` | null; pageSize?: number | `${number}` | null;
    'heading'?: string | null;
    'heading-level'?: number | `${number}` | null; headingLevel?: number | `${number}` | null;
    'endpoint'?: string | null;
    'locale'?: string | null;
    'theme'?: string | null;
    'mode'?: 'inline' | 'frame' | null;
    'loading'?: 'eager' | 'lazy' | null;
  }
  'palier-balance': PalierListeners & {
    'currency'?: string | null;
    'layout'?: 'card' | 'compact' | null;
    'heading'?: string | null;
    'heading-level'?: number | `${number}` | null; headingLevel?: number | `${number}` | null;
    'endpoint'?: string | null;
    'locale'?: string | null;
    'theme'?: string | null;
    'mode'?: 'inline' | 'frame' | null;
    'loading'?: 'eager' | 'lazy' | null;
  }
  'palier-reward-catalogue': PalierListeners & {
    'category'?: string | null;
    'page-size'?: number | `${number}` | null; pageSize?: number | `${number}` | null;
    'layout'?: 'grid' | 'list' | null;
    'heading'?: string | null;
    'heading-level'?: number | `${number}` | null; headingLevel?: number | `${number}` | null;
    'endpoint'?: string | null;
    'locale'?: string | null;
    'theme'?: string | null;
    'mode'?: 'inline' | 'frame' | null;
    'loading'?: 'eager' | 'lazy' | null;
  }
  'palier-tier-progress': PalierListeners & {
    'benefits'?: 'all' | 'current' | 'none' | null;
    'heading'?: string | null;
    'heading-level'?: number | `${number}` | null; headingLevel?: number | `${number}` | null;
    'endpoint'?: string | null;
    'locale'?: string | null;
    'theme'?: string | null;
    'mode'?: 'inline' | 'frame' | null;
    'loading'?: 'eager' | 'lazy' | null;
  }
  'palier-badge-collection': PalierListeners & {
    'series'?: string | null;
    'heading'?: string | null;
    'heading-level'?: number | `${number}` | null; headingLevel?: number | `${number}` | null;
    'endpoint'?: string | null;
    'locale'?: string | null;
    'theme'?: string | null;
    'mode'?: 'inline' | 'frame' | null;
    'loading'?: 'eager' | 'lazy' | null;
  }
  'palier-portal': PalierListeners & {
    'portal'?: string | null;
    'theme'?: string | null;
    'heading-level'?: number | `${number}` | null; headingLevel?: number | `${number}` | null;
    'endpoint'?: string | null;
    'locale'?: string | null;
    'mode'?: 'inline' | 'frame' | null;
    'loading'?: 'eager' | 'lazy' | null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palier-leaderboard': PalierLeaderboard
    'palier-points-history': PalierPointsHistory
    'palier-balance': PalierBalance
    'palier-reward-catalogue': PalierRewardCatalogue
    'palier-tier-progress': PalierTierProgress
    'palier-badge-collection': PalierBadgeCollection
    'palier-portal': PalierPortal
  }
  interface HTMLElementEventMap extends PalierEventMap {}
  interface ShadowRootEventMap extends PalierEventMap {}
  interface DocumentEventMap extends PalierEventMap {}
  interface WindowEventMap extends PalierEventMap {}
}
