// When to look for problems, and what the kit weighs here.

const later = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 200))
/** How long nothing has to be asked for: longer than between two keys. Unit: milliseconds. */
const QUIET = 250
let timer = 0

/** Calls `run` once nothing has changed for a moment and the browser is idle; a later call replaces an earlier one. */
export function idle(run) {
  clearTimeout(timer)
  timer = setTimeout(() => later(() => run(), { timeout: 1500 }), QUIET)
}

/**
 * Bytes of the kit in one language, as this backend sends them; undefined when it has no kit or
 * does not say how long its files are.
 */
export async function weigh(locale) {
  const list = await fetch('/kit/integrity.json').catch(() => null)
  if (!list?.ok) return
  const names = Object.keys(await list.json().catch(() => ({})))
  const own = names.filter((name) => /^palier(-\w+)?\.(js|wasm)$/.test(name) || name.startsWith(`messages-${locale}-`))
  const sizes = await Promise.all(own.map((name) => length(`/kit/${name}`)))
  const sum = sizes.reduce((all, size) => all + size, 0)
  return sum > 0 ? sum : undefined
}

async function length(address) {
  const reply = await fetch(address, { method: 'HEAD' }).catch(() => null)
  return reply?.ok ? Number(reply.headers.get('Content-Length') ?? NaN) : NaN
}
