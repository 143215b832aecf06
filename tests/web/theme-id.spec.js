// `theme="ID"`: a tag takes on the theme of a published portal.
import { expect, test } from '@playwright/test'
import { api, heard, open, settled } from './pages/host.js'
import { published } from './pages/pixels.js'

const GUILD = '#1d3557'
const accent = (page, selector) =>
  page.locator(`${selector} [part~="base"]`).first().evaluate((one) => getComputedStyle(one).getPropertyValue('--palier-color-accent').trim())
const radius = (page, selector) => page.locator(`${selector} [part~="base"]`).first().evaluate((one) => getComputedStyle(one).borderTopLeftRadius)
const themes = (seen) => api(seen).filter((path) => path.endsWith('/theme'))

test('tags take on the theme of their id, those without stay as they are, and one request is enough', async ({ page }) => {
  const body = `<palier-leaderboard theme="guild"></palier-leaderboard><palier-tier-progress></palier-tier-progress><palier-reward-catalogue theme="guild"></palier-reward-catalogue>`
  const seen = await open(page, { body })
  await settled(page, 'palier-leaderboard, palier-tier-progress, palier-reward-catalogue')
  for (const tag of ['palier-leaderboard', 'palier-reward-catalogue']) {
    await expect.poll(() => accent(page, tag)).toBe(GUILD)
    expect(await radius(page, tag)).toBe('4px')
    // Its own scheme too.
    expect(await page.locator(`${tag} .pl-place`).getAttribute('data-theme')).toBe('light')
  }
  expect(await accent(page, 'palier-tier-progress')).toBe('')
  expect(await radius(page, 'palier-tier-progress')).toBe('14px')
  expect(themes(seen)).toEqual(['/v1/portals/guild/theme'])
  expect([...seen.errors, ...seen.warnings, ...seen.uncaught]).toEqual([])
})

test('a theme is changed and given up, without anything being drawn anew', async ({ page }) => {
  await open(page, { body: '<palier-leaderboard theme="guild"></palier-leaderboard>' })
  await settled(page, 'palier-leaderboard')
  await expect.poll(() => accent(page, 'palier-leaderboard')).toBe(GUILD)
  const row = await page.locator('palier-leaderboard [part~="row"]').first().elementHandle()
  await page.evaluate(() => (document.querySelector('palier-leaderboard').theme = 'arcade'))
  const scheme = () => page.locator('palier-leaderboard .pl-place').getAttribute('data-theme')
  await expect.poll(scheme).toBe('dark')
  await expect.poll(() => radius(page, 'palier-leaderboard')).toBe('20px')
  await page.evaluate(() => (document.querySelector('palier-leaderboard').theme = 'light'))
  await expect.poll(() => radius(page, 'palier-leaderboard')).toBe('14px')
  expect(await scheme()).toBe('light')
  expect(await row.evaluate((one) => one.isConnected)).toBe(true)
})

test('an id that there is not is told to developers, and the tag draws itself as without', async ({ page }) => {
  const seen = await open(page, { body: '<palier-leaderboard theme="gild"></palier-leaderboard>' })
  await settled(page, 'palier-leaderboard')
  await expect.poll(() => seen.warnings.filter((text) => text.includes('theme="gild"')).length).toBe(1)
  expect(await heard(page, 'palier-error')).toEqual([])
  expect(await radius(page, 'palier-leaderboard')).toBe('14px')
  expect(await page.locator('palier-leaderboard .pl-place').getAttribute('data-theme')).toBe('auto')
})

test('a theme that is configured is every tag’s, and a portal’s in place of its document’s', async ({ page }) => {
  const body = '<palier-portal portal="arcade"></palier-portal>'
  const seen = await open(page, { body, script: `configure({ theme: 'guild', getToken: async () => token })` })
  await settled(page, 'palier-portal')
  const root = page.locator('palier-portal .pg-root')
  await expect.poll(() => root.evaluate((one) => getComputedStyle(one).getPropertyValue('--palier-color-accent').trim())).toBe(GUILD)
  expect(await root.getAttribute('data-theme')).toBe('light')
  expect(themes(seen)).toEqual(['/v1/portals/guild/theme'])
})

test('in a frame the theme holds too', async ({ page }) => {
  await open(page, { body: '<palier-leaderboard mode="frame" theme="guild"></palier-leaderboard>' })
  const base = page.locator('palier-leaderboard iframe').contentFrame().locator('[data-block]').first()
  await expect(base).toHaveAttribute('data-state', 'ready')
  await expect.poll(() => base.evaluate((one) => getComputedStyle(one).getPropertyValue('--palier-color-accent').trim())).toBe(GUILD)
})

for (const scheme of ['dark', 'light'])
  test(`in a frame, a theme that leaves the scheme to the reader is ${scheme} for who wants that`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    const id = await published(page, [], { theme: { scheme: 'auto' } })
    await open(page, { body: `<palier-leaderboard mode="frame" theme="${id}"></palier-leaderboard>` })
    const base = page.locator('palier-leaderboard iframe').contentFrame().locator('[data-block]').first()
    await expect(base).toHaveAttribute('data-state', 'ready')
    await expect.poll(() => base.evaluate((one) => getComputedStyle(one).colorScheme)).toBe(scheme)
    // What is behind the block is the page's own ground.
    const seen = await base.evaluate(() => [document.documentElement, document.body].map((one) => getComputedStyle(one).backgroundColor))
    expect(seen).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)'])
  })
