// The reward catalogue in each of its own states, by role, name and visible words; the way from
// a card to an order by keyboard; what is kept and sent.
import { expect, test } from '@playwright/test'
import * as intents from './pages/intents.js'
import { card, dialog, open } from './pages/reward_catalogue.js'

const active = (page) => page.evaluate(() => document.activeElement?.textContent)

test('each card says price and verdict in plain words', async ({ page }) => {
  const block = await open(page, 'catalogue')
  await expect(block.getByRole('heading', { name: 'Rewards', level: 2 })).toBeVisible()
  await expect(block.getByRole('heading', { name: 'Grove hoodie', level: 3 })).toBeVisible()
  await expect(block.getByRole('status').filter({ hasText: '21 rewards' })).toBeVisible()
  for (const [title, words] of [
    ['Grove hoodie', 'or 1,200 points + 5 gems'],
    ['Enamel mug', 'Only 4 left'],
    ['Enamel mug', 'instead of 800 points'],
    ['Studio tour', 'Ends'],
    ['Desk lamp', '600 points to go'],
    ['Trail sneakers', '400 points + 3 gems to go'],
    ['Wireless headphones', 'From Bloom'],
    ['Concert seats', 'For members who live near Lyon.'],
    ['€10 gift card', 'Limit reached, again from'],
    ['Mystery box', 'From'],
    ['Plant kit', 'Sold out, back'],
    ['Anniversary T-shirt', 'Sold out'],
    ['Ocean clean-up', 'Ended'],
  ]) {
    await expect(card(block, title), title).toContainText(words)
  }
  // Of the price: the words beside it say what is missing.
  const share = (node) => node.getBoundingClientRect().width / node.parentElement.getBoundingClientRect().width
  await expect.poll(() => card(block, 'Desk lamp').locator('[part=progress-fill]').evaluate(share)).toBeCloseTo(2600 / 3200, 1)
})

test('what nobody can redeem yet says what to do first', async ({ page }) => {
  let block = await open(page, 'anonymous')
  await expect(card(block, 'Tote bag')).toContainText('Sign in to redeem')
  await expect(block.getByRole('button', { name: 'Affordable now' })).toHaveCount(0)
  block = await open(page, 'candidate')
  await expect(card(block, 'Tote bag')).toContainText('Join to redeem')
  block = await open(page, 'paused')
  await expect(card(block, 'Tote bag')).toContainText('Paused with your membership')
  block = await open(page, 'detail-anonymous')
  await expect(dialog(block).getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('nothing at all and nothing that matches are told apart', async ({ page }) => {
  let block = await open(page, 'empty')
  await expect(block.getByText('No rewards yet')).toBeVisible()
  await expect(block.getByRole('searchbox')).toBeHidden()
  block = await open(page, 'no-match')
  await expect(block.getByText('Nothing matches')).toBeVisible()
  await block.getByRole('button', { name: 'Show everything' }).click()
  // Without filters the canned backend has nothing either.
  await expect(block.getByText('No rewards yet')).toBeVisible()
})

test('a locked reward keeps its button in reach and says why', async ({ page }) => {
  for (const [demo, why] of [
    ['detail-short', 'You need 600 more points.'],
    ['detail-tier-locked', 'Open to members from Bloom.'],
    ['detail-sold-out', 'Sold out. More are expected on 5 December.'],
  ]) {
    const block = await open(page, demo)
    const redeem = dialog(block).getByRole('button', { name: 'Redeem' })
    await expect(redeem).toHaveAttribute('aria-disabled', 'true')
    await expect(redeem).toHaveAccessibleDescription(why)
    await redeem.focus()
    await page.keyboard.press('Enter')
    await expect(dialog(block).getByRole('heading', { name: 'Review and confirm' })).toHaveCount(0)
  }
})

test('by keyboard from the card to the review and back to the card', async ({ page }) => {
  const block = await open(page, 'catalogue')
  await card(block, '€25 gift card').getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(dialog(block).getByRole('heading', { name: '€25 gift card' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog(block)).toBeHidden()
  await expect(card(block, '€25 gift card').getByRole('button')).toBeFocused()
})

test('a card chosen in the moment its dialog closes is there again', async ({ page }) => {
  const block = await open(page, 'catalogue')
  const button = card(block, '€25 gift card').getByRole('button')
  await button.click()
  await expect(dialog(block).getByRole('heading', { name: '€25 gift card' })).toBeFocused()
  const closed = await button.evaluate(async (button) => {
    const old = button.getRootNode().querySelector('dialog[open]')
    const told = new Promise((done) => old.addEventListener('close', () => done(true)))
    old.close()
    button.click()
    return told
  })
  expect(closed).toBe(true)
  await expect(dialog(block).getByRole('heading', { name: '€25 gift card' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(block)).toBeHidden()
})

test('missing options are named, and the first one has the focus', async ({ page }) => {
  const block = await open(page, 'options-missing')
  const wrong = dialog(block).getByText('choose an option to go on.')
  await expect(wrong).toHaveText(['Size: choose an option to go on.', 'Colour: choose an option to go on.'])
  const small = dialog(block).getByRole('radio', { name: 'S', exact: true })
  await expect(small).toBeFocused()
  await expect(small).toHaveAccessibleDescription('Size: choose an option to go on.')
  await expect(dialog(block).getByRole('radiogroup', { name: 'Size' })).toHaveAttribute('aria-required', 'true')
  await page.keyboard.press('Space')
  await expect(wrong).toHaveCount(1)
  await expect(small).toHaveAccessibleDescription('')
})

test('a variant that is sold out stays readable and cannot be chosen', async ({ page }) => {
  const block = await open(page, 'variant-sold-out')
  const forest = dialog(block).getByRole('radio', { name: /^Forest Sold out, back/ })
  await expect(forest).toHaveAttribute('aria-disabled', 'true')
  await forest.focus()
  await page.keyboard.press('Space')
  await expect(forest).not.toBeChecked()
  await expect(forest).toBeFocused()
  await dialog(block).getByRole('radio', { name: 'M', exact: true }).check()
  await dialog(block).getByRole('radio', { name: 'Sand' }).check()
  await expect(dialog(block).getByRole('status').filter({ hasText: 'Only 2 left' })).toBeVisible()
})

test('a text to engrave is counted and needed', async ({ page }) => {
  const block = await open(page, 'engraving')
  const field = dialog(block).getByRole('textbox', { name: /^Engraving/ })
  await expect(field).toHaveAttribute('maxlength', '24')
  await dialog(block).getByRole('button', { name: 'Redeem' }).click()
  await expect(field).toBeFocused()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleName('Engraving')
  await field.fill('Ad astra')
  await expect(dialog(block).getByText('8 of 24 characters')).toBeVisible()
  await expect(field).toHaveAttribute('aria-invalid', 'false')
  await expect(field).not.toHaveAccessibleDescription(/\d of 24/)
  const heard = dialog(block).getByRole('status').filter({ hasText: 'characters' })
  await expect(heard).toHaveCount(0)
  await field.fill('Per aspera ad astra!')
  await expect(heard).toHaveText('20 of 24 characters')
})

test('the address names what is missing, and browsers can fill it in', async ({ page }) => {
  const block = await open(page, 'address-missing')
  const name = dialog(block).getByRole('textbox', { name: 'Full name' })
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription('This is needed to ship the reward.')
  await expect(name).toHaveAttribute('autocomplete', 'shipping name')
  await dialog(block).getByRole('combobox', { name: 'Country' }).selectOption('FR')
  await dialog(block).getByRole('button', { name: 'Back' }).click()
  await expect(dialog(block).getByRole('radio', { name: 'Forest' })).toBeChecked()
})

test('the review tells the balance before and after, and locks what cannot go through', async ({ page }) => {
  let block = await open(page, 'review')
  await expect(dialog(block).getByRole('heading', { name: 'Review and confirm' })).toBeFocused()
  for (const words of ['2,600 points', '1,400 points', '1,200 points']) await expect(dialog(block)).toContainText(words)
  await expect(dialog(block).getByRole('button', { name: 'Confirm for 1,400 points' })).toBeEnabled()
  block = await open(page, 'review-short')
  const confirm = dialog(block).getByRole('button', { name: 'Confirm for 3,200 points' })
  await expect(confirm).toHaveAccessibleDescription('You need 600 more points.')
})

for (const [demo, heading, words] of [
  ['quoting', 'Checking price and stock…', ''],
  ['unquoted', 'We could not check the price', 'Nothing was ordered.'],
  ['in-flight', 'Placing your order', 'You will not be charged twice.'],
  ['code', 'It is yours', '••••-7Q2M'],
  ['shipped', 'It is yours', 'Track with Sample Post'],
  ['order-failed', 'Your order needs our attention', 'The carrier lost the parcel.'],
  ['price-changed', 'Review and confirm', 'The price has changed.'],
  ['quote-expired', 'Review and confirm', 'we checked the price again'],
  ['short', 'Not enough in your balance', 'Nothing was taken from your balance.'],
  ['limit-reached', 'You have reached the limit', 'Nothing was taken from your balance.'],
  ['sold-out', 'Sold out', 'Nothing was taken from your balance.'],
  ['delivery-failed', 'Paid, but not delivered yet', 'We are on it.'],
  ['unknown-outcome', 'We are checking your order', 'You will not be charged twice.'],
  ['lost-order', 'We could not find out', 'it is among your orders'],
  ['not-sent', 'This one was not sent', 'Nothing was ordered.'],
  ['signed-out-meanwhile', 'We are checking your order', 'Sign in again'],
]) {
  test(`${demo} is said in words, under a heading that has the focus`, async ({ page }) => {
    const block = await open(page, demo)
    const title = dialog(block).getByRole('heading', { name: heading, exact: true })
    await expect(title).toBeVisible()
    await expect(title).toBeFocused()
    await expect(dialog(block)).toContainText(words)
  })
}

test('a code is revealed on request and its copy is announced', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {})
  const block = await open(page, 'code-revealed')
  await expect(dialog(block).locator('.code-value')).toHaveText('GROVE-DEMO-4KXH-7Q2M')
  await expect(dialog(block).getByRole('status').filter({ hasText: 'GROVE-DEMO-4KXH-7Q2M' })).toHaveCount(1)
  const copy = dialog(block).getByRole('button', { name: 'Copy' })
  await expect(copy).toBeFocused()
  const height = () => dialog(block).locator('[part~="code"]').evaluate((code) => code.getBoundingClientRect().height)
  const before = await height()
  const empty = await dialog(block).locator('[part~="code"] > *').evaluateAll((parts) => parts.filter((part) => !part.textContent.trim()).length)
  expect(empty, 'a line of nothing').toBe(0)
  await copy.click()
  await expect(dialog(block).getByRole('status').filter({ hasText: /Code copied\.|Copying is not allowed/ })).toBeVisible()
  expect(await height(), 'the place of the notice was kept').toBe(before)
})

test('a code that is hidden is told by how it ends, and announces nothing by itself', async ({ page }) => {
  const block = await open(page, 'code')
  const value = dialog(block).locator('.code-value')
  await expect(value).toHaveText('••••-7Q2MCode ending in 7Q2M')
  expect(await value.ariaSnapshot()).not.toContain('•')
  await expect(dialog(block).locator('output')).toHaveCount(0)
})

test('of several prices the one that applies stands beside the button, in sight on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  const block = await open(page, 'detail')
  const foot = dialog(block).getByRole('button', { name: 'Redeem' }).locator('..')
  const price = foot.getByText('1,800 points', { exact: true })
  await expect(price).toBeInViewport({ ratio: 1 })
  const other = dialog(block).getByRole('radio', { name: '1,200 points + 5 gems' })
  await other.focus()
  await page.keyboard.press('Space')
  await expect(foot.getByText('1,200 points + 5 gems', { exact: true })).toBeInViewport({ ratio: 1 })
  await expect(price).toHaveCount(0)
})

test('tracking is an ordered list whose current step is marked in words', async ({ page }) => {
  const block = await open(page, 'shipped')
  const steps = dialog(block).getByRole('list', { name: 'Order progress' }).getByRole('listitem')
  await expect(steps).toHaveCount(4)
  await expect(steps.last()).toHaveAttribute('aria-current', 'step')
  await expect(steps.last()).toContainText('now')
})

test('an open outcome keeps its intent, one key for every try, and can be asked about', async ({ page }) => {
  const block = await open(page, 'checking-in-the-background')
  const words = 'We are checking your order of €25 gift card. You will not be charged twice.'
  await expect(block.locator('[part~="notice"]')).toContainText(words)
  await expect(block.locator(':scope > [role=status]')).toHaveText(words)
  const kept = async () => (await intents.kept(page))[0]
  const before = await kept()
  expect(before.key.length).toBeGreaterThan(20)
  expect(before.request.choice.reward_id).toBe('gift-card-25')
  await block.getByRole('button', { name: 'Check now' }).click()
  expect((await kept()).key).toBe(before.key)
})

test('a final answer leaves nothing in storage', async ({ page }) => {
  const block = await open(page, 'code')
  await expect(dialog(block).getByRole('heading', { name: 'It is yours' })).toBeVisible()
  expect(await intents.kept(page)).toEqual([])
})

test('filters are buttons with a state, and the list layout keeps every card', async ({ page }) => {
  const block = await open(page, 'list')
  await expect(block.getByRole('button', { name: 'List' })).toHaveAttribute('aria-pressed', 'true')
  await expect(block.locator('[part~=card]')).toHaveCount(21)
  await block.getByRole('button', { name: 'To wear' }).click()
  await expect(block.getByRole('button', { name: 'To wear' })).toHaveAttribute('aria-pressed', 'true')
  await block.getByRole('button', { name: 'Affordable now' }).click()
  await expect(block.getByRole('button', { name: 'Affordable now' })).toHaveAttribute('aria-pressed', 'true')
})

test('the focus of a step is never lost to the page', async ({ page }) => {
  const block = await open(page, 'catalogue')
  await card(block, 'Desk lamp').getByRole('button').click()
  expect(await active(page)).toContain('Desk lamp')
})

test('showing everything again leaves the focus in the search', async ({ page }) => {
  // The real catalogue: a canned one has nothing but what it was given.
  await page.goto('/')
  const block = page.locator('[data-block="reward-catalogue"]').first()
  await block.getByRole('searchbox').fill('zzz')
  await block.getByRole('button', { name: 'Show everything' }).press('Enter')
  await expect(block.getByRole('searchbox')).toBeFocused()
  await expect(block.locator('[part~=card]').first()).toBeVisible()
})

for (const size of ['100%', '200%']) {
  test(`nothing that has the focus is hidden behind the foot of the dialog, at 320 pixels and ${size} text`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    const block = await open(page, 'detail')
    await page.evaluate((size) => (document.documentElement.style.fontSize = size), size)
    await dialog(block).getByRole('heading', { name: 'Grove hoodie' }).focus()
    for (let step = 0; step < 14; step += 1) {
      await page.keyboard.press('Tab')
      const hidden = await page.evaluate(() => {
        const node = document.activeElement
        const foot = node.closest('dialog')?.querySelector('.foot')
        if (!foot || foot.contains(node)) return null
        const [own, over] = [node.getBoundingClientRect(), foot.getBoundingClientRect()]
        return own.height > 0 && own.top >= over.top - 1 ? `${node.outerHTML.slice(0, 80)} at ${own.top}, behind ${over.top}` : null
      })
      expect(hidden).toBeNull()
    }
  })
}

test('the card whose button has the focus is marked in forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  const block = await open(page, 'catalogue')
  const one = card(block, 'Desk lamp')
  await one.getByRole('button').focus()
  await expect(one).toHaveCSS('outline-style', 'solid')
  await expect(one).toHaveCSS('outline-width', '2px')
})
