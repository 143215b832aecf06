// What saving needs of the browser: a place on this device, timers, other tabs, leaving the page.

const NAME = 'palier-designer'
const STORE = 'drafts'
const tab = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')

// Browsers whose storage is broken may never answer, and what goes to the backend must not wait for them.
const ANSWER_MS = 1000

let opening = null

function database() {
  opening ??= new Promise((done, fail) => {
    const asked = indexedDB.open(NAME, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: 'tab' })
    asked.onsuccess = () => {
      const found = asked.result
      // Cleared by the reader, or for want of room: what is kept next makes it anew.
      found.onclose = found.onversionchange = () => {
        found.close()
        opening = null
      }
      // It may have been given up by now.
      opening = Promise.resolve(found)
      done(found)
    }
    asked.onerror = () => {
      opening = null
      fail(asked.error)
    }
    setTimeout(fail, ANSWER_MS)
  })
  return opening
}

async function inStore(mode, use) {
  const db = await database()
  return new Promise((done, fail) => {
    const work = db.transaction(STORE, mode, { durability: 'strict' })
    const asked = use(work.objectStore(STORE))
    // A page that is left does not live to see its request answered; without this, neither would
    // what it wrote.
    work.commit?.()
    work.oncomplete = () => done(asked?.result)
    work.onerror = work.onabort = () => fail(work.error)
    setTimeout(fail, ANSWER_MS)
  })
}

const place = (portal) => `${new URL(document.querySelector('meta[name="palier-endpoint"]')?.content || '/v1', location.href)} ${portal}`

/** Keeps this tab's document on the device; says whether it is there now. */
export async function keep(portal, text, base, etag) {
  try {
    await inStore('readwrite', (store) => store.put({ tab, place: place(portal), text, base, etag, at: Date.now() }))
    return true
  } catch {
    return false
  }
}

/** Forgets what a tab kept; this tab's own by default. */
export async function forget(of) {
  await inStore('readwrite', (store) => store.delete(of ?? tab)).catch(() => {})
}

/** What tabs that are gone have kept of a portal, newest first. */
export async function kept(portal) {
  const all = await inStore('readonly', (store) => store.getAll()).catch(() => [])
  const alive = await living()
  const mine = all.filter((one) => one.place === place(portal) && !alive.has(one.tab))
  return mine.sort((a, b) => b.at - a.at).map((one) => [one.tab, one.text, one.base, one.etag, new Date(one.at).toISOString()])
}

// A tab holds a lock for as long as it lives; a crash lets go of it.
navigator.locks?.request(`${NAME} ${tab}`, () => new Promise(() => {})).catch(() => {})

async function living() {
  const locks = await navigator.locks?.query().catch(() => null)
  return new Set([tab, ...(locks?.held ?? []).map((lock) => lock.name.replace(`${NAME} `, ''))])
}

// The longest wait for a moment in which nobody types, draws or drags. With the pause after an edit
// and the way to the disk it is still less than two seconds.
const PATIENCE = 700

/** Calls `run` in so many milliseconds, as soon as the browser is idle; gives what `stop` takes. */
export function later(milliseconds, run) {
  return setTimeout(() => {
    if (globalThis.requestIdleCallback && !document.hidden) requestIdleCallback(() => run(), { timeout: PATIENCE })
    else run()
  }, milliseconds)
}

/** Calls off what `later` gave. */
export function stop(timer) {
  clearTimeout(timer)
}

/** In so many milliseconds. */
export function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds))
}

let isDown = false

/** Whether a hand is down, or something is carried. */
export function isHeld() {
  return isDown || document.documentElement.hasAttribute('data-dragging')
}

let isOnPurpose = false

/** The page is left on purpose, and nothing is lost by that: nobody is asked. */
export function mayLeave() {
  isOnPurpose = true
}

/** Asks before the page is left while `isUnsaved()`; calls `leaving` when it may be for good. */
export function guard(isUnsaved, leaving, online) {
  addEventListener('beforeunload', (event) => {
    // There is more time now than when the page goes.
    leaving()
    if (isUnsaved() && !isOnPurpose) event.preventDefault()
  })
  // Not every hand that goes down is seen to go up: on a scroller's bar, beside the window.
  const look = ({ buttons }) => (isDown = buttons > 0)
  for (const name of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel']) addEventListener(name, look, { capture: true, passive: true })
  // Opened on the way out, it would come too late.
  database().catch(() => {})
  document.addEventListener('visibilitychange', () => document.hidden && leaving())
  addEventListener('pagehide', () => leaving())
  addEventListener('online', () => online())
}

let channel = null

/**
 * Talks with other tabs that edit the portal: `hear` is given what was said, an ETag
 * where it was `saved`, and how many others there are now.
 */
export function meet(portal, hear) {
  if (!globalThis.BroadcastChannel) return
  channel = new BroadcastChannel(NAME)
  const at = place(portal)
  const others = new Set()
  const post = (what, etag) => channel.postMessage({ place: at, from: tab, what, etag })
  channel.onmessage = ({ data }) => {
    if (data.place !== at) return
    if (data.what === 'open') post('here')
    if (data.what === 'bye') others.delete(data.from)
    else others.add(data.from)
    hear(data.what, data.etag ?? '', others.size)
  }
  channel.tell = post
  post('open')
  // A page that the browser keeps for the way back is gone until it comes back.
  addEventListener('pagehide', () => post('bye'))
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    others.clear()
    hear('here', '', 0)
    post('open')
  })
}

/** Tells the other tabs that the draft is of this version now. */
export function tell(etag) {
  channel?.tell('saved', etag)
}
