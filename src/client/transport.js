// Carries the kit's requests through the session.
// `send` never rejects: what went wrong is a value.

import { turn } from '../reactive/turn.js'
import { carry, early } from './session.js'

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
