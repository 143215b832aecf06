// Carries the kit's requests: ordinary ones through the session, hints as streams.
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

/** Tells `hear(id, topic)` each server-sent event; either may be undefined. */
async function events(body, hear) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let buffer = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    buffer += value
    const frames = buffer.split(/\r?\n\r?\n/)
    buffer = frames.pop()
    for (const frame of frames) {
      const field = (name) => frame.match(new RegExp(`^${name}: ?(.*)$`, 'm'))?.[1]
      let topic
      try {
        topic = JSON.parse(field('data')).topic
      } catch {
        // A heartbeat comment, a place without a hint, or one of a later version.
      }
      hear(field('id'), topic)
    }
  }
}

/** Whether a status says that asking again would not help: not offered, or not for this reader. */
const isFinal = (status) => status >= 400 && status < 500 && status !== 429 && status !== 401

/**
 * The streams of one reader at `url`, one after the other. `place` is the id of the newest event,
 * which whoever hears of one elsewhere may set; `isBehind` whether something may have been missed; `isOver`
 * whether there is nothing to be had. `follow` reads until `signal` aborts, and resolves before that where
 * nobody is signed in, or nothing is to be had. `hear(id, topic)` is told each event, and `me` where
 * the reader may be another.
 */
export function streams(url, locale, hear) {
  let failures = 0
  let refused = null
  let before = null
  const self = { place: '', isBehind: false, isOver: false, follow }
  return self

  /** One stream, until it ends; whether there is reason for another. */
  async function once(signal) {
    const token = await bearer(refused, signal, url)
    // Hints are for members; somebody who signs in starts the page's reading afresh.
    if (!token || isRefused(token)) return false
    // It may be another reader's: they have signed in on another page since.
    if (before && token !== before) hear(undefined, 'me')
    before = token
    const headers = { Accept: 'text/event-stream', 'Accept-Language': locale }
    // Of hints that were missed before any was heard, the backend can only tell all.
    if (self.place || self.isBehind) headers['Last-Event-ID'] = self.place || '-'
    const reply = await attempt('GET', url, headers, null, token, signal)
    self.isOver = isFinal(reply.status)
    refused = reply.status === 401 ? token : null
    if (reply.ok && reply.body) {
      const opened = Date.now()
      // One that breaks off has ended.
      await events(reply.body, hear).catch(() => {})
      if (signal.aborted) return false
      if (Date.now() - opened > STEADY_MS) failures = -1
      // One that opens and ends at once, again and again, is no stream.
      else self.isOver = failures > 5
    }
    return !self.isOver
  }

  async function follow(signal) {
    for (;;) {
      // A backend that cannot be reached may be back in an hour.
      const isMore = await once(signal).catch(() => !signal.aborted)
      if (!isMore) return
      self.isBehind ||= !refused
      failures += 1
      await pause(Math.random() * Math.min(60000, 1000 * 2 ** failures))
      if (signal.aborted) return
    }
  }
}
