// Lists that come page by page: what comes in meanwhile moves the pages, and loses nothing between them.
import { expect, test } from '@playwright/test'
import { fixture } from './pages/fixtures.js'
import { open } from './pages/host.js'

const first = (name) => fixture(name).items[0]
const SIZE = 3

/** Serves what `all` gives in pages of three; a cursor is the id of the last one before it. */
const serve = (page, address, all) =>
  page.route(address, (route) => {
    const after = new URL(route.request().url()).searchParams.get('cursor')
    const from = after ? all().findIndex(({ id }) => id === after) + 1 : 0
    const items = all().slice(from, from + SIZE)
    const next_cursor = from + SIZE < all().length ? items.at(-1).id : null
    return route.fulfill({ json: { items, next_cursor, as_of: '2026-11-22T10:00:00Z' } })
  })

for (const [what, topic, address, pattern] of [
  ['orders', 'redemptions', /\/v1\/me\/redemptions/, first('redemptions')],
  ['rewards', 'rewards', /\/v1\/rewards(\?|$)/, first('rewards')],
]) {
  test(`of ${what} none is lost between two pages when a new one comes in`, async ({ page }) => {
    let ids = ['a6', 'a5', 'a4', 'a3', 'a2', 'a1', 'a0']
    await serve(page, address, () => ids.map((id) => ({ ...pattern, id })))
    await open(page, { body: '<palier-reward-catalogue></palier-reward-catalogue>' })
    const block = page.locator('palier-reward-catalogue')
    if (what === 'orders') await block.locator('[part~="orders"]').click()
    const place = what === 'orders' ? block.getByRole('dialog') : block.locator('.found')
    const shown = () => place.locator('li[data-key]').evaluateAll((rows) => rows.map((row) => row.dataset.key))
    await expect.poll(shown).toEqual(ids.slice(0, SIZE))
    await place.getByRole('button', { name: 'Show more' }).click()
    await expect.poll(shown).toEqual(ids.slice(0, 2 * SIZE))
    ids = ['new', ...ids]
    await page.evaluate((topic) => refresh(topic), topic)
    await expect.poll(shown).toEqual(ids.slice(0, 2 * SIZE))
    await place.getByRole('button', { name: 'Show more' }).click()
    await expect.poll(shown).toEqual(ids)
  })
}
