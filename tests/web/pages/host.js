// A brand's page for the tests: the document and its script are made here, while the kit and the
// API come from the real server.

import { OWN, TAGS } from './tags.js'

export { OWN, TAGS }

/** All blocks, once. */
export const EACH = TAGS.map((tag) => `<${tag}></${tag}>`).join('\n')

const tokens = new Map()

/** A bearer token of a demo member, as the brand's own backend would give it. */
export async function tokenOf(request, member) {
  const known = tokens.get(member)
  if (known?.until > Date.now()) return known.token
  const reply = await request.post('/demo/token', { data: { member } })
  const { access_token: token, expires_in: seconds } = await reply.json()
  // One test may take minutes: half of its life is what the next one may count on.
  tokens.set(member, { token, until: Date.now() + seconds * 500 })
  return token
}

// Runs before the kit does: what the page hears, and what its policy refuses.
const EARS = `
globalThis.heard = []
globalThis.refused = []
for (const name of ['palier-ready', 'palier-error', 'palier-sign-in', 'palier-action', 'palier-before-redeem', 'palier-redeemed']) {
  document.addEventListener(name, ({ target, detail, bubbles, composed }) =>
    heard.push({ name, tag: target.localName, id: target.id, detail, bubbles, composed }))
}
document.addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective + ' ' + event.blockedURI))
// Where Playwright has taken hold of the time, it has also taken away what is told of the navigation.
if (!performance.getEntriesByType('navigation').length) {
  const navigation = { domContentLoadedEventStart: 0 }
  document.addEventListener('DOMContentLoaded', () => (navigation.domContentLoadedEventStart = performance.now()))
  performance.getEntriesByType = () => [navigation]
}
`

/**
 * Opens a page with `body`. `script` runs as a module after the kit, with `configure`, `refresh`,
 * `signOut` and `token` at hand; by default it signs `member` in. `early` runs before the tags are
 * defined, `attributes` are the kit's script tag's. The kit comes from the origin `kit`, the page
 * from the origin `at`. `html` are the root's attributes, `head` stands before the kit's script,
 * every script has the `nonce`. The page's module comes `late` by so many milliseconds. Gives what was heard
 * outside of the page.
 */
export async function open(page, { body = EACH, member = 'almost', script, headers = {}, early = '', attributes = '', kit = '', at = '', late = 0, html = 'lang="en"', head = '', nonce = '' }) {
  const token = member && (await tokenOf(page.request, member))
  const run = script ?? (member ? 'configure({ getToken: async () => token })' : '')
  const text = `<!doctype html><html ${html}><head><meta charset="utf-8">${head}<title>Brand</title><link rel="icon" href="/favicon.svg"><script src="/host/ears.js"></script><script type="module" src="${kit}/kit/palier.js" ${attributes}></script><script type="module" src="/host/page.js"></script></head><body><h1 id="brand">Brand</h1>${body}<script src="/host/early.js"></script></body></html>`
  const files = {
    '/host/': ['text/html', nonce ? text.replaceAll('<script ', `<script nonce="${nonce}" `) : text],
    '/host/ears.js': ['text/javascript', EARS],
    '/host/early.js': ['text/javascript', early],
    '/host/page.js': [
      'text/javascript',
      `import { configure, refresh, signOut, discover, registerBlock } from '${kit}/kit/palier.js'\nObject.assign(globalThis, { configure, refresh, signOut, discover, registerBlock, token: ${JSON.stringify(token)}, asked: [] })\n${run}`,
    ],
  }
  await page.route(/\/host\//, async (route) => {
    const { pathname } = new URL(route.request().url())
    const [contentType, text] = files[pathname] ?? ['text/plain', '']
    if (pathname === '/host/page.js') await new Promise((done) => setTimeout(done, late))
    return route.fulfill({ contentType, body: text, headers: contentType === 'text/html' ? headers : {} })
  })
  const seen = { errors: [], warnings: [], uncaught: [], requests: [] }
  page.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push(message.text())
    if (message.type() === 'warning') seen.warnings.push(message.text())
  })
  page.on('pageerror', (error) => seen.uncaught.push(String(error)))
  page.on('request', (request) => {
    const url = new URL(request.url())
    seen.requests.push(url.pathname + url.search)
  })
  await page.goto(`${at}/host/`)
  return seen
}

/** The requests of a page that went to the API. */
export const api = (seen) => seen.requests.filter((path) => path.startsWith('/v1/'))

/** The engines that a page asked for; their second parts are not counted. */
export const engines = (seen) =>
  seen.requests.filter((path) => path.endsWith('.wasm') && !path.includes('-rest-')).map((path) => path.replace(/-\w+\.wasm$/, ''))

/**
 * Keeps back what a page asks for at `address` until the function that this gives is called; then the
 * network answers, or (`fallback`) what was there before to answer it.
 */
export async function hold(page, address, then = 'continue') {
  let release
  const held = new Promise((done) => (release = done))
  await page.route(address, async (route) => {
    await held
    await route[then]()
  })
  return release
}

/**
 * Waits until there is something that `selector` finds, and all of it, tags of the embed or blocks of
 * a portal, is in one of `states`.
 */
export async function settled(page, selector = TAGS.join(), states = ['ready', 'empty']) {
  await page.waitForFunction(
    ([selector, states]) => {
      const found = [...document.querySelectorAll(selector)]
      const block = (element) => (element.shadowRoot ? element.shadowRoot.querySelector('[data-state]') : element)
      return found.length > 0 && found.every((element) => states.includes(block(element)?.dataset.state))
    },
    [selector, states],
    { timeout: 45_000 },
  )
}

/** The states of the page's elements, by tag. */
export const states = (page) =>
  page.evaluate(
    (tags) => Object.fromEntries(tags.map((tag) => [tag, document.querySelector(tag)?.shadowRoot?.querySelector('[data-state]')?.dataset.state])),
    TAGS,
  )

/** What `palier-…` events the page heard, of one name. */
export const heard = (page, name) => page.evaluate((name) => globalThis.heard.filter((event) => event.name === name), name)

/** Which of the kit's custom states the element has. */
export const stateOf = (page, selector) =>
  page.locator(selector).evaluate((element) => ['loading', 'ready', 'error', 'empty'].filter((name) => element.matches(`:state(${name})`)))
