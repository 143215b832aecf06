// What blocks say of time: by the backend's clock, and as it passes.
import { expect, test } from '@playwright/test'
import { fixture } from './pages/fixtures.js'
import { open, settled } from './pages/host.js'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const json = (body) => ({ contentType: 'application/json', body: JSON.stringify(body) })

/** A board that counts until that instant. */
async function board(page, ends) {
  const { period, ...rest } = fixture('board_around_me')
  const ends_at = new Date(ends).toISOString()
  await page.route('**/v1/leaderboards/*', (route) => route.fulfill(json({ ...rest, period: { ...period, ends_at } })))
  await open(page, { body: '<palier-leaderboard></palier-leaderboard>' })
  await settled(page, 'palier-leaderboard')
  return page.locator('palier-leaderboard .status')
}

for (const [where, days] of [['ahead', 9], ['behind', -9]])
  test(`a device whose clock is days ${where} shows what is left by the backend’s clock`, async ({ page }) => {
    await page.clock.install({ time: Date.now() + days * DAY })
    await page.clock.resume()
    await expect(await board(page, Date.now() + 5.5 * MINUTE)).toContainText('Ends in 5 minutes')
  })

test('what is left of a period goes down while the page is open', async ({ page }) => {
  await page.clock.install()
  await page.clock.resume()
  const status = await board(page, Date.now() + 90 * MINUTE)
  await expect(status).toContainText('Ends in 1 hour')
  await page.clock.fastForward(60 * MINUTE)
  await expect(status).toContainText(/Ends in (29|30) minutes/)
  await page.clock.fastForward(60 * MINUTE)
  await expect(status).toContainText(/Ended (29|30|31) minutes ago; the result follows/)
})

test('a reward counts down to its end, and says when it has ended', async ({ page }) => {
  const page_of = fixture('rewards')
  const [first, ...others] = page_of.items
  const ends_at = new Date(Date.now() + 90 * MINUTE).toISOString()
  const ending = { ...first, eligibility: { state: 'eligible' }, availability: { ...first.availability, state: 'available', ends_at } }
  await page.route(/\/v1\/rewards\?/, (route) => route.fulfill(json({ ...page_of, items: [ending, ...others] })))
  await page.clock.install()
  await page.clock.resume()
  await open(page, { body: '<palier-reward-catalogue></palier-reward-catalogue>' })
  await settled(page, 'palier-reward-catalogue')
  const card = page.locator(`palier-reward-catalogue [data-key="${first.id}"]`)
  await expect(card).toContainText('Ends in 1 hour')
  await card.getByRole('button').focus()
  await page.clock.fastForward(60 * MINUTE)
  await expect(card).toContainText(/Ends in (29|30) minutes/)
  await expect(card.getByRole('button')).toBeFocused()
  await page.clock.fastForward(60 * MINUTE)
  await expect(card).toContainText('Ended')
  await expect(card).not.toContainText('Ends')
})
