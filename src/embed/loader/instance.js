// The WASM instance that all elements of a page share: loaded once, and replaced by a larger one when
// a portal comes, or by a fresh one after a panic.
/* global PALIER_ENGINES -- filled in by crates/xtask/src/build/bundle.rs */

import { config, failure } from './config.js'
import { beside, get, inTime } from './files.js'
import { elements } from './live.js'

// The engine that was asked for last: its name, and a promise of its functions.
let engine = null
/** The functions of the one that runs. */
export let glue = null
let tries = 0
// How many instances may still panic before nobody is shown by one again, and what ended the last.
let lives = 2
/** What the last one stopped in. */
export let dead = null
// Whether instances start with their second part.
let whole = false
let obstacle

/** Why nothing is drawn any more. */
export const stopped = () => failure('panic', `the kit stopped in ${dead}`)

/** The instance that runs, or else the one on its way. */
export const running = () => glue ?? engine?.ready

/**
 * The WASM instance: one per page, asked for again after a failure. Whole portals take an engine
 * that can draw blocks as well, so a page with one loads that instead of the lean one; where a
 * portal comes later, it takes over from the lean one.
 */
export function load(name) {
  if (dead) return Promise.reject(stopped())
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

function probe() {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))
    return ''
  } catch (cause) {
    return `Allow script-src 'wasm-unsafe-eval'. ${cause.message}`
  }
}

/** Why the page's policy lets no WASM run: eight bytes tell, before 100 KB are fetched. */
const blocked = () => (obstacle ??= probe())

/** Whether the element stands in a frame: as it says, as configured, or since WASM is blocked. */
export function isFramed(element) {
  const mode = element.getAttribute('mode') || config.mode
  return mode === 'frame' || (config.fallback === 'frame' && !!blocked())
}

async function boot(name) {
  const cause = blocked()
  if (cause) throw failure('wasm-blocked', cause)
  // The first number that a browser formats takes it longer than any block does: there is time for it
  // while the engine is on its way.
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout
  whenIdle(() => new Intl.NumberFormat())
  return inTime(async (signal) => {
    const [script, binary] = PALIER_ENGINES[name]
    const wasm = get(binary, signal)
    // Who waits for the script first must not leave this one's failure unheard.
    wasm.catch(() => {})
    // Browsers remember a script that failed to load; under another address it is asked for again.
    const fresh = await import(beside(script + (tries ? `?${tries}` : '')))
    await fresh.default({ module_or_path: wasm })
    if (whole) await fresh.rest()
    return fresh
  })
}

function takeOver(fresh) {
  const old = glue
  glue = fresh
  if (!old) return
  for (const [element, block] of [...elements]) if (!block?.tell) element.restart()
  old.close()
}

/**
 * After a panic nobody calls the instance again. Once, another takes its place and every element is
 * drawn anew from its attributes; after a second panic each shows its fallback, for good. One that
 * lacked its second part is no panic, the first time: those to come start with theirs.
 */
export function panicked(cause, isRest) {
  if (!glue) return
  if (isRest && !whole) whole = true
  else lives -= 1
  if (!lives) dead = cause
  glue = engine = null
  // Under its own address the script is run again, and with it comes an instance of its own.
  tries += 1
  // Whatever called the instance ends first.
  setTimeout(() => {
    for (const [element, block] of [...elements]) {
      if (block?.tell) continue
      if (dead) element.failed(stopped())
      else element.restart()
    }
  })
}
