// What the portal needs of the browser: its address, its history, and what this tab remembers.

// The server's sign-in page for demo programmes writes these two.
const MEMBER = 'palier-demo-member'
const TOKEN = 'palier-token'

/** The page's path. */
export function path() {
  return location.pathname
}

/** A value of the address's query; '' when absent. */
export function query(name) {
  return new URLSearchParams(location.search).get(name) ?? ''
}

/** Calls `run` after each change of the path: a followed `a[data-route]`, back, forward. */
export function follow(run) {
  let at = location.pathname
  const moved = () => {
    // A jump within the page is told as a `popstate` too.
    if (location.pathname === at) return
    at = location.pathname
    run()
  }
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-route]')
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (link.pathname === location.pathname) return
    history.pushState(null, '', link.pathname)
    scrollTo({ top: 0, behavior: 'instant' })
    moved()
  })
  addEventListener('popstate', moved)
}

/** Names the document, and its language. */
export function describe(title, language, direction) {
  document.title = title
  document.documentElement.lang = language
  document.documentElement.dir = direction
}

/** The API's base that the page names. */
export function endpoint() {
  return document.querySelector('meta[name="palier-endpoint"]')?.content || '/v1'
}

/** The reader's languages, best first. */
export function languages() {
  return [...navigator.languages]
}

// Storage may be denied to a page; then nothing is remembered.
function storage(kind, use) {
  try {
    return use(globalThis[kind])
  } catch {
    return null
  }
}

/** What was remembered under `name`; '' when nothing. */
export function recall(name) {
  return storage('localStorage', (box) => box.getItem(name)) ?? ''
}

/** Remembers a choice on this device; '' forgets it. */
export function remember(name, value) {
  storage('localStorage', (box) => (value ? box.setItem(name, value) : box.removeItem(name)))
}

/** What the page that hosts the portal brings: see docs/portal.md. */
const host = () => globalThis.palierPortal ?? {}

/** Whether somebody signed in on this tab, or may have, as the hosting page alone knows. */
export function signedIn() {
  if (host().getToken) return host().signedIn !== false
  return !!storage('sessionStorage', (box) => box.getItem(MEMBER))
}

/** Whether there is a way out: of a sign-in of the hosting page's, it alone knows one. */
export function maySignOut() {
  return !host().getToken || !!host().signOut
}

/** Forgets who signed in on this tab. */
export function signOut() {
  host().signOut?.()
  storage('sessionStorage', (box) => {
    box.removeItem(MEMBER)
    box.removeItem(TOKEN)
  })
}

async function token({ reason, signal }) {
  const kept = storage('sessionStorage', (box) => box.getItem(TOKEN))
  if (kept && reason !== 'expired') return kept
  const member = storage('sessionStorage', (box) => box.getItem(MEMBER))
  if (!member) return null
  const reply = await fetch('/demo/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ member }),
    signal,
  })
  if (!reply.ok) return null
  const { access_token: fresh } = await reply.json()
  storage('sessionStorage', (box) => box.setItem(TOKEN, fresh))
  return fresh
}

/** The callback that gives the kit its tokens. */
export function tokens() {
  return host().getToken ?? token
}

/** Goes to another page. */
export function leave(address) {
  location.assign(address)
}
