// Asking again: by the member's hand, by the page's, and by itself when the connection or the page
// is back.
import { expect, test } from '@playwright/test'
import { api, open, settled } from './pages/host.js'

const BOARD = '<palier-leaderboard></palier-leaderboard>'
const board = (page) => page.locator('palier-leaderboard')
const again = (page) => board(page).getByRole('button', { name: /^(Try again|Loading)$/ })

/** Answers what concerns boards by `answers.now`, which a test may change. */
async function govern(page, now) {
  const answers = { now }
  await page.route('**/v1/leaderboards**', (route) => answers.now(route))
  await page.route('**/v1/leaderboards/**', (route) => answers.now(route))
  return answers
}

const away = (route) => route.abort('internetdisconnected')
const there = (route) => route.continue()

/** Presses the button by key while the answer is held back, and sees that it says so and stays. */
async function press(page, answers) {
  let release
  const held = new Promise((done) => (release = done))
  answers.now = async (route) => {
    await held
    await route.continue()
  }
  await again(page).focus()
  await page.keyboard.press('Enter')
  await expect(again(page)).toHaveText('Loading')
  await expect(again(page)).toHaveAttribute('aria-disabled', 'true')
  await expect(again(page)).toBeFocused()
  release()
  await expect(again(page)).toHaveCount(0)
  await expect(board(page).getByRole('heading', { name: 'Leaderboard' }).first()).toBeFocused()
}

test('the line on old data stays while its button asks, and hands the focus to the heading', async ({ page }) => {
  const answers = await govern(page, there)
  await open(page, { body: BOARD })
  await settled(page, 'palier-leaderboard')
  answers.now = away
  await page.evaluate(() => globalThis.refresh(['leaderboards']))
  await expect(board(page).locator('[part~="notice"]')).toContainText('You are offline. Showing what we knew')
  // A failure more leaves the button, and the focus on it.
  await again(page).focus()
  await page.keyboard.press('Enter')
  await expect(again(page)).toHaveText('Loading')
  await expect(again(page)).toHaveText('Try again')
  await expect(again(page)).toBeFocused()
  await press(page, answers)
})

test('a block that could not be read says that it tries, and hands the focus on', async ({ page }) => {
  const answers = await govern(page, away)
  await open(page, { body: BOARD })
  await settled(page, 'palier-leaderboard', ['offline'])
  await press(page, answers)
  await settled(page, 'palier-leaderboard')
})

test('a session that lapsed over what is on screen leads to signing in', async ({ page }) => {
  await page.goto('/gallery/?block=leaderboard&bare=1&demo=stale-expired')
  await page.locator('html[data-gallery-ready]').waitFor()
  const block = page.locator('[data-block="leaderboard"]')
  const line = block.locator('[part~="notice"]')
  await expect(line).toContainText('Sign in again to go on. Nothing was lost.')
  await expect(line.getByText('Sign in', { exact: true })).toBeVisible()
  await expect(block.getByRole('button', { name: 'Try again' })).toHaveCount(0)
  await expect(block.getByRole('row').first()).toBeVisible()
})

test('after a stream that broke before any hint, everything is read again', async ({ page }) => {
  const ids = []
  await page.route('**/v1/me/stream', (route) => {
    ids.push(route.request().headers()['last-event-id'])
    return ids.length > 1 ? route.continue() : route.fulfill({ contentType: 'text/event-stream', body: ': hello\n\n' })
  })
  const seen = await open(page, { body: BOARD })
  await settled(page, 'palier-leaderboard')
  await expect.poll(() => ids).toEqual([undefined, '-'])
  await expect.poll(() => api(seen).filter((path) => path === '/v1/portal').length).toBe(2)
})

test('who was offline, and nobody, is shown the board once the network is back', async ({ page }) => {
  let answer = away
  await page.route('**/v1/**', (route) => answer(route))
  await open(page, { body: BOARD, member: null })
  await settled(page, 'palier-leaderboard', ['offline'])
  answer = there
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await settled(page, 'palier-leaderboard')
})

test('a page that the browser had kept is read again, and one that has just come is not', async ({ page }) => {
  const seen = await open(page, { body: BOARD })
  await settled(page, 'palier-leaderboard')
  const reads = () => api(seen).filter((path) => path === '/v1/leaderboards').length
  expect(reads()).toBe(1)
  const shown = (persisted) => page.evaluate((persisted) => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted })), persisted)
  await shown(false)
  await shown(true)
  await expect.poll(reads).toBe(2)
})

test('hints are followed once the page has a token after all', async ({ page }) => {
  const seen = await open(page, { body: BOARD, script: 'configure({ getToken: async () => globalThis.given ?? null })' })
  await settled(page, 'palier-leaderboard')
  const streams = () => api(seen).filter((path) => path === '/v1/me/stream').length
  expect(streams()).toBe(0)
  await page.evaluate(() => {
    globalThis.given = globalThis.token
    globalThis.refresh()
  })
  await expect.poll(streams).toBe(1)
  const again = page.waitForResponse('**/v1/leaderboards')
  await page.evaluate(() => globalThis.refresh(['leaderboards']))
  await again
  expect(streams()).toBe(1)
})
