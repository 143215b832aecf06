// Cancelling an order: asked first, sent once, told in words whatever comes of it.
import { expect, test } from '@playwright/test'
import { fixture } from './pages/fixtures.js'
import { heard, hold, open } from './pages/host.js'
import { problem } from './pages/replies.js'

const gone = () => ({ json: fixture('redemption_cancelled') })
const dialog = (page) => page.getByRole('dialog')
const press = (page, name) => dialog(page).getByRole('button', { name, exact: true })

/** A page whose member has one order, which can be cancelled; keeps the keys that were sent. */
async function shop(page, answer, body = '<palier-reward-catalogue></palier-reward-catalogue>') {
  const keys = []
  let list = { ...fixture('redemptions'), next_cursor: null }
  await page.route('**/v1/me/redemptions*', (route) => route.fulfill({ json: list }))
  await page.route('**/v1/me/redemptions/rd_2015/cancel', async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    const reply = answer()
    if (!reply) return route.abort('connectionreset')
    if (reply.json) list = { ...list, items: [reply.json, ...list.items.slice(1)] }
    await route.fulfill(reply)
  })
  const seen = await open(page, { body })
  return { keys, seen }
}

async function ask(page) {
  await page.locator('[part~=orders]').click()
  await dialog(page).getByRole('listitem').first().getByRole('button').click()
  await press(page, 'Cancel order').click()
  await expect(dialog(page).getByRole('heading', { name: 'Cancel this order?' })).toBeFocused()
}

test('an order is cancelled after a question that says what comes back, and once', async ({ page }) => {
  const { keys, seen } = await shop(page, gone, '<palier-reward-catalogue></palier-reward-catalogue><palier-points-history></palier-points-history>')
  await ask(page)
  await expect(dialog(page).getByRole('definition')).toHaveText('450 points')
  await press(page, 'Keep order').click()
  await expect(dialog(page).getByRole('heading', { name: 'Tote bag' })).toBeFocused()
  expect(keys).toEqual([])
  await press(page, 'Cancel order').click()
  const before = seen.requests.length
  await press(page, 'Cancel order').dblclick()
  await expect(dialog(page).getByRole('heading', { name: 'Tote bag' })).toBeFocused()
  const words = 'Your order is cancelled. You got back 450 points.'
  await expect(dialog(page).locator('[part~=notice]')).toHaveText(words)
  await expect(dialog(page).getByRole('status').filter({ hasText: words })).toHaveCount(1)
  await expect(dialog(page).getByRole('list', { name: 'Order progress' }).getByRole('listitem').last()).toContainText('Your points are back.')
  await expect(press(page, 'Cancel order')).toHaveCount(0)
  expect(keys).toEqual([expect.stringMatching(/.{20}/)])
  await expect.poll(() => seen.requests.slice(before)).toEqual(expect.arrayContaining(['/v1/me/balances', expect.stringMatching('/v1/me/ledger'), expect.stringMatching('/v1/rewards')]))
  const told = await heard(page, 'palier-action')
  expect(told.map(({ detail }) => detail)).toEqual([{ action: 'cancel_order', order: 'rd_2015' }])
  await press(page, 'All orders').click()
  await expect(dialog(page).getByRole('listitem').first()).toContainText('Your points are back.')
})

test('a reply that was lost leaves the outcome open, and another try has the same key', async ({ page }) => {
  let reply = null
  const { keys } = await shop(page, () => reply)
  await ask(page)
  await press(page, 'Cancel order').click()
  await expect(dialog(page).getByRole('status').filter({ hasText: 'We could not find out whether your order was cancelled.' })).toBeVisible()
  await expect(press(page, 'Try again')).toBeFocused()
  // The question is asked anew, and the key is the same.
  await press(page, 'Keep order').click()
  await press(page, 'Cancel order').click()
  reply = gone()
  await press(page, 'Try again').click()
  await expect(dialog(page).locator('[part~=notice]')).toContainText('Your order is cancelled.')
  expect(keys.length).toBeGreaterThan(1)
  expect(new Set(keys).size).toBe(1)
})

test('what is too late is told in the backend’s words, and leads back to the orders', async ({ page }) => {
  const words = 'We are packing it already. Call us.'
  const { keys } = await shop(page, () => problem(409, 'outside-window', { detail: words }))
  await ask(page)
  await press(page, 'Cancel order').click()
  await expect(dialog(page).getByRole('status').filter({ hasText: words })).toBeVisible()
  await expect(press(page, 'Keep order')).toBeHidden()
  await expect(press(page, 'All orders')).toBeFocused()
  expect(keys).toHaveLength(1)
  expect(await heard(page, 'palier-action')).toEqual([])
  await press(page, 'All orders').click()
  await expect(dialog(page).getByRole('heading', { name: 'Your orders' })).toBeVisible()
})

test('a session that is over offers the way in, and the order stays', async ({ page }) => {
  await shop(page, () => problem(401, 'unauthorised'))
  await ask(page)
  await press(page, 'Cancel order').click()
  await expect(dialog(page).getByText('Sign in again to go on.')).toBeVisible()
  await expect(dialog(page).getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('a dialog that was closed meanwhile sends nothing twice', async ({ page }) => {
  const { keys } = await shop(page, gone)
  const release = await hold(page, '**/v1/me/redemptions/rd_2015/cancel', 'fallback')
  await ask(page)
  await press(page, 'Cancel order').click()
  await expect(press(page, 'Cancelling…')).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')
  await page.locator('[part~=orders]').click()
  await dialog(page).getByRole('listitem').first().getByRole('button').click()
  await press(page, 'Cancel order').click()
  await press(page, 'Cancelling…').click({ force: true })
  release()
  await expect(dialog(page).locator('[part~=notice]')).toContainText('Your order is cancelled.')
  expect(keys).toHaveLength(1)
})

test('the question is asked in French, too', async ({ page }) => {
  await shop(page, gone, '<palier-reward-catalogue locale="fr"></palier-reward-catalogue>')
  await page.locator('[part~=orders]').click()
  await dialog(page).getByRole('listitem').first().getByRole('button').click()
  await dialog(page).getByRole('button', { name: 'Annuler la commande' }).click()
  await expect(dialog(page).getByRole('heading', { name: 'Annuler cette commande ?' })).toBeFocused()
  await dialog(page).getByRole('button', { name: 'Annuler la commande' }).click()
  await expect(dialog(page).locator('[part~=notice]')).toContainText('Votre commande est annulée. Vous avez récupéré 450 points.')
})
