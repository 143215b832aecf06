// The designer's requests: with the editor's own token, whoever the canvas shows the portal to.

// The sign-in page of demo programmes writes these two.
const MEMBER = 'palier-demo-member'
const TOKEN = 'palier-token'
// A backend that has not answered by then is as good as none: it is asked again.
const PATIENCE = 30_000

function stored(name) {
  try {
    return sessionStorage.getItem(name)
  } catch {
    return null
  }
}

/** The editor's token: from the page that hosts the designer, or from the demo's sign-in. */
async function token(reason) {
  if (globalThis.palierDesigner?.getToken) return globalThis.palierDesigner.getToken({ reason })
  if (reason === 'initial') return stored(TOKEN)
  return stored(MEMBER) ? memberToken(stored(MEMBER)) : null
}

/** A token of a demo member; null when the demo has none to give. */
export async function memberToken(member) {
  const reply = await fetch('/demo/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ member }),
  }).catch(() => null)
  if (!reply?.ok) return null
  const answer = await reply.json()
  if (stored(MEMBER) === member) sessionStorage.setItem(TOKEN, answer.access_token)
  return answer.access_token
}

/** Asks the backend; status 0 when it cannot be reached. */
export async function ask(method, path, body, match, locale) {
  for (const reason of ['initial', 'expired']) {
    const bearer = await token(reason)
    const headers = { 'Accept-Language': locale }
    if (bearer) headers.Authorization = `Bearer ${bearer}`
    if (body !== undefined) headers['Content-Type'] = 'application/json'
    if (match) headers[match === '*' ? 'If-None-Match' : 'If-Match'] = match
    // What members may see for a while from a cache, whoever edits must see as it is; asking so
    // also renews this browser's copy.
    const signal = AbortSignal.timeout(PATIENCE)
    const reply = await fetch(endpoint() + path, { method, headers, body, signal, cache: 'no-cache' }).catch(() => null)
    if (reply?.status === 401 && bearer && reason === 'initial') continue
    if (!reply) return { status: 0 }
    return { status: reply.status, etag: reply.headers.get('ETag') ?? undefined, body: await reply.text() }
  }
}

/** The API's base that the page names. */
export function endpoint() {
  return document.querySelector('meta[name="palier-endpoint"]')?.content || '/v1'
}

/** A value of the address's query; '' when absent. */
export function query(name) {
  return new URLSearchParams(location.search).get(name) ?? ''
}

/** Names the page, and its language. */
export function describe(title, language, direction) {
  if (document.title !== title) document.title = title
  // Either is a property of every element: setting it again would style the whole page anew.
  const root = document.documentElement
  if (root.lang !== language) root.lang = language
  if (root.dir !== direction) root.dir = direction
}

/** A random number below 2³². */
export function random() {
  return crypto.getRandomValues(new Uint32Array(1))[0]
}

/** The role that the page which hosts the designer holds the editor to; '' for their own. The backend decides anyway. */
export function role() {
  return String(globalThis.palierDesigner?.role ?? '')
}
