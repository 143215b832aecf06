// Follows the backend's hints. All pages and frames of one reader share one stream: over HTTP/1.1 a browser
// has six connections for an origin. A page in sight holds it, and tells the others. Out of sight it lets
// go at once, for browsers put such pages to sleep, with all that they hold.

import { attempt, bearer, isRefused } from './session.js'
import { pause } from './transport.js'

// A stream that lasted this long was one.
const STEADY_MS = 15000

/**
 * Runs `run` while no other page holds the lock of that name (Web Locks API), until `signal` says that it
 * is wanted no longer. Where there are no locks (pages without TLS, sandboxed frames) each page is alone.
 */
async function alone(name, signal, run) {
  if (!name || !navigator.locks) return run()
  try {
    return await navigator.locks.request(name, { signal }, run)
  } catch {
    return signal.aborted || run()
  }
}

/**
 * Tells `onTopic` the hints that the server sends, and '' when everything may have changed: the
 * network is back, or the page is, from where the browser had kept it. Returns a function that ends
 * it all; told who reads ('' where nobody knows), it begins instead, for the first time or after it
 * ended for want of a token.
 */
export function listen(url, locale, onTopic) {
  const end = new AbortController()
  const missed = new Set()
  let isWanted = false
  let name = ''
  // Where the pages of one reader tell each other.
  let pages = null
  // Ends the stream that this page holds or waits for.
  let held = null
  let last = ''
  let broken = false
  let failures = 0
  let refused = null
  let before = null

  const tell = (topic) => (document.hidden ? missed.add(topic) : onTopic(topic))

  const hear = (id, topic) => {
    last = id ?? last
    if (typeof topic === 'string') tell(topic)
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
        const heard = [field('id')]
        try {
          heard.push(JSON.parse(field('data')).topic)
        } catch {
          // A heartbeat comment, a place without a hint, or one of a later version.
        }
        pages?.postMessage(heard)
        hear(...heard)
      }
    }
  }

  /** Reads streams, one after the other; whether the page needs none any more. */
  const follow = async (signal) => {
    while (!signal.aborted) {
      let opened = 0
      try {
        const used = await bearer(refused, signal, url)
        // Hints are for members; somebody who signs in starts the page's reading afresh.
        if (!used || isRefused(used)) return true
        // It may be another reader's: they have signed in on another page since.
        if (before && used !== before) tell('me')
        before = used
        const headers = { Accept: 'text/event-stream', 'Accept-Language': locale }
        // Of hints that were missed before any was heard, the backend can only tell all.
        if (last || broken) headers['Last-Event-ID'] = last || '-'
        const reply = await attempt('GET', url, headers, null, used, signal)
        // Not offered, or not for this reader: asking again would not help.
        if (reply.status >= 400 && reply.status < 500 && reply.status !== 429 && reply.status !== 401) return (failures = Infinity)
        refused = reply.status === 401 ? used : null
        if (!reply.ok || !reply.body) throw new Error(String(reply.status))
        opened = Date.now()
        await read(reply.body.pipeThrough(new TextDecoderStream()).getReader())
      } catch {
        // Counted below, like a stream that ends.
      }
      if (signal.aborted) return
      broken ||= !refused
      failures = opened && Date.now() - opened > STEADY_MS ? 0 : failures + 1
      // One that opens and ends at once, again and again, is no stream. A backend that cannot be
      // reached may be back in an hour.
      if (opened && failures > 6) return (failures = Infinity)
      await pause(Math.random() * Math.min(60000, 1000 * 2 ** failures))
    }
  }

  const take = async () => {
    held = new AbortController()
    const { signal } = held
    // The lock must not wait for what a pause waits for.
    const gone = new Promise((done) => signal.addEventListener('abort', () => done(false)))
    const isOver = await alone(name, signal, () => Promise.race([follow(signal), gone]))
    if (signal.aborted) return
    held = null
    isWanted = !isOver
  }

  const drop = () => {
    // What is said until there is another stream is missed.
    broken ||= !!held
    held?.abort()
    held = null
  }

  const open = () => {
    if (!name || pages) return
    pages = new BroadcastChannel(name)
    pages.onmessage = ({ data }) => hear(...data)
  }

  const look = () => {
    if (document.hidden) return drop()
    for (const topic of missed.delete('') ? [''] : missed) onTopic(topic)
    missed.clear()
    if (isWanted && !held) take()
  }

  // A page that holds a lock or a channel is not kept for when its reader comes back to it.
  const leave = () => {
    drop()
    pages?.close()
    pages = null
  }

  const all = (event) => {
    if (event.persisted === false) return
    open()
    tell('')
    look()
  }

  const { signal } = end
  for (const name of ['online', 'pageshow']) addEventListener(name, all, { signal })
  addEventListener('pagehide', leave, { signal })
  document.addEventListener('visibilitychange', look, { signal })

  return (reader) => {
    if (reader === undefined) {
      leave()
      end.abort()
    } else if (!isWanted && failures < Infinity) {
      isWanted = true
      broken ||= document.hidden
      if (reader && !name) {
        name = `palier ${new URL(url, document.baseURI)} ${reader}`
        open()
      }
      look()
    }
  }
}
