// One reader after another on the same page: nothing of the one before stays, and nothing that they
// began goes on as somebody else's.
import { expect, test } from '@playwright/test'
import { hold, open, settled, tokenOf } from './pages/host.js'
import { kept as intents, keeping } from './pages/intents.js'
import { ordered, problem } from './pages/replies.js'

const CATALOGUE = '<palier-reward-catalogue></palier-reward-catalogue>'
const VOUCHERS = '<palier-reward-catalogue category="vouchers"></palier-reward-catalogue>'
const catalogue = (page) => page.locator('palier-reward-catalogue')
const dialog = (page) => catalogue(page).getByRole('dialog')

async function signIn(page, member) {
  const token = await tokenOf(page.request, member)
  await page.evaluate((token) => globalThis.configure({ getToken: async () => token }), token)
  return `Bearer ${token}`
}

async function show(page, title) {
  const card = catalogue(page).getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) })
  await card.getByRole('button').click()
  await dialog(page).getByRole('button', { name: 'Redeem' }).click()
}

async function confirm(page) {
  await show(page, '€10 voucher')
  await dialog(page).getByRole('button', { name: /^Confirm for/ }).click()
}

const kept = async (page) => (await intents(page)).map(({ key }) => key)

test('a code on screen goes with the member who signs out', async ({ page }) => {
  await page.route('**/v1/redemptions', (route) => route.fulfill(ordered()))
  await open(page, { body: VOUCHERS, member: 'top' })
  await settled(page, 'palier-reward-catalogue')
  await confirm(page)
  await expect(dialog(page).getByText('••••-7Q2M')).toBeVisible()
  await page.evaluate(() => globalThis.signOut())
  await expect(dialog(page)).toBeHidden()
  await expect(catalogue(page).getByText('••••-7Q2M')).toHaveCount(0)
})

test('the next member finds an empty address form', async ({ page }) => {
  await open(page, { body: CATALOGUE, member: 'top' })
  await settled(page, 'palier-reward-catalogue')
  await show(page, 'Grove tote bag')
  await dialog(page).getByRole('textbox', { name: /^Street/ }).fill('1 Old Lane')
  // The same member's next order need not ask again.
  await page.keyboard.press('Escape')
  await show(page, 'Grove tote bag')
  await expect(dialog(page).getByRole('textbox', { name: /^Street/ })).toHaveValue('1 Old Lane')
  await signIn(page, 'expiring')
  await expect(dialog(page)).toBeHidden()
  await settled(page, 'palier-reward-catalogue')
  await show(page, 'Grove tote bag')
  await expect(dialog(page).getByRole('textbox', { name: /^Street/ })).toHaveValue('')
})

test('a badge on screen goes with its member', async ({ page }) => {
  await open(page, { body: '<palier-badge-collection></palier-badge-collection>' })
  await settled(page, 'palier-badge-collection')
  const badges = page.locator('palier-badge-collection')
  await badges.locator('[part~="badge"], [part~="tile"]').first().click()
  await expect(badges.getByRole('dialog')).toBeVisible()
  await signIn(page, 'top')
  await settled(page, 'palier-badge-collection')
  await expect(badges.getByRole('dialog')).toBeHidden()
})

test('an order whose outcome nobody knows is asked about as its own member only', async ({ page }) => {
  await page.clock.install()
  const sent = []
  let answer = problem(503, 'unavailable')
  let before = async () => {}
  await page.route('**/v1/redemptions', async (route) => {
    const { authorization, 'idempotency-key': key } = route.request().headers()
    sent.push({ authorization, key })
    await before()
    await route.fulfill(answer)
  })
  await open(page, { body: VOUCHERS, member: 'top' })
  const mine = `Bearer ${await tokenOf(page.request, 'top')}`
  await settled(page, 'palier-reward-catalogue')
  // Somebody else signs in while the first try is under way.
  let switched
  before = () => (switched ??= signIn(page, 'expiring'))
  await confirm(page)
  await expect(dialog(page)).toBeHidden()
  await settled(page, 'palier-reward-catalogue')
  await page.clock.runFor(180_000)
  await settled(page, 'palier-reward-catalogue')
  expect(sent.map(({ authorization }) => authorization === mine)).toEqual([true])
  await expect(page.getByText('We are checking your order')).toHaveCount(0)
  const [key] = await kept(page)
  expect(key).toBe(sent[0].key)
  // The member is back, and so is the question.
  answer = ordered()
  await signIn(page, 'top')
  await expect.poll(() => kept(page)).toEqual([])
  expect(sent.slice(1)).toEqual([{ authorization: mine, key }])
})

test('a late answer leaves alone what another tab has begun since', async ({ page }) => {
  let release
  const held = new Promise((done) => (release = done))
  await page.route('**/v1/redemptions', async (route) => {
    await held
    await route.fulfill(ordered())
  })
  await open(page, { body: VOUCHERS, member: 'top' })
  await settled(page, 'palier-reward-catalogue')
  await confirm(page)
  await expect.poll(() => kept(page)).toHaveLength(1)
  const [mine] = await intents(page)
  await page.evaluate(keeping({ ...mine, key: 'of another tab' }))
  release()
  await expect(dialog(page).getByRole('heading', { name: 'It is yours' })).toBeVisible()
  expect(await kept(page)).toEqual(['of another tab'])
})

test('an open order outlives another member’s, and signing out', async ({ page }) => {
  const sent = []
  let answer = problem(409, 'idempotency-key-busy')
  await page.route('**/v1/redemptions', async (route) => {
    sent.push(route.request().headers()['idempotency-key'])
    await route.fulfill(answer)
  })
  await open(page, { body: VOUCHERS, member: 'top' })
  await settled(page, 'palier-reward-catalogue')
  await confirm(page)
  await expect(dialog(page).getByRole('heading', { name: 'We are checking your order' })).toBeVisible()
  const [first] = await kept(page)
  await signIn(page, 'orders')
  await settled(page, 'palier-reward-catalogue')
  await confirm(page)
  await expect(dialog(page).getByRole('heading', { name: 'We are checking your order' })).toBeVisible()
  await page.evaluate(() => globalThis.signOut())
  await settled(page, 'palier-reward-catalogue')
  const both = await kept(page)
  expect(both).toHaveLength(2)
  expect(both).toContain(first)
  // Whose order it is is told what became of it.
  answer = ordered()
  await signIn(page, 'top')
  await expect.poll(() => kept(page)).toEqual(both.filter((key) => key !== first))
  expect(sent.at(-1)).toBe(first)
})

test('a change that was refused is not sent again as the next member', async ({ page }) => {
  const sent = []
  await page.route('**/v1/me/preferences', async (route) => {
    sent.push(route.request().headers().authorization)
    await signIn(page, 'expiring')
    await route.fulfill(problem(401, 'unauthorised'))
  })
  await open(page, { body: '<palier-leaderboard></palier-leaderboard>', member: 'top' })
  await settled(page, 'palier-leaderboard')
  const board = page.locator('palier-leaderboard')
  await board.getByText('Your name and privacy').click()
  const refused = page.waitForResponse('**/v1/me/preferences')
  await board.getByRole('checkbox').click()
  await refused
  await expect(board.getByText('Late Leaf').first()).toBeVisible()
  const again = page.waitForResponse('**/v1/leaderboards/**')
  await page.evaluate(() => globalThis.refresh())
  await again
  expect(sent).toEqual([`Bearer ${await tokenOf(page.request, 'top')}`])
})

test('signing out reaches the blocks at once, also while another engine is on its way', async ({ page }) => {
  const release = await hold(page, '**/kit/portal-*.wasm')
  await open(page, { body: '<palier-points-history></palier-points-history>' })
  await settled(page, 'palier-points-history')
  const asked = page.waitForRequest('**/kit/portal-*.wasm')
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('palier-portal'), { portal: 'grove' })))
  await asked
  await page.evaluate(() => globalThis.signOut())
  await settled(page, 'palier-points-history', ['signed-out'])
  release()
  await expect(page.locator('palier-portal [data-block=portal]')).toHaveAttribute('data-state', 'ready')
  await settled(page, 'palier-points-history', ['signed-out'])
})

/** Ends the session of who reads: their token is refused from now on, and the page's callback has `next`'s. */
async function lapse(page, member, next) {
  const [old, other] = [await tokenOf(page.request, member), await tokenOf(page.request, next)]
  const session = { isOver: true }
  await page.route('**/v1/**', (route) => {
    const isOld = route.request().headers().authorization === `Bearer ${old}`
    return session.isOver && isOld ? route.fulfill(problem(401, 'unauthorised')) : route.fallback()
  })
  await page.evaluate((other) => (globalThis.token = other), other)
  return session
}

test('who has signed in on another page finds nothing of the one before once the token has lapsed', async ({ page }) => {
  let streams = 0
  let end
  const ended = new Promise((done) => (end = done))
  await page.route('**/v1/me/stream', async (route) => {
    streams += 1
    if (streams > 1) return route.continue()
    await ended
    await route.fulfill({ contentType: 'text/event-stream', body: ': bye\n\n' })
  })
  await open(page, { body: `<palier-points-history></palier-points-history>${CATALOGUE}`, member: 'top' })
  await settled(page, 'palier-reward-catalogue, palier-points-history')
  await show(page, 'Grove tote bag')
  await dialog(page).getByRole('textbox', { name: /^Street/ }).fill('1 Old Lane')
  await lapse(page, 'top', 'expiring')
  await page.evaluate(() => globalThis.refresh(['balances']))
  // The backend ends the stream of a token that has lapsed.
  end()
  await expect(dialog(page)).toBeHidden()
  await settled(page, 'palier-reward-catalogue, palier-points-history')
  await show(page, 'Grove tote bag')
  await expect(dialog(page).getByRole('textbox', { name: /^Street/ })).toHaveValue('')
})

test('an order that somebody else’s token was sent with stays its own member’s', async ({ page }) => {
  const [own, other] = await Promise.all(['top', 'expiring'].map((member) => tokenOf(page.request, member)))
  const sent = []
  let isBack = false
  await page.route('**/v1/redemptions', (route) => {
    const { authorization } = route.request().headers()
    sent.push(authorization)
    if (authorization === `Bearer ${other}`) return route.fulfill(problem(409, 'quote-expired'))
    return isBack ? route.fulfill(ordered()) : route.abort()
  })
  await open(page, { body: VOUCHERS, member: 'top' })
  await settled(page, 'palier-reward-catalogue')
  await confirm(page)
  await expect.poll(() => sent).toContain(`Bearer ${own}`)
  const session = await lapse(page, 'top', 'expiring')
  await expect.poll(() => sent).toContain(`Bearer ${other}`)
  await expect(dialog(page)).toBeHidden()
  await settled(page, 'palier-reward-catalogue')
  await expect(catalogue(page)).not.toContainText('order of')
  expect(await kept(page)).toHaveLength(1)
  session.isOver = false
  isBack = true
  await signIn(page, 'top')
  await expect(catalogue(page).locator('[part~="notice"]')).toContainText('went through')
  expect(await kept(page)).toEqual([])
})

test('a clock that is put back keeps nobody signed out', async ({ page }) => {
  const token = await tokenOf(page.request, 'top')
  await page.clock.install()
  await open(page, { body: '<palier-points-history></palier-points-history>', script: 'configure({ getToken: async () => globalThis.mine ?? null })' })
  await settled(page, 'palier-points-history', ['signed-out'])
  await page.evaluate((token) => (globalThis.mine = token), token)
  await page.clock.setSystemTime(Date.now() - 3 * 36e5)
  await page.clock.runFor(31_000)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await settled(page, 'palier-points-history')
})
