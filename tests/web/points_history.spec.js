// The points history, in the states that are its own.
import { expect, test } from '@playwright/test'
import { fixture } from './pages/fixtures.js'
import { show } from './pages/gallery.js'
import * as host from './pages/host.js'

const NOW = new Date('2026-11-22T16:00:00Z')

/** Opens a state of the gallery; the fixtures' dates are told from the same day each time. */
async function open(page, demo) {
  await page.clock.setFixedTime(NOW)
  return show(page, 'points-history', demo, '&theme=light&locale=en')
}

const entry = (block, label) => block.getByRole('listitem').filter({ hasText: label })
const entries = (block) => block.locator('[part~="entry"]')

test('sign, kind, status and running balance are told in words', async ({ page }) => {
  const block = await open(page, 'ready')
  await expect(entry(block, 'Daily visit')).toContainText(/Earned.*8:30.*Once a day.*lapses Nov 22, 2027.*\+20 points.*Balance 2,600 points/)
  await expect(entry(block, 'Tasting evening')).toContainText(/Pending.*Spent.*−300 points/)
  await expect(entry(block, '10 points per euro, for €14.00')).toContainText('Pending until Dec 6')
  await expect(entry(block, '10 points per euro, for €9.00')).toContainText('Reversed')
  await expect(entry(block, 'Valid for five days')).toContainText('Lapsed')
  await expect(entry(block, 'Purchase returned')).toContainText('Taken back')
  await expect(entry(block, 'Enamel mug returned')).toContainText('Refunded')
})

test('days are headings one level below the block, each with a machine-readable date', async ({ page }) => {
  const block = await open(page, 'ready')
  await expect(block.getByRole('heading', { level: 2, name: 'Points history' })).toBeVisible()
  const days = block.getByRole('heading', { level: 3 })
  await expect(days.nth(0)).toHaveText('Coming up')
  await expect(days.nth(1)).toHaveText('Today Sunday, November 22')
  await expect(days.nth(2)).toHaveText('Yesterday Saturday, November 21')
  await expect(days.nth(3)).toHaveText('Friday, November 20')
  await expect(days.nth(3)).toHaveAttribute('datetime', '2026-11-20')
})

test('balances say what is available, pending, set aside and lapses next', async ({ page }) => {
  const block = await open(page, 'ready')
  const points = block.locator('[part~="balance"]').first()
  await expect(points).toContainText('2,600 points')
  await expect(points).toContainText('140 points pending')
  await expect(points).toContainText('300 points set aside for orders')
  await expect(points).toContainText('180 points lapse on Nov 29, 2026 (in 7 days)')
  await expect(block.locator('[part~="balance"]').nth(1)).toContainText('Never lapses')
})

test('the schedule shows three and, by keyboard, all; the focus stays on its button', async ({ page }) => {
  const block = await open(page, 'ready')
  const changes = block.locator('[part~="change"]')
  await expect(changes).toHaveText([/180 points lapse.*Nov 29, 2026/, /140 points are released.*Dec 6, 2026/, /320 points lapse.*Dec 31, 2026/])
  const all = block.getByRole('button', { name: 'Show all (7)' })
  await expect(all).toHaveAttribute('aria-expanded', 'false')
  await all.focus()
  await page.keyboard.press('Enter')
  await expect(changes).toHaveCount(7)
  const fewer = block.getByRole('button', { name: 'Show fewer' })
  await expect(fewer).toBeFocused()
  await expect(fewer).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Space')
  await expect(changes).toHaveCount(3)
})

test('the next page is appended and announced, and the focus goes to the end of the list', async ({ page }) => {
  const block = await open(page, 'ready')
  await expect(entries(block)).toHaveCount(13)
  const first = await entries(block).first().elementHandle()
  const more = block.getByRole('button', { name: 'Show more' })
  await more.focus()
  await page.keyboard.press('Enter')
  await expect(entries(block)).toHaveCount(19)
  await expect(block.getByText('6 more entries, 19 shown')).toHaveRole('status')
  await expect(more).toHaveCount(0)
  await expect(block.getByText('That is everything.')).toBeFocused()
  expect(await first.evaluate((node) => node.isConnected)).toBe(true)
})

test('while a page is on its way the button says so, and pressing it again changes nothing', async ({ page }) => {
  const block = await open(page, 'next-page-on-its-way')
  const more = block.locator('[part~="more"]')
  await expect(more).toHaveText('Loading')
  await expect(more).toHaveAttribute('aria-disabled', 'true')
  await more.click({ force: true })
  await expect(entries(block)).toHaveCount(13)
})

test('a page that does not come is said, with a way to try again', async ({ page }) => {
  const block = await open(page, 'next-page-failed')
  await expect(block.getByText('More entries could not be loaded.')).toHaveRole('status')
  await expect(block.getByRole('button', { name: 'Try again' })).toBeEnabled()
  await expect(entries(block)).toHaveCount(13)
})

test('a filter is announced with its number of entries', async ({ page }) => {
  const block = await open(page, 'ready')
  await block.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Spent' })
  await expect(block.getByText('19 entries')).toHaveRole('status')
  await expect(block.getByRole('combobox', { name: 'Kind' })).toHaveValue('spend')
})

test('what is said of a filter is said again, goes with it, and never contradicts the list', async ({ page }) => {
  const block = await open(page, 'ready')
  const told = block.locator(':scope > [role=status]')
  await expect(told).toHaveText('')
  // What the line says over time, also what is the same as before.
  await told.evaluate((line) => {
    globalThis.said = []
    new MutationObserver(() => line.textContent && globalThis.said.push(line.textContent)).observe(line, { characterData: true, childList: true, subtree: true })
  })
  const kind = block.getByRole('combobox', { name: 'Kind' })
  for (const value of ['spend', 'earn', 'spend']) {
    await kind.selectOption(value)
    await expect.poll(() => page.evaluate(() => globalThis.said.splice(0))).toEqual(['19 entries'])
  }
  await expect(block.getByRole('group', { name: 'Entries' })).toBeVisible()
})

test('entries of the filter before stay, dimmed and busy, until the new ones come', async ({ page }) => {
  const block = await open(page, 'next-page-on-its-way')
  await block.getByRole('combobox', { name: 'Kind' }).selectOption('earn')
  await expect(block.locator('[part~="list"]')).toHaveAttribute('aria-busy', 'true')
  await expect(entries(block)).toHaveCount(13)
})

test('filters are reached by keyboard in their order', async ({ page }) => {
  const block = await open(page, 'ready')
  await block.getByRole('button', { name: 'Show all (7)' }).focus()
  for (const name of ['Currency', 'Kind', 'Period']) {
    await page.keyboard.press('Tab')
    await expect(block.getByRole('combobox', { name })).toBeFocused()
  }
  await page.keyboard.press('ArrowDown')
  await expect(block.getByRole('combobox', { name: 'Period' })).toHaveValue('30d')
  await page.keyboard.press('Tab')
  await expect(block.getByRole('button', { name: 'Show more' })).toBeFocused()
})

test('where nothing matches, clearing the filters is offered and the focus is not lost', async ({ page }) => {
  const block = await open(page, 'no-match')
  await expect(block.getByText('Nothing matches')).toBeVisible()
  const currency = block.getByRole('combobox', { name: 'Currency' })
  await expect(currency).toHaveValue('gems')
  await block.getByRole('button', { name: 'Clear filters' }).focus()
  await page.keyboard.press('Enter')
  await expect(currency).toHaveValue('')
  await expect(block.locator('[part~="list"]')).toBeFocused()
})

test('without any points the block says what will stand here', async ({ page }) => {
  const block = await open(page, 'empty')
  await expect(block).toHaveAttribute('data-state', 'empty')
  await expect(block.getByText('No points yet')).toBeVisible()
})

test('points without entries are shown all the same', async ({ page }) => {
  const block = await open(page, 'no-entries-yet')
  await expect(block.locator('[part~="balance"]').first()).toContainText('2,600 points')
  await expect(block.getByText('No points yet')).toHaveCount(0)
  await expect(block.getByText('No entries yet')).toBeVisible()
})

test('a balance below zero is explained', async ({ page }) => {
  const block = await open(page, 'below-zero')
  await expect(block.locator('[part~="balance"]').first()).toContainText(/−90 points.*Below zero/)
})

for (const [demo, words, other] of [
  ['entries-failed', 'The entries could not be loaded.', '[part~="balance"]'],
  ['balances-failed', 'Your balance could not be loaded.', '[part~="entry"]'],
]) {
  test(`${demo}: the other half stays`, async ({ page }) => {
    const block = await open(page, demo)
    await expect(block.locator('[part~="notice"]')).toContainText(words)
    await expect(block.locator(':scope > [role=status]')).toHaveText(words)
    await expect(block.locator(other).first()).toBeVisible()
  })
}

for (const [half, path, there] of [
  ['balances', '**/v1/me/balances*', '[part~="balance"]'],
  ['entries', '**/v1/me/ledger*', '[part~="entry"]'],
]) {
  test(`${half}: trying again says so on the button, which keeps the focus and hands it to its place`, async ({ page }) => {
    let answer = (route) => route.fulfill({ status: 500, json: {} })
    await page.route(path, (route) => answer(route))
    await host.open(page, { body: '<palier-points-history></palier-points-history>', member: 'almost' })
    const block = page.locator('palier-points-history')
    const again = block.locator('[data-place] .pl-notice button')
    await expect(again).toHaveText('Try again')
    const held = new Promise((come) => (answer = come))
    await again.focus()
    await page.keyboard.press('Enter')
    const route = await held
    await expect(again).toHaveText('Loading')
    await expect(again).toHaveAttribute('aria-disabled', 'true')
    await expect(again).toBeFocused()
    answer = (route) => route.continue()
    await route.continue()
    await expect(block.locator(there).first()).toBeVisible()
    await expect(block.locator('[data-place]:focus')).toBeVisible()
  })
}

test('words of a newer backend are drawn neutrally', async ({ page }) => {
  const block = await open(page, 'unknown-words')
  await expect(entry(block, 'Badge exchanged')).toContainText(/Other.*\+75 points/)
  await expect(entry(block, 'Sticker')).toContainText('−3')
  await expect(block.getByRole('heading', { name: 'December 31, 2025' })).toBeVisible()
})

test('rows that came in out of order are shown once, and go when they are no longer told', async ({ page }) => {
  const row = (id, day) => ({ id, currency: 'points', amount: 10, kind: 'earn', status: 'posted', occurred_at: `2026-11-${day}T10:00:00Z`, label: id })
  let items = [row('a', 20), row('b', 21), row('c', 20)]
  await page.route('**/v1/me/ledger*', (route) => route.fulfill({ json: { items, as_of: NOW } }))
  await host.open(page, { body: '<palier-points-history></palier-points-history>' })
  const days = page.locator('palier-points-history [part~="day"]')
  await expect(days).toHaveText([/20.*a.*c/, /21.*b/])
  items = [row('d', 22), ...items]
  await page.evaluate(() => refresh('ledger'))
  await expect(days).toHaveText([/22.*d/, /20.*a.*c/, /21.*b/])
  items = items.slice(2)
  await page.evaluate(() => refresh('ledger'))
  await expect(days).toHaveText([/21.*b/, /20.*c/])
})

test.describe('where clocks change', () => {
  test.use({ timezoneId: 'Europe/Paris' })

  test('yesterday is the day before, also when a day had 25 hours', async ({ page }) => {
    const ledger = fixture('ledger')
    const items = [{ ...ledger.items[0], occurred_at: '2026-10-24T12:00:00Z' }]
    // The backend's clock shows what the device's does.
    const headers = { date: 'Sun, 25 Oct 2026 22:30:00 GMT' }
    await page.route(/\/v1\/me(\/balances)?$/, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, headers: { ...response.headers(), ...headers } })
    })
    await page.route('**/v1/me/ledger*', (route) => route.fulfill({ headers, contentType: 'application/json', body: JSON.stringify({ ...ledger, items, next_cursor: undefined }) }))
    await page.clock.setFixedTime('2026-10-25T22:30:00Z')
    await host.open(page, { body: '<palier-points-history></palier-points-history>' })
    await expect(page.getByRole('heading', { name: /^Yesterday ?Saturday,? 24 October$/ })).toBeVisible()
  })
})

test('of a long list, days that are far from the window are not laid out until they are near', async ({ page }) => {
  const ledger = fixture('ledger')
  const day = (back) => new Date(Date.parse('2026-11-20T12:00:00Z') - back * 86_400_000).toISOString()
  const items = Array.from({ length: 50 }, (_, at) => ({ ...ledger.items[0], id: `e_${at}`, occurred_at: day(at) }))
  await page.route('**/v1/me/ledger*', (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify({ ...ledger, items, next_cursor: null }) }))
  await host.open(page, { body: '<palier-points-history page-size="50"></palier-points-history>' })
  await host.settled(page, 'palier-points-history')
  const days = page.locator('palier-points-history .days > *')
  await expect(days).toHaveCount(50)
  const isLaidOut = (at) => days.nth(at).locator('[part~="entry"]').first().evaluate((one) => one.checkVisibility({ contentVisibilityAuto: true }))
  expect(await isLaidOut(49)).toBe(false)
  await days.nth(49).scrollIntoViewIfNeeded()
  await expect.poll(() => isLaidOut(49)).toBe(true)
  await expect(days.nth(49).getByRole('heading')).toBeInViewport()
})
