// What the page's elements share: configuration, the WASM instance, and the queue of mounts.

import * as session from '../../client/session.js'

const KEY = Symbol.for('palier.kit@1')
const DEADLINE_MS = 10000
const own = [...document.scripts].find((script) => script.src === import.meta.url)
// `data-endpoint`, `data-locale`, `data-theme`, `data-mode`, `data-fallback`, `data-frame`.
const config = { ...own?.dataset }
const OPTIONS = ['endpoint', 'getToken', 'locale', 'theme', 'messages', 'mode', 'fallback', 'frame']
// Every element that has begun, with its block once that is mounted.
const elements = new Map()
// Those that could not be loaded, though another try may.
const lost = new Set()
const queue = []
const texts = new Map()
// The engine that was asked for last: its name, and a promise of its functions.
let engine = null
// The functions of the one that runs.
let glue = null
let tries = 0
// How many instances may still panic before nobody is shown by one again.
let lives = 2
let probe = null
let draining = false
let isSorted = true
let readerIsKnown
// Who reads is told by a script of the page, and that may run after this one: no data is asked for
// before one has called `configure`, all that the page waits for have run, or a second has passed.
const reader = new Promise((done) => {
  readerIsKnown = done
  const [page] = performance.getEntriesByType('navigation')
  if (page?.domContentLoadedEventStart !== 0) return done()
  document.addEventListener('DOMContentLoaded', done, { once: true })
  setTimeout(done, 1000)
})

/** The API base, without a slash at its end: the element's own, the configured one, or `/v1` of the kit's origin. */
export function endpointOf(element) {
  const wanted = element.getAttribute('endpoint') || config.endpoint
  try {
    return new URL(wanted || '/v1', wanted ? document.baseURI : import.meta.url).href.replace(/\/+$/, '')
  } catch {
    throw failure('bad-endpoint', `endpoint="${wanted}" is no address`)
  }
}

/** The locale: the element's own, the configured one, or the page's language. */
export function localeOf(element) {
  const wanted = element.getAttribute('locale') || config.locale || languageOf(element) || navigator.language
  try {
    return Intl.getCanonicalLocales(wanted)[0]
  } catch {
    warn(element, 'locale', wanted, 'a language tag such as fr-CH', 'en')
    return 'en'
  }
}

/** The language of what surrounds a node, also from within shadow roots. */
function languageOf(node) {
  const near = node.closest('[lang]')?.lang
  const { host } = node.getRootNode()
  return near || (host && languageOf(host))
}

/** The configured theme. */
export const theme = () => config.theme

const told = new Set()

/** Tells developers, once, of a value that does not fit. */
export function warn(element, name, value, expected, used) {
  say(`<${element.localName} ${name}="${value}">: expected ${expected}; using "${used}".`)
}

/** Tells developers a line, once. */
export function say(text) {
  if (!told.has(text)) console.warn(text)
  told.add(text)
}

const failure = (code, message, retryable = false) => Object.assign(new Error(message), { code, retryable })

/** Settles as `start(signal)` does; fails with what `palier-error` tells, at the latest in 10 s. */
async function inTime(start) {
  const abort = new AbortController()
  let timer
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => {
      fail(failure('load-failed', `not loaded within ${DEADLINE_MS / 1000} s`, true))
      // Whoever tries again must not wait for the connection that stalled.
      abort.abort()
    }, DEADLINE_MS)
  })
  try {
    return await Promise.race([start(abort.signal), late])
  } catch (cause) {
    throw 'retryable' in cause ? cause : failure('load-failed', String(cause), true)
  } finally {
    clearTimeout(timer)
  }
}

const beside = (file) => new URL(file, import.meta.url)
const get = (file, signal) => fetch(beside(file), { signal }).then(checked)

const json = (file) => inTime((signal) => get(file, signal).then((reply) => reply.json()))

/** What `read` gives, kept under `key` unless it fails. */
function once(key, read) {
  if (!texts.has(key)) {
    const reading = read()
    reading.catch(() => texts.delete(key))
    texts.set(key, reading)
  }
  return texts.get(key)
}

/** The messages nearest to `locale`, with the page's own in their places; English when there are none. */
async function messages(locale) {
  const known = PALIER_MESSAGES
  const tag = [locale, locale.split('-')[0], 'en'].find((tag) => known[tag])
  const own = config.messages
  // Assistive technology is told what it reads, which is not always what was wished for.
  const list = await once(tag, async () => Object.assign(await json(known[tag]), { lang: tag }))
  if (!own) return list
  const names = await once('names', () => json(PALIER_MESSAGE_NAMES))
  for (const name of Object.keys(own)) if (!names.includes(name)) say(`configure: there is no message "${name}"; ${PALIER_MESSAGE_NAMES} lists all.`)
  // Texts that are all the page's own are in the language that was wished for.
  return Object.assign([], names.every((name) => own[name]) || list, list.map((text, at) => own[names[at]] ?? text))
}

/**
 * The WASM instance: one per page, asked for again after a failure. Whole portals take an engine
 * that can draw blocks as well, so a page with one loads that instead of the lean one; where a
 * portal comes later, it takes over from the lean one.
 */
function load(name) {
  if (kit.dead) return Promise.reject(stopped())
  if (engine && (!name || engine.name === name)) return engine.ready
  name ??= document.querySelector('palier-portal') ? 'portal' : 'palier'
  const mine = (engine = { name, ready: boot(name) })
  mine.ready.then(
    (fresh) => mine === engine && takeOver(fresh),
    () => {
      if (mine === engine) engine = glue && { name: 'palier', ready: Promise.resolve(glue) }
      tries += 1
    },
  )
  return mine.ready
}

/** Why the page's policy lets no WASM run: eight bytes tell, before 100 KB are fetched. */
const blocked = () =>
  (probe ??= WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
    () => null,
    (cause) => `${cause.message}. Allow it with script-src 'wasm-unsafe-eval'.`,
  ))

/** Whether the element stands in a frame: as it says, as configured, or since WASM is blocked. */
export async function isFramed(element) {
  const mode = element.getAttribute('mode') || config.mode
  return mode === 'frame' || (config.fallback === 'frame' && !!(await blocked()))
}

const whenIdle = globalThis.requestIdleCallback ?? setTimeout
// The first number and the first date that a browser formats take it longer than any block does:
// there is time for them while the engine is on its way, and each is a task of its own if not.
const cold = [Intl.NumberFormat, Intl.DateTimeFormat]
const warm = () => cold.length && new (cold.pop())()

async function boot(name) {
  const cause = await blocked()
  if (cause) throw failure('wasm-blocked', cause)
  cold.forEach(() => whenIdle(warm))
  return inTime(async (signal) => {
    const [script, binary] = PALIER_ENGINES[name]
    const wasm = get(binary, signal)
    // Who waits for the script first must not leave this one's failure unheard.
    wasm.catch(() => {})
    // Browsers remember a script that failed to load; under another address it is asked for again.
    const fresh = await import(beside(script + (tries ? `?${tries}` : '')))
    await fresh.default({ module_or_path: wasm })
    return fresh
  })
}

function takeOver(fresh) {
  const old = glue
  glue = fresh
  if (!old) return
  for (const [element, block] of [...elements]) if (block && !block.tell) element.restart()
  old.close()
}

/** Starts those elements afresh whose loading failed and may work now. */
function mend() {
  for (const element of [...lost]) element.restart()
}

function checked(reply) {
  if (!reply.ok) throw failure('load-failed', `${reply.url}: HTTP ${reply.status}`, true)
  return reply
}

/** Starts the reads that `element` will want, beside the WASM. */
export function prefetch(element, paths, wanted) {
  const [base, locale] = [endpointOf(element), localeOf(element)]
  reader.then(() => {
    // Once the instance runs, its store knows what is there already.
    for (const path of glue ? [] : ['/portal', '/me', ...paths]) session.begin(base, path, locale)
  })
  load(wanted).catch(() => {})
  messages(locale).catch(() => {})
}

/**
 * Mounts `element` when its turn comes: one per task, nearest to the top of the window first.
 * Resolves to the block, to `set` attributes of and to `unmount`; to null when it is not `wanted`
 * any more by then.
 */
export async function mount(element, { kind, engine: name }, place, attributes, wanted) {
  const locale = localeOf(element)
  const all = Promise.all([messages(locale), load(name)])
  // A failure waits too: the page's script may be about to configure what mends it.
  await Promise.allSettled([all, reader])
  const [list] = await all
  // Another engine may have been asked for meanwhile.
  while (!glue) await load(name)
  mend()
  return new Promise((done, fail) => {
    const run = async () => {
      const isOver = () => {
        if (kit.dead) fail(stopped())
        // Without an instance the element is about to start afresh.
        else if (wanted() && glue) return false
        else done(null)
        return true
      }
      if (isOver()) return
      try {
        const given = [endpointOf(element), locale, list]
        // Whoever comes first makes what all share; that is work enough for one task.
        if (glue.prepare(...given)) {
          await task()
          if (isOver()) return
        }
        const block = handle(glue, glue.mount(kind, element, place, attributes(), ...given))
        elements.set(element, block)
        done(block)
      } catch (cause) {
        // A panic has been told already, and brings every element back or down.
        glue ? fail(failure('panic', String(cause))) : done(null)
      }
    }
    queue.push({ element, run })
    isSorted = false
    if (!draining) drain()
  })
}

/** A mounted block, in the engine that drew it. */
const handle = (glue, id) => ({
  set: (name, value) => glue.set(id, name, value ?? undefined),
  unmount: () => glue.unmount(id),
})

/** Puts `element` into a frame, by code that is loaded with the first. Resolves as `mount` does. */
export async function embed(element, row, place, attributes, wanted) {
  const { embed } = await inTime(() => import(beside(PALIER_FRAME)))
  if (!wanted()) return null
  const block = embed({
    element,
    row,
    place,
    attributes,
    page: config.frame ? new URL(config.frame, document.baseURI) : beside('frame.html'),
    given: { endpoint: endpointOf(element), locale: localeOf(element), messages: config.messages },
    bearer: session.bearer,
    failure,
  })
  elements.set(element, block)
  return block
}

const task = () => new Promise((next) => setTimeout(next))

// Only after somebody has joined: the page would be laid out each time, within the mount's task.
function sort() {
  const distance = ({ element }) => Math.abs(element.getBoundingClientRect().top)
  queue.sort((one, two) => distance(one) - distance(two))
  isSorted = true
}

async function drain() {
  draining = true
  while (queue.length) {
    await task()
    if (warm()) continue
    if (!isSorted) sort()
    await queue.shift()?.run()
  }
  draining = false
  // The rest of the instance: what no block needed to be drawn.
  whenIdle(() => glue?.rest?.())
}

/** Keeps an element that has begun, or was lost, to start it afresh with another configuration. */
export function remember(element, isLost) {
  elements.set(element, null)
  if (isLost) lost.add(element)
}

/** Forgets an element; it may come back later. */
export function forget(element) {
  elements.delete(element)
  lost.delete(element)
}

/**
 * After a panic nobody calls the instance again. Once, another takes its place and every element is
 * drawn anew from its attributes; after a second panic each shows its fallback, for good.
 */
function panicked(cause) {
  if (!glue) return
  lives -= 1
  if (!lives) kit.dead = cause
  glue = engine = null
  // Under its own address the script is run again, and with it comes an instance of its own.
  tries += 1
  // Whatever called the instance ends first.
  setTimeout(() => {
    for (const [element, block] of [...elements]) {
      if (block?.tell) continue
      if (kit.dead) element.failed(stopped())
      else element.restart()
    }
  })
}

const stopped = () => failure('panic', `the kit stopped in ${kit.dead}`)

/** Tells every frame, and the instance that runs or, where none does, is on its way. */
async function tell(name, value) {
  for (const block of elements.values()) block?.tell?.(name, value)
  try {
    await (glue ?? engine?.ready)
    glue?.[name](value)
  } catch {
    // Whoever mounts is told; a trap has been told already.
  }
}

const api = {
  /** Sets what all elements share; elements that are there already start afresh. */
  configure(options) {
    options ??= {}
    const isReader = 'getToken' in options
    if (isReader) session.authorise(options.getToken)
    readerIsKnown()
    const moved = (name) => name in options && JSON.stringify(options[name]) !== JSON.stringify(config[name])
    const afresh = ['endpoint', 'locale', 'messages', 'mode', 'fallback', 'frame'].some(moved)
    Object.assign(config, options)
    for (const name of Object.keys(options)) if (!OPTIONS.includes(name)) say(`configure: there is no option "${name}"; there are ${OPTIONS.join(', ')}.`)
    // Before anything is drawn anew: the stores keep what the previous reader saw.
    if (isReader) tell('forget')
    for (const element of [...elements.keys()]) afresh ? element.restart() : element.dress()
  },
  /** Reads again what the topics name (`balances`, `rewards` …); everything without. */
  refresh(topics = []) {
    session.askAgain()
    mend()
    tell('refresh', [topics].flat().join())
  },
  /** Forgets the member. What is kept of an order that nobody knows the end of stays theirs. */
  signOut() {
    session.authorise(null)
    tell('forget', true)
  },
  /** Hands over a block of the page's own, for portals that have it. */
  registerBlock(block) {
    ;(globalThis[Symbol.for('palier.blocks@1')] ??= []).push(block)
  },
  /** Upgrades tags inside a shadow root that the browser did not see. */
  discover(root) {
    customElements.upgrade(root)
  },
}

export const kit = (globalThis[KEY] ??= { version: PALIER_VERSION, api, session })
kit.panicked ??= panicked
