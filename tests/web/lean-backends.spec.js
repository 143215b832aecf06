// Backends that leave out what the contract leaves to them are drawn whole all the same.
import { expect, test } from '@playwright/test'
import { open, settled } from './pages/host.js'

test.afterEach(({ page }) => page.unrouteAll({ behavior: 'wait' }))

/** Changes the replies at `address` by `change`. */
const changed = (page, address, change) =>
  page.route(address, async (route) => {
    // The whole list: what is looked for may be on a later page.
    const response = await route.fetch({ url: route.request().url().replace(/limit=\d+/, 'limit=100') })
    if (response.status() !== 200) return route.fulfill({ response })
    const json = await response.json()
    change(json)
    return route.fulfill({ response, json })
  })

test('where preferences cannot be changed the board does not offer to', async ({ page }) => {
  const board = page.locator('palier-leaderboard')
  await open(page, { body: '<palier-leaderboard></palier-leaderboard>' })
  await settled(page, 'palier-leaderboard')
  await expect(board.getByText('Your name and privacy')).toBeVisible()
  await changed(page, '**/v1/portal', ({ capabilities }) => {
    capabilities.operations = capabilities.operations.filter((name) => name !== 'update_preferences')
  })
  const seen = await open(page, { body: '<palier-leaderboard></palier-leaderboard>' })
  await settled(page, 'palier-leaderboard')
  await expect(board.getByRole('row').first()).toBeVisible()
  await expect(board.getByText('Your name and privacy')).toHaveCount(0)
  expect(seen.errors).toEqual([])
})

test('a reward without a picture has a sign in its place, in the list and before it is confirmed', async ({ page }) => {
  const isPlain = ({ eligibility, axes, personalisation, needs_address }) =>
    eligibility.state === 'eligible' && !axes?.length && !personalisation?.length && !needs_address
  await changed(page, /\/v1\/rewards(\?|\/|$)/, (reply) => {
    if (reply.items) reply.items = reply.items.filter(isPlain)
    for (const reward of reply.items ?? [reply]) delete reward.media
  })
  await open(page, { member: 'top', body: '<palier-reward-catalogue></palier-reward-catalogue>' })
  await settled(page, 'palier-reward-catalogue')
  const catalogue = page.locator('palier-reward-catalogue')
  const card = catalogue.locator('[part~=card]').first()
  await expect(card.locator('[part~=picture] svg')).toBeVisible()
  await card.getByRole('button').first().click()
  const dialog = catalogue.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Redeem' }).click()
  await expect(dialog.getByRole('heading', { name: 'Review and confirm' })).toBeVisible()
  const thumb = dialog.locator('.thumb svg')
  await expect(thumb).toBeVisible()
  const [inside, around] = [await thumb.boundingBox(), await dialog.locator('.thumb').boundingBox()]
  const middle = (box, side, size) => box[side] + box[size] / 2
  expect(Math.abs(middle(inside, 'x', 'width') - middle(around, 'x', 'width'))).toBeLessThan(1)
  expect(Math.abs(middle(inside, 'y', 'height') - middle(around, 'y', 'height'))).toBeLessThan(1)
})
