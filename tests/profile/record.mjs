// What a first opening of everything released runs: `cargo xtask profile` starts this with the folder
// of the instrumented wasm files, and reads the numbers of the functions that ran from its output.
import { join } from 'node:path'
import { launch } from '../bench/browser.mjs'
import { answer } from '../bench/fixtures.mjs'
import { portal as bench } from '../bench/designer/documents.mjs'
import { block, portal, section, signIn, text } from '../web/pages/designer.js'
import { TAGS, open } from '../web/pages/host.js'
import { WAYS, small } from '../web/pages/small.js'
import { attributed } from '../web/pages/tags.js'

const { PALIER_URL: baseURL } = process.env
const folder = process.argv[2]

/** Where the wasm of each binary is asked for. */
const WASM = {
  embed: /\/kit\/palier-[0-9a-f]+\.wasm$/,
  embed_portal: /\/kit\/portal-[0-9a-f]+\.wasm$/,
  portal: /^[^/]*\/\/[^/]+\/portal-[0-9a-f]+\.wasm$/,
  designer: /\/designer\/designer-[0-9a-f]+\.wasm$/,
}
const PORTALS = ['grove', 'arcade', 'guild']
// The demo's members in their situations, somebody with a token who is no member, and nobody.
const READERS = ['almost', 'top', 'new', 'expiring', 'collector', 'orders', 'opted_out', 'suspended', 'candidate', null]
// A machine with two processors is busy with so many pages at once.
const AT_ONCE = 3

const ran = Object.fromEntries(Object.keys(WASM).map((bin) => [bin, new Set()]))
const browser = await launch()

/** Opens a page of its own by `go`, waits until nothing moves there, and notes what ran. */
async function opening(go, options = {}) {
  const context = await browser.newContext({ baseURL, locale: 'en-GB', ...options })
  const page = await context.newPage()
  await page.addInitScript(() => {
    // By the address of the file.
    globalThis.ran = {}
    const own = WebAssembly.instantiateStreaming.bind(WebAssembly)
    WebAssembly.instantiateStreaming = (reply, imports) => {
      const numbers = (globalThis.ran[reply.url] ??= [])
      const ran = (number) => (numbers[number] = true)
      // The glue is slimmed for what is left once the code is small: the rest is named and not called.
      const given = ([module, names]) => [module, new Proxy(names, { get: (all, name) => all[name] ?? (() => { throw new Error(name) }) })]
      return own(reply, { ...Object.fromEntries(Object.entries(imports).map(given)), '~': { ...imports['~'], ran } })
    }
  })
  for (const [bin, address] of Object.entries(WASM))
    await page.route(address, (route) => route.fulfill({ path: join(folder, `${bin}.wasm`), contentType: 'application/wasm' }))
  // The instrumented file is whole; what waits for the rest is none of the first opening's.
  await page.route(/-rest-[0-9a-f]+\.wasm$/, () => {})
  await go(page)
  await still(page)
  for (const [url, numbers] of Object.entries(await page.evaluate(() => globalThis.ran))) {
    const [bin] = Object.entries(WASM).find(([, address]) => address.test(url))
    numbers.forEach((yes, number) => yes && ran[bin].add(number))
  }
  await context.close()
}

/** Until the functions that ran have been the same for two seconds, and no block waits. */
async function still(page) {
  await page.waitForFunction(
    () => {
      const now = performance.now()
      const count = Object.values(globalThis.ran).reduce((sum, numbers) => sum + Object.keys(numbers).length, 0)
      if (count !== globalThis.count) Object.assign(globalThis, { count, since: now })
      const blocks = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? blocks(one.shadowRoot) : [])])
      return globalThis.count > 0 && now - globalThis.since > 2000 && !blocks(document).some((one) => one.dataset?.state === 'loading')
    },
    null,
    { timeout: 60_000, polling: 200 },
  )
}

const phone = { viewport: { width: 390, height: 844 } }
const openings = []
const will = (go, options) => openings.push(() => opening(go, options))

for (const body of [undefined, ...PORTALS.map((id) => `<palier-portal portal="${id}"></palier-portal>`)]) {
  for (const member of READERS) will((page) => open(page, { body, member }))
  will((page) => open(page, { body, attributes: 'data-locale="fr"' }), phone)
}
// Each alone takes another way through what they share, and each attribute through the block.
const maker = await (await browser.newContext({ baseURL })).newPage()
for (const tag of TAGS) will((page) => open(page, { body: `<${tag}></${tag}>` }))
for (const ways of Object.values(await attributed(maker.request)))
  for (const member of ['almost', null]) {
    will((page) => open(page, { body: ways.join(''), member }))
    will((page) => open(page, { body: ways.at(-1), member }), phone)
  }
// Replies come in any order: who reads and what the backend offers after all else, or before it.
const LATE = [(path) => /^\/v1\/(me|portal)$/.test(path), (path) => path.startsWith('/v1/me'), (path) => !path.startsWith('/v1/me'), () => true]
for (const late of LATE)
  for (const body of [undefined, '<palier-portal portal="grove"></palier-portal>'])
    for (const member of ['almost', 'candidate', null])
      will(async (page) => {
        await page.route('**/v1/**', async (route) => {
          if (late(new URL(route.request().url()).pathname)) await new Promise((done) => setTimeout(done, 1500))
          return route.continue()
        })
        await open(page, { body, member })
      })
// The shop of the demo, whose tags have attributes of every kind, fallbacks and themes.
for (const member of ['almost', 'top', ''])
  will(async (page) => {
    await page.addInitScript((id) => sessionStorage.setItem('palier-demo-member', id), member)
    await page.goto('/embed/')
    // Those further down wait until they are near.
    for (const tag of await page.locator('[loading=lazy]').all()) await tag.scrollIntoViewIfNeeded()
  })
// Pages whose script comes late, and frameworks that set attributes afterwards.
for (const late of [200, 800])
  will(async (page) => {
    await open(page, { late })
    await still(page)
    await page.evaluate((tags) => {
      for (const tag of tags) document.querySelector(tag).setAttribute('heading', 'Another heading')
      globalThis.configure({ getToken: async () => globalThis.token })
    }, TAGS)
  })
// The contract's fixtures: a member to whom everything has just happened.
will(async (page) => {
  await page.route('**/v1/**', (route) => {
    const { pathname, searchParams } = new URL(route.request().url())
    const body = answer(pathname.slice(3), searchParams, {})
    return body ? route.fulfill({ body, contentType: 'application/json' }) : route.continue()
  })
  await open(page, {})
})
// Backends of brands that have one board, or leave out what may be: they take other branches.
for (const how of Object.values(WAYS)) {
  const smaller = (options) => async (page) => {
    await small(page, how)
    await open(page, options)
  }
  for (const member of ['almost', 'top', 'candidate', 'suspended', null]) will(smaller({ member }))
  for (const tag of TAGS) for (const member of ['almost', null]) will(smaller({ member, body: `<${tag}></${tag}>` }))
}
// What a page with troubles shows at once.
will(async (page) => {
  await page.route('**/v1/**', (route) => route.fulfill({ status: 503, headers: { 'Retry-After': '60' }, json: {} }))
  await open(page, {})
})
for (const id of PORTALS) {
  const go = (member) => async (page) => {
    if (member) await signIn(page, member)
    await page.goto(`/p/${id}`)
  }
  for (const member of READERS) will(go(member))
  will(go('almost'), { ...phone, locale: 'fr-FR', colorScheme: 'dark' })
}
/** Documents as designers leave them: nothing, long plain ones, and one with whatever can be amiss. */
const DRAFTS = [
  [],
  bench('flat', 400).root,
  bench('slot', 300).root,
  [
    block('hero', 'hero'),
    block('image', 'image', { props: { src: '/media/rewards/hoodie.svg' } }),
    block('dead', 'button', { props: { label: { en: 'Go' }, href: '#nowhere' } }),
    block('gap', 'spacer', { hidden: { base: true } }),
    block('foreign', 'acme-offer', { props: { color: 'red' } }),
    section('empty', []),
    section('full', [text('words', 'Words'), ...TAGS.map((tag) => block(tag, tag.slice('palier-'.length)))]),
  ],
]
const drafts = []
for (const root of DRAFTS) drafts.push(await portal(maker, root))

for (const member of ['admin', 'designer', 'content-editor']) {
  for (const address of ['/designer/', ...[...PORTALS, ...drafts].map((id) => `/designer/?portal=${id}`)])
    will(async (page) => {
      await signIn(page, member)
      await page.goto(address)
    })
}
// Another language, a narrow desk, a dark one.
will(
  async (page) => {
    await signIn(page, 'designer')
    await page.goto(`/designer/?portal=${drafts.at(-1)}`)
  },
  { viewport: { width: 820, height: 1180 }, locale: 'fr-FR', colorScheme: 'dark' },
)

// Twice: what comes first, a reply or a drawing, is another way through the code, and differs by chance.
const turns = [...openings, ...openings]
const work = async () => {
  for (let next = turns.shift(); next; next = turns.shift()) await next()
}
await Promise.all(Array.from({ length: AT_ONCE }, work))
await browser.close()
console.log(JSON.stringify(Object.fromEntries(Object.entries(ran).map(([bin, numbers]) => [bin, [...numbers].sort((a, b) => a - b)]))))
