// <palier-portal>: a whole published portal inside one element of a brand's page.
import { expect, test } from '@playwright/test'
import { api, engines, heard, hold, open, settled } from './pages/host.js'
import { problem } from './pages/replies.js'

const PORTAL = '<palier-portal portal="grove"><a href="/club">Our club</a></palier-portal>'
const element = (page) => page.locator('palier-portal')
const shown = (page) => expect(element(page).locator('[data-block=portal]')).toHaveAttribute('data-state', 'ready')

test('a published portal shows itself with its blocks, below the page’s own outline, and says so once', async ({ page }) => {
  const seen = await open(page, { body: PORTAL })
  await shown(page)
  await expect(element(page).getByRole('heading', { level: 2, name: 'Grove Club' })).toBeVisible()
  await expect(element(page).locator('[data-block][data-state=ready]')).toHaveCount(6)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Brand')
  await expect(page.getByRole('link', { name: 'Our club' })).toBeHidden()
  expect((await heard(page, 'palier-ready')).map(({ tag }) => tag)).toEqual(['palier-portal'])
  expect(await element(page).evaluate((one) => one.matches(':state(ready)'))).toBe(true)
  expect(await page.title()).toBe('Brand')
  expect(engines(seen)).toEqual(['/kit/portal'])
  expect([...seen.errors, ...seen.uncaught]).toEqual([])
})

test('its document is asked for before the WASM has come', async ({ page }) => {
  const release = await hold(page, '**/kit/*.wasm')
  // Nobody's: a session that the page sets later asks afresh.
  const seen = await open(page, { body: PORTAL, member: null })
  await expect.poll(() => api(seen)).toEqual(expect.arrayContaining(['/v1/portal', '/v1/me', '/v1/portals/grove']))
  release()
  await shown(page)
  expect(api(seen).filter((path) => path === '/v1/portals/grove')).toHaveLength(1)
})

test('one that is taken away while its document is on its way leaves the page’s other elements alone', async ({ page }) => {
  const release = await hold(page, '**/v1/portals/guild')
  const seen = await open(page, { body: `${PORTAL}<palier-leaderboard></palier-leaderboard>` })
  await shown(page)
  await settled(page, 'palier-leaderboard')
  await element(page).evaluate((one) => (one.portal = 'guild'))
  await expect.poll(() => api(seen)).toContain('/v1/portals/guild')
  const board = await page.locator('palier-leaderboard').locator('.pl-block').elementHandle()
  await element(page).evaluate((one) => one.remove())
  const answered = page.waitForResponse('**/v1/portals/guild')
  release()
  await answered
  await page.evaluate(() => globalThis.refresh(['leaderboards']))
  await settled(page, 'palier-leaderboard')
  expect(await board.evaluate((one) => one.isConnected)).toBe(true)
  expect(await heard(page, 'palier-error')).toEqual([])
})

test('an unknown portal leaves the fallback and is told, and another id brings it back', async ({ page }) => {
  await open(page, { body: PORTAL.replace('grove', 'nowhere') })
  await expect.poll(async () => (await heard(page, 'palier-error')).map(({ detail }) => detail)).toEqual([
    { code: 'not-found', message: 'There is no published portal "nowhere".', retryable: false },
  ])
  await expect(page.getByRole('link', { name: 'Our club' })).toBeVisible()
  await element(page).evaluate((one) => (one.portal = 'guild'))
  await shown(page)
  await expect(element(page).getByRole('heading', { name: 'The Guild of Makers' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Our club' })).toBeHidden()
})

for (const [what, answer, error, state] of [
  ['a backend that fails', problem(500, 'internal', { detail: 'The disk is full.' }), { code: 'internal', message: 'The disk is full.', retryable: true }, 'failed'],
  ['a document that cannot be read', { json: { id: 'grove' } }, { code: 'contract-mismatch', message: expect.stringContaining('no version'), retryable: false }, 'broken'],
]) {
  test(`${what} is told by its own word`, async ({ page }) => {
    await page.route('**/v1/portals/grove', (route) => route.fulfill(answer))
    const seen = await open(page, { body: PORTAL })
    await expect.poll(async () => (await heard(page, 'palier-error')).map(({ detail }) => detail)).toEqual([error])
    await expect(element(page).locator('[data-block=portal]')).toHaveAttribute('data-state', state)
    expect(seen.errors.join('\n')).toContain(`portal "grove": ${error.code}: `)
  })
}

test('a session that lapsed takes no portal away; members’ blocks say that it has', async ({ page }) => {
  const seen = await open(page, { body: PORTAL, script: `configure({ getToken: async () => 'lapsed' })` })
  await shown(page)
  await expect(element(page).locator('[data-block][data-state=expired]').first()).toBeVisible()
  expect(api(seen).filter((path) => path === '/v1/portals/grove').length).toBeLessThanOrEqual(2)
})

test('the document’s theme holds within the element only, and the page’s wish comes before its scheme', async ({ page }) => {
  await open(page, { body: `${PORTAL.replace('grove', 'arcade')}<palier-leaderboard></palier-leaderboard>` })
  await shown(page)
  await settled(page, 'palier-leaderboard')
  const ground = (selector) => page.locator(selector).first().evaluate((node) => getComputedStyle(node).backgroundColor)
  const inside = () => ground('palier-portal [data-block=leaderboard]')
  const dark = await inside()
  const beside = await ground('palier-leaderboard [data-block]')
  expect(dark).not.toBe(beside)
  expect(beside).toBe('rgb(255, 255, 255)')
  await expect(element(page).locator('.pg-root')).toHaveAttribute('data-theme', 'dark')
  await element(page).evaluate((one) => (one.theme = 'light'))
  await expect(element(page).locator('.pg-root')).toHaveAttribute('data-theme', 'light')
  expect(await inside()).not.toBe(dark)
  expect(await page.evaluate(() => document.documentElement.style.cssText + document.body.style.cssText)).toBe('')
})

test('it draws itself under a strict policy with Trusted Types', async ({ page }) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
  const seen = await open(page, { body: PORTAL, headers: { 'Content-Security-Policy': policy } })
  await shown(page)
  await expect(element(page).locator('[data-block][data-state=ready]')).toHaveCount(6)
  expect(await page.evaluate(() => globalThis.refused)).toEqual([])
  expect([...seen.errors, ...seen.uncaught]).toEqual([])
})

test('removed and added again it comes back; the page’s address is its own throughout', async ({ page }) => {
  const seen = await open(page, { body: PORTAL })
  await shown(page)
  await page.evaluate(() => {
    location.hash = 'here'
    globalThis.gone = document.querySelector('palier-portal')
    globalThis.gone.remove()
  })
  await expect.poll(() => page.evaluate(() => globalThis.gone.shadowRoot.querySelector('.pl-place').childElementCount)).toBe(0)
  await page.evaluate(() => document.body.append(globalThis.gone))
  await shown(page)
  await expect(element(page).getByRole('heading', { name: 'Grove Club' })).toBeVisible()
  expect(new URL(page.url()).hash).toBe('#here')
  expect(new URL(page.url()).pathname).toBe('/host/')
  expect(seen.uncaught).toEqual([])
})

test('a portal that comes later takes over from the lean engine, and blocks that were there stay', async ({ page }) => {
  const seen = await open(page, { body: '<palier-leaderboard></palier-leaderboard>' })
  await settled(page, 'palier-leaderboard')
  expect(engines(seen)).toEqual(['/kit/palier'])
  await page.evaluate(() => {
    const late = document.createElement('palier-portal')
    late.portal = 'grove'
    document.body.append(late)
  })
  await shown(page)
  await settled(page, 'palier-leaderboard')
  expect(engines(seen)).toEqual(['/kit/palier', '/kit/portal'])
  // One engine draws both: what changes for one is known to the other.
  await page.evaluate(() => globalThis.signOut())
  await expect(page.getByText('Budding Rose')).toHaveCount(0)
  expect(seen.uncaught).toEqual([])
})
