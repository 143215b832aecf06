// A page whose root is not what the browser gave it, as `html { font-size: 62.5% }` of many a brand: the kit's
// sizes are the reader's, not the root's.
import { expect, test } from '@playwright/test'
import { drawn } from './pages/frames.js'
import { TAGS, hold, open, settled } from './pages/host.js'

const ALL = [...TAGS, 'palier-portal']
const BODY = `${TAGS.map((tag) => `<${tag}></${tag}>`).join('')}<palier-portal portal="grove"></palier-portal>`
const SHEET = '<link rel="stylesheet" href="/kit/palier.css">'
const root = (size) => `${SHEET}<style>html{font-size:${size}}body{font:16px/1.5 monospace;margin:8px}h1{margin:0;font-size:20px}</style>`

/** Width, height and letters of everything that has a part, by tag. */
const boxes = (page) =>
  page.evaluate(
    (tags) =>
      tags.flatMap((tag) =>
        [...document.querySelector(tag).shadowRoot.querySelectorAll('[part]')].map((node) => {
          const { width, height } = node.getBoundingClientRect()
          return `${tag} ${node.part} ${Math.round(width)}x${Math.round(height)} ${parseFloat(getComputedStyle(node).fontSize).toFixed(2)}`
        }),
      ),
    ALL,
  )


/** A page with that root: the room that its tags keep before the kit is there, and their boxes after. */
async function shown(page, size, width) {
  await page.setViewportSize({ width, height: 900 })
  const kit = await hold(page, '**/kit/palier.js')
  const opened = open(page, { body: BODY, head: root(size) })
  await page.locator('palier-portal').waitFor({ state: 'attached' })
  await drawn(page)
  const rooms = () => page.evaluate((tags) => tags.map((tag) => document.querySelector(tag).getBoundingClientRect().height), ALL)
  const room = await rooms()
  kit()
  await opened
  await settled(page, ALL.join())
  await page.waitForFunction(() => document.querySelector('palier-portal').shadowRoot.querySelectorAll('[data-block][data-state="loading"]').length === 0)
  // What is far from view is laid out for this.
  await page.evaluate((tags) => tags.forEach((tag) => (document.querySelector(tag).shadowRoot.querySelector('.pl-place').style.contentVisibility = 'visible')), ALL)
  await drawn(page)
  return { room, boxes: await boxes(page) }
}

for (const width of [360, 1100])
  test(`with a root of 62.5 % all is as large as with one of 100 %, at ${width} px`, async ({ browser }) => {
    test.setTimeout(180_000)
    const seen = {}
    for (const size of ['100%', '62.5%']) {
      const page = await browser.newPage()
      seen[size] = await shown(page, size, width)
      await page.close()
    }
    expect(seen['100%'].boxes.length).toBeGreaterThan(200)
    expect(seen['62.5%'].room).toEqual(seen['100%'].room)
    expect(seen['62.5%'].boxes).toEqual(seen['100%'].boxes)
  })

test('the page’s own children keep the page’s letters, and a unit of its own is followed', async ({ page }) => {
  const wasm = await hold(page, '**/kit/*.wasm')
  const body = '<palier-leaderboard><p id="own">Ours</p></palier-leaderboard><palier-tier-progress style="--palier-unit:1rem"></palier-tier-progress>'
  await open(page, { body, head: root('62.5%') })
  const letters = (selector) => page.locator(selector).evaluate((one) => getComputedStyle(one).fontSize)
  expect(await letters('#own')).toBe('16px')
  wasm()
  await settled(page, 'palier-leaderboard, palier-tier-progress')
  expect(await letters('palier-leaderboard [part~="heading"]')).toBe('18px')
  expect(await letters('palier-tier-progress [part~="heading"]')).toBe('11.25px')
})
