// The reader's session and the requests made in it: bearer token by callback, one refresh on 401,
// a deadline on everything, and early requests that begin while the WASM is still compiling.
// What went wrong is a value: `carry` never rejects.

const DEADLINE_MS = 15000
// For so long nobody asks the callback again after it had no token that works: a page's first
// requests are many, and one answer is good for all of them.
const QUIET_MS = 30000
// An early answer that nobody took by then is too old for whoever asks next.
const EARLY_MS = 15000
/** Answers under way, by locale and address. */
export const early = new Map()
// One reader's callback and token. Replaced as a whole, so that a late answer of the previous
// reader's callback reaches nobody.
let session = {}

/**
 * Sets the token callback; forgets every token and early request of the previous one. Gives the token
 * that the same callback has given before, by which one can tell whether its reader is another. What it
 * gives is sent only where `isHome` says, which may also be left out.
 */
export function authorise(callback, isHome = () => true) {
  const before = session
  session = { getToken: callback, isHome }
  early.clear()
  return callback === before.getToken && before.token
}

/** Whether the backend has refused this token, and the callback has none that is newer. */
export const isRefused = (token) => !!token && token === session.refused

/** The page says that something has changed: the callback may have a token by now. */
export const askAgain = () => (session.quiet = 0)

const noToken = (why) => Object.assign(new Error(`getToken: ${why}`), { isToken: true })

/** What the callback gave, or null for nobody; fails with words for the developer. */
async function ask(mine, signal) {
  try {
    const token = (await mine.getToken({ reason: mine.refused ? 'expired' : 'first', signal })) || null
    if (token && typeof token !== 'string') throw `gave no text (${typeof token})`
    if (token && !/^[!-~]+$/.test(token)) throw 'gave a text with spaces, which is no token'
    return token
  } catch (cause) {
    throw noToken(cause)
  }
}

/** The reader's token for `url`, or null; `refused` is one that is no good any more. Who gives no `signal` waits as long as it takes. */
export async function bearer(refused, signal = new AbortController().signal, url) {
  const mine = session
  if (!mine.getToken || (url && !mine.isHome(url))) return null
  if (refused && mine.token === refused) {
    mine.token = null
    mine.refused = refused
    mine.quiet = 0
  }
  // Somebody else has refreshed since `refused` was read: theirs is good for us too.
  if (mine.token) return mine.token
  if (mine.quiet > performance.now()) return mine.last
  const asking = (mine.asking ??= ask(mine, signal).then((fresh) => {
    // What was refused would be refused again, so it is not kept for long.
    mine.token = fresh === mine.refused ? null : fresh
    mine.last = fresh
    mine.quiet = performance.now() + QUIET_MS
    return fresh
  }))
  return new Promise((done, fail) => {
    const end = () => {
      signal.removeEventListener('abort', giveUp)
      if (mine.asking === asking) mine.asking = null
    }
    const giveUp = () => {
      // The callback does not answer: whoever is next asks anew.
      end()
      fail(noToken(`no answer within ${DEADLINE_MS / 1000} s`))
    }
    signal.addEventListener('abort', giveUp, { once: true })
    // Who has left meanwhile is not asked for with.
    asking.then((fresh) => done(mine === session ? fresh : bearer(null, signal, url)), fail).finally(end)
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
 * A request of the session: `{status, body, etag, retryAfter, date, timeout, token}`; `token` is why there
 * is none, in words for the developer. `path` is its address below
 * the API's base. A session that lapsed is told, except to who reads a portal: that is everybody's.
 */
export async function carry(method, url, headers, body, path) {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), DEADLINE_MS)
  const mine = session
  const send = (token) => {
    // What one reader changes is not sent as another's.
    if (method !== 'GET' && mine !== session) throw 0
    return attempt(method, url, headers, body, token, abort.signal)
  }
  try {
    let used = await bearer(null, abort.signal, url)
    const open = method === 'GET' && path.startsWith('/portals/')
    if (isRefused(used) && open) used = null
    if (used ? isRefused(used) : isOwn(path)) return refusal()
    let reply = await send(used)
    if (reply.status === 401 && used) {
      const fresh = await bearer(used, abort.signal)
      const other = fresh !== used && fresh
      if (other || open) reply = await send(other)
    }
    return {
      status: reply.status,
      etag: reply.headers.get('ETag'),
      retryAfter: reply.headers.get('Retry-After'),
      date: reply.headers.get('Date'),
      body: await reply.text(),
    }
  } catch (cause) {
    if (cause?.isToken) return { status: 0, token: cause.message }
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
  path = open && !(await bearer().catch(() => {})) ? open : own
  const key = `${locale} ${base}${path}`
  if (early.has(key)) return
  const drop = () => early.delete(key)
  const reply = carry('GET', base + path, { 'Accept-Language': locale }, null, path)
  early.set(key, reply)
  setTimeout(drop, EARLY_MS)
  // Whoever asks later may have another token by then.
  if ((await reply).status === 401) drop()
}
