// A reader whose browser has letters of twice the size (WCAG 2.2, 1.4.4): the kit grows with them, whatever the
// page's root.
import { expect, test } from '@playwright/test'
import config from './playwright.config.ts'
import { open, settled } from './pages/host.js'

const { launchOptions } = config.use
test.use({ launchOptions: { ...launchOptions, args: [...launchOptions.args, '--blink-settings=defaultFontSize=32'] } })

for (const size of ['100%', '62.5%'])
  test(`letters of 32 px double everything, with a root of ${size}`, async ({ page }) => {
    await page.setViewportSize({ width: 1400, height: 900 })
    const body = '<palier-reward-catalogue></palier-reward-catalogue>'
    await open(page, { body, head: `<style>html{font-size:${size}}</style>` })
    await settled(page, 'palier-reward-catalogue')
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(size === '100%' ? '32px' : '20px')
    const of = (part, as) => page.locator(`palier-reward-catalogue [part~="${part}"]`).first().evaluate((one, as) => getComputedStyle(one)[as], as)
    expect(await of('base', 'fontSize')).toBe('30px')
    expect(await of('heading', 'fontSize')).toBe('36px')
    expect(await of('base', 'paddingTop')).toBe('40px')
    expect(await of('select', 'minHeight')).toBe('76px')
    // 30rem are 960 px now: in a block of 1,000 px the filters stand as in one of 500.
    await page.setViewportSize({ width: 1000, height: 900 })
    await expect.poll(() => of('categories', 'flexWrap')).toBe('nowrap')
  })
