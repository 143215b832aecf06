// Carries the kit's requests: ordinary ones through the session, hints as a stream.
// `send` never rejects: what went wrong is a value.

import { turn } from '../reactive/turn.js'
import { attempt, bearer, carry, early, isRefused } from './session.js'

// A stream that lasted this long was one.
const STEADY_MS = 15000
let answer = null

/**
 * Lets `callback(method, url, body, headers)` answer instead of the network (demos, previews); what it
 * answers with null goes to the network.
 */
export function intercept(callback) {
  answer = callback
}

/** An address that the backend gave, as an absolute one; '' unless it is https or the backend's own. */
export function locate(base, href) {
  try {
    const api = new URL(base, document.baseURI)
    const url = new URL(href, api)
    // Of a page from a file, the backend's origin is "null", as is that of a script.
    return url.protocol === 'https:' || (url.protocol === 'http:' && url.origin === api.origin) ? url.href : ''
  } catch {
    return ''
  }
}

/** A fresh idempotency key: a UUID of version 4 (RFC 9562 §5.4). `randomUUID` is missing on pages without TLS. */
export function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** Sends a request; resolves to `{status, body, etag, retryAfter, date, timeout, token}`, the body as text. */
export function send(method, base, path, headers, body) {
  const url = base + path
  const canned = answer?.(method, url, body, headers)
  if (canned) return Promise.resolve(canned)
  const key = `${headers['Accept-Language']} ${url}`
  const begun = method === 'GET' && !headers['If-None-Match'] && early.get(key)
  if (begun) early.delete(key)
  const reply = begun || carry(method, url, headers, body, path)
  // Several replies may be there at once; reading and drawing them all would be one long task.
  return reply.then((found) => turn().then(() => found))
}

/** Resolves after `ms`, or once the network is back, and not before the page is visible again. */
export function pause(ms) {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      if (!document.hidden) return done()
      document.addEventListener('visibilitychange', done, { once: true })
    }
    const timer = setTimeout(end, ms)
    addEventListener('online', end)
  })
}

/**
 * Tells `onTopic` the hints that the server sends, and '' when everything may have changed: the
 * network is back, or the page is, from where the browser had kept it. Returns a function that ends
 * it all; told `true`, it begins the stream instead, for the first time or after one that ended for
 * want of a token.
 */
export function listen(url, locale, onTopic) {
  const abort = new AbortController()
  let last = ''
  let broken = false
  let isIdle = true
  let failures = 0
  let refused = null
  let before = null
  const follow = async () => {
    while (!abort.signal.aborted) {
      let opened = 0
      try {
        const used = await bearer(refused, abort.signal, url)
        // Hints are for members; somebody who signs in starts the page's reading afresh.
        if (!used || isRefused(used)) return (isIdle = true)
        // It may be another reader's: they have signed in on another page since.
        if (before && used !== before) onTopic('me')
        before = used
        const headers = { Accept: 'text/event-stream', 'Accept-Language': locale }
        // Of hints that were missed before any was heard, the backend can only tell all.
        if (last || broken) headers['Last-Event-ID'] = last || '-'
        const reply = await attempt('GET', url, headers, null, used, abort.signal)
        // Not offered, or not for this reader: asking again would not help.
        if (reply.status >= 400 && reply.status < 500 && reply.status !== 429 && reply.status !== 401) return
        refused = reply.status === 401 ? used : null
        if (!reply.ok || !reply.body) throw new Error(String(reply.status))
        opened = Date.now()
        await read(reply.body.pipeThrough(new TextDecoderStream()).getReader())
      } catch {
        // Counted below, like a stream that ends.
      }
      broken ||= !refused
      failures = opened && Date.now() - opened > STEADY_MS ? 0 : failures + 1
      // One that opens and ends at once, again and again, is no stream. A backend that cannot be
      // reached may be back in an hour.
      if (opened && failures > 6) return
      if (!abort.signal.aborted) await pause(Math.random() * Math.min(60000, 1000 * 2 ** failures))
    }
  }
  const read = async (reader) => {
    let buffer = ''
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      buffer += value
      const frames = buffer.split(/\r?\n\r?\n/)
      buffer = frames.pop()
      for (const frame of frames) {
        const field = (name) => frame.match(new RegExp(`^${name}: ?(.*)$`, 'm'))?.[1]
        last = field('id') ?? last
        try {
          onTopic(JSON.parse(field('data')).topic)
        } catch {
          // A heartbeat comment, or a hint of a later version.
        }
      }
    }
  }
  const all = (event) => event.persisted === false || onTopic('')
  for (const name of ['online', 'pageshow']) addEventListener(name, all, { signal: abort.signal })
  return (begin) => {
    if (!begin) return abort.abort()
    if (!isIdle) return
    isIdle = false
    follow()
  }
}
