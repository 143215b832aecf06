// Hears the backend's hints. All pages and frames of one reader share one stream: over HTTP/1.1 a browser
// has six connections for an origin. A page in sight holds it, and tells the others. Out of sight it lets
// go at once, for browsers put such pages to sleep, with all that they hold.

import { streams } from './transport.js'

/**
 * Runs `run` while no other page holds the lock of that name (Web Locks API), until `signal` says that it
 * is wanted no longer. Where there are no locks (pages without TLS, sandboxed frames) each page is alone.
 */
async function alone(name, signal, run) {
  if (!name || !navigator.locks) return run()
  try {
    await navigator.locks.request(name, { signal }, run)
  } catch {
    if (!signal.aborted) await run()
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
  // Who reads, once that is known, as the name of their lock and channel.
  let name = ''
  // Where the pages of one reader tell each other.
  let pages = null
  // Ends the stream that this page holds or waits for.
  let held = null
  let isWanted = false

  const tell = (topic) => (document.hidden ? missed.add(topic) : onTopic(topic))
  const hear = (id, topic) => {
    source.place = id ?? source.place
    if (typeof topic === 'string') tell(topic)
  }
  const source = streams(url, locale, (id, topic) => {
    // A heartbeat is no news.
    if (id ?? topic) pages?.postMessage([id, topic])
    hear(id, topic)
  })

  const take = async () => {
    held = new AbortController()
    const { signal } = held
    // The lock must not wait for what a pause waits for.
    const gone = new Promise((done) => signal.addEventListener('abort', done))
    await alone(name, signal, () => Promise.race([source.follow(signal), gone]))
    if (signal.aborted) return
    held = null
    isWanted = false
  }

  const drop = () => {
    // What is said until there is another stream is missed.
    source.isBehind ||= !!held
    held?.abort()
    held = null
  }

  const look = () => {
    if (document.hidden) return drop()
    for (const topic of missed.delete('') ? [''] : missed) onTopic(topic)
    missed.clear()
    if (isWanted && !held) take()
  }

  const join = () => {
    if (!name || pages) return
    pages = new BroadcastChannel(name)
    pages.onmessage = ({ data }) => hear(...data)
  }

  // A page that holds a lock or a channel is not kept for when its reader comes back to it.
  const leave = () => {
    drop()
    pages?.close()
    pages = null
  }

  const back = (event) => {
    if (event.persisted === false) return
    join()
    tell('')
    look()
  }

  const { signal } = end
  for (const name of ['online', 'pageshow']) addEventListener(name, back, { signal })
  addEventListener('pagehide', leave, { signal })
  document.addEventListener('visibilitychange', look, { signal })

  return (reader) => {
    if (reader === undefined) {
      leave()
      return end.abort()
    }
    if (isWanted || source.isOver) return
    isWanted = true
    source.isBehind ||= document.hidden
    if (reader) name ||= `palier ${new URL(url, document.baseURI)} ${reader}`
    join()
    look()
  }
}
