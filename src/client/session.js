// The reader's session and the requests made in it: bearer token by callback, one refresh on 401,
// a deadline on everything, and early requests that begin while the WASM is still compiling.
// What went wrong is a value: `carry` never rejects.

const DEADLINE_MS = 15000
// An early answer that nobody took by then is too old for whoever asks next.
const EARLY_MS = 15000
/** Answers under way, by locale and address. */
export const early = new Map()
// One reader's callback and token. Replaced as a whole, so that a late answer of the previous
// reader's callback reaches nobody.
let session = {}

/** Sets the token callback; forgets every token and early request of the previous one. */
export function authorise(callback) {
  session = { getToken: callback }
  early.clear()
}

/** Whether the backend has refused this token, and the callback has none that is newer. */
export const isRefused = (token) => !!token && token === session.refused

/** The reader's token, or null; `refused` is one that is no good any more. */
export async function bearer(refused, signal) {
  const mine = session
  if (!mine.getToken) return null
  if (refused && mine.token === refused) {
    mine.token = null
    mine.refused = refused
  }
  // Somebody else has refreshed since `refused` was read: theirs is good for us too.
  if (mine.token) return mine.token
  mine.asking ??= (async () => mine.getToken({ reason: mine.refused ? 'expired' : 'first', signal }))()
    .then((fresh) => {
      // What was refused would be refused again, so it is not kept: the next request asks anew.
      mine.token = fresh === mine.refused ? null : fresh || null
      return fresh || null
    })
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

/** One request, once. */
export async function attempt(method, url, headers, body, bearerToken, signal) {
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

// What the backend would say, without a request that a browser logs as an error.
const refusal = () => ({
  status: 401,
  body: '{"type":"urn:palier:problem:unauthorised","title":"Nobody is signed in.","status":401}',
})

/**
 * A request of the session: `{status, body, etag, retryAfter, timeout}`. `path` is its address below
 * the API's base. A session that lapsed is told, except to who reads a portal: that is everybody's.
 */
export async function carry(method, url, headers, body, path) {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), DEADLINE_MS)
  try {
    let used = await bearer(null, abort.signal)
    const open = method === 'GET' && path.startsWith('/portals/')
    if (isRefused(used) && open) used = null
    if (used ? isRefused(used) : isOwn(path)) return refusal()
    let reply = await attempt(method, url, headers, body, used, abort.signal)
    if (reply.status === 401 && used) {
      const fresh = await bearer(used, abort.signal)
      const other = fresh !== used && fresh
      if (other || open) reply = await attempt(method, url, headers, body, other, abort.signal)
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

// Whether an address below the API's base answers members only: everything of theirs but `/me`
// itself, which tells anybody who they are.
const isOwn = (path) => path.startsWith('/me/')

/**
 * Starts a GET whose answer the first `send` of the same address takes. Of `own|open`, the first
 * is for readers with a token, and everybody else gets the second started instead.
 */
export async function begin(base, path, locale) {
  const [own, open] = path.split('|')
  path = open && !(await bearer(null, new AbortController().signal).catch(() => null)) ? open : own
  const key = `${locale} ${base}${path}`
  if (early.has(key)) return
  const drop = () => early.delete(key)
  const reply = carry('GET', base + path, { 'Accept-Language': locale }, null, path)
  early.set(key, reply)
  setTimeout(drop, EARLY_MS)
  // Whoever asks later may have another token by then.
  if ((await reply).status === 401) drop()
}
