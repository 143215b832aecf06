// When to look for problems, and what a visit weighs here.

import { whole } from '../late.js'
import { kitUrl } from '../window.js'

const later = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 200))
/** How long nothing has to be asked for: longer than between two keys. Unit: milliseconds. */
const QUIET = 250
let timer = 0

/**
 * Calls `run` once nothing has changed for a moment, all of the designer is here and the browser is
 * idle; a later call replaces an earlier one.
 */
export function idle(run) {
  clearTimeout(timer)
  const own = setTimeout(async () => {
    await whole()
    if (own === timer) later(() => run(), { timeout: 1500 })
  }, QUIET)
  timer = own
}

/**
 * Bytes of the kit that a portal loads in one language, as its files are sent: the loader, the
 * engine of `<palier-portal>`, the messages. Undefined when there is no kit, or when it does not
 * say how long its files are.
 */
export async function weigh(locale) {
  const kit = kitUrl()
  const list = await fetch(`${kit}integrity.json`).catch(() => null)
  if (!list?.ok) return
  const names = Object.keys(await list.json().catch(() => ({})))
  const own = names.filter((name) => name === 'palier.js' || /^portal-\w+\.(js|wasm)$/.test(name) || name.startsWith(`messages-${locale}-`))
  const sizes = await Promise.all(own.map((name) => length(kit + name)))
  const sum = sizes.reduce((all, size) => all + size, 0)
  return sum > 0 ? sum : undefined
}

async function length(address) {
  const reply = await fetch(address, { method: 'HEAD' }).catch(() => null)
  return reply?.ok ? Number(reply.headers.get('Content-Length') ?? NaN) : NaN
}

/**
 * What the canvas was sent so far: address, bytes, address, bytes…, each address below the API's
 * base with its query. A reply from this browser's own cache counts with the bytes it came with.
 */
export function replies(base) {
  const api = new URL(base, location.href).href
  const sent = performance.getEntriesByType('resource').filter(({ name, encodedBodySize }) => name.startsWith(api) && encodedBodySize > 0)
  return sent.flatMap(({ name, encodedBodySize }) => [name.slice(api.length), String(encodedBodySize)])
}
