// An order happens once or not at all, and nobody is told what is not so: whatever fails in between,
// and whatever else is open meanwhile.
import { expect, test } from '@playwright/test'
import { fixture } from './pages/fixtures.js'
import { heard, open, settled, tokenOf } from './pages/host.js'
import { kept, keeping } from './pages/intents.js'
import { ordered, problem } from './pages/replies.js'

const CATALOGUE = '<palier-reward-catalogue page-size="48"></palier-reward-catalogue>'
const dialog = (page) => page.getByRole('dialog')
const notice = (page) => page.locator('[part~="notice"]')

/** Answers every order with what `answer()` gives, and keeps what was sent. */
async function orders(page, answer) {
  const sent = []
  await page.route('**/v1/redemptions', async (route) => {
    const { choice } = route.request().postDataJSON()
    sent.push({ key: route.request().headers()['idempotency-key'], reward: choice.reward_id, price: choice.price_id })
    await route.fulfill(answer())
  })
  return sent
}

async function review(page, id) {
  await page.locator(`[data-key="${id}"] button`).first().click()
  await dialog(page).getByRole('button', { name: 'Redeem' }).click()
  await expect(dialog(page).getByRole('button', { name: /^Confirm for/ })).toBeVisible()
}

async function confirm(page, id) {
  await review(page, id)
  await dialog(page).getByRole('button', { name: /^Confirm for/ }).click()
}

const close = (page) => dialog(page).getByRole('button', { name: 'Close' }).first().click()

test('nothing is ordered while it is not known whose order it would be', async ({ page }) => {
  let isKnown = false
  await page.route('**/v1/me', (route) => (isKnown ? route.continue() : route.fulfill(problem(500, 'internal'))))
  const sent = await orders(page, ordered)
  await open(page, { body: CATALOGUE })
  await confirm(page, 'plant-a-tree')
  await expect(dialog(page).getByRole('heading', { name: 'This one was not sent' })).toBeFocused()
  await expect(dialog(page)).toContainText('Nothing was ordered.')
  expect(sent).toEqual([])
  expect(await heard(page, 'palier-before-redeem')).toEqual([])
  isKnown = true
  await page.evaluate(() => globalThis.refresh())
  await dialog(page).getByRole('button', { name: 'Try again' }).click()
  await settled(page, 'palier-reward-catalogue')
  await dialog(page).getByRole('button', { name: /^Confirm for/ }).click()
  await expect(dialog(page).getByRole('heading', { name: 'It is yours' })).toBeVisible()
  expect(sent).toHaveLength(1)
})

test('a second order says that it was not sent while the first one is open', async ({ page }) => {
  let answer = problem(409, 'idempotency-key-busy')
  const sent = await orders(page, () => answer)
  await open(page, { body: CATALOGUE })
  await confirm(page, 'plant-a-tree')
  await expect(dialog(page).getByRole('heading', { name: 'We are checking your order' })).toBeVisible()
  await close(page)
  await confirm(page, 'food-bank-meal')
  await expect(dialog(page).getByRole('heading', { name: 'This one was not sent' })).toBeFocused()
  await expect(dialog(page)).toContainText(/Your order of .+ is still being checked/)
  expect(await heard(page, 'palier-before-redeem')).toHaveLength(1)
  // The first one's answer is not told as the second's.
  answer = ordered()
  await dialog(page).getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => heard(page, 'palier-redeemed')).toHaveLength(1)
  await expect(dialog(page).getByRole('heading', { name: 'It is yours' })).toHaveCount(0)
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
  await dialog(page).getByRole('button', { name: /^Confirm for/ }).click()
  await expect(dialog(page).getByRole('heading', { name: 'It is yours' })).toBeVisible()
  expect(sent.at(-1).reward).toBe('food-bank-meal')
})

test('what was reviewed is ordered, also when another price has come into reach since', async ({ page }) => {
  let covered = 0
  const altered = (reward) => ({ ...reward, prices: reward.prices.map((price, at) => ({ ...price, affordable: at === covered })) })
  await page.route(/\/v1\/rewards/, async (route) => {
    const answer = await route.fetch({ headers: { ...route.request().headers(), 'if-none-match': '' } })
    const body = await answer.json()
    await route.fulfill({ json: body.items ? { ...body, items: body.items.map(altered) } : altered(body) })
  })
  const quoted = []
  await page.route('**/v1/redemptions/quote', async (route) => {
    quoted.push(route.request().postDataJSON().price_id)
    await route.continue()
  })
  const sent = await orders(page, ordered)
  await open(page, { body: CATALOGUE, member: 'top' })
  await page.locator('[data-key="headphones"] button').first().click()
  await dialog(page).getByRole('button', { name: 'Redeem' }).click()
  for (const name of [/^Full name/, /^Street/, /^Postal/, /^Town/]) await dialog(page).getByRole('textbox', { name }).fill('A')
  await dialog(page).getByRole('combobox', { name: /^Country/ }).selectOption('FR')
  await dialog(page).getByRole('button', { name: 'Continue' }).click()
  const yes = dialog(page).getByRole('button', { name: /^Confirm for/ })
  await expect(yes).toBeVisible()
  covered = 1
  const again = page.waitForResponse(/\/v1\/rewards\/headphones/)
  await page.evaluate(() => globalThis.refresh(['rewards']))
  await again
  await yes.click()
  await expect(dialog(page).getByRole('heading', { name: 'It is yours' })).toBeVisible()
  expect(quoted).toHaveLength(1)
  expect(sent.map(({ price }) => price)).toEqual(quoted)
  expect((await heard(page, 'palier-before-redeem')).map(({ detail }) => detail.price_id)).toEqual(quoted)
  // The rewards are being read again.
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

/** Opens a page that finds an order which an earlier one began at `created`. */
async function found(page, created, body = CATALOGUE) {
  const headers = { Authorization: `Bearer ${await tokenOf(page.request, 'almost')}` }
  const { id: member } = await (await page.request.get('/v1/me', { headers })).json()
  const intent = { key: 'k-1234567890123456789012', member, request: fixture('redemption_request'), created }
  await open(page, { body, early: `sessionStorage.seen ??= ${keeping(intent)} ?? 1` })
}

const LOST = 'It is not known whether your order of Grove hoodie went through.'

test('an order whose key the backend has forgotten is not sent again', async ({ page }) => {
  const sent = await orders(page, ordered)
  await found(page, Date.now() - 9 * 864e5)
  await expect(notice(page)).toContainText(LOST)
  await notice(page).getByRole('button', { name: 'Your orders' }).click()
  await expect(dialog(page).getByRole('heading', { name: 'Your orders' })).toBeFocused()
  await close(page)
  // It is kept until the member puts it away, without what only another try would take.
  const [rest] = await kept(page)
  expect(rest.request.address).toBeUndefined()
  await page.reload()
  await expect(notice(page)).toContainText(LOST)
  await notice(page).getByRole('button', { name: 'Close' }).click()
  await expect(notice(page)).toHaveCount(0)
  expect(await kept(page)).toEqual([])
  expect(sent).toEqual([])
})

for (const [status, word] of [
  [409, 'quote-expired'],
  [422, 'idempotency-key-reused'],
]) {
  test(`of an order that is found again, ${word} does not tell that nothing was taken`, async ({ page }) => {
    const sent = await orders(page, () => problem(status, word))
    await found(page, Date.now() - 36e5)
    await expect(notice(page)).toContainText(LOST)
    await expect(notice(page)).not.toContainText('Nothing was taken')
    await page.reload()
    await expect(notice(page)).toContainText(LOST)
    expect(sent).toHaveLength(1)
  })
}

for (const isBusy of [true, false]) {
  test(`what became of an order is told ${isBusy ? 'when another reward was open' : 'after another one was looked at'} meanwhile`, async ({ page }) => {
    let answer = problem(409, 'idempotency-key-busy')
    await orders(page, () => answer)
    await open(page, { body: CATALOGUE })
    await confirm(page, 'plant-a-tree')
    await expect(dialog(page).getByRole('heading', { name: 'We are checking your order' })).toBeVisible()
    await close(page)
    const look = () => page.locator('[data-key="food-bank-meal"] button').first().click()
    if (isBusy) await look()
    answer = ordered()
    await expect.poll(() => heard(page, 'palier-redeemed')).toHaveLength(1)
    if (!isBusy) await look()
    await close(page)
    await expect(notice(page)).toContainText('went through')
    // Seen in the dialog, it is put away.
    await notice(page).getByRole('button', { name: 'Show' }).click()
    await expect(dialog(page).getByRole('heading', { name: 'It is yours' })).toBeVisible()
    await close(page)
    await expect(notice(page)).toHaveCount(0)
  })
}

test('a refusal that was read is put away, also from the reward that it leads back to', async ({ page }) => {
  await orders(page, () => problem(409, 'sold-out'))
  await open(page, { body: CATALOGUE })
  await confirm(page, 'plant-a-tree')
  await expect(dialog(page).getByRole('heading', { name: 'Sold out' })).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Back to the reward' }).click()
  await close(page)
  await expect(dialog(page)).toBeHidden()
  await expect(notice(page)).toHaveCount(0)
})

test('where other things have filled the browser’s storage, a reload still finds the order', async ({ page }) => {
  let answer = problem(500, 'internal')
  const sent = await orders(page, () => answer)
  const full = `for (let size = 2 ** 22, at = 0; size > 1; at += 1) {
    try { localStorage['brand-' + at] = 'x'.repeat(size) } catch { size = Math.floor(size / 2) }
  }`
  await open(page, { body: CATALOGUE, early: full })
  await confirm(page, 'plant-a-tree')
  await expect(dialog(page).getByRole('heading', { name: 'We are checking your order' })).toBeVisible()
  expect(await kept(page)).toEqual([])
  answer = ordered()
  await page.reload()
  await expect(notice(page)).toContainText('went through')
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
})

test('of two orders that tabs began at once, each is told once the other was read', async ({ page }) => {
  const sent = await orders(page, ordered)
  const { id: member } = await (await page.request.get('/v1/me', { headers: { Authorization: `Bearer ${await tokenOf(page.request, 'almost')}` } })).json()
  const of = (key) => keeping({ key, member, request: fixture('redemption_request'), created: Date.now() - 36e5 })
  await open(page, { body: CATALOGUE, early: `${of('k-1234567890123456789012')};${of('k-2345678901234567890123')}` })
  for (const number of [1, 2]) {
    await expect(notice(page)).toContainText('went through')
    await expect.poll(() => sent.length).toBe(number)
    await notice(page).getByRole('button', { name: 'Close' }).click()
  }
  await expect(notice(page)).toHaveCount(0)
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2)
  expect(await kept(page)).toEqual([])
})

test('two languages of one page have one order between them, and one piece of news', async ({ page }) => {
  const sent = await orders(page, ordered)
  await found(page, Date.now() - 36e5, `<palier-points-history locale="fr"></palier-points-history>${CATALOGUE}${CATALOGUE.replace(' ', ' locale="fr" ')}`)
  await expect(notice(page).filter({ hasText: 'went through' })).toBeVisible()
  await expect(notice(page).filter({ hasText: 'est confirmée' })).toBeVisible()
  expect(sent).toHaveLength(1)
  expect(await heard(page, 'palier-redeemed')).toHaveLength(1)
})

test('what an order took is shown in every language of the page', async ({ page }) => {
  await orders(page, ordered)
  await open(page, { body: `${CATALOGUE}<palier-points-history locale="fr"></palier-points-history>` })
  await settled(page)
  await review(page, 'plant-a-tree')
  const asked = []
  page.on('request', (request) => request.url().endsWith('/v1/me/balances') && asked.push(request.headers()['accept-language']))
  await dialog(page).getByRole('button', { name: /^Confirm for/ }).click()
  await expect.poll(() => asked).toContain('fr')
})

for (const [what, answer, why] of [
  ['a reply that the contract does not know', () => ({ status: 201, contentType: 'application/json', body: '{"id":7}' }), /^POST \/redemptions: .*id/],
  ['a refusal in a shape of its own', () => ({ status: 409, contentType: 'application/json', body: '{"error":"sold out"}' }), /^POST \/redemptions: /],
]) {
  test(`${what} is checked on by the member and told to the developer, once`, async ({ page }) => {
    const sent = await orders(page, answer)
    const seen = await open(page, { body: CATALOGUE })
    await confirm(page, 'plant-a-tree')
    await expect(dialog(page)).toContainText('We are checking your order')
    await expect.poll(() => sent.length).toBeGreaterThan(1)
    expect(seen.errors.filter((text) => text.startsWith('POST'))).toEqual([expect.stringMatching(why)])
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
  })
}

/** Has the page answer each order when, and as, `answer(how)` is called. */
async function answering(page) {
  await page.evaluate(() => {
    globalThis.waits = []
    document.addEventListener('palier-before-redeem', (event) => {
      event.waitUntil(new Promise((yes, no) => globalThis.waits.push({ yes, no })))
      globalThis.last = event
    })
  })
  return (how) => page.evaluate(how)
}

const yes = (page) => dialog(page).locator('[part~="confirm"]')

test('an order waits for the page’s answer, and has its key only then', async ({ page }) => {
  const sent = await orders(page, ordered)
  await open(page, { body: CATALOGUE })
  const answer = await answering(page)
  await confirm(page, 'plant-a-tree')
  await expect(yes(page)).toHaveText('One moment…')
  await expect(yes(page)).toBeFocused()
  await expect(dialog(page).getByRole('status').filter({ hasText: 'One moment…' })).toHaveCount(1)
  // Whoever is impatient asks nothing twice.
  await yes(page).click()
  expect(await heard(page, 'palier-before-redeem')).toHaveLength(1)
  expect(await kept(page)).toEqual([])
  expect(sent).toEqual([])
  await answer(() => globalThis.waits[0].yes())
  await expect(dialog(page).getByRole('heading', { name: 'It is yours' })).toBeVisible()
  expect(sent).toHaveLength(1)
})

for (const [what, how, words] of [
  ['false', () => globalThis.waits[0].yes(false), 'This order was not sent.'],
  ['a string', () => globalThis.waits[0].no('Not on Sundays.'), 'Not on Sundays.'],
  ['an error of its own', () => globalThis.waits[0].no(new Error('Accept the terms first.')), 'Accept the terms first.'],
  ['a fault', () => globalThis.waits[0].no(new TypeError('x is undefined')), 'This order was not sent.'],
]) {
  test(`an order that the page stops by ${what} is not sent, and the member reads why`, async ({ page }) => {
    const sent = await orders(page, ordered)
    const seen = await open(page, { body: CATALOGUE })
    const answer = await answering(page)
    await confirm(page, 'plant-a-tree')
    await expect(yes(page)).toHaveText('One moment…')
    await answer(how)
    await expect(dialog(page).locator('[part~="notice"]')).toContainText(words)
    await expect(dialog(page).getByRole('heading', { name: 'Review and confirm' })).toBeFocused()
    await expect(yes(page)).toHaveText(/^Confirm for/)
    expect([sent, await kept(page)]).toEqual([[], []])
    // Only a fault is the developer's.
    expect(seen.errors.some((text) => text.includes('x is undefined'))).toBe(what === 'a fault')
    // It may be tried again.
    await yes(page).click()
    await answer(() => globalThis.waits[1].yes())
    await expect(dialog(page).getByRole('heading', { name: 'It is yours' })).toBeVisible()
    expect(sent).toHaveLength(1)
  })
}

test('whoever leaves while the page thinks orders nothing, whatever the answer is', async ({ page }) => {
  const sent = await orders(page, ordered)
  await open(page, { body: CATALOGUE })
  const answer = await answering(page)
  await confirm(page, 'plant-a-tree')
  await expect(yes(page)).toHaveText('One moment…')
  await close(page)
  await answer(() => globalThis.waits[0].yes())
  await review(page, 'plant-a-tree')
  await yes(page).click()
  await dialog(page).getByRole('button', { name: 'Back' }).click()
  await answer(() => globalThis.waits[1].yes())
  await dialog(page).getByRole('button', { name: 'Redeem' }).click()
  await expect(yes(page)).toHaveText(/^Confirm for/)
  expect([sent, await kept(page)]).toEqual([[], []])
})

test('a listener that answers too late is told so', async ({ page }) => {
  await orders(page, ordered)
  await open(page, { body: CATALOGUE })
  const answer = await answering(page)
  await confirm(page, 'plant-a-tree')
  const name = await page.evaluate(() => {
    try {
      globalThis.last.waitUntil(true)
    } catch (error) {
      return error.name
    }
  })
  expect(name).toBe('InvalidStateError')
  await answer(() => globalThis.waits[0].yes())
  await expect(dialog(page).getByRole('heading', { name: 'It is yours' })).toBeVisible()
})
