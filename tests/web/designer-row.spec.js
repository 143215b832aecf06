// Rows: an upright line says that a block comes into a row, a level one that it gets a row of its own.
import { expect, test } from '@playwright/test'

import { block, box, carry, design, dice, draft, drawn, handle, item, line, middle, said, section, select, structure, text, undo } from './pages/designer.js'

const span = (columns) => ({ span: { base: columns } })
const ROW = [text('a', 'Alpha', { ...span(6), name: 'Alpha' }), text('b', 'Bravo', { ...span(6), name: 'Bravo' }), text('c', 'Charlie', { name: 'Charlie' })]

test.use({ viewport: { width: 1600, height: 1000 } })

const spans = async (page) => Object.fromEntries((await draft(page)).root.map(({ id, span }) => [id, span]))

/** A point at the end, the start or the lower edge of a block. */
const end = ({ x, y, width, height }) => ({ x: x + width - 4, y: y + height / 2 })
const start = ({ x, y, height }) => ({ x: x + 4, y: y + height / 2 })
const below = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height + 4 })

/** Carries something to a point; gives the line that is shown there, before it is released. */
async function shown(page, from, to) {
  await carry(page, from, to, 12)
  await drawn(page)
  return line(page)
}

const isUpright = ({ width, height }) => height > width

/** Whether blocks stand in one row, in this order. */
async function isRow(page, ids) {
  const boxes = await Promise.all(ids.map((id) => box(page, id)))
  return boxes.every((one, at) => !at || (one.y === boxes[0].y && one.x >= boxes[at - 1].x + boxes[at - 1].width))
}

test('a new block at the end of a full row shares it, and is one step back', async ({ page }) => {
  await design(page, ROW)
  const before = await draft(page)
  const mark = await shown(page, middle(await item(page, 'spacer').boundingBox()), end(await box(page, 'b')))
  expect(isUpright(mark)).toBe(true)
  await page.mouse.up()
  await expect.poll(async () => (await structure(page)).length).toBe(4)
  const added = (await structure(page))[2]
  expect(await isRow(page, ['a', 'b', added])).toBe(true)
  // Pages that are narrower than what was looked at keep their rows.
  expect(await spans(page)).toEqual({ a: { base: 6, md: 4 }, b: { base: 6, md: 4 }, [added]: { md: 4 }, c: undefined })
  await expect(said(page)).toHaveText(/dropped: 3 of 4 in Page, side by side$/)
  await undo(page).click()
  await expect.poll(() => draft(page)).toEqual(before)
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true')
})

for (const [where, at, order] of [
  ['start', (a) => start(a), ['c', 'a', 'b']],
  ['middle', (a) => end(a), ['a', 'c', 'b']],
]) {
  test(`a block of the page goes to the ${where} of a row`, async ({ page }) => {
    await design(page, ROW)
    const mark = await shown(page, middle(await box(page, 'c')), at(await box(page, 'a')))
    expect(isUpright(mark)).toBe(true)
    await page.mouse.up()
    await expect.poll(() => structure(page)).toEqual(order)
    expect(await isRow(page, order)).toBe(true)
  })
}

test('where something is free it takes that, even where the order stays', async ({ page }) => {
  await design(page, [text('a', 'Alpha', span(5)), text('c', 'Charlie')])
  const mark = await shown(page, middle(await box(page, 'c')), end(await box(page, 'a')))
  expect(isUpright(mark)).toBe(true)
  await page.mouse.up()
  await expect.poll(() => spans(page)).toEqual({ a: { base: 5 }, c: { md: 7 } })
  expect(await isRow(page, ['a', 'c'])).toBe(true)
})

test('where the row may not be shared out, the line is level and the block lands below', async ({ page }) => {
  const held = { ...span(6), lock: ['style'] }
  await design(page, [text('a', 'Alpha', held), text('b', 'Bravo', held), text('d', 'Delta')], { as: 'designer' })
  const mark = await shown(page, middle(await box(page, 'd')), start(await box(page, 'a')))
  expect(isUpright(mark)).toBe(false)
  await page.mouse.up()
  expect((await spans(page)).d).toBe(undefined)
})

test('below a row, a block of the row gets one of its own', async ({ page }) => {
  await design(page, ROW)
  await select(page, 'a')
  const mark = await shown(page, middle(await handle(page).boundingBox()), below(await box(page, 'b')))
  expect(isUpright(mark)).toBe(false)
  await page.mouse.up()
  await expect.poll(() => structure(page)).toEqual(['b', 'a', 'c'])
  expect((await spans(page)).a).toEqual({ base: 6, md: 12 })
  expect(await isRow(page, ['b', 'a'])).toBe(false)
})

test('a short move within a block changes nothing', async ({ page }) => {
  await design(page, ROW)
  const b = await box(page, 'b')
  await shown(page, middle(b), { x: b.x + b.width / 2 + 9, y: b.y + b.height - 2 })
  await page.mouse.up()
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true')
})

test('keys walk into rows and below them, and say which', async ({ page }) => {
  await design(page, ROW)
  await select(page, 'c')
  await page.locator('[data-focus]').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await expect(said(page)).toHaveText(/side by side$/)
  expect(isUpright(await line(page))).toBe(true)
  await page.keyboard.press('ArrowUp')
  await expect(said(page)).toHaveText(/^1 of 3 in Page, before Alpha$/)
  await page.keyboard.press('ArrowDown')
  await expect(said(page)).toHaveText(/side by side$/)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await spans(page)).a).toEqual({ base: 6, md: 4 })
  await undo(page).click()
  await expect.poll(() => spans(page)).toEqual({ a: { base: 6 }, b: { base: 6 }, c: undefined })
})

test('on a phone the row is as it was, with the new block in a row of its own', async ({ page }) => {
  await design(page, ROW)
  await shown(page, middle(await box(page, 'c')), end(await box(page, 'b')))
  await page.mouse.up()
  await expect.poll(() => isRow(page, ['a', 'b', 'c'])).toBe(true)
  await page.getByRole('button', { name: 'Phone, 360 pixels' }).click()
  await drawn(page)
  expect(await isRow(page, ['a', 'b'])).toBe(true)
  expect(await isRow(page, ['b', 'c'])).toBe(false)
})

test('a row that is edited at one width is shared out at that width', async ({ page }) => {
  await design(page, ROW)
  await page.getByRole('button', { name: 'Phone, 360 pixels' }).click()
  await drawn(page)
  await shown(page, middle(await box(page, 'c')), end(await box(page, 'b')))
  await page.mouse.up()
  await expect.poll(() => spans(page)).toEqual({ a: { base: 4 }, b: { base: 4 }, c: { base: 4 } })
})

test('the plus in a row adds to that row', async ({ page }) => {
  await design(page, ROW)
  const [a, b] = [await box(page, 'a'), await box(page, 'b')]
  await page.mouse.move((a.x + a.width + b.x) / 2, a.y + a.height / 2)
  await page.getByRole('button', { name: 'Add a block here. After Alpha, in Page', exact: true }).click()
  await page.getByRole('option', { name: 'Space' }).first().click()
  await expect.poll(async () => (await structure(page)).length).toBe(4)
  expect(await isRow(page, ['a', (await structure(page))[1], 'b'])).toBe(true)
})

test('in 80 random drags, where the line was upright the block has neighbours, where it was level none', async ({ page }) => {
  test.setTimeout(240_000)
  await design(page, [
    text('a', 'Alpha', span(6)),
    text('b', 'Bravo', span(6)),
    text('c', 'Charlie'),
    text('d', 'Delta', span(4)),
    text('e', 'Echo', span(4)),
    text('f', 'Foxtrot', span(4)),
    section('s', [text('g', 'Golf', span(6)), text('h', 'Hotel', span(6))]),
    block('l', 'leaderboard', span(6)),
  ])
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'l']
  const random = dice(20261129)
  const canvas = await page.locator('[data-view]').boundingBox()
  let [upright, level] = [0, 0]
  for (let round = 0; round < 80; round += 1) {
    const id = ids[Math.floor(random() * ids.length)]
    await page.locator('[data-view]').evaluate((view) => view.scrollTo(0, 0))
    const { x, y, width, height } = await box(page, id)
    const from = { x: x + width / 2, y: y + Math.min(height / 2, 20) }
    const to = { x: canvas.x + 40 + random() * (canvas.width - 80), y: canvas.y + 100 + random() * (canvas.height - 140) }
    if (from.y > canvas.y + canvas.height - 10) continue
    const before = JSON.stringify(await draft(page))
    const mark = await shown(page, from, to)
    await page.mouse.up()
    await drawn(page)
    if (!mark || mark.refused || JSON.stringify(await draft(page)) === before) continue
    const beside = await page.evaluate((id) => {
      const cell = document.querySelector('[data-page] > *').shadowRoot.querySelector(`[data-node="${id}"]`)
      const own = cell.getBoundingClientRect()
      const others = [...cell.parentElement.children].filter((other) => other !== cell)
      return others.filter((other) => Math.abs(other.getBoundingClientRect().top - own.top) < 1).length
    }, id)
    const told = `round ${round}: ${id} to ${JSON.stringify(to)}: ${JSON.stringify(mark)}`
    if (isUpright(mark)) expect(beside, told).toBeGreaterThan(0)
    else expect(beside, told).toBe(0)
    if (isUpright(mark)) upright += 1
    else level += 1
  }
  expect(Math.min(upright, level)).toBeGreaterThan(8)
})
