// The block with two columns on the desk: side by side where there is room, and each takes blocks as
// far down as the other reaches.
import { expect, test } from '@playwright/test'

import { block, box, carry, design, draft, item, middle, select, slot, structure, text } from './pages/designer.js'

test.use({ viewport: { width: 1440, height: 1000 } })

const long = block('l', 'spacer', { props: { size: 'xl' } })
const columns = (start, end) => block('k', 'columns', { slots: { start, end } })
const unlike = [text('a', 'Alpha'), ...['l1', 'l2', 'l3'].map((id) => ({ ...long, id }))]

test('on a laptop they stand side by side, and one under the other on a phone', async ({ page }) => {
  await design(page, [columns([text('a', 'Alpha')], [text('b', 'Bravo')])])
  const [a, b] = [await box(page, 'a'), await box(page, 'b')]
  expect(Math.abs(a.y - b.y)).toBeLessThan(1)
  expect(b.x).toBeGreaterThan(a.x + a.width)
  await page.getByRole('button', { name: /^Phone/ }).click()
  await expect.poll(async () => (await box(page, 'b')).y - (await box(page, 'a')).y).toBeGreaterThan(10)
})

test('the shorter one takes a block in the room below its last', async ({ page }) => {
  await design(page, [columns(unlike, [text('b', 'Bravo')])])
  const [left, right] = [await slot(page, 'k', 'start'), await slot(page, 'k', 'end')]
  await carry(page, middle(await item(page, 'spacer').boundingBox()), { x: right.x + right.width / 2, y: left.y + left.height - 20 })
  await page.mouse.up()
  await expect.poll(() => structure(page)).toEqual([['k', ['a', 'l1', 'l2', 'l3'], ['b', expect.any(String)]]])
})

test('an empty one is as high as the other while the page is edited, and is not seen while it is tried out', async ({ page }) => {
  await design(page, [columns(unlike, [])])
  const heights = async () => [(await slot(page, 'k', 'start')).height, (await slot(page, 'k', 'end')).height]
  const [left, right] = await heights()
  expect(right).toBe(left)
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect.poll(async () => (await heights())[1]).toBe(0)
})

test('by keys too, one more goes into the one that is empty', async ({ page }) => {
  await design(page, [columns([text('a', 'Alpha')], [])])
  await select(page, 'a')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  const inserter = page.locator('dialog[open]')
  await expect(inserter.locator('[data-where]')).toHaveText('In Columns, Column 2')
  await inserter.getByRole('combobox').fill('spac')
  await page.keyboard.press('Enter')
  await expect.poll(() => structure(page)).toEqual([['k', ['a'], [expect.any(String)]]])
})

test('the picture of a portal has them in the order that readers read them', async ({ page }) => {
  await design(page, [columns([block('i', 'image')], [block('b', 'button')])])
  const { id } = await draft(page)
  await page.goto('/designer/')
  const own = page.locator(`[data-portal="${id}"]`)
  await own.scrollIntoViewIfNeeded()
  const shapes = own.locator('[data-shape=columns] [data-shape]')
  await expect.poll(() => shapes.evaluateAll((all) => all.map((shape) => shape.dataset.shape))).toEqual(['image', 'button'])
})
