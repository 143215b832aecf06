// Tier progress in each of its own states, by role, name and visible words; its keyboard path;
// and what it tells assistive technology.
import { expect, test } from '@playwright/test'
import { show } from './pages/gallery.js'
import * as host from './pages/host.js'
import { problem } from './pages/replies.js'

const open = (page, demo, more) => show(page, 'tier-progress', demo, more)

const step = (block, name) => block.getByRole('list', { name: 'All tiers' }).getByRole('listitem').filter({ hasText: name })

test('a member in progress sees tier, ladder, requirements, window and what keeps the tier', async ({ page }) => {
  const block = await open(page, 'in-progress')
  await expect(block.getByRole('heading', { name: 'Your tier', level: 2 })).toBeVisible()
  await expect(block.getByText('Since 8 March 2026').or(block.getByText('Since March 8, 2026'))).toBeVisible()
  await expect(step(block, 'Seed')).toContainText('Reached')
  await expect(step(block, 'Sprout')).toHaveAttribute('aria-current', 'step')
  await expect(step(block, 'Sprout')).toContainText('Your tier')
  await expect(step(block, 'Bloom')).toContainText('Next')
  await expect(step(block, 'Canopy')).toContainText('Locked')
  await expect(block.getByRole('heading', { name: 'Next: Bloom', level: 3 })).toBeVisible()
  const points = block.locator('[part~=requirement]').first()
  const share = (node) => node.getBoundingClientRect().width / node.parentElement.getBoundingClientRect().width
  await expect.poll(() => points.locator('[part=progress-fill]').evaluate(share)).toBeCloseTo(0.74, 2)
  // Each of these once: the bar is for the eye.
  await expect(points).toMatchAriaSnapshot(`
    - listitem:
      - text: Points earned this year 1,860 of 2,500 points
      - paragraph: 640 points to Bloom
  `)
  expect(await points.ariaSnapshot()).not.toContain('progressbar')
  await expect(block.getByText('640 points to Bloom')).toBeVisible()
  await expect(block.getByText('3 to go')).toBeVisible()
  await expect(block.getByText(/^Counts until .*2026 \(.+\)$/)).toBeVisible()
  await expect(block.getByRole('heading', { name: 'Sprout is safe' })).toBeVisible()
  await expect(block.getByText('If nothing more happens, you stay Sprout.')).toBeVisible()
})

test('a tier at risk says what is missing and by when, and what follows', async ({ page }) => {
  const block = await open(page, 'at-risk')
  await expect(block.getByRole('heading', { name: 'Still needed to keep Bloom' })).toBeVisible()
  await expect(block.getByText('520 points to keep Bloom')).toBeVisible()
  await expect(block.getByText('2 to go')).toBeVisible()
  await expect(block.getByText('If nothing more happens, your tier will be Sprout.')).toBeVisible()
  await expect(block.getByText(/^Next check on .*2026 \(.+\)$/)).toBeVisible()
})

test('a tier in grace says until when it is kept', async ({ page }) => {
  const block = await open(page, 'grace')
  await expect(block.getByRole('heading', { name: 'Bloom is kept for you' })).toBeVisible()
  await expect(block.getByText(/It stays yours until .*2027\. Catch up before then to keep it\./)).toBeVisible()
})

test('something missing with time left is told calmly', async ({ page }) => {
  const block = await open(page, 'keep-open')
  await expect(block.getByRole('heading', { name: 'Keep Sprout' })).toBeVisible()
  await expect(block.getByText('570 points to keep Sprout')).toBeVisible()
})

test('at the threshold nothing is left to do', async ({ page }) => {
  const block = await open(page, 'at-threshold')
  await expect(block.getByRole('heading', { name: 'Bloom is on its way' })).toBeVisible()
  await expect(block.getByText('Done', { exact: true })).toHaveCount(3)
})

test('the top tier has no next one', async ({ page }) => {
  const block = await open(page, 'top')
  await expect(block.getByText('Highest tier')).toBeVisible()
  await expect(block.getByRole('heading', { name: /^Next/ })).toHaveCount(0)
  await expect(block.getByRole('heading', { name: 'Canopy is safe' })).toBeVisible()
})

test('without a tier the way in is shown', async ({ page }) => {
  const block = await open(page, 'no-tier')
  await expect(block.getByText('No tier yet')).toBeVisible()
  await expect(block.getByText('Your way up begins with Seed.')).toBeVisible()
  await expect(block.getByRole('heading', { name: 'Next: Seed' })).toBeVisible()
  await expect(block.locator('[aria-current]')).toHaveCount(0)
})

test('anonymous readers see the ladder, every benefit and the way to sign in', async ({ page }) => {
  const block = await open(page, 'public')
  await expect(block.getByRole('heading', { name: 'Tiers', level: 2 })).toBeVisible()
  await expect(block.getByText('Sign in to see where you stand.')).toBeVisible()
  await expect(block.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expect(block.getByText('Harvest dinner')).toBeVisible()
  await expect(block.getByText('6,000 points')).toBeVisible()
  await expect(block.getByText('Locked')).toHaveCount(0)
  await expect(block.locator('[part=progress]')).toHaveCount(0)
})

test('a candidate is offered to join', async ({ page }) => {
  const block = await open(page, 'candidate')
  await expect(block.getByRole('link', { name: 'Join the programme' })).toBeVisible()
})

test('who has left reads why, and is not asked to join', async ({ page }) => {
  await page.route('**/v1/me', (route) => route.fulfill({ json: { state: 'candidate', message: 'You have left. Write to us.' } }))
  await host.open(page, { body: '<palier-tier-progress></palier-tier-progress><palier-points-history></palier-points-history><palier-badge-collection></palier-badge-collection>', member: 'candidate' })
  await expect(page.locator('palier-points-history [part~="state"]')).toContainText('You are no longer a member')
  await expect(page.locator('palier-points-history [part~="state"]')).toContainText('You have left. Write to us.')
  await expect(page.locator('palier-tier-progress [part~="invite"]')).toContainText('You have left. Write to us.')
  await expect(page.locator('palier-badge-collection [part~="notice"]')).toContainText('You have left. Write to us.')
  await expect(page.getByText('Join the programme', { exact: true })).toHaveCount(0)
})

test('who may join is led to their own page, or the brand shows its own', async ({ page }) => {
  const join = { method: 'GET', href: '/join?for=me' }
  await page.route('**/v1/me', (route) => route.fulfill({ json: { state: 'candidate', actions: { join } } }))
  await page.route('**/join?for=me', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Welcome</h1>' }))
  await host.open(page, { body: '<palier-points-history></palier-points-history>', member: 'candidate' })
  const way = page.getByRole('link', { name: 'Join the programme' })
  await page.evaluate(() => document.addEventListener('palier-action', (event) => event.preventDefault(), { once: true }))
  await way.click()
  expect((await host.heard(page, 'palier-action')).map(({ detail }) => detail)).toEqual([{ action: 'join' }])
  expect(new URL(page.url()).pathname).toBe('/host/')
  await way.click()
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible()
})

test('the ladder stays when only the own place did not load', async ({ page }) => {
  const block = await open(page, 'place-failed')
  await expect(block.locator('[part~="invite"]')).toContainText('Your place among the tiers did not load.')
  await expect(block.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expect(step(block, 'Canopy')).toBeVisible()
  await block.getByRole('button', { name: 'Try again' }).press('Enter')
  // The canned answer is the same once more: the button is still there, and what it is for is said again.
  await expect(block.getByRole('button', { name: 'Try again' })).toBeFocused()
  await expect(block.getByRole('status')).toHaveText('Your place among the tiers did not load.')
})

test('what guests are shown and cannot be updated is told without a time', async ({ page }) => {
  await host.open(page, { body: '<palier-tier-progress></palier-tier-progress>', member: '', script: '' })
  await expect(page.getByRole('list', { name: 'All tiers' })).toBeVisible()
  await page.route('**/v1/tiers*', (route) => route.fulfill(problem(404, 'not-found')))
  await page.evaluate(() => globalThis.refresh())
  await expect(page.locator('[part~=notice]:not([part~=invite])')).toContainText('Could not be updated. Showing what we knew before.')
})

test.describe('where the programme lives', () => {
  test.use({ timezoneId: 'Europe/Paris' })

  test('what counts until midnight is told with the last day that counts', async ({ page }) => {
    let block = await open(page, 'in-progress', '&locale=en-GB')
    await expect(block.getByText(/^Counts until 31 December 2026 \(.+\)$/)).toBeVisible()
    block = await open(page, 'grace', '&locale=en-GB')
    await expect(block.getByText(/It stays yours until 31 January 2027\./)).toBeVisible()
  })
})

test('benefits say in words whether they can be used', async ({ page }) => {
  const block = await open(page, 'in-progress')
  const row = (name) => block.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) }).last()
  await expect(row('Free returns')).toContainText('Available')
  await expect(row('Welcome gift')).toContainText('Used')
  await block.getByText('Seed', { exact: true }).last().click()
  await expect(row('Birthday points')).toContainText(/Again from .*2027/)
  await block.getByText('Canopy', { exact: true }).last().click()
  await expect(row('Harvest dinner')).toContainText('Locked')
})

test('a state the kit does not know is told neutrally', async ({ page }) => {
  const block = await open(page, 'one-tier')
  await expect(block.getByText('Not available right now')).toBeVisible()
})

test('the benefits attribute narrows the list', async ({ page }) => {
  const own = await open(page, 'own-benefits-only')
  await expect(own.locator('details')).toHaveCount(1)
  await expect(own.getByText('Free returns')).toBeVisible()
  const none = await open(page, 'without-benefits')
  await expect(none.locator('details')).toHaveCount(0)
})

test('an upgrade is announced once, and waved away by keyboard without losing the focus', async ({ page }) => {
  const block = await open(page, 'upgraded')
  await expect(block.getByRole('status')).toHaveText('You reached Bloom')
  await expect(block.getByRole('heading', { name: 'You reached Bloom', level: 3 })).toBeVisible()
  const thanks = block.getByRole('button', { name: 'Got it' })
  await page.keyboard.press('Tab')
  await expect(thanks).toBeFocused()
  const before = await block.evaluate((node) => node.getBoundingClientRect().height)
  await page.keyboard.press('Enter')
  await expect(thanks).toHaveCount(0)
  await expect(block.getByRole('heading', { name: 'You reached Bloom' })).toHaveCount(0)
  await expect(block.getByText('Bloom', { exact: true }).first()).toBeVisible()
  await expect(block.getByRole('heading', { name: 'Your tier', level: 2 })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(block.locator('summary').first()).toBeFocused()
  const after = await block.evaluate((node) => node.getBoundingClientRect().height)
  expect(Math.abs(after - before)).toBeLessThanOrEqual(1)
})

test('each tier opens and closes by keyboard, the own one open from the start', async ({ page }) => {
  const block = await open(page, 'in-progress')
  const folds = block.locator('details')
  await expect(folds.nth(1)).toHaveAttribute('open', '')
  await page.keyboard.press('Tab')
  await expect(folds.nth(0).locator('summary')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(block.getByText('First to hear')).toBeVisible()
  await page.keyboard.press('Space')
  await expect(block.getByText('First to hear')).toBeHidden()
})

test('nothing moves for members who asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const block = await open(page, 'upgraded')
  const running = await block.evaluate((node) => node.getAnimations({ subtree: true }).length)
  expect(running).toBe(0)
})

test('the steps stand below each other in a narrow column', async ({ page }) => {
  const rows = async (width) => {
    await page.setViewportSize({ width, height: 900 })
    const block = await open(page, 'in-progress')
    const tops = await block.getByRole('list', { name: 'All tiers' }).getByRole('listitem').evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)))
    return new Set(tops).size
  }
  expect(await rows(320)).toBe(4)
  expect(await rows(1024)).toBe(1)
})
