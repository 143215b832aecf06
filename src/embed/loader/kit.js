// The kit's functions for the page's own scripts.
/* global PALIER_VERSION -- filled in by crates/xtask/src/build/bundle.rs */

import { askAgain, attempt, authorise, bearer, carry, early, isRefused } from '../../client/session.js'
import { config, say } from './config.js'
import { glue, panicked, running } from './instance.js'
import { elements, retryLost } from './live.js'
import { setReader, readerIsKnown } from './reader.js'

const AFRESH = ['endpoint', 'locale', 'messages', 'mode', 'fallback', 'frame']

/** Tells every frame, and the instance that runs or, where none does, is on its way. */
async function tell(name, value) {
  for (const block of elements.values()) block?.tell?.(name, value)
  try {
    await running()
    glue?.[name](value)
  } catch {
    // Whoever mounts is told; a trap has been told already.
  }
}

const api = {
  /** Sets what all elements share; elements that are there already start afresh. */
  configure(options) {
    options ??= {}
    const moved = (name) => name in options && JSON.stringify(options[name]) !== JSON.stringify(config[name])
    const afresh = AFRESH.some(moved)
    // Before anything is drawn anew: the stores keep what the previous reader saw.
    if ('getToken' in options) setReader(options.getToken, () => tell('forget'))
    Object.assign(config, options)
    readerIsKnown()
    for (const element of [...elements.keys()]) afresh ? element.restart() : element.restyle()
  },
  /** Reads again what the topics name (`balances`, `rewards` …); everything without. */
  refresh(topics = []) {
    askAgain()
    retryLost()
    tell('refresh', [topics].flat().join())
  },
  /** Forgets the member. What is kept of an order that nobody knows the end of stays theirs. */
  signOut() {
    config.getToken = null
    authorise()
    tell('forget', true)
    for (const element of elements.keys()) element.restyle()
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

// Whatever a page's script passes, its next line runs.
for (const [name, run] of Object.entries(api))
  api[name] = (value) => {
    try {
      run(value)
    } catch (cause) {
      say(`${name}: ${cause}`)
    }
  }

// What is read in the page's language follows it.
new MutationObserver(() => {
  if (!config.locale) for (const element of [...elements.keys()]) element.hasAttribute('locale') || element.restart()
}).observe(document.documentElement, { attributeFilter: ['lang'] })

/** What the engine shares of the session that the loader has begun. */
const session = { attempt, early, bearer, carry, isRefused }

export const kit = (globalThis[Symbol.for('palier.kit@1')] ??= { version: PALIER_VERSION, api, session })
kit.panicked ??= panicked
