// Where a block can be added, shown where the pointer is: frames, pluses, empty slots.
import { expect, test } from '@playwright/test'

import { clean } from './pages/axe.js'
import { block, box, design, drawn, middle, section, select, slot, structure, text } from './pages/designer.js'

const half = { span: { base: 6 } }
const PAGE = [text('a', 'Alpha', { name: 'Alpha' }), text('b', 'Bravo', { ...half, name: 'Bravo' }), text('c', 'Charlie', { ...half, name: 'Charlie' }), section('s', [text('d', 'Delta', { name: 'Delta' })], { name: 'Shelf' })]

test.use({ viewport: { width: 1440, height: 1000 } })

const hover = (page) => page.locator('[data-hover]')
const plus = (page) => page.getByRole('button', { name: /^Add a block here\. / })
const inserter = (page) => page.locator('dialog[open]')

/** Chooses a spacer in the inserter that is open. */
async function spacer(page, where) {
  await expect(inserter(page).locator('[data-where]')).toHaveText(where)
  await inserter(page).getByRole('combobox').fill('spac')
  await page.keyboard.press('Enter')
  await expect(inserter(page)).toHaveCount(0)
}

test('a pointer that hovers frames the block beneath with its name, and moves nothing', async ({ page }) => {
  await design(page, PAGE)
  const ids = ['a', 'b', 'c', 's', 'd']
  const boxes = () => Promise.all(ids.map((id) => box(page, id)))
  const before = await boxes()
  for (const [id, name] of [['b', 'Bravo'], ['d', 'Delta'], ['a', 'Alpha']]) {
    const { x, y } = middle(await box(page, id))
    await page.mouse.move(x, y)
    await expect(hover(page)).toHaveAttribute('data-hover', id)
    await expect(hover(page)).toHaveText(name)
    const frame = await hover(page).boundingBox()
    const own = await box(page, id)
    expect(Math.abs(frame.x - own.x) + Math.abs(frame.width - own.width)).toBeLessThan(1)
  }
  expect(await boxes()).toEqual(before)
  // One that is selected has a frame already; a hand that is elsewhere shows nothing.
  await select(page, 'a')
  await expect(hover(page)).toHaveCount(0)
  const { x, y } = middle(await box(page, 'c'))
  await page.mouse.move(x, y)
  await expect(hover(page)).toHaveCount(1)
  await page.mouse.move(20, 300)
  await expect(hover(page)).toHaveCount(0)
})

test('while it is tried out, nothing is shown', async ({ page }) => {
  await design(page, [...PAGE, section('e', [])])
  await expect(page.getByRole('button', { name: 'Add a block here. In Section' })).toBeVisible()
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect(page.getByRole('button', { name: 'Add a block here. In Section' })).toHaveCount(0)
  const { x, y } = middle(await box(page, 'a'))
  await page.mouse.move(x, y)
  await page.mouse.move(x + 5, y)
  await drawn(page)
  await expect(hover(page)).toHaveCount(0)
})

test('between two blocks a plus adds one right there', async ({ page }) => {
  await design(page, PAGE)
  const [a, b] = [await box(page, 'a'), await box(page, 'b')]
  await page.mouse.move(a.x + 40, (a.y + a.height + b.y) / 2)
  await expect(plus(page)).toHaveAccessibleName('Add a block here. After Alpha, in Page')
  await plus(page).click()
  await spacer(page, 'After Alpha, in Page')
  await expect.poll(async () => (await structure(page)).indexOf('b')).toBe(2)
  await expect(page.locator('[data-focus]')).toBeFocused()
})

test('between two side by side, at the end of a slot and before the first block too', async ({ page }) => {
  await design(page, PAGE)
  const [b, c, d] = [await box(page, 'b'), await box(page, 'c'), await box(page, 'd')]
  await page.mouse.move((b.x + b.width + c.x) / 2, b.y + b.height / 2)
  await expect(plus(page)).toHaveAccessibleName('Add a block here. After Bravo, in Page')
  await page.mouse.move(d.x + d.width / 3, d.y + d.height - 9)
  await expect(plus(page)).toHaveAccessibleName('Add a block here. After Delta, in Shelf')
  await plus(page).click()
  await spacer(page, 'After Delta, in Shelf')
  await expect.poll(async () => (await structure(page))[3][1].length).toBe(2)
  const a = await box(page, 'a')
  await page.mouse.move(a.x + 30, a.y - 4)
  await expect(plus(page)).toHaveAccessibleName('Add a block here. Before Alpha, in Page')
})

test('a plus leaves low blocks to whoever presses them, however small the page is seen', async ({ page }) => {
  await design(page, [...PAGE.slice(0, 1), text('z', 'Zulu'), block('i', 'leaderboard'), block('j', 'leaderboard')])
  for (let smaller = 0; smaller < 3; smaller += 1) {
    const [a, z] = [await box(page, 'a'), await box(page, 'z')]
    await page.mouse.move(a.x + 60, (a.y + a.height + z.y) / 2)
    await expect(plus(page)).toHaveAccessibleName('Add a block here. After Alpha, in Page')
    const mark = await plus(page).boundingBox()
    expect(Math.min(mark.width, mark.height)).toBeGreaterThanOrEqual(24)
    // In the gap while it has room there, else before the line, where there is no block.
    for (const { x, y, width, height } of [a, z])
      expect(mark.x < x + width - 1 && mark.x + mark.width > x + 1 && mark.y < y + height - 1 && mark.y + mark.height > y + 1).toBe(false)
    if (smaller === 2) expect(mark.x + mark.width).toBeLessThanOrEqual(a.x + 1)
    // The way to it along the line keeps it.
    await page.mouse.move(a.x + 2, (a.y + a.height + z.y) / 2, { steps: 5 })
    await plus(page).hover()
    await expect(plus(page)).toBeVisible()
    await page.getByRole('button', { name: 'Zoom out' }).click()
    await drawn(page)
  }
  // Between high blocks it is where the hand is nearest to.
  const i = await box(page, 'i')
  await page.mouse.move(i.x + 60, i.y + i.height + 6)
  const mark = await plus(page).boundingBox()
  expect(Math.abs(mark.x + mark.width / 2 - (i.x + i.width / 2))).toBeLessThan(2)
})

test('an empty page and every empty slot say where to add', async ({ page }) => {
  await design(page, [])
  const first = page.getByRole('button', { name: 'Add a block here. In Page' })
  await expect(first).toHaveText('Add a block here')
  const told = page.getByText('This page is empty. Drag a block here, or begin with one of these.')
  await expect(told).toBeVisible()
  await first.click()
  await inserter(page).getByRole('combobox').fill('section')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await structure(page)).length).toBe(1)
  await expect(first).toHaveCount(0)
  await expect(told).toHaveCount(0)
  const inside = page.getByRole('button', { name: 'Add a block here. In Section' })
  await expect(inside).toBeVisible()
  const size = await inside.boundingBox()
  expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(24)
  await inside.click()
  await spacer(page, 'In Section')
  await expect.poll(async () => (await structure(page))[0][1].length).toBe(1)
  await expect(inside).toHaveCount(0)
})

test('a new hero says what headed the page until then, in every language; a further one its own', async ({ page }) => {
  await design(page, [], { more: { title: { en: 'Lake club', fr: 'Club du lac' } } })
  const titles = async () => (await page.evaluate(() => palierDesigner.document().root)).map(({ props }) => props.title)
  await page.locator('[data-kind=hero][data-source]').click()
  await expect.poll(titles).toEqual([{ en: 'Lake club', fr: 'Club du lac' }])
  await page.locator('[data-kind=hero][data-source]').click()
  await expect.poll(titles).toEqual([{ en: 'Lake club', fr: 'Club du lac' }, { en: 'Hero' }])
})

test('a slot that takes nothing is not offered: locked, or too deep', async ({ page }) => {
  const deep = section('1', [section('2', [section('3', [section('4', [], { name: 'Deep' })])])])
  await design(page, [section('s', [], { name: 'Shelf', lock: ['insert'] }), section('f', [], { name: 'Free' }), deep], { as: 'designer' })
  await expect(page.getByRole('button', { name: 'Add a block here. In Free' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add a block here. In Shelf' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Add a block here. In Deep' })).toHaveCount(0)
})

test('nothing is wrong for axe with a plus and an empty slot', async ({ page }) => {
  await design(page, [...PAGE, section('e', [])])
  await expect(page.getByRole('button', { name: 'Add a block here. In Section' })).toBeVisible()
  const d = await slot(page, 's')
  await page.mouse.move(d.x + 30, d.y + d.height - 2)
  await drawn(page)
  await clean(page, 'main')
})
