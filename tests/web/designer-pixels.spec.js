// The canvas is the published page, pixel by pixel.
import { expect, test } from '@playwright/test'

import { FIVE, block, enter, section, text, words } from './pages/designer.js'
import { open } from './pages/host.js'
import { difference, pictured, published, settled } from './pages/pixels.js'

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"

/** As high as the pages compared, so that nothing has to be scrolled. */
const TALL = 8000

const EVERYTHING = [
  block('b1', 'hero', { props: { title: words('Grove Club'), text: words('Good things grow slowly.'), image: '/media/heroes/grove.svg', button: { label: words('Look around'), href: '/docs/' } } }),
  block('b2', 'member-header'),
  section('b3', [block('b4', 'tier-progress'), text('b5', 'Words of the brand')], { props: { title: words('Where you stand'), background: 'tint' } }),
  block('b6', 'columns', { slots: { start: [block('b7', 'image', { props: { src: '/media/heroes/guild.svg', alt: words('A workshop') } })], end: [block('b8', 'button', { props: { label: words('Rewards'), href: '/docs/' } })] } }),
  block('b9', 'spacer', { props: { size: 'l' } }),
  block('b10', 'leaderboard', { props: { board: 'week', limit: 5 }, at: { md: { limit: 8 } } }),
  section('b11', [block('b12', 'badge-collection')], { props: { title: words('Badges'), background: 'accent' } }),
  text('b13', 'Not on phones', { hidden: { base: true, md: false } }),
]

for (const [name, root, theme] of [
  ['with a hero', EVERYTHING, {}],
  ['without one, dark', [text('c1', 'First words'), ...FIVE.slice(1, 3)], { scheme: 'dark' }],
]) {
  test(`the canvas at 360 px is the published page, pixel by pixel: ${name}`, async ({ page, browser, baseURL }) => {
    const id = await published(page, root, { theme })
    await page.setViewportSize({ width: 1440, height: TALL })
    await enter(page, id)
    await page.locator('[data-preview-as]').selectOption('almost')
    await page.getByRole('button', { name: 'Phone, 360 pixels' }).click()
    await page.getByRole('button', { name: 'Try it' }).click()
    await settled(page, '[data-page]')
    const canvas = await pictured(page, '[data-page]')
    // A blank page has a margin of 8 px: what stands in it is 360 px wide.
    const context = await browser.newContext({ baseURL, viewport: { width: 376, height: TALL }, locale: 'en-GB', timezoneId: 'UTC' })
    const blank = await context.newPage()
    const seen = await open(blank, { early: 'brand.remove()', body: `<palier-portal portal="${id}" locale="en"></palier-portal>`, headers: { 'Content-Security-Policy': POLICY } })
    await settled(blank, 'palier-portal')
    const snippet = await pictured(blank, 'palier-portal')
    expect(seen.errors).toEqual([])
    await context.close()
    const { part, why } = await difference(browser, canvas, snippet)
    expect(part, why).toBeLessThanOrEqual(0.001)
  })
}
