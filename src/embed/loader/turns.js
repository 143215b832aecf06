// The queue of mounts: one per task, nearest to the top of the window first.

import * as glue from 'palier-glue'
import { warnOfUnknownOptions, withOwnMessages } from './advice.js'
import { askWhenBack } from './back.js'
import { isTheme, themer } from './theme.js'
import { whenWhole } from './whole.js'

const whenIdle = globalThis.requestIdleCallback ?? setTimeout
// The first number and the first date that a browser formats: the loader has made the one in idle time, if
// there was any, and the other is made while the WASM is still on its way; each is a task of its own.
const cold = [Intl.NumberFormat, Intl.DateTimeFormat]
const warm = () => cold.length && new (cold.pop())()
whenIdle(warm)

const queue = []
// Elements with a block that has yet to be taken away.
const leaving = new Set()
let draining = false
let isSorted = true

/**
 * Mounts an element when its turn comes. Resolves to the block, to `set` attributes of and to
 * `unmount`; to null when it is not `wanted` any more by then. `page` is what the loader shares.
 */
export function turn(given, wanted, page) {
  askWhenBack(page.config)
  return new Promise((done, fail) => {
    const run = async () => done(wanted() ? await drawn(given, wanted, page) : null)
    const join = () => {
      queue.push({ element: given[1], run: () => run().catch(fail) })
      isSorted = false
      if (!draining) drain()
    }
    leaving.has(given[1]) ? whenWhole(join) : join()
  })
}

async function drawn([kind, element, place, attributes, endpoint, locale, words], wanted, { begin, config, failure, say }) {
  try {
    warnOfUnknownOptions(element, config, say)
    const shared = [endpoint, locale, withOwnMessages(words, config.messages, say)]
    // Whoever comes first makes what all share; that is work enough for one task.
    if (glue.prepare(...shared)) {
      await task()
      if (!wanted()) return null
    }
    const given = attributes()
    for (let at = 0; at < given.length; at += 2) if (given[at] === 'theme' && isTheme(given[at + 1])) given[at + 1] = 'auto'
    const id = glue.mount(kind, element, place, given, ...shared)
    const setTheme = themer(id, place, (path) => begin(endpoint, path, locale), endpoint + locale)
    setTheme(element.getAttribute('theme') || config.theme)
    return {
      set(name, value) {
        if (name !== 'theme' || !setTheme(value)) whenWhole(() => glue.set(id, name, value ?? undefined))
      },
      unmount() {
        leaving.add(element)
        whenWhole(() => {
          leaving.delete(element)
          glue.unmount(id)
        })
      },
    }
  } catch (cause) {
    // A trap has been told already, and brings every element back or down.
    if (cause instanceof WebAssembly.RuntimeError) return null
    throw failure('panic', String(cause))
  }
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
  // What no block needed to be drawn.
  whenIdle(() => glue.rest?.())
}
