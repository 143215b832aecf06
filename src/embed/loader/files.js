// The files beside the kit.
/* global PALIER_MESSAGES, PALIER_MESSAGE_NAMES -- filled in by crates/xtask/src/build/bundle.rs */

import { config, failure } from './config.js'

const DEADLINE_MS = 10000
const texts = new Map()

/** Settles as `start(signal)` does; fails with what `palier-error` tells, at the latest in 10 s. */
export function inTime(start) {
  const abort = new AbortController()
  return new Promise((done, fail) => {
    setTimeout(() => {
      fail(failure('load-failed', `not loaded within ${DEADLINE_MS / 1000} s`, true))
      // Whoever tries again must not wait for the connection that stalled.
      abort.abort()
    }, DEADLINE_MS)
    start(abort.signal).then(done, (cause) => fail('retryable' in cause ? cause : failure('load-failed', String(cause), true)))
  })
}

/** The address of a file beside the kit. */
export const beside = (file) => new URL(file, import.meta.url)
/** A file beside the kit. */
export const get = (file, signal) => fetch(beside(file), { signal }).then(checked)

const json = (file) => inTime((signal) => get(file, signal).then((reply) => reply.json()))

function checked(reply) {
  if (!reply.ok) throw failure('load-failed', `${reply.url}: HTTP ${reply.status}`, true)
  return reply
}

/** What `read` gives, kept under `key` unless it fails. */
function once(key, read) {
  if (!texts.has(key)) {
    const reading = read()
    reading.catch(() => texts.delete(key))
    texts.set(key, reading)
  }
  return texts.get(key)
}

/** The messages nearest to `locale`, English when there are none; and the names of all, where the page has its own. */
export async function messages(locale) {
  const known = PALIER_MESSAGES
  const tag = [locale, locale.split('-')[0], 'en'].find((tag) => known[tag])
  // Assistive technology is told what it reads, which is not always what was wished for.
  const list = once(tag, async () => Object.assign(await json(known[tag]), { lang: tag }))
  return Promise.all([list, config.messages && once(0, () => json(PALIER_MESSAGE_NAMES))])
}
