// What the backend does not accept of a choice: told at the option that it is about, or above them.
import { expect, test } from '@playwright/test'
import { fixture } from './pages/fixtures.js'
import { open } from './pages/host.js'
import { problem } from './pages/replies.js'

const CATALOGUE = '<palier-reward-catalogue page-size="48"></palier-reward-catalogue>'

/** The backend refuses every dry run with `more`. */
const refuse = (page, more) =>
  page.route('**/v1/redemptions/quote', (route) => route.fulfill(problem(422, 'invalid', more)))

/** Asks for what is chosen, shipped somewhere. */
async function send(dialog) {
  await dialog.getByRole('button', { name: 'Redeem' }).click()
  for (const [label, text] of [['Full name', 'Rose'], ['Street', '1 Elm Row'], ['Postal', '69001'], ['Town', 'Lyon']]) await dialog.getByLabel(label).fill(text)
  await dialog.getByLabel('Country').selectOption('FR')
  await dialog.getByRole('button', { name: 'Continue' }).click()
}

test('a variant is refused at its own group, until another one is chosen, and the rest above all', async ({ page }) => {
  await refuse(page, {
    detail: 'One thing needs another look.',
    errors: [
      { pointer: '/variant/0/value_id', code: 'unknown', detail: 'That colour is no longer made.' },
      { pointer: '/variant', code: 'mismatch', detail: 'These do not go together.' },
    ],
  })
  await open(page, { body: CATALOGUE, member: 'top' })
  await page.locator('[data-key=enamel-mug] button').first().click()
  const dialog = page.getByRole('dialog')
  const group = dialog.getByRole('radiogroup').filter({ has: page.getByRole('radio') }).first()
  await group.getByRole('radio').first().check({ force: true })
  await send(dialog)
  const rest = 'These do not go together. One thing needs another look.'
  await expect(dialog.locator('[part~="notice"]')).toHaveText(rest)
  await expect(dialog.getByRole('status').filter({ hasText: rest })).toHaveCount(1)
  await expect(group).toHaveAttribute('aria-invalid', 'true')
  await expect(group).toHaveAccessibleDescription('That colour is no longer made.')
  const radio = group.getByRole('radio').first()
  await expect(radio).toBeFocused()
  await expect(radio).toHaveAccessibleDescription('That colour is no longer made.')
  await group.locator('label:not([data-out=true])').last().click()
  await expect(group).not.toHaveAttribute('aria-invalid')
})

test('a text is refused at its own field, also where one before it was left blank', async ({ page }) => {
  await refuse(page, { errors: [{ pointer: '/personalisation/0/text', code: 'refused', detail: 'Not these words.' }] })
  await page.route('**/v1/rewards**', async (route) => {
    const body = await (await route.fetch()).json()
    for (const reward of body.items ?? [body]) {
      const [engraving] = reward.personalisation ?? []
      if (engraving) reward.personalisation = [{ ...engraving, id: 'dedication', label: 'Dedication', required: false }, engraving]
    }
    await route.fulfill({ json: body })
  })
  await open(page, { body: CATALOGUE, member: 'top' })
  await page.locator('[data-key=engraved-pen] button').first().click()
  const dialog = page.getByRole('dialog')
  const field = dialog.getByLabel('Engraving')
  await field.fill('Ad astra')
  await expect(dialog.getByLabel('Dedication')).toBeVisible()
  await send(dialog)
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleName('Engraving')
  await expect(field).toHaveAccessibleDescription(/Not these words\./)
  await expect(field).toBeFocused()
  await expect(dialog.getByLabel('Dedication')).toHaveAttribute('aria-invalid', 'false')
})

test('a code that is not revealed says why, and offers to sign in again', async ({ page }) => {
  const order = fixture('redemption_code')
  await page.route('**/v1/me/redemptions', (route) => route.fulfill({ json: { items: [order], next_cursor: null, as_of: order.created_at } }))
  await page.route('**/reveal', (route) => route.fulfill(problem(401, 'unauthorised')))
  await open(page, { body: CATALOGUE, member: 'top' })
  await page.locator('[part~="orders"]').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('listitem').getByRole('button').click()
  await dialog.getByRole('button', { name: 'Reveal' }).click()
  const told = dialog.locator('.code-said')
  await expect(told).toContainText('Sign in again to go on.')
  await expect(told.getByText('Sign in', { exact: true })).toBeVisible()
})
