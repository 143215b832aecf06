// The guides as pages: they can be read by anybody at any width, and lead where they say.
import { expect, test } from '@playwright/test'
import { clean } from './pages/axe.js'

/** The addresses of all pages, as the list beside each has them. */
async function pages(page) {
  await page.goto('/docs/')
  return page.locator('nav.pages a[href$=".html"]').evaluateAll((links) => links.map(({ pathname }) => pathname))
}

for (const [scheme, width] of [['light', 1280], ['dark', 360]]) {
  test(`every page is accessible and as wide as the window, ${scheme} at ${width} px`, async ({ page }) => {
    test.setTimeout(180_000)
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width, height: 800 })
    const all = await pages(page)
    expect(all.length).toBeGreaterThan(8)
    for (const address of ['/docs/', ...all]) {
      await page.goto(address)
      await clean(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(0)
    }
  })
}

test('every link of a page leads to a page and a place that are there', async ({ page, request }) => {
  const places = new Map()
  const links = []
  for (const address of ['/docs/', ...(await pages(page))]) {
    await page.goto(address)
    places.set(new URL(page.url()).pathname, await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id)))
    links.push(...(await page.locator('a[href]').evaluateAll((all) => all.map(({ href }) => [location.pathname, href]))))
  }
  const asked = new Map()
  for (const [from, href] of links) {
    const url = new URL(href)
    if (url.host !== new URL(page.url()).host) continue
    const path = url.pathname
    // Any other address is a portal's, which answers whatever is asked for.
    expect.soft(path, `${from}: ${href}`).toMatch(/^\/((docs|gallery|designer|embed|demo|v1|kit)\/.*)?$/)
    if (!asked.has(path)) asked.set(path, (await request.get(path, { headers: { accept: 'text/html' } })).status())
    expect.soft(asked.get(path), `${from}: ${href}`).toBe(200)
    if (url.hash && places.has(path)) expect.soft(places.get(path), `${from}: ${href}`).toContain(decodeURIComponent(url.hash.slice(1)))
  }
})

test('on a phone the list of pages opens from a button, and Escape closes it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto('/docs/contract')
  const list = page.getByRole('navigation', { name: 'Documentation' })
  await expect(list).toBeHidden()
  await page.getByRole('button', { name: 'All pages' }).click()
  await expect(list.getByRole('link', { name: 'The contract' })).toHaveAttribute('aria-current', 'page')
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
})
