// Places that are not shown, or not at first: the tags are drawn there, and have their size once they are seen.
// And paper, and readers who ask for more contrast.
import { expect, test } from '@playwright/test'
import { api, heard, open, settled } from './pages/host.js'

const board = (place) => `<palier-leaderboard id="${place}" limit="5"></palier-leaderboard>`
const PLACES = {
  details: ['<details><summary>More</summary>', '</details>'],
  dialog: ['<dialog>', '</dialog>'],
  popover: ['<div popover="manual">', '</div>'],
  none: ['<div style="display: none">', '</div>'],
  hidden: ['<div style="content-visibility: hidden">', '</div>'],
  inert: ['<div inert>', '</div>'],
  drawing: ['<svg width="600" height="900"><foreignObject width="600" height="900">', '</foreignObject></svg>'],
  scope: ['<div><template shadowrootmode="open">', '</template></div>'],
}

test('whatever a tag stands in, it is drawn, and as high as it is once it is seen', async ({ page }) => {
  const body = Object.entries(PLACES).map(([place, [before, after]]) => `${before}${board(place)}${after}`)
  const seen = await open(page, { body: body.join('') })
  const count = Object.keys(PLACES).length
  await expect.poll(async () => (await heard(page, 'palier-ready')).length).toBe(count)
  await page.evaluate(() => {
    document.querySelector('details').open = true
    document.querySelector('[popover]').showPopover()
    for (const one of document.querySelectorAll('[style]')) one.style = ''
    document.querySelector('dialog').showModal()
  })
  for (const place of Object.keys(PLACES)) {
    const tag = page.locator(`#${place}`)
    // Far from view it is not laid out.
    await tag.evaluate((one) => one.scrollIntoView())
    const height = () => tag.evaluate((one) => one.matches(':state(ready)') && one.shadowRoot.querySelector('.pl-block').getBoundingClientRect().height)
    await expect.poll(height, place).toBeGreaterThan(400)
  }
  expect(api(seen).sort()).toEqual([...new Set(api(seen))].sort())
  expect([...seen.errors, ...seen.warnings, ...seen.uncaught]).toEqual([])
})

test('on paper letters are dark, progress is seen, and rows stay whole', async ({ page }) => {
  await open(page, { body: '<palier-tier-progress theme="dark"></palier-tier-progress><palier-leaderboard theme="dark"></palier-leaderboard>' })
  await settled(page, 'palier-tier-progress, palier-leaderboard')
  const looks = () =>
    page.evaluate(() => {
      const of = (tag, part) => getComputedStyle(document.querySelector(tag).shadowRoot.querySelector(part))
      const ink = of('palier-tier-progress', '.pl-block').color
      return { ink, bar: of('palier-tier-progress', '[part=progress]').printColorAdjust, row: of('palier-leaderboard', 'tbody tr').breakInside }
    })
  expect(await looks()).toMatchObject({ ink: 'rgb(240, 242, 246)', row: 'auto' })
  await page.emulateMedia({ media: 'print' })
  expect(await looks()).toEqual({ ink: 'rgb(23, 26, 33)', bar: 'exact', row: 'avoid' })
})

for (const theme of ['light', 'dark'])
  test(`who asks for more contrast has no soft letters and no faint rules, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ contrast: 'more' })
    await open(page, { body: `<palier-leaderboard theme="${theme}" style="--palier-color-line: #eee"></palier-leaderboard>` })
    await settled(page, 'palier-leaderboard')
    const [ink, soft, rule] = await page.locator('palier-leaderboard').evaluate((one) => {
      const of = (selector) => getComputedStyle(one.shadowRoot.querySelector(selector))
      return [of('.pl-block').color, of('.pl-soft').color, of('.pl-block').borderTopColor]
    })
    expect(soft).toBe(ink)
    expect(rule).toBe(theme === 'dark' ? 'rgb(124, 132, 148)' : 'rgb(134, 141, 156)')
  })
