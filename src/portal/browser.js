// What the portal needs of the browser: its address, its history, and what this tab remembers.

import { keepSignedIn, signedIn as kept, storage, token } from './tab.js'

/** The page's path. */
export function path() {
  return location.pathname
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

/** The reader's languages, best first. */
export function languages() {
  return [...navigator.languages]
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
  return !!kept().member
}

/** Whether there is a way out: of a sign-in of the hosting page's, it alone knows one. */
export function maySignOut() {
  return !host().getToken || !!host().signOut
}

/** Forgets who signed in on this tab. */
export function signOut() {
  host().signOut?.()
  keepSignedIn({})
}

/** The callback that gives the kit its tokens. */
export function tokens() {
  return host().getToken ?? token
}

/** Goes to another page. */
export function leave(address) {
  location.assign(address)
}
