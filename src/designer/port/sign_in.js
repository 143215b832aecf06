// Signing in anew while there is work on the desk: the work stays where it is, and another tab of
// this origin brings the sign-in of the demo back to it.

import { endpoint, keepSignedIn, query, signedIn } from '../../portal/tab.js'
import { signInUrl } from '../window.js'

const CHANNEL = 'palier-designer-sign-in'
// In the address of a tab that is only there to sign in.
const MARK = 'signed-in'
// The others answer at once, unless they are gone.
const PATIENCE = 2_000

const host = () => globalThis.palierDesigner ?? {}
const place = () => `${endpoint()} ${query('portal')}`

let waiting = null

/** How somebody signs in: by what the hosting page offers. */
export function way() {
  if (host().getToken) return host().signInUrl ? 'ask, leave' : 'ask'
  return host().signInUrl || !globalThis.BroadcastChannel ? 'leave' : 'elsewhere'
}

/** Opens the sign-in in another tab; false when the browser does not let us. */
export function elsewhere() {
  const back = new URL(location.href)
  back.searchParams.set(MARK, '1')
  return !!open(`/demo/sign-in?next=${encodeURIComponent(back.pathname + back.search)}`)
}

/** Goes to the sign-in in this tab. */
export function leave() {
  location.assign(signInUrl())
}

/** Calls `signed` once, when a tab that is only there to sign in has done so for this portal. */
export function wait(signed) {
  if (waiting || !globalThis.BroadcastChannel) return
  waiting = new BroadcastChannel(CHANNEL)
  waiting.onmessage = ({ data }) => {
    if (data.place !== place() || !data.token) return
    keepSignedIn(data)
    waiting.postMessage({ taken: data.place })
    waiting.close()
    waiting = null
    signed()
  }
}

/** Brings the sign-in of a tab that is only there for it to those that wait; whether one did. */
export function handBack() {
  if (!query(MARK)) return undefined
  const address = new URL(location.href)
  address.searchParams.delete(MARK)
  history.replaceState(null, '', address)
  const { member, token } = signedIn()
  if (!token || !globalThis.BroadcastChannel) return undefined
  const channel = new BroadcastChannel(CHANNEL)
  return new Promise((done) => {
    channel.onmessage = ({ data }) => data.taken === place() && done(true)
    channel.postMessage({ place: place(), member, token })
    setTimeout(() => done(false), PATIENCE)
  }).then((taken) => {
    channel.close()
    // Where the browser lets it: else the page says where to go on.
    if (taken) close()
    return taken
  })
}
