// Every ready-made portal: what the canvas draws is what members get, at every width that there is a button for.
import { readFileSync, readdirSync } from 'node:fs'

import { expect, test } from '@playwright/test'

import { enter } from './pages/designer.js'
import { open } from './pages/host.js'
import { difference, pictured, published, settled } from './pages/pixels.js'

const TEMPLATES = new URL('../../src/designer/templates/portals/', import.meta.url)

/** As high as the longest of them, so that nothing has to be scrolled. */
const TALL = 9000

const WIDTHS = [['Phone, 360 pixels', 360], ['Tablet, 768 pixels', 768], ['Desktop, 1,280 pixels', 1280]]

test.setTimeout(300_000)

for (const file of readdirSync(TEMPLATES)) {
  test(`the canvas is the published page at three widths: ${file}`, async ({ page, browser, baseURL }) => {
    const { root, theme } = JSON.parse(readFileSync(new URL(file, TEMPLATES), 'utf8'))
    const id = await published(page, root, { theme })
    await page.setViewportSize({ width: 1440, height: TALL })
    await enter(page, id)
    await page.locator('[data-preview-as]').selectOption('almost')
    await page.getByRole('button', { name: 'Try it' }).click()
    const context = await browser.newContext({ baseURL, locale: 'en-GB', timezoneId: 'UTC' })
    const member = await context.newPage()
    await open(member, { early: 'brand.remove()', body: `<palier-portal portal="${id}" locale="en"></palier-portal>` })
    for (const [name, width] of WIDTHS) {
      await page.getByRole('button', { name }).click()
      await settled(page, '[data-page]')
      const canvas = await pictured(page, '[data-page]')
      // A blank page has a margin of 8 px.
      await member.setViewportSize({ width: width + 16, height: TALL })
      await settled(member, 'palier-portal')
      const { part, why } = await difference(browser, canvas, await pictured(member, 'palier-portal'))
      expect(part, `${width} px: ${why}`).toBeLessThanOrEqual(0.001)
    }
    await context.close()
  })
}
