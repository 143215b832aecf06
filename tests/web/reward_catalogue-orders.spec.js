// Orders of a member in the reward catalogue: listed, told, asked about, with the focus kept.
import { expect, test } from '@playwright/test'
import { fixture } from './pages/fixtures.js'
import * as host from './pages/host.js'
import * as intents from './pages/intents.js'
import { problem } from './pages/replies.js'
import { dialog, open } from './pages/reward_catalogue.js'

test('orders are found again, with their code or their parcel', async ({ page }) => {
  let block = await open(page, 'orders')
  await expect(dialog(block).getByRole('heading', { name: 'Your orders' })).toBeFocused()
  const orders = dialog(block).getByRole('listitem')
  await expect(orders.first()).toContainText('Tote bag')
  await expect(orders.first()).toContainText('We have your order.')
  await orders.first().getByRole('button').press('Enter')
  await expect(dialog(block).getByRole('heading', { name: 'Tote bag' })).toBeFocused()
  await expect(dialog(block)).toHaveAccessibleName(/^Tote bag/)
  await expect(dialog(block).getByText('450 points')).toBeVisible()
  await expect(dialog(block).getByText('rd_2015')).toBeVisible()
  await dialog(block).getByRole('button', { name: 'All orders' }).click()
  await expect(dialog(block)).toHaveAccessibleName('Your orders')
  await expect(orders.first().getByRole('button')).toBeFocused()
  await page.keyboard.press('Escape')
  const way = block.getByRole('button', { name: 'Your orders' })
  await way.press('Enter')
  await expect(dialog(block).getByRole('heading', { name: 'Your orders' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(way).toBeFocused()
  block = await open(page, 'orders-none')
  const none = 'You have ordered nothing yet.'
  await expect(dialog(block).getByText(none).last()).toBeVisible()
  await expect(dialog(block).getByRole('status').filter({ hasText: none })).toHaveCount(1)
  block = await open(page, 'orders-failed')
  await expect(dialog(block).getByRole('button', { name: 'Try again' })).toBeVisible()
  block = await open(page, 'anonymous')
  await expect(block.getByRole('button', { name: 'Your orders' })).toHaveCount(0)
})


/** The member's orders on a brand's page; `pages` gives the page of a cursor. */
async function orders(page, pages, more = {}) {
  await page.route('**/v1/me/redemptions*', (route) => {
    const cursor = new URL(route.request().url()).searchParams.get('cursor') ?? ''
    const found = pages(cursor)
    return found ? route.fulfill({ contentType: 'application/json', body: JSON.stringify(found) }) : route.fulfill({ status: 503 })
  })
  await host.open(page, { body: '<palier-reward-catalogue></palier-reward-catalogue>', ...more })
  const block = page.locator('palier-reward-catalogue')
  await block.locator('[part~="orders"]').press('Enter')
  return block
}

const listed = (...items) => ({ ...fixture('redemptions'), items, next_cursor: undefined })
const shipped = (id, more) => ({ ...fixture('redemption_shipped'), id, ...more })
/** What has the focus, inside the block; null when that is lost to the page. */
const held = (block) => block.evaluate((element) => element.shadowRoot.activeElement?.textContent ?? null)

test('a code says from when it is good, until when, and that it has been used', async ({ page }) => {
  const code = { masked: '••••-7Q2M', valid_from: new Date(Date.now() + 3 * 86_400_000).toISOString(), expires_at: '2090-11-22T22:59:59Z' }
  const order = (id, used) => ({ ...fixture('redemption_code'), id, code: { ...code, used } })
  const block = await orders(page, () => listed(order('rd_1', 0), order('rd_2', 2)))
  for (const [at, is] of [[0, false], [1, true]]) {
    await dialog(block).getByRole('listitem').nth(at).getByRole('button').click()
    await expect(dialog(block).getByText(/^Valid from /)).toBeVisible()
    await expect(dialog(block).getByText(/^Valid until .* 2090$/)).toBeVisible()
    await expect(dialog(block).getByText('Used 2 times')).toHaveCount(is ? 1 : 0)
    await dialog(block).getByRole('button', { name: 'All orders' }).click()
  }
})

for (const [what, answer, words, way] of [
  ['without a network', (route) => route.abort('internetdisconnected'), 'We could not reach the programme. Check your connection and try again.', 'Try again'],
  ['with a membership that is suspended', (route) => route.fulfill(problem(403, 'suspended')), 'Your membership is suspended. Please contact the programme to find out more.', 'Try again'],
  ['with a session that is over', (route) => route.fulfill(problem(401, 'unauthorised')), 'Sign in again to go on. Nothing was lost.', 'Sign in'],
])
  test(`orders that did not load ${what} say why, and what helps`, async ({ page }) => {
    await page.route('**/v1/me/redemptions*', answer)
    await host.open(page, { body: '<palier-reward-catalogue></palier-reward-catalogue>' })
    const block = page.locator('palier-reward-catalogue')
    await block.locator('[part~="orders"]').press('Enter')
    await expect(dialog(block).getByText(words).first()).toBeVisible()
    await expect(dialog(block).getByRole('button', { name: /^(Try again|Sign in)$/ }).or(dialog(block).getByRole('link', { name: 'Sign in' }))).toHaveText(way)
  })

test('links of an order lead to https, the backend, mail or telephone, and to nothing else', async ({ page }) => {
  const script = 'javascript:document.title="run"'
  const parcel = (url) => [{ carrier: 'Sample Post', number: 'SP 1', url }]
  const contact = (href) => ({ contact: { method: 'GET', href } })
  const block = await orders(page, () =>
    listed(
      shipped('rd_1', { shipments: parcel(script), actions: contact('mailto:help@brand.example') }),
      shipped('rd_2', { shipments: parcel('parcels/1'), actions: contact(script) }),
    ),
  )
  const rows = dialog(block).getByRole('listitem')
  await rows.first().getByRole('button').click()
  await expect(dialog(block).getByText('Sample Post')).toBeVisible()
  await expect(dialog(block).getByRole('link', { name: 'Get help with this order' })).toHaveAttribute('href', 'mailto:help@brand.example')
  await expect(dialog(block).getByRole('link')).toHaveCount(1)
  await dialog(block).getByRole('button', { name: 'All orders' }).click()
  await rows.nth(1).getByRole('button').click()
  const track = dialog(block).getByRole('link', { name: 'Track with Sample Post (opens in a new tab)', exact: true })
  await expect(track).toHaveAttribute('href', new URL('/parcels/1', page.url()).href)
  await expect(track).toHaveAttribute('rel', 'noopener noreferrer')
  await expect(dialog(block).getByRole('link')).toHaveCount(1)
})

test('where an order stands is told in the reader’s language, also without words of the backend', async ({ page }) => {
  const at = '2026-11-20T14:10:00Z'
  const steps = ['requested', 'preparing', 'beamed'].map((state) => ({ state, at }))
  const block = await orders(page, () => listed(shipped('rd_1', { state: 'refunded', history: [] }), shipped('rd_2', { state: 'beamed', history: steps })), {
    body: '<palier-reward-catalogue locale="fr"></palier-reward-catalogue>',
  })
  const rows = dialog(block).getByRole('listitem')
  await expect(rows.first()).toContainText('Points restitués')
  await expect(rows.nth(1)).toContainText('Mise à jour')
  await rows.nth(1).getByRole('button').click()
  await expect(dialog(block).getByRole('list', { name: 'Suivi de la commande' }).getByRole('listitem')).toContainText(['Commande passée', 'En préparation', 'Mise à jour'])
})

test('more orders keep the focus in the dialog, and so do those that are read again', async ({ page }) => {
  let [working, words] = [true, 'On its way.']
  const step = () => [{ state: 'shipped', at: '2026-11-20T14:10:00Z', message: words }]
  const one = () => ({ ...listed(shipped('rd_1', { variant: 'one', history: step() })), next_cursor: 'two' })
  const block = await orders(page, (cursor) => (cursor ? working && listed(shipped('rd_2', { variant: 'two' })) : one()))
  const rows = dialog(block).getByRole('listitem')
  await expect(rows).toHaveCount(1)
  await rows.first().getByRole('button').focus()
  words = 'Almost there.'
  await page.evaluate(() => globalThis.refresh(['redemptions']))
  await expect(rows.first()).toContainText('Almost there.')
  expect(await held(block)).toContain('Grove hoodie, one')
  working = false
  await dialog(block).getByRole('button', { name: 'Show more' }).press('Enter')
  const again = dialog(block).getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  await expect(again).toBeFocused()
  working = true
  await again.press('Enter')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1).getByRole('button')).toBeFocused()
  // Looked at and left again: as many orders as before, and the focus on the one.
  await rows.nth(1).getByRole('button').press('Enter')
  await dialog(block).getByRole('button', { name: 'All orders' }).press('Enter')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1).getByRole('button')).toBeFocused()
})

/** A page that finds an order open which an earlier page began; `answer` is the backend's. */
async function recalled(page, answer) {
  await page.route('**/v1/redemptions', answer)
  const headers = { Authorization: `Bearer ${await host.tokenOf(page.request, 'almost')}` }
  const { id: member } = await (await page.request.get('/v1/me', { headers })).json()
  const intent = { key: 'k-1234567890123456789012', member, request: fixture('redemption_request'), created: Date.now() }
  await host.open(page, {
    body: '<palier-reward-catalogue></palier-reward-catalogue>',
    early: intents.keeping(intent),
  })
  return page.locator('palier-reward-catalogue')
}

test('what is pressed in the notice of an order goes, and the focus stays in the block', async ({ page }) => {
  const settled = (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify(fixture('redemption_code')) })
  let block = await recalled(page, settled)
  await block.getByRole('button', { name: 'Show', exact: true }).press('Enter')
  await expect(dialog(block).getByRole('heading', { name: 'It is yours' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog(block)).toBeHidden()
  await expect(block.getByRole('heading', { name: 'Rewards', level: 2 })).toBeFocused()
  block = await recalled(page, settled)
  await block.locator('[part~="notice"]').getByRole('button', { name: 'Close' }).press('Enter')
  await expect(block.locator('[part~="notice"]')).toHaveCount(0)
  await expect(block.getByRole('heading', { name: 'Rewards', level: 2 })).toBeFocused()
})

test('asking about an order keeps the focus in the block, whatever the answer', async ({ page }) => {
  const block = await recalled(page, (route) => route.fulfill(problem(409, 'idempotency-key-busy')))
  await block.getByRole('button', { name: 'Check now' }).press('Enter')
  await expect(block.getByRole('heading', { name: 'Rewards', level: 2 })).toBeFocused()
})
