// What the page's elements share: configuration, the WASM instance, and the queue of mounts.

import * as glue from 'palier-glue'
import { authorise, begin } from 'palier-snippets/client/transport.js'

const KEY = Symbol.for('palier.kit@1')
const DEADLINE_MS = 10000
const own = document.querySelector(`script[src][data-endpoint]`)
const config = { endpoint: own?.dataset.endpoint, locale: own?.dataset.locale, theme: own?.dataset.theme }
const elements = new Set()
const queue = []
const texts = new Map()
let instance = null
let draining = false

/** The API base: the element's own, the configured one, or `/v1` of the kit's origin. */
export const endpointOf = (element) =>
  new URL(element.getAttribute('endpoint') || config.endpoint || '/v1', element.hasAttribute('endpoint') || config.endpoint ? document.baseURI : import.meta.url).href

/** The locale: the element's own, the configured one, or the page's language. */
export const localeOf = (element) =>
  element.getAttribute('locale') || config.locale || element.closest('[lang]')?.lang || navigator.language

/** The theme: the element's own or the configured one. */
export const themeOf = (element) => element.getAttribute('theme') || config.theme

const failure = (code, message, retryable = false) => Object.assign(new Error(message), { code, retryable })

/** The messages nearest to `locale`; English when there are none. */
function messages(locale) {
  const known = PALIER_MESSAGES
  const tag = [locale, locale.split('-')[0], 'en'].find((tag) => known[tag])
  if (!texts.has(tag)) {
    const loading = fetch(new URL(known[tag], import.meta.url)).then((reply) => {
      if (!reply.ok) throw failure('load-failed', `messages: HTTP ${reply.status}`, true)
      return reply.json()
    })
    loading.catch(() => texts.delete(tag))
    texts.set(tag, loading)
  }
  return texts.get(tag).then((list) => override(list, config.messages))
}

const override = (list, own) => (own ? list.map((text, key) => own[key] ?? text) : list)

/** The WASM instance: one per page, asked for again after a failure. */
function load() {
  instance ??= (async () => {
    try {
      // Eight bytes tell whether the page's policy lets WASM run, before 100 KB are fetched.
      await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))
    } catch (cause) {
      throw failure('wasm-blocked', `${cause.message}. Allow it with script-src 'wasm-unsafe-eval'.`)
    }
    let timer
    const late = new Promise((_, fail) => {
      timer = setTimeout(() => fail(failure('load-failed', `not loaded within ${DEADLINE_MS / 1000} s`, true)), DEADLINE_MS)
    })
    try {
      const url = new URL(PALIER_WASM, import.meta.url)
      const started = glue.default({ module_or_path: fetch(url).then(checked) })
      started.catch(() => {})
      await Promise.race([started, late])
    } catch (cause) {
      throw cause.code ? cause : failure('load-failed', String(cause), true)
    } finally {
      clearTimeout(timer)
    }
  })()
  instance.catch(() => (instance = null))
  return instance
}

function checked(reply) {
  if (!reply.ok) throw failure('load-failed', `${reply.url}: HTTP ${reply.status}`, true)
  return reply
}

/** Starts the reads that `element` will want, beside the WASM. */
export function prefetch(element, paths) {
  const [base, locale] = [endpointOf(element).replace(/\/+$/, ''), localeOf(element)]
  for (const path of ['/portal', '/me', ...paths]) {
    // `own|open`: the first for readers with a token, the second for everybody else.
    const [own, open] = path.split('|')
    begin(base + own, locale, open && base + open)
  }
  load().catch(() => {})
  messages(locale).catch(() => {})
}

/** Mounts `element` when its turn comes: one per task, nearest to the top of the window first. */
export async function mount(element, kind, place, attributes) {
  elements.add(element)
  const [locale] = [localeOf(element)]
  const [list] = await Promise.all([messages(locale), load()])
  return new Promise((done, fail) => {
    const run = () => {
      try {
        done(glue.mount(kind, element, place, attributes(), endpointOf(element), locale, list))
      } catch (cause) {
        fail(failure('panic', String(cause)))
      }
    }
    queue.push({ element, run })
    if (!draining) drain()
  })
}

async function drain() {
  draining = true
  while (queue.length) {
    await new Promise((next) => setTimeout(next))
    const distance = ({ element }) => Math.abs(element.getBoundingClientRect().top)
    queue.sort((one, two) => distance(one) - distance(two))
    queue.shift()?.run()
  }
  draining = false
}

/** Sets an attribute of a mounted block. */
export const set = (id, name, value) => glue.set(id, name, value ?? undefined)

/** Unmounts; the element may come back later. */
export function unmount(element, id) {
  elements.delete(element)
  if (id && !kit.dead) glue.unmount(id)
}

/** After a panic the instance cannot be trusted: every element shows its fallback, for good. */
function panicked(place) {
  if (kit.dead) return
  kit.dead = true
  setTimeout(() => {
    for (const element of elements) element.failed(failure('panic', `the kit stopped in ${place}`))
  })
}

const api = {
  /** Sets what all elements share; elements that are there already start afresh. */
  configure(options = {}) {
    const session = 'getToken' in options
    if (session) authorise(options.getToken)
    const moved = ['endpoint', 'locale', 'messages', 'theme'].some((name) => name in options && options[name] !== config[name])
    Object.assign(config, options)
    if (moved) for (const element of [...elements]) element.restart()
    else if (session && elements.size) load().then(glue.forget, () => {})
  },
  /** Reads again what the topics name (`balances`, `rewards` …); everything without. */
  refresh(topics = []) {
    if (instance) load().then(() => glue.refresh([topics].flat().join()), () => {})
  },
  /** Forgets the member. */
  signOut() {
    authorise(null)
    try {
      localStorage.removeItem('palier.intent')
    } catch {
      // Storage is denied on this page, so there is nothing in it either.
    }
    if (instance) load().then(glue.forget, () => {})
  },
  /** Upgrades tags inside a shadow root that the browser did not see. */
  discover(root) {
    customElements.upgrade(root)
  },
}

export const kit = (globalThis[KEY] ??= { version: PALIER_VERSION, api })
kit.panicked ??= panicked
