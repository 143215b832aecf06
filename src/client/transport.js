// Carries requests for the whole page: bearer token by callback, one refresh on 401, a deadline
// on everything, and early requests that began while the WASM was still compiling.
// `send` never rejects: what went wrong is a value.

const DEADLINE_MS = 15000
// An early answer that nobody took by then is too old for whoever asks next.
const EARLY_MS = 15000
const early = new Map()
// One reader's callback and token. Replaced as a whole, so that a late answer of the previous
// reader's callback reaches nobody.
let session = {}
let answer = null

/** Sets the token callback; forgets every token and early request of the previous one. */
export function authorise(callback) {
  session = { getToken: callback }
  early.clear()
}

/** Lets `callback(method, url, body)` answer instead of the network (demos, previews). */
export function intercept(callback) {
  answer = callback
}

async function bearer(used, signal) {
  const mine = session
  if (!mine.getToken) return null
  // Somebody else has refreshed since `used` was read: theirs is good for us too.
  if (mine.token && mine.token !== used) return mine.token
  mine.asking ??= (async () => mine.getToken({ reason: used ? 'expired' : 'first', signal }))()
    .then((fresh) => (mine.token = fresh || null))
    .finally(() => (mine.asking = null))
  return new Promise((done, fail) => {
    // Who has left meanwhile is not asked for with.
    mine.asking.then((fresh) => done(mine === session ? fresh : bearer(null, signal)), fail)
    const giveUp = () => {
      // The callback does not answer: whoever is next asks anew.
      mine.asking = null
      fail(signal.reason)
    }
    signal.addEventListener('abort', giveUp, { once: true })
  })
}

async function attempt(method, url, headers, body, bearerToken, signal) {
  const sent = { ...headers }
  if (bearerToken) sent.Authorization = `Bearer ${bearerToken}`
  if (body != null) sent['Content-Type'] = 'application/json'
  return fetch(url, {
    method,
    headers: sent,
    signal,
    credentials: 'omit',
    body: body ?? undefined,
  })
}

async function carry(method, url, headers, body) {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), DEADLINE_MS)
  try {
    let used = await bearer(null, abort.signal)
    let reply = await attempt(method, url, headers, body, used, abort.signal)
    if (reply.status === 401 && used) {
      used = await bearer(used, abort.signal)
      if (used) reply = await attempt(method, url, headers, body, used, abort.signal)
    }
    return {
      status: reply.status,
      etag: reply.headers.get('ETag'),
      retryAfter: reply.headers.get('Retry-After'),
      body: await reply.text(),
    }
  } catch {
    return { status: 0, timeout: abort.signal.aborted }
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Starts a GET whose answer the first `send` of the same address takes. Where `open` is given,
 * `url` is for readers with a token only, and everybody else gets `open` started instead.
 */
export async function begin(url, locale, open) {
  if (open) {
    const used = await bearer(null, new AbortController().signal).catch(() => null)
    if (!used) url = open
  }
  const key = `${locale} ${url}`
  if (early.has(key)) return
  early.set(key, carry('GET', url, { 'Accept-Language': locale }))
  setTimeout(() => early.delete(key), EARLY_MS)
}

/** An address that the backend gave, as an absolute one; '' unless it is https or the backend's own. */
export function locate(base, href) {
  try {
    const api = new URL(base, document.baseURI)
    const url = new URL(href, api)
    return url.protocol === 'https:' || url.origin === api.origin ? url.href : ''
  } catch {
    return ''
  }
}

/** A fresh idempotency key. (`randomUUID` is missing on pages without TLS.) */
export function freshKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Sends a request; resolves to `{status, body, etag, retryAfter, timeout}`, the body as text. */
export function send(method, url, headers, body) {
  if (answer) return Promise.resolve(answer(method, url, body))
  const key = `${headers['Accept-Language']} ${url}`
  const begun = method === 'GET' && !headers['If-None-Match'] && early.get(key)
  if (begun) {
    early.delete(key)
    return begun
  }
  return carry(method, url, headers, body)
}

/** Resolves after `ms`, and not before the page is visible again. */
export function pause(ms) {
  return new Promise((done) =>
    setTimeout(() => {
      if (!document.hidden) return done()
      document.addEventListener('visibilitychange', done, { once: true })
    }, ms),
  )
}

/** Streams server-sent hints to `onTopic`; returns a function that ends it. */
export function listen(url, locale, onTopic) {
  const abort = new AbortController()
  let last = ''
  let failures = 0
  let refused = null
  const follow = async () => {
    while (!abort.signal.aborted) {
      let opened = Infinity
      try {
        const used = await bearer(refused, abort.signal)
        // Hints are for members; somebody who signs in starts the page's reading afresh.
        if (!used) return
        const headers = { Accept: 'text/event-stream', 'Accept-Language': locale }
        if (last) headers['Last-Event-ID'] = last
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
      // One that ends at once, again and again, is no stream.
      failures = Date.now() - opened > DEADLINE_MS ? 0 : failures + 1
      if (failures > 6) return
      if (!abort.signal.aborted) await pause(Math.random() * Math.min(30000, 1000 * 2 ** failures))
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
  follow()
  return () => abort.abort()
}
