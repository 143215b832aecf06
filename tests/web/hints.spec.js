// The stream of hints: one for all pages and frames of a reader, held by a page in sight.
import { expect, test as base } from '@playwright/test'
import { api, open, settled } from './pages/host.js'
import { backend } from './pages/streams.js'

const test = base.extend({
  hints: async ({}, use) => {
    const hints = await backend()
    await use(hints)
    hints.close()
  },
})

// The page is made by the test and so has no address of its own network; browsers ask before such a
// page may reach this machine.
test.use({ permissions: ['local-network-access'] })

const BOARD = '<palier-leaderboard></palier-leaderboard>'
const show = (page, { endpoint }, more = {}) => open(page, { body: BOARD, attributes: `data-endpoint="${endpoint}"`, ...more })
const reads = (seen) => api(seen).filter((path) => path === '/v1/leaderboards').length
const opened = ({ streams }) => streams.filter(({ isOpen }) => isOpen)

/** Waits until the page hears what the stream says. */
async function hears(stream, seen, id) {
  const before = reads(seen)
  stream.send(id, 'leaderboards')
  await expect.poll(() => reads(seen)).toBe(before + 1)
}

/** Takes the page out of sight, or brings it back. */
const hide = (page, hidden) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)

test('the pages of one reader share one stream, and the next one goes on where it ended', async ({ page, context, hints }) => {
  const seen = await show(page, hints)
  await settled(page, 'palier-leaderboard')
  await expect.poll(() => hints.streams.length).toBe(1)
  const second = await context.newPage()
  const also = await show(second, hints, { body: BOARD.replace('></', ' locale="fr"></') })
  await settled(second, 'palier-leaderboard')
  const before = reads(also)
  await hears(hints.streams[0], seen, 7)
  await expect.poll(() => reads(also)).toBe(before + 1)
  expect(hints.streams).toHaveLength(1)
  await page.close()
  await expect.poll(() => hints.streams.length).toBe(2)
  expect(hints.streams[1].since).toBe('7')
  await hears(hints.streams[1], also, 8)
  expect(opened(hints)).toHaveLength(1)
})

test('two readers have a stream each', async ({ page, context, hints }) => {
  await show(page, hints)
  await expect.poll(() => hints.streams.length).toBe(1)
  const second = await context.newPage()
  await show(second, hints, { member: 'top' })
  await expect.poll(() => hints.streams.length).toBe(2)
  expect(hints.streams[0].authorization).not.toBe(hints.streams[1].authorization)
})

test('two languages on a page are one reader', async ({ page, hints }) => {
  const seen = await show(page, hints, { body: BOARD + BOARD.replace('></', ' locale="fr"></') })
  await settled(page, 'palier-leaderboard')
  await expect.poll(() => hints.streams.length).toBe(1)
  const before = reads(seen)
  hints.streams[0].send(7, 'leaderboards')
  await expect.poll(() => reads(seen)).toBe(before + 2)
  expect(hints.streams).toHaveLength(1)
})

test('frames share the stream, so that pages without HTTP/2 have connections left', async ({ page, hints }) => {
  await show(page, hints, { body: ['leaderboard', 'tier-progress'].map((kind) => `<palier-${kind} mode="frame"></palier-${kind}>`).join('') })
  await expect(page.locator('iframe')).toHaveCount(2)
  for (const frame of await page.locator('iframe').all()) await expect(frame.contentFrame().locator('[data-state=ready]').first()).toBeVisible()
  await expect.poll(() => hints.streams.length).toBe(1)
  const [first, second] = page.frames().slice(1)
  const held = (frame) => frame.evaluate(async () => (await navigator.locks.query()).held.length + (await navigator.locks.query()).pending.length)
  expect([await held(first), await held(second)]).toEqual([2, 2])
})

test('a page out of sight lets its stream go, and goes on where it was once it is seen again', async ({ page, hints }) => {
  const seen = await show(page, hints)
  await settled(page, 'palier-leaderboard')
  await expect.poll(() => hints.streams.length).toBe(1)
  await hears(hints.streams[0], seen, 7)
  await hide(page, true)
  await expect.poll(() => opened(hints).length).toBe(0)
  await hide(page, false)
  await expect.poll(() => hints.streams.length).toBe(2)
  expect(hints.streams[1].since).toBe('7')
  await hears(hints.streams[1], seen, 8)
})

test('what another page tells one out of sight waits until somebody looks', async ({ page, context, hints }) => {
  const seen = await show(page, hints)
  await settled(page, 'palier-leaderboard')
  await expect.poll(() => hints.streams.length).toBe(1)
  const second = await context.newPage()
  const also = await show(second, hints)
  await settled(second, 'palier-leaderboard')
  await hide(page, true)
  await expect.poll(() => hints.streams.length).toBe(2)
  const before = reads(seen)
  await hears(hints.streams[1], also, 7)
  await hears(hints.streams[1], also, 8)
  expect(reads(seen)).toBe(before)
  await hide(page, false)
  await expect.poll(() => reads(seen)).toBe(before + 1)
  expect(opened(hints)).toHaveLength(1)
})

test('a page that waits out of sight for its backend does not keep another from the stream', async ({ page, context, hints }) => {
  await page.clock.install()
  await show(page, hints)
  await expect.poll(() => hints.streams.length).toBe(1)
  const second = await context.newPage()
  const also = await show(second, hints)
  await settled(second, 'palier-leaderboard')
  // The first page's time stands still, so that it waits for its next try.
  await page.clock.pauseAt(Date.now() + 60_000)
  hints.streams[0].end()
  await expect.poll(() => opened(hints).length).toBe(0)
  await hide(page, true)
  await expect.poll(() => opened(hints).length).toBe(1)
  await hears(hints.streams[1], also, 8)
})

test('a page that its reader leaves and comes back to is kept by the browser, and follows hints again', async ({ page, hints }) => {
  const seen = await show(page, hints)
  await settled(page, 'palier-leaderboard')
  await expect.poll(() => hints.streams.length).toBe(1)
  const locks = () => page.evaluate(async () => (await navigator.locks.query()).held.length)
  expect(await locks()).toBe(1)
  // Browsers keep no page that holds a lock.
  await page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  await expect.poll(locks).toBe(0)
  await expect.poll(() => opened(hints).length).toBe(0)
  await page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await expect.poll(() => opened(hints).length).toBe(1)
  await expect.poll(() => reads(seen)).toBe(2)
  await hears(hints.streams[1], seen, 7)
})

test('where pages cannot share, each has a stream of its own', async ({ page, hints }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: { request: () => Promise.reject(new DOMException('', 'SecurityError')) } }))
  const seen = await show(page, hints)
  await settled(page, 'palier-leaderboard')
  await expect.poll(() => hints.streams.length).toBe(1)
  await hears(hints.streams[0], seen, 7)
})
