// `mode="frame"`: the tag's block in a document of the kit's origin. The page is of another origin
// (`localhost`, where the kit is at `127.0.0.1`), as a brand's page is.
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { amiss } from './pages/axe.js'
import { fixture } from './pages/fixtures.js'
import { heard, hold, open as host } from './pages/host.js'

const { origin: KIT, port } = new URL(process.env.PALIER_URL ?? 'http://127.0.0.1:8787')
const SHOP = `http://localhost:${port}`
const BOARD = '<palier-leaderboard mode="frame" limit="3"></palier-leaderboard>'

// The page is made by the test and so has no address of its own network; browsers ask before such a
// page may reach this machine.
test.use({ permissions: ['local-network-access'] })

/** The strictest policy there is for a page with frames: no WASM, no other origin's API. */
const policy = (frames = `frame-src ${KIT};`) =>
  `default-src 'none'; script-src 'self' ${KIT}; style-src 'self'; connect-src 'self'; img-src 'self'; ${frames} require-trusted-types-for 'script'; trusted-types 'none'`

const open = (page, options) => host(page, { kit: KIT, at: SHOP, ...options })
const frame = (page, selector = 'palier-leaderboard') => page.locator(selector).locator('iframe')
const inside = (page, selector) => frame(page, selector).contentFrame()
const ready = (page, selector, state = 'ready') =>
  expect(inside(page, selector).locator('[data-block]').first()).toHaveAttribute('data-state', state)
const module = async (name) => {
  const source = await readFile(new URL(`../../src/embed/loader/frame/${name}.js`, import.meta.url), 'utf8')
  return import(`data:text/javascript,${encodeURIComponent(source)}`)
}

test('under a policy without WASM the block stands in a frame, for the member, and nothing is refused', async ({ page }) => {
  const seen = await open(page, { body: BOARD, headers: { 'Content-Security-Policy': policy() } })
  await ready(page)
  await expect(inside(page).getByText('Budding Rose').first()).toBeVisible()
  await expect(frame(page)).toHaveAttribute('allow', 'clipboard-write')
  await expect(frame(page)).toHaveAttribute('title', 'Leaderboard')
  expect((await heard(page, 'palier-ready')).map(({ tag, bubbles, composed }) => [tag, bubbles, composed])).toEqual([['palier-leaderboard', true, true]])
  expect(await page.locator('palier-leaderboard').evaluate((one) => one.matches(':state(ready)'))).toBe(true)
  expect(await page.evaluate(() => globalThis.refused)).toEqual([])
  expect([...seen.errors, ...seen.warnings, ...seen.uncaught]).toEqual([])
  // The page itself asked for no data: the token went to the frame's origin by the port alone.
  expect(await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/v1/')).length)).toBe(0)
})

for (const late of [0, 400])
  test(`where WASM is blocked the fallback that is configured ${late} ms after the tags is a frame`, async ({ page }) => {
    const body = '<palier-leaderboard limit="3"></palier-leaderboard>'
    const script = `configure({ fallback: 'frame', getToken: async () => token })`
    await open(page, { body, script, late, headers: { 'Content-Security-Policy': policy() } })
    await ready(page)
    expect(await heard(page, 'palier-error')).toEqual([])
  })

test('where WASM runs the fallback is not used', async ({ page }) => {
  const body = '<palier-leaderboard limit="3"></palier-leaderboard>'
  const script = `configure({ fallback: 'frame', getToken: async () => token })`
  await open(page, { body, script, at: '', kit: '' })
  await expect(page.locator('palier-leaderboard [data-block]')).toHaveAttribute('data-state', 'ready')
  await expect(frame(page)).toHaveCount(0)
})

test('a policy without frames is said with what it lacks, and the page’s own content stands', async ({ page }) => {
  await open(page, { body: BOARD.replace('></', '><a href="/club">Our club</a></'), headers: { 'Content-Security-Policy': policy('') } })
  await expect.poll(() => heard(page, 'palier-error')).toHaveLength(1)
  const [{ detail }] = await heard(page, 'palier-error')
  expect(detail).toMatchObject({ code: 'frame-blocked', retryable: false })
  expect(detail.message).toContain(`frame-src ${KIT}`)
  await expect(page.getByRole('link', { name: 'Our club' })).toBeVisible()
  await expect(frame(page)).toHaveCount(0)
})

test('a frame that went elsewhere gets neither a port nor a token', async ({ page }) => {
  const evil = 'https://evil.example'
  await page.route('**/kit/frame.html', (route) => route.fulfill({ contentType: 'text/html', body: `<script>location = '${evil}/'</script>` }))
  await page.route(`${evil}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>got = []; onmessage = ({ data, ports }) => got.push([data, ports.length]); parent.postMessage({ palier: 'hello' }, '*')</script>`,
    }),
  )
  await open(page, { body: BOARD, script: 'configure({ getToken: async () => { asked.push(1); return token } })' })
  await expect.poll(() => page.frames().some((one) => one.url().startsWith(evil))).toBe(true)
  const other = page.frames().find((one) => one.url().startsWith(evil))
  // A round trip later whatever was sent would be here.
  await other.evaluate(() => new Promise((done) => setTimeout(done, 300)))
  expect(await other.evaluate(() => globalThis.got)).toEqual([])
  expect(await page.evaluate(() => globalThis.asked)).toEqual([])
})

test('a page that the frame’s address does not name is not heard by the frame', async ({ page }) => {
  await open(page, { body: '<p>No tag</p>' })
  const told = await page.evaluate(
    async ([kit, other]) => {
      const heard = []
      addEventListener('message', ({ data }) => heard.push(data))
      const frame = document.createElement('iframe')
      frame.src = `${kit}/kit/frame.html#${encodeURIComponent(other)}`
      document.body.append(frame)
      await new Promise((done) => (frame.onload = done))
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }) => heard.push(data)
      frame.contentWindow.postMessage({ palier: 'port' }, kit, [port2])
      port1.postMessage({ start: { kind: 'leaderboard', endpoint: `${kit}/v1`, locale: 'en' } })
      port1.postMessage({ look: { attributes: [], tokens: [], rem: '16px', dir: 'ltr' } })
      await new Promise((done) => setTimeout(done, 300))
      return heard
    },
    [KIT, 'https://other.example'],
  )
  expect(told).toEqual([])
  expect(await page.frames()[1].evaluate(() => document.body.childElementCount)).toBe(0)
})

test('attributes, properties, theme and tokens hold in the frame, and follow the page', async ({ page }) => {
  const early = `document.querySelector('palier-leaderboard').style.setProperty('--palier-color-accent', '#123456')`
  await open(page, { body: `<div lang="fr">${BOARD}</div>`, early })
  await ready(page)
  const block = inside(page).locator('[data-block]')
  const token = (name) => inside(page).locator('html').evaluate((root, name) => getComputedStyle(root).getPropertyValue(name), name)
  await expect(block).toHaveAttribute('lang', 'fr')
  await expect(frame(page)).toHaveAttribute('title', 'Classement')
  expect(await token('--palier-color-accent')).toBe('#123456')
  const light = await block.evaluate((node) => getComputedStyle(node).backgroundColor)
  await page.locator('palier-leaderboard').evaluate((one) => {
    one.heading = 'The race'
    one.headingLevel = 4
    one.theme = 'dark'
    // Set further up: no attribute of the tag changes.
    document.body.style.setProperty('--palier-radius', '3px')
  })
  await expect(inside(page).getByRole('heading', { level: 4, name: 'The race' })).toBeVisible()
  await expect(frame(page)).toHaveAttribute('title', 'The race')
  await expect.poll(() => block.evaluate((node) => getComputedStyle(node).backgroundColor)).not.toBe(light)
  await expect.poll(() => token('--palier-radius')).toBe('3px')
  await page.locator('palier-leaderboard').evaluate((one) => one.removeAttribute('heading'))
  await expect(inside(page).getByRole('heading', { name: 'The race' })).toHaveCount(0)
})

test('theme="auto" is what the page’s reader prefers', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page, { body: BOARD.replace('limit', 'theme="auto" limit') })
  await ready(page)
  const theme = () => inside(page).locator('palier-leaderboard').getAttribute('theme')
  expect(await theme()).toBe('dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(theme).toBe('light')
})

test('the frame is as high as its block, and follows it', async ({ page }) => {
  await open(page, { body: BOARD })
  await ready(page)
  const heights = async () => {
    const outer = await frame(page).evaluate((one) => one.getBoundingClientRect().height)
    const inner = await inside(page).locator('[data-block]').evaluate((one) => one.getBoundingClientRect().height)
    return Math.abs(outer - inner) < 1.5 && Math.round(inner)
  }
  await expect.poll(heights).toBeGreaterThan(0)
  const before = await heights()
  await page.locator('palier-leaderboard').evaluate((one) => (one.limit = 20))
  await expect.poll(heights).toBeGreaterThan(before)
  await page.setViewportSize({ width: 360, height: 800 })
  await expect.poll(heights).not.toBe(false)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('the page keeps what the block reserves while the frame is on its way', async ({ page }) => {
  const release = await hold(page, '**/kit/*.wasm')
  await page.addInitScript(() => {
    globalThis.shifts = []
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) globalThis.shifts.push(`${value} ${sources.map(({ node }) => node?.localName)}`)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await open(page, { body: `${BOARD.replace('limit="3"', '')}<p id="after">After</p>` })
  const place = () => page.locator('#after').evaluate((one) => Math.round(one.getBoundingClientRect().top))
  await inside(page).locator('palier-leaderboard').waitFor({ state: 'attached' })
  const before = await place()
  expect(before).toBeGreaterThan(400)
  await expect(frame(page)).toHaveCount(1)
  expect(await place()).toBe(before)
  release()
  await ready(page)
  expect(await page.evaluate(() => globalThis.shifts.filter((one) => /iframe|palier/.test(one)))).toEqual([])
})

test('the way in asks the page first: prevented it is the page’s, else it opens around the frame', async ({ page }) => {
  await open(page, { body: '<palier-points-history mode="frame"></palier-points-history>', member: null })
  await ready(page, 'palier-points-history', 'signed-out')
  const way = inside(page, 'palier-points-history').getByRole('link', { name: 'Sign in' })
  await page.evaluate(() => document.addEventListener('palier-sign-in', (event) => event.preventDefault(), { once: true }))
  await way.click()
  await expect.poll(() => heard(page, 'palier-sign-in')).toHaveLength(1)
  expect(page.url()).toBe(`${SHOP}/host/`)
  await way.click()
  await expect(page).toHaveURL(/\/demo\/sign-in/)
})

/** A reward that is reviewed in a frame: its dialog, the button that orders it, and the orders that were sent. */
async function reviewed(page) {
  const sent = []
  await page.route('**/v1/redemptions', (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    sent.push(route.request().postData())
    return route.fulfill({ status: 201, json: fixture('redemption_confirmed'), headers: { 'Access-Control-Allow-Origin': '*' } })
  })
  await open(page, { body: '<palier-reward-catalogue mode="frame" page-size="48"></palier-reward-catalogue>', member: 'top' })
  await ready(page, 'palier-reward-catalogue')
  const shop = inside(page, 'palier-reward-catalogue')
  await shop.getByRole('listitem').filter({ hasText: 'A metre of beach' }).getByRole('button').first().click()
  const dialog = shop.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Redeem' }).click()
  const confirm = dialog.locator('[part~="confirm"]')
  return { dialog, confirm, sent }
}

test('a redemption that the page prevents is not sent, and one that it lets pass is, once', async ({ page }) => {
  const { confirm, sent } = await reviewed(page)
  await page.evaluate(() => document.addEventListener('palier-before-redeem', (event) => event.preventDefault(), { once: true }))
  await confirm.click()
  await expect.poll(() => heard(page, 'palier-before-redeem')).toHaveLength(1)
  await expect(confirm).toBeVisible()
  expect(sent).toHaveLength(0)
  await confirm.dblclick()
  await expect.poll(() => heard(page, 'palier-redeemed')).toHaveLength(1)
  expect(sent).toHaveLength(1)
  expect((await heard(page, 'palier-before-redeem'))[1].detail).toMatchObject({ reward_id: 'ocean-cleanup' })
})

test('a redemption in a frame waits for the page, and shows its words', async ({ page }) => {
  const { dialog, confirm, sent } = await reviewed(page)
  await page.evaluate(() => {
    globalThis.waits = []
    document.addEventListener('palier-before-redeem', (event) => event.waitUntil(new Promise((yes, no) => globalThis.waits.push({ yes, no }))))
  })
  await confirm.click()
  await expect(confirm).toHaveText('One moment…')
  await page.evaluate(() => globalThis.waits[0].no('Not on Sundays.'))
  await expect(dialog.locator('[part~="notice"]')).toHaveText('Not on Sundays.')
  expect(sent).toHaveLength(0)
  await confirm.click()
  await expect.poll(() => page.evaluate(() => globalThis.waits.length)).toBe(2)
  await page.evaluate(() => globalThis.waits[1].yes())
  await expect.poll(() => heard(page, 'palier-redeemed')).toHaveLength(1)
  expect(sent).toHaveLength(1)
})

test('a dialog stands within what is seen of the frame, and gives the focus back', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 700 })
  await open(page, { body: '<palier-reward-catalogue mode="frame"></palier-reward-catalogue>' })
  await ready(page, 'palier-reward-catalogue')
  const shop = inside(page, 'palier-reward-catalogue')
  const opener = shop.locator('[aria-haspopup=dialog]').nth(5)
  await opener.scrollIntoViewIfNeeded()
  const scrolled = await page.evaluate(() => scrollY)
  await opener.click()
  const dialog = shop.getByRole('dialog')
  await expect(dialog).toBeVisible()
  const { y, height } = await dialog.boundingBox()
  expect(y).toBeGreaterThanOrEqual(0)
  expect(y + height).toBeLessThanOrEqual(701)
  expect(await page.evaluate(() => scrollY)).toBe(scrolled)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(opener).toBeFocused()
})

test('signing out and in again, and refreshing, reach the frame', async ({ page }) => {
  const seen = await open(page, { body: '<palier-points-history mode="frame" page-size="5"></palier-points-history>' })
  await ready(page, 'palier-points-history')
  await page.evaluate(() => globalThis.signOut())
  await ready(page, 'palier-points-history', 'signed-out')
  await page.evaluate(() => globalThis.configure({ getToken: async () => globalThis.token }))
  await ready(page, 'palier-points-history')
  const before = seen.requests.length
  await page.evaluate(() => globalThis.refresh(['balances']))
  await expect.poll(() => seen.requests.slice(before).filter((path) => path.startsWith('/v1/'))).toEqual(['/v1/me/balances'])
})

test('a removed element leaves no listener and no frame; moved or added again it is there', async ({ page }) => {
  await open(page, { body: `<div id="there"></div>${BOARD}` })
  await ready(page)
  const session = await page.context().newCDPSession(page)
  const listeners = async () => {
    const { result } = await session.send('Runtime.evaluate', { expression: 'window' })
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId })
    return listeners.filter(({ type }) => type === 'message').length
  }
  expect(await listeners()).toBe(1)
  await page.evaluate(() => document.getElementById('there').append(document.querySelector('palier-leaderboard')))
  await ready(page)
  await page.evaluate(() => {
    globalThis.gone = document.querySelector('palier-leaderboard')
    globalThis.gone.remove()
  })
  await expect.poll(listeners).toBe(0)
  expect(await page.evaluate(() => globalThis.gone.shadowRoot.querySelectorAll('iframe').length)).toBe(0)
  await page.evaluate(() => document.body.append(globalThis.gone))
  await ready(page)
  expect(await listeners()).toBe(1)
  await page.locator('palier-leaderboard').evaluate((one) => (one.mode = null))
  await expect(page.locator('palier-leaderboard [data-block]')).toHaveAttribute('data-state', 'ready')
  await expect(frame(page)).toHaveCount(0)
})

test('a whole portal stands in a frame too', async ({ page }) => {
  await open(page, { body: '<palier-portal mode="frame" portal="grove"></palier-portal>' })
  await expect(inside(page, 'palier-portal').getByRole('heading', { name: 'Grove Club' })).toBeVisible()
  await expect.poll(() => heard(page, 'palier-ready')).toHaveLength(1)
})

test('a page with frames is accessible, frames included', async ({ page }) => {
  await open(page, { body: `<main>${BOARD}<palier-tier-progress mode="frame"></palier-tier-progress></main>` })
  await ready(page)
  await ready(page, 'palier-tier-progress')
  expect(await amiss(page, [], { but: ['region'], frames: true })).toEqual([])
})

test('heights: a pixel is none, growth without an end is left, and another width begins anew', async () => {
  const { steady } = await module('steady')
  const heights = steady()
  expect(heights.take(400, 300, 0)).toBe(400)
  expect(heights.take(400.4, 300, 10)).toBe(null)
  expect(heights.take(Number.NaN, 300, 10)).toBe(null)
  expect(heights.take(-1, 300, 10)).toBe(null)
  let taken = 0
  for (let step = 1; step < 500; step += 1) if (heights.take(400 + step * 10, 300, step * 16) != null) taken += 1
  expect(taken).toBeLessThan(80)
  expect(heights.stuck()).toBe(true)
  expect(heights.take(500, 200, 9_000)).toBe(500)
  expect(heights.stuck()).toBe(false)
  // Whoever presses `Show more` once a second may go on for ever.
  for (let step = 1; step < 200; step += 1) expect(heights.take(500 + step * 10, 200, 9_000 + step * 1_100)).toBe(500 + step * 10)
})

test('what lies outside of the window keeps room for a dialog', async () => {
  const { outside } = await module('steady')
  expect(outside({ top: 50, bottom: 550, height: 500 }, 800)).toEqual([0, 0])
  expect(outside({ top: -600, bottom: 1400, height: 2000 }, 800)).toEqual([600, 600])
  expect(outside({ top: 700, bottom: 2700, height: 2000 }, 800)).toEqual([0, 1520])
  expect(outside({ top: -1900, bottom: 100, height: 2000 }, 800)).toEqual([1520, 0])
  expect(outside({ top: -100, bottom: 100, height: 200 }, 800)).toEqual([0, 0])
})
