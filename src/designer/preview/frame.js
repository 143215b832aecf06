// The real portal page in a frame: with the draft instead of what is published, as a member of the
// demo, as one who is described or as nobody, as of a time, and without a way to write.

import { seen } from './preview.js'

const problem = { type: 'urn:palier:problem:forbidden', title: 'This is a preview: nothing is written.', status: 403 }
const reply = (status, text) => new Response(text, { status, headers: { 'Content-Type': 'application/json' } })

/** Whether a page of that address may be given the draft: it must be of this page's own origin. */
export function isOurs(address) {
  return new URL(address, location.href).origin === location.origin
}

// Stands for a session that the backend never hears of.
const TOKEN = 'preview'

/** What whoever is described is answered in the frame; null for what is the same for everybody. */
async function described(method, url, init) {
  const headers = new Headers(init?.headers)
  const answer = await seen(method, url.href, headers.get('Accept-Language'), init?.body)
  if (!answer) return null
  if (!answer.status) throw new TypeError('The backend cannot be reached.')
  return reply(answer.status, answer.body)
}

/** The request without the session that stands for nobody's. */
function anonymous(input, init) {
  const headers = new Headers(init?.headers)
  if (headers.get('Authorization') !== `Bearer ${TOKEN}`) return [input, init]
  headers.delete('Authorization')
  return [input, { ...init, headers }]
}

/** A page's `Date` that is `ahead` milliseconds ahead of the device's. */
function clock(device, ahead) {
  const now = () => device.now() + ahead
  return new Proxy(device, {
    construct: (target, parts, made) => Reflect.construct(target, parts.length ? parts : [now()], made),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
}

/** A reply of the backend as it would be dated then: pages put their clock right by that. */
function dated(reply, ahead) {
  const at = Date.parse(reply.headers.get('Date'))
  if (!ahead || Number.isNaN(at) || !reply.headers.get('Content-Type')?.includes('json')) return reply
  const { status, statusText, body } = reply
  const headers = new Headers(reply.headers)
  headers.set('Date', new Date(at + ahead).toUTCString())
  return new Response(body, { status, statusText, headers })
}

/** A storage that is gone with its page. */
function box(values) {
  const kept = new Map(Object.entries(values))
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value), removeItem: (name) => kept.delete(name) }
}

/**
 * Opens `address` in `frame`, in a language, as `member` of the demo or as whoever `isDescribed`, `ahead` milliseconds
 * from now. Pages of ours let who frames them prepare their window before they start; from another origin they cannot be reached, and show
 * what is published.
 */
export function open(frame, address, portal, draft, language, member, isDescribed, ahead) {
  frame.palierPrepare = (page) => {
    const fetch = page.fetch.bind(page)
    const ask = async (...request) => dated(await fetch(...request), ahead)
    if (ahead) page.Date = clock(page.Date, ahead)
    const document = `/portals/${encodeURIComponent(portal)}`
    page.fetch = async (input, init) => {
      const url = new URL(input?.url ?? input, page.location.href)
      const method = (init?.method ?? input?.method ?? 'GET').toUpperCase()
      if (method === 'GET' && url.pathname.endsWith(document)) return reply(200, draft)
      const own = isDescribed && (await described(method, url, init))
      if (own) return own
      if (method === 'GET') return ask(...anonymous(input, init))
      return url.pathname === '/demo/token' || url.pathname.endsWith('/redemptions/quote') ? ask(input, init) : reply(403, JSON.stringify(problem))
    }
    // The editor's own session is none of the page's, nor is what they chose on this device.
    const session = member ? { 'palier-demo-member': member } : {}
    if (isDescribed) {
      session['palier-token'] = TOKEN
      // A brand's page has a sign-in of its own.
      if (page.palierPortal?.getToken) Object.assign(page.palierPortal, { getToken: () => TOKEN, signedIn: true })
    }
    Object.defineProperty(page, 'sessionStorage', { value: box(session) })
    Object.defineProperty(page, 'localStorage', { value: box({ 'palier.language': language }) })
  }
  frame.src = address
}
