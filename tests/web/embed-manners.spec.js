// What the kit does not do to its page: restart for nothing, write into it, throw, or forget what the
// page changed since.
import { expect, test } from '@playwright/test'
import { api, heard, open, settled } from './pages/host.js'

const BOARD = '<palier-leaderboard></palier-leaderboard>'
const ground = (page, selector) => page.locator(selector).evaluate((one) => getComputedStyle(one.shadowRoot.querySelector('.pl-block')).backgroundColor)

test('the configured theme leaves no trace on the tag, so that copies of it follow too', async ({ page }) => {
  await open(page, { body: `<main>${BOARD}</main>`, script: `configure({ theme: 'dark', getToken: async () => token })` })
  await settled(page, 'palier-leaderboard')
  const dark = await ground(page, 'palier-leaderboard')
  await page.evaluate(() => {
    const main = document.querySelector('main')
    main.replaceChildren(main.firstElementChild.cloneNode(true))
  })
  await settled(page, 'palier-leaderboard')
  expect(await page.locator('palier-leaderboard').getAttribute('theme')).toBe(null)
  expect(await ground(page, 'palier-leaderboard')).toBe(dark)
  await page.evaluate(() => globalThis.configure({ theme: 'light' }))
  await expect.poll(() => ground(page, 'palier-leaderboard')).not.toBe(dark)
})

test('an attribute that comes to what holds already restarts nothing', async ({ page }) => {
  const seen = await open(page, { body: BOARD })
  await settled(page, 'palier-leaderboard')
  await expect.poll(() => api(seen).filter((path) => path === '/v1/me/stream').length).toBe(1)
  const before = api(seen).length
  const same = await page.locator('palier-leaderboard').evaluate(async (one) => {
    const block = one.shadowRoot.querySelector('.pl-block')
    Object.assign(one, { loading: 'eager', mode: 'inline' })
    one.loading = 'lazy'
    one.mode = null
    await new Promise((done) => setTimeout(done, 100))
    return block.isConnected
  })
  expect(same).toBe(true)
  expect(api(seen)).toHaveLength(before)
})

test('configured again with the same callback the page stays as it is, until its reader is another', async ({ page }) => {
  const script = 'globalThis.member = token; globalThis.getToken = async () => globalThis.member; configure({ getToken })'
  const seen = await open(page, { body: '<palier-points-history></palier-points-history>', script })
  await settled(page, 'palier-points-history')
  await expect.poll(() => api(seen).filter((path) => path === '/v1/me/stream').length).toBe(1)
  const before = api(seen).length
  const states = await page.evaluate(async () => {
    const states = []
    document.querySelector('palier-points-history').addEventListener('palier-state', ({ detail }) => states.push(detail), true)
    globalThis.configure({ getToken: globalThis.getToken })
    await new Promise((done) => setTimeout(done, 200))
    return states
  })
  expect(states).toEqual([])
  expect(api(seen)).toHaveLength(before)
  await page.evaluate(() => {
    globalThis.member = null
    globalThis.configure({ getToken: globalThis.getToken })
  })
  await settled(page, 'palier-points-history', ['signed-out'])
})

test('a tag that moves into another document is drawn there, with its styles', async ({ page }) => {
  const seen = await open(page, { body: `<iframe title="Other"></iframe>${BOARD}` })
  await settled(page, 'palier-leaderboard')
  await page.evaluate(() => {
    const frame = document.querySelector('iframe')
    globalThis.moved = document.querySelector('palier-leaderboard')
    frame.contentDocument.body.append(globalThis.moved)
  })
  const display = () => page.evaluate(() => {
    const block = globalThis.moved.shadowRoot.querySelector('.pl-block[data-state=ready]')
    return block && [block.ownerDocument !== document, getComputedStyle(block).display, getComputedStyle(globalThis.moved).display]
  })
  await expect.poll(display).toEqual([true, 'flex', 'block'])
  await page.evaluate(() => document.body.append(globalThis.moved))
  await settled(page, 'palier-leaderboard')
  await expect(page.locator('palier-leaderboard .pl-block')).toHaveCSS('display', 'flex')
  expect(seen.uncaught).toEqual([])
})

test('whatever a script passes, its next line runs, and the console says what was wrong', async ({ page }) => {
  const seen = await open(page, { body: BOARD })
  await settled(page, 'palier-leaderboard')
  const reached = await page.evaluate(() => {
    const circle = {}
    circle.circle = circle
    globalThis.configure({ messages: circle })
    globalThis.configure({ locale: 1n })
    globalThis.configure('x')
    globalThis.discover()
    globalThis.refresh(null)
    globalThis.registerBlock(null)
    return true
  })
  expect(reached).toBe(true)
  await expect.poll(() => seen.warnings.filter((text) => /^(configure|discover): /.test(text)).length).toBeGreaterThanOrEqual(3)
  expect(seen.uncaught).toEqual([])
  await settled(page, 'palier-leaderboard')
})

for (const locale of [9, true, [], {}, 'no such']) {
  const named = JSON.stringify(locale)
  test(`a locale that is none (${named}) is named in the console, and the tag is drawn`, async ({ page }) => {
    const seen = await open(page, { body: BOARD, script: `configure({ locale: ${named}, getToken: async () => token })` })
    await settled(page, 'palier-leaderboard')
    expect(seen.uncaught).toEqual([])
    const words = `<palier-leaderboard locale="${String(locale)}">: expected a language tag such as fr-CH; using "en".`
    if (locale !== true) expect(seen.warnings).toContain(words)
  })
}

test('a second script with other data is said to count for nothing', async ({ page }) => {
  const seen = await open(page, { body: `<script type="module" src="/kit/palier.js?2" data-locale="fr"></script>${BOARD}` })
  await settled(page, 'palier-leaderboard')
  expect(seen.warnings).toEqual([expect.stringMatching(/^palier\.js .* runs already/)])
})

test('the page’s language is followed when it changes', async ({ page }) => {
  await open(page, { body: '<palier-tier-progress></palier-tier-progress><palier-tier-progress id="own" locale="en"></palier-tier-progress>' })
  await settled(page, 'palier-tier-progress')
  await page.evaluate(() => (document.documentElement.lang = 'fr'))
  await expect(page.locator('palier-tier-progress').first().getByRole('heading', { name: 'Votre palier' })).toBeVisible()
  await expect(page.locator('#own').getByRole('heading', { name: 'Your tier' })).toBeVisible()
})

for (const [locale, date] of [
  ['en-GB', /^\d{1,2} \w+/],
  ['en-US', /^\w+ \d{1,2}/],
  ['fr-FR', /^\w+ \d{1,2}/],
])
  test.describe(`a reader whose browser speaks ${locale}`, () => {
    test.use({ locale })
    test('has dates written in their way where the page names the language only', async ({ page }) => {
      await open(page, { body: '<palier-points-history></palier-points-history>', script: `Object.assign(Intl, { asked: [] }); const Own = Intl.DateTimeFormat; Intl.DateTimeFormat = function (locale, how) { if (locale) Intl.asked.push(locale); return new Own(locale, how) }; configure({ getToken: async () => token })` })
      await settled(page, 'palier-points-history')
      const asked = await page.evaluate(() => [...new Set(Intl.asked)])
      expect(asked).toEqual([locale.startsWith('en') ? locale : 'en'])
      expect(new Intl.DateTimeFormat(asked[0], { day: 'numeric', month: 'short' }).format(new Date())).toMatch(date)
      expect(await heard(page, 'palier-error')).toEqual([])
    })
  })
