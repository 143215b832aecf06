// The balance: what a member has, as cards and in one line of a page's header.
import { expect, test } from '@playwright/test'
import { drawn } from './pages/frames.js'
import { show } from './pages/gallery.js'
import { EACH, api, hold, open, settled, stateOf, tokenOf } from './pages/host.js'
import { problem } from './pages/replies.js'

const TAG = 'palier-balance'
const CARD = `<${TAG}></${TAG}>`
const LINE = `<${TAG} layout="compact"></${TAG}>`
const NAV = '<nav id="nav"><a href="#a">Shop</a> <a href="#b">Stores</a> <a href="#c">Help</a></nav>'
const HEADER = `<div id="row">${NAV}${LINE}</div><main id="main">Main</main>`
const CSS =
  'body{margin:0}#row{display:flex;align-items:center;justify-content:space-between;gap:16px;padding:12px}#nav{display:flex;gap:12px}#main{block-size:300px}'

const tag = (page) => page.locator(TAG).first()
const line = (page) => tag(page).locator('[data-block]')
const said = (page) => tag(page).locator('[role=status]')
const group = new Intl.NumberFormat('en')

async function balancesOf(page, member) {
  const token = await tokenOf(page.request, member)
  const reply = await page.request.get('/v1/me/balances', { headers: { Authorization: `Bearer ${token}` } })
  return reply.json()
}

/** Answers what the page asks of balances, from `state.balances`; `state.status` refuses instead. */
async function answer(page, state) {
  await page.route('**/v1/me/balances', (route) =>
    state.status ? route.fulfill(problem(state.status, state.type)) : route.fulfill({ contentType: 'application/json', body: JSON.stringify(state.balances) }),
  )
}

async function header(page, options = {}) {
  await page.addInitScript(() => {
    globalThis.shifts = []
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) shifts.push({ value, of: sources.map(({ node }) => node?.id || node?.localName).join() })
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.route('/header.css', (route) => route.fulfill({ contentType: 'text/css', body: CSS }))
  return open(page, { head: '<link rel="stylesheet" href="/kit/palier.css"><link rel="stylesheet" href="/header.css">', body: HEADER, ...options })
}

test('the amounts are those that the backend gives', async ({ page }) => {
  const { balances } = await balancesOf(page, 'almost')
  await open(page, { body: CARD })
  await settled(page, TAG)
  const cards = tag(page).locator('[part~=balance]')
  await expect(cards).toHaveCount(balances.length)
  for (const [at, { available, pending }] of balances.entries()) {
    await expect(cards.nth(at)).toContainText(`${group.format(available)} `)
    if (pending) await expect(cards.nth(at)).toContainText(`${group.format(pending)} `)
  }
})

test('a card says what is there, pending, set aside, lapses next, and was earned in all', async ({ page }) => {
  const block = await show(page, 'balance', 'ready')
  await expect(block.getByRole('heading', { level: 2, name: 'Your balance' })).toBeVisible()
  const [points, gems] = [block.locator('[part~=balance]').first(), block.locator('[part~=balance]').nth(1)]
  await expect(points).toContainText(/Points.*2,600 points.*140 points pending.*300 points set aside for orders.*180 points lapse on Nov.29,.2026.*6,740 points earned so far/)
  await expect(gems).toContainText(/7 gems.*Never lapses/)
  // It would say nothing new.
  await expect(gems).not.toContainText('earned so far')
})

test('one currency is shown where the page asks for one', async ({ page }) => {
  await open(page, { body: `<${TAG} currency="gems"></${TAG}>` })
  await settled(page, TAG)
  await expect(tag(page).locator('[part~=balance]')).toHaveCount(1)
  await expect(tag(page)).not.toContainText('points')
  await tag(page).evaluate((element) => (element.currency = 'points'))
  await expect(tag(page).locator('[part~=balance]')).toContainText('points')
})

test('a currency that there is not is told to the developer, and members read why there is nothing', async ({ page }) => {
  const seen = await open(page, { body: `<${TAG} currency="shells"></${TAG}>` })
  await expect(tag(page).getByText('No balance to show')).toBeVisible()
  expect(await stateOf(page, TAG)).toEqual(['empty'])
  await expect.poll(() => seen.warnings).toEqual(['<palier-balance currency="shells">: the backend has none of that id; it has points, gems.'])
})

test('beside all others it asks for nothing more', async ({ page }) => {
  const seen = await open(page, { body: `${LINE}${EACH}` })
  await settled(page)
  expect(api(seen).filter((path) => path === '/v1/me/balances')).toHaveLength(1)
  expect(api(seen).filter((path, at) => api(seen).indexOf(path) !== at)).toEqual([])
})

test('a change is shown and told once, whichever of the page’s balances hears of it', async ({ page }) => {
  const state = { balances: await balancesOf(page, 'almost') }
  await answer(page, state)
  await open(page, { body: `${LINE}${CARD}` })
  await settled(page, TAG)
  await page.evaluate((name) => {
    globalThis.told = []
    for (const element of document.querySelectorAll(name)) {
      const status = element.shadowRoot.querySelector('[role=status]')
      new MutationObserver(() => status.textContent && told.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true })
    }
  }, TAG)
  const [points] = state.balances.balances
  const before = points.available
  points.available = before - 120
  state.balances.as_of = '2030-01-01T00:00:00Z'
  await page.evaluate(() => refresh(['balances']))
  const now = `${group.format(before - 120)} points`
  await expect(tag(page).locator('[part~=amount]')).toHaveText(now)
  await expect(page.locator(TAG).nth(1).locator('[part~=balance]').first()).toContainText(now)
  await expect.poll(() => page.evaluate(() => told)).toEqual([`You now have ${now}.`])
  // Read again and the same: nothing is said.
  state.balances.as_of = '2030-01-01T00:01:00Z'
  await page.evaluate(() => refresh(['balances']))
  points.available = before
  await page.evaluate(() => refresh(['balances']))
  await expect.poll(() => page.evaluate(() => told.length)).toBe(2)
})

for (const width of [360, 1280]) {
  test(`in a header it is as wide as what it says, and nothing moves while it comes, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    const kit = await hold(page, '**/kit/palier.js')
    const wasm = await hold(page, '**/kit/*.wasm')
    const opened = header(page)
    await page.locator('#main').waitFor()
    await drawn(page)
    const places = () => page.evaluate(() => ['#nav', '#main', 'palier-balance'].map((one) => document.querySelector(one).getBoundingClientRect().toJSON()))
    const [, , undefinedTag] = await places()
    const before = await places()
    kit()
    await opened
    await page.waitForFunction(() => document.querySelector('palier-balance').matches(':state(loading)'))
    await drawn(page)
    expect(await places()).toEqual(before)
    expect(undefinedTag.width).toBe(120)
    wasm()
    await settled(page, TAG)
    await drawn(page)
    const [nav, main, box] = await places()
    expect([nav.x, nav.y, main.y]).toEqual([before[0].x, before[0].y, before[1].y])
    const inside = await line(page).evaluate((root) => root.getBoundingClientRect().width)
    expect(Math.abs(box.width - inside)).toBeLessThan(1)
    expect(box.width).toBeLessThan(200)
    expect(box.right).toBeCloseTo(width - 12, 0)
    expect(await page.evaluate(() => shifts.filter(({ of }) => /nav|main|row/.test(of)))).toEqual([])
    expect(await page.evaluate(() => shifts.reduce((sum, { value }) => sum + value, 0))).toBeLessThan(0.001)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    // A longer amount makes it wider.
    await tag(page).evaluate((element) => element.shadowRoot.querySelector('[part~=amount]').append(' and more'))
    expect((await places())[2].width).toBeGreaterThan(box.width + 40)
  })
}

test('in one line it says what the amount is of, in the page’s own ink, without a heading', async ({ page }) => {
  await header(page, { body: `<div style="color:rgb(120, 20, 60)">${HEADER}</div>` })
  await settled(page, TAG)
  await expect(line(page)).toContainText(/^Your balance [\d,]+ points$/)
  await expect(tag(page).getByRole('heading')).toHaveCount(0)
  expect(await tag(page).locator('[part~=amount]').evaluate((one) => getComputedStyle(one).color)).toBe('rgb(120, 20, 60)')
})

test('the page may turn it from one into the other', async ({ page }) => {
  await open(page, { body: LINE })
  await settled(page, TAG)
  const narrow = (await tag(page).boundingBox()).width
  await tag(page).evaluate((element) => (element.layout = 'card'))
  await expect(tag(page).getByRole('heading', { name: 'Your balance' })).toBeVisible()
  expect((await tag(page).boundingBox()).width).toBeGreaterThan(narrow + 200)
  await tag(page).evaluate((element) => (element.layout = 'compact'))
  await expect(tag(page).getByRole('heading')).toHaveCount(0)
  expect((await tag(page).boundingBox()).width).toBeCloseTo(narrow, 0)
})

test('for nobody there is a small way in, which the page may take over', async ({ page }) => {
  await header(page, { member: null, script: "document.addEventListener('palier-sign-in', (event) => event.preventDefault())" })
  await settled(page, TAG, ['signed-out'])
  const button = tag(page).getByRole('link', { name: 'Sign in' })
  const { height } = await button.boundingBox()
  expect(height).toBeGreaterThanOrEqual(24)
  expect(height).toBeLessThanOrEqual(32)
  await button.click()
  expect(await page.evaluate(() => heard.filter(({ name }) => name === 'palier-sign-in').length)).toBe(1)
  expect(page.url()).toContain('/host/')
})

test('what fails is a dash for the eye, words for the ear, and a way to try again', async ({ page }) => {
  const state = { status: 503, type: 'unavailable', balances: await balancesOf(page, 'almost') }
  await answer(page, state)
  await header(page)
  await settled(page, TAG, ['failed'])
  await expect(line(page)).toContainText('Your balance –This did not load')
  await expect(said(page)).toContainText('This did not load')
  const again = tag(page).getByRole('button', { name: 'Try again' })
  const box = await again.boundingBox()
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24)
  state.status = null
  await again.press('Enter')
  await settled(page, TAG)
  await expect(tag(page).locator('[part~=amount]')).toContainText('points')
  // The button that had the focus is gone: the line keeps it.
  expect(await page.evaluate(() => document.activeElement.localName)).toBe(TAG)
})

test('old data stays when it cannot be brought up to date, and can be asked for again', async ({ page }) => {
  const state = { balances: await balancesOf(page, 'almost') }
  await answer(page, state)
  await header(page)
  await settled(page, TAG)
  const shown = await tag(page).locator('[part~=amount]').textContent()
  Object.assign(state, { status: 503, type: 'unavailable' })
  await page.evaluate(() => refresh(['balances']))
  const again = tag(page).getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  await expect(tag(page).locator('[part~=amount]')).toHaveText(shown)
  await expect(said(page)).toContainText('Could not be updated.')
  state.status = null
  await again.click()
  await expect(again).toHaveCount(0)
})
