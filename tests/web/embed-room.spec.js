// The room of tags on a page: before the kit is there, for readers who see little, and between parents
// that ask how wide a tag would like to be.
import { expect, test } from '@playwright/test'
import { drawn } from './pages/frames.js'
import { TAGS, hold, open, settled } from './pages/host.js'

const SHEET = '<link rel="stylesheet" href="/kit/palier.css"><link rel="stylesheet" href="/room.css">'
const FOOT = '<footer id="foot">Footer</footer>'

/** Opens a page with the kit's sheet and a footer, and notes what moves. */
async function shop(page, options) {
  await page.addInitScript(() => {
    globalThis.shifts = []
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) shifts.push({ value, of: sources.map(({ node }) => node?.id || node?.localName).join() })
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.route('/room.css', (route) => route.fulfill({ contentType: 'text/css', body: '#foot{block-size:300px;background:#ccc}' }))
  return open(page, { head: SHEET, ...options, body: options.body + FOOT })
}

const shifts = (page) => page.evaluate(() => globalThis.shifts.filter(({ of }) => of.includes('foot')))
const total = async (page) => (await shifts(page)).reduce((sum, { value }) => sum + value, 0)
const foot = (page) => page.locator('#foot').evaluate((one) => Math.round(one.getBoundingClientRect().top + scrollY))

for (const width of [390, 1280])
  test(`before the kit is there its tags have their room already, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    const kit = await hold(page, '**/kit/palier.js')
    const wasm = await hold(page, '**/kit/*.wasm')
    const opened = shop(page, { body: TAGS.map((tag) => `<${tag}><p>What stands in for it.</p></${tag}>`).join('<hr>') })
    await page.locator('#foot').waitFor()
    await drawn(page)
    const before = await foot(page)
    expect(await page.evaluate(() => document.querySelector('palier-leaderboard').matches(':defined'))).toBe(false)
    kit()
    await opened
    await page.waitForFunction(() => document.querySelector('palier-leaderboard').matches(':state(loading)'))
    await drawn(page)
    expect(await foot(page)).toBe(before)
    wasm()
    await settled(page)
  })

for (const tag of ['palier-leaderboard', 'palier-reward-catalogue', 'palier-badge-collection'])
  test(`the page around ${tag} hardly moves while it arrives`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 900 })
    await shop(page, { body: `<${tag}></${tag}>` })
    await settled(page, tag)
    await drawn(page)
    expect(await total(page)).toBeLessThan(0.1)
  })

for (const width of [390, 1280])
  for (const tag of ['palier-points-history', 'palier-tier-progress', 'palier-leaderboard'])
    test(`a page that says that nobody is signed in keeps what nobody sees: ${tag} at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await shop(page, { body: `<${tag}></${tag}>`, member: null, html: 'lang="en" data-palier="nobody"' })
      await settled(page, tag, ['ready', 'signed-out'])
      await drawn(page)
      expect(await total(page)).toBeLessThan(0.1)
    })

test('a page without a token keeps the room of nobody, and that of a member once one signs in', async ({ page }) => {
  const release = await hold(page, '**/kit/*.wasm')
  await open(page, { body: '<palier-points-history></palier-points-history>', script: '' })
  const height = () => page.locator('palier-points-history').evaluate((one) => one.getBoundingClientRect().height)
  await expect.poll(height).toBeLessThan(500)
  await page.evaluate(() => globalThis.configure({ getToken: async () => globalThis.token }))
  await expect.poll(height).toBeGreaterThan(1000)
  release()
  await settled(page, 'palier-points-history')
})

const PARENTS = {
  'a centring column': '#parent{display:flex;flex-direction:column;align-items:center}',
  'a centring grid': '#parent{display:grid;justify-items:center}',
  'a row with other content': '#parent{display:flex}',
  'a float': '#parent{float:left}',
  'what stands out of the flow': '#parent{position:absolute}',
  'what is as wide as its content': '#parent{inline-size:fit-content}',
}

for (const viewport of [1280, 360])
  test(`whatever parent it has, a tag is as wide as a card or its room, at ${viewport} px`, async ({ page }) => {
    await page.setViewportSize({ width: viewport, height: 900 })
    let sheet = ''
    await page.route('/room.css', (route) => route.fulfill({ contentType: 'text/css', body: `body{margin:0}${sheet}` }))
    for (const [what, css] of Object.entries(PARENTS)) {
      sheet = css
      await test.step(what, async () => {
        await open(page, { head: SHEET, body: '<div id="parent"><palier-leaderboard limit="3"></palier-leaderboard><p>Side</p></div>' })
        await settled(page, 'palier-leaderboard')
        const { width } = await page.locator('palier-leaderboard').boundingBox()
        expect.soft(width, what).toBeGreaterThan(250)
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), what).toBeLessThanOrEqual(0)
      })
    }
  })

test('in the flow a tag fills its parent, margins and all', async ({ page }) => {
  await page.route('/room.css', (route) => route.fulfill({ contentType: 'text/css', body: '#parent{inline-size:500px}palier-leaderboard{margin-inline:-20px 30px}' }))
  await open(page, { head: SHEET, body: '<div id="parent"><palier-leaderboard limit="3"></palier-leaderboard></div>' })
  await settled(page, 'palier-leaderboard')
  expect((await page.locator('palier-leaderboard').boundingBox()).width).toBe(490)
})

test('a dialog as wide as its content shows the tag in it', async ({ page }) => {
  await open(page, { body: '<dialog id="parent"><palier-leaderboard limit="3"></palier-leaderboard></dialog>' })
  await page.evaluate(() => document.getElementById('parent').showModal())
  await settled(page, 'palier-leaderboard')
  expect((await page.locator('palier-leaderboard').boundingBox()).width).toBeGreaterThan(250)
})

test('a brand’s shadow is painted as far as it says', async ({ page }) => {
  await open(page, { body: '<palier-leaderboard></palier-leaderboard>' })
  await settled(page, 'palier-leaderboard')
  const margin = () => page.locator('palier-leaderboard').evaluate((one) => getComputedStyle(one.shadowRoot.querySelector('.pl-place')).overflowClipMargin)
  expect(await margin()).toBe('96px')
  await page.evaluate(() => document.documentElement.style.setProperty('--palier-bleed', '10rem'))
  expect(await margin()).toBe('160px')
})

test('content that the page adds later stands in for a tag too', async ({ page }) => {
  const release = await hold(page, '**/kit/*.wasm')
  await open(page, { body: '<palier-leaderboard></palier-leaderboard>' })
  const tag = page.locator('palier-leaderboard')
  await page.waitForFunction(() => document.querySelector('palier-leaderboard').matches(':state(loading)'))
  await tag.evaluate((one) => one.append(Object.assign(document.createElement('p'), { textContent: 'Our ranking' })))
  await expect(page.getByText('Our ranking')).toBeVisible()
  release()
  await settled(page, 'palier-leaderboard')
  await expect(page.getByText('Our ranking')).toBeHidden()
})
