// The grip at a block's end: a hand changes how many of the twelve columns a block spans.
import { expect, test } from '@playwright/test'

import { block, box, carry, design, draft, grip, handle, middle, runLeft, said, section, select, text, undo } from './pages/designer.js'

const half = { span: { base: 6 } }
const PAGE = [text('a', 'Alpha', { ...half, name: 'Alpha' }), text('b', 'Bravo', half), block('l', 'leaderboard', { name: 'Board' }), section('s', [text('c', 'Charlie', half)])]

test.use({ viewport: { width: 1440, height: 1000 } })

const label = (page) => page.locator('[data-span]')
const chip = (page) => page.locator('[data-columns]')
const span = async (page, at) => (await draft(page)).root[at].span

/** How far one column of the page reaches. */
async function step(page) {
  const [a, b] = [await box(page, 'a'), await box(page, 'b')]
  return (b.x - a.x) / 6
}

test('it snaps to columns, says how many, and is one step back', async ({ page }) => {
  await design(page, PAGE)
  await select(page, 'a')
  const column = await step(page)
  const from = middle(await grip(page).boundingBox())
  await carry(page, from, { x: from.x + 3.2 * column, y: from.y + 30 })
  await expect(label(page)).toHaveText('9/12')
  // The page shows it before the document has it.
  const { width } = await box(page, 'a')
  expect(Math.abs(width - (9 * column - (column * 6 - (await box(page, 'c')).width) / 6))).toBeLessThan(column / 2)
  expect(await span(page, 0)).toEqual({ base: 6 })
  await page.mouse.up()
  await expect(label(page)).toHaveCount(0)
  expect(await span(page, 0)).toEqual({ base: 9 })
  await expect(said(page)).toHaveText('Alpha: 9 of 12 columns')
  await expect(chip(page)).toHaveText('9/12')
  await expect(page.locator('[data-focus]')).toBeFocused()
  await undo(page).click()
  await expect.poll(() => span(page, 0)).toEqual({ base: 6 })
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true')
})

for (const [how, cancel] of [
  ['Escape', (page) => page.keyboard.press('Escape')],
  ['losing the window', (page) => page.evaluate(() => dispatchEvent(new Event('blur')))],
  ['a second button', (page) => page.mouse.down({ button: 'right' })],
]) {
  test(`${how} gives a width up and leaves nothing`, async ({ page }) => {
    await design(page, PAGE)
    await select(page, 'a')
    const before = [await box(page, 'a'), await draft(page)]
    const from = middle(await grip(page).boundingBox())
    await carry(page, from, { x: from.x - 300, y: from.y })
    await expect(label(page)).toBeVisible()
    await cancel(page)
    if (how === 'a second button') await page.mouse.move(from.x, from.y)
    await expect(label(page)).toHaveCount(0)
    await page.mouse.up()
    expect([await box(page, 'a'), await draft(page)]).toEqual(before)
    await expect(undo(page)).toHaveAttribute('aria-disabled', 'true')
    await expect(page.locator('[data-focus]')).toHaveAccessibleName('Alpha, 1 of 4 in Page')
  })
}

test('a block becomes no narrower than its type allows, by hand and by key', async ({ page }) => {
  await design(page, PAGE)
  await select(page, 'l')
  const from = middle(await grip(page).boundingBox())
  await carry(page, from, { x: 0, y: from.y })
  await expect(label(page)).toHaveText('3/12')
  await page.mouse.up()
  await expect.poll(() => span(page, 2)).toEqual({ base: 3 })
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  expect(await span(page, 2)).toEqual({ base: 3 })
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect(said(page)).toHaveText('Board: 4 of 12 columns')
  await expect(chip(page)).toHaveText('4/12')
})

test('the breakpoint that is edited has the width, and no other', async ({ page }) => {
  await design(page, PAGE)
  await page.getByRole('button', { name: 'Tablet, 768 pixels' }).click()
  await select(page, 'a')
  const column = await step(page)
  const from = middle(await grip(page).boundingBox())
  await carry(page, from, { x: from.x - 2 * column, y: from.y })
  await page.mouse.up()
  await expect.poll(() => span(page, 0)).toEqual({ base: 6, md: 4 })
  // As wide as there is room, it is that width that shows, so it is that one that is changed.
  await page.getByRole('button', { name: 'As wide as there is room' }).click()
  await select(page, 'a')
  const again = middle(await grip(page).boundingBox())
  await carry(page, again, { x: again.x + (await box(page, 'a')).width, y: again.y })
  await page.mouse.up()
  await expect.poll(async () => (await span(page, 0)).md).toBeGreaterThan(4)
  expect((await span(page, 0)).base).toBe(6)
})

test('where rows run to the left, the grip is at the left end', async ({ page }) => {
  await design(page, PAGE)
  await runLeft(page)
  await select(page, 'a')
  const [a, b] = [await box(page, 'a'), await box(page, 'b')]
  const from = middle(await grip(page).boundingBox())
  expect(Math.abs(from.x - a.x)).toBeLessThan(3)
  await carry(page, from, { x: from.x - (2 * (a.x - b.x)) / 6, y: from.y })
  await expect(label(page)).toHaveText('8/12')
  await page.mouse.up()
  await expect.poll(() => span(page, 0)).toEqual({ base: 8 })
})

test('a finger drags the grip at once', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: false, viewport: { width: 1180, height: 820 }, baseURL })
  const page = await context.newPage()
  await design(page, PAGE)
  const session = await context.newCDPSession(page)
  const touch = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints })
  await select(page, 'a')
  const size = await grip(page).boundingBox()
  expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(24)
  const column = await step(page)
  const from = middle(size)
  await touch('touchStart', [from])
  for (let i = 1; i <= 8; i += 1) await touch('touchMove', [{ x: from.x - (3 * column * i) / 8, y: from.y }])
  await expect(label(page)).toHaveText('3/12')
  await touch('touchEnd', [])
  await expect.poll(() => span(page, 0)).toEqual({ base: 3 })
  await context.close()
})

test('without a hand: the menu makes it wider and narrower, a click each', async ({ page }) => {
  await design(page, PAGE)
  await select(page, 'a')
  for (const [name, columns] of [['Wider', 7], ['Narrower', 6]]) {
    await page.locator('[data-opens=menu]').click()
    await page.getByRole('menuitem', { name, exact: false }).click()
    await expect.poll(() => span(page, 0)).toEqual({ base: columns })
    await expect(said(page)).toHaveText(`Alpha: ${columns} of 12 columns`)
  }
})

test('who may not change it has no grip; nor has a block from edge to edge', async ({ page }) => {
  await design(page, [text('a', 'Alpha', { lock: ['style'] }), block('h', 'hero', { props: { title: { en: 'Hero' } } }), text('b', 'Bravo')], { as: 'designer' })
  for (const [id, count] of [['a', 0], ['h', 0], ['b', 1]]) {
    await select(page, id)
    await expect(handle(page)).toBeVisible()
    await expect(grip(page)).toHaveCount(count)
  }
})
