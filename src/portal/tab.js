// What the portal's page and the designer share: the page's address, its name, and the demo
// programme's sign-in, which holds for one tab.

// The server's sign-in page for demo programmes writes these two.
const MEMBER = 'palier-demo-member'
const TOKEN = 'palier-token'

/** A value of the address's query; '' when absent. */
export function query(name) {
  return new URLSearchParams(location.search).get(name) ?? ''
}

/** The API's base that the page names. */
export function endpoint() {
  return document.querySelector('meta[name="palier-endpoint"]')?.content || '/v1'
}

/** Names the page, and its language. */
export function describe(title, language, direction) {
  if (document.title !== title) document.title = title
  // Either is a property of every element: setting it again would style the whole page anew.
  const root = document.documentElement
  if (root.lang !== language) root.lang = language
  if (root.dir !== direction) root.dir = direction
}

/** Uses a place of the browser's for what is remembered. It may be denied to a page; null then. */
export function storage(kind, use) {
  try {
    return use(globalThis[kind])
  } catch {
    return null
  }
}

/** Who of the demo is signed in on this tab, and the token that was kept of them. */
export const signedIn = () => storage('sessionStorage', (box) => ({ member: box.getItem(MEMBER), token: box.getItem(TOKEN) })) ?? {}

/** Signs in on this tab; without a member, out. */
export function keepSignedIn({ member, token }) {
  const put = (box, name, value) => (value ? box.setItem(name, value) : box.removeItem(name))
  storage('sessionStorage', (box) => (put(box, MEMBER, member), put(box, TOKEN, token)))
}

/** A fresh token of a demo member; null when the demo has none to give. */
export async function demoToken(member, signal) {
  const reply = await fetch('/demo/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ member }),
    signal,
  })
  if (!reply.ok) return null
  const { access_token: token } = await reply.json()
  if (signedIn().member === member) keepSignedIn({ member, token })
  return token
}

/** A token of whoever is signed in on this tab; null for nobody. */
export async function token({ reason, signal }) {
  const { member, token: kept } = signedIn()
  if (kept && reason !== 'expired') return kept
  return member ? demoToken(member, signal) : null
}
