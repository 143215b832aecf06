// Every state of every block, as the gallery lists them: no axe violation, no console error,
// no sideways scrolling; in light and dark, wide and narrow.
import { expect, test } from '@playwright/test'
import { amiss } from './pages/axe.js'
import { KINDS } from './pages/tags.js'

// The one state that the gallery shows in a page of its own.
const BLOCKED = 'wasm-blocked'
const address = (block, demo, more = '') => `/gallery/?block=${block}&demo=${demo}&bare=1${more}`

async function open(page, url) {
  const noise = []
  page.on('console', (message) => message.type() === 'error' && noise.push(message.text()))
  page.on('pageerror', (error) => noise.push(String(error)))
  await page.goto(url)
  await page.locator('html[data-gallery-ready]').waitFor()
  return noise
}

// One block is no page: what a page is to have, it has not.
const BUT = ['region', 'page-has-heading-one', 'heading-order', 'landmark-one-main']

async function demos(page, block) {
  await page.goto(address(block, ''))
  const list = JSON.parse(await page.locator('main').getAttribute('data-demos'))
  return list.filter(([kind]) => kind === block).map(([, name]) => name)
}

// The state that a block is in by the name of the demo; in any other it shows what it has.
const OTHERWISE = ['empty', 'loading', 'offline', 'failed', 'broken', 'signed-out', 'expired', 'not-enrolled', 'suspended', 'not-offered']
const INVITED = ['joinable', 'join-refused', 'left']
// In one line a block has the same states.
const common = (name) => name.replace(/^compact-/, '')
const stateIn = (name) => (INVITED.includes(name) ? 'not-enrolled' : OTHERWISE.includes(name) ? name : 'ready')
const stateOf = (name) => (name === 'unknown-currency' ? 'empty' : stateIn(common(name)))
// What is said above it all the same.
const SAID = { stale: 'Could not be updated', 'stale-offline': 'You are offline', 'stale-expired': 'Sign in again to go on.', 'suspended-with-data': 'Your membership is paused' }

for (const block of KINDS) {
  for (const [theme, width] of [['light', 1024], ['dark', 320]]) {
    test(`${block}: every state is accessible, quiet and fits, ${theme} at ${width} px`, async ({ page }) => {
      // Fifty states of one block, each with its axe run, on two cores.
      test.setTimeout(600_000)
      await page.setViewportSize({ width, height: 800 })
      const names = await demos(page, block)
      expect(names.length).toBeGreaterThan(10)
      for (const name of names) {
        await test.step(name, async () => {
          const noise = await open(page, address(block, name, `&theme=${theme}`))
          const drawn = page.locator(`[data-block="${block}"]`)
          expect.soft(await drawn.getAttribute('data-state'), name).toBe(stateOf(name))
          const said = SAID[common(name)]
          if (said) expect.soft(await drawn.textContent(), name).toContain(said)
          // A state that stands for a wrong set-up is meant to be loud to developers.
          if (common(name) !== 'broken') expect.soft(noise, `${name}: console`).toEqual([])
          expect.soft(await amiss(page, [], { but: BUT }), `${name}: axe`).toEqual([])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          expect.soft(overflow, `${name}: sideways scrolling`).toBeLessThanOrEqual(0)
        })
      }
    })
  }
}

for (const block of KINDS)
  test(`${block}: where WASM is blocked the page’s own content stands`, async ({ page }) => {
    await page.goto(address(block, BLOCKED))
    await page.locator('html[data-gallery-ready]').waitFor()
    const inside = page.locator('iframe').contentFrame()
    await expect(inside.getByRole('status')).toHaveText(/^palier-error: wasm-blocked\. .*'wasm-unsafe-eval'/)
    await expect(inside.getByRole('link', { name: 'Open the club' })).toBeVisible()
    await expect(inside.locator(`palier-${block}`)).toHaveCount(1)
    // The page within has a main of its own.
    expect(await amiss(page, [], { but: [...BUT, 'landmark-unique'] })).toEqual([])
  })

test('in a preview a block can be used, and nothing that would write leaves the page', async ({ page }) => {
  const sent = []
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()))
  await open(page, address('leaderboard', 'preview'))
  const board = page.locator('[data-block="leaderboard"]')
  await board.getByText('Your name and privacy').click()
  await board.getByRole('checkbox').click()
  await expect(board.getByText('This is a preview: nothing is written.')).toBeVisible()
  await expect(board).toHaveAttribute('data-state', 'ready')
  expect(sent).toEqual([])
})

test('text 40 % longer, and right to left, still fits at 320 px', async ({ page }) => {
  test.setTimeout(300_000)
  await page.setViewportSize({ width: 320, height: 800 })
  for (const block of KINDS) {
    for (const locale of ['xa', 'ar', 'fr']) {
      await open(page, address(block, '', `&locale=${locale}`))
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect.soft(overflow, `${block} in ${locale}`).toBeLessThanOrEqual(0)
    }
  }
})

test('a state looks alike on any day', async ({ page }) => {
  await page.clock.setFixedTime('2031-05-01T12:00:00Z')
  const soon = page.locator('[part~="coming"]').first()
  await open(page, address('points-history', 'ready'))
  await expect(soon).toContainText('in 7 days')
  await open(page, address('points-history', 'ready', '&time=device'))
  await expect(soon).toContainText('4 years ago')
})
