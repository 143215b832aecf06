// The designer's requests: with the editor's own token, whoever the canvas shows the portal to.

import { demoToken, endpoint, token as kept } from '../../portal/tab.js'

// A backend that has not answered by then is as good as none: it is asked again.
const PATIENCE = 30_000

/** The editor's token: from the page that hosts the designer, or from the demo's sign-in. */
function token(reason) {
  return globalThis.palierDesigner?.getToken ? globalThis.palierDesigner.getToken({ reason }) : kept({ reason })
}

/** A token of a demo member; null when the demo has none to give. */
export function memberToken(member) {
  return demoToken(member).catch(() => null)
}

/** What comes of `work`, unless `signal` comes first. */
function unless(signal, work) {
  return new Promise((done, fail) => {
    const end = () => fail(signal.reason)
    signal.addEventListener('abort', end)
    Promise.resolve(work)
      .then(done, fail)
      .finally(() => signal.removeEventListener('abort', end))
  })
}

/** Asks the backend; status 0 when it cannot be reached, or the page that hosts the designer gives no token. */
export async function ask(method, path, body, match, locale) {
  for (const reason of ['first', 'expired']) {
    const signal = AbortSignal.timeout(PATIENCE)
    const bearer = await unless(signal, token(reason))
    const headers = { 'Accept-Language': locale }
    if (bearer) headers.Authorization = `Bearer ${bearer}`
    if (body !== undefined) headers['Content-Type'] = 'application/json'
    if (match) headers[match === '*' ? 'If-None-Match' : 'If-Match'] = match
    // What members may see for a while from a cache, whoever edits must see as it is; asking so
    // also renews this browser's copy.
    const reply = await fetch(endpoint() + path, { method, headers, body, signal, cache: 'no-cache' }).catch(() => null)
    if (reply?.status === 401 && bearer && reason === 'first') continue
    if (!reply) return { status: 0 }
    return { status: reply.status, etag: reply.headers.get('ETag') ?? undefined, body: await reply.text() }
  }
}

/** A random number below 2³². */
export function random() {
  return crypto.getRandomValues(new Uint32Array(1))[0]
}

/** The role that the page which hosts the designer holds the editor to; '' for their own. The backend decides anyway. */
export function role() {
  return String(globalThis.palierDesigner?.role ?? '')
}
