// The outline: a tree by keyboard and by mouse, the same selection as the canvas, names, hiding, drag and drop, many rows.
import { expect, test } from '@playwright/test'

import { clean } from './pages/axe.js'
import { block, carry, design, line, middle, said, section, select, structure, text } from './pages/designer.js'

const PAGE = [
  text('a', 'Alpha', { name: 'Alpha' }),
  section('s', [text('c', 'Charlie', { name: 'Charlie' }), text('d', 'Delta', { name: 'Delta', lock: ['move'] })], { name: 'Shelf' }),
  block('i', 'image', { name: 'India' }),
  text('e', 'Echo', { name: 'Echo' }),
]

test.use({ viewport: { width: 1280, height: 1000 } })

const tree = (page) => page.getByRole('tree', { name: 'Outline' })
const row = (page, name) => tree(page).getByRole('treeitem', { name, exact: false })

async function open(page, root = PAGE) {
  await design(page, root)
  await page.getByRole('button', { name: 'Outline', exact: true }).click()
  await expect(tree(page)).toBeVisible()
}

/** The name of the row that has the focus of the tree. */
const active = (page) =>
  tree(page).evaluate((tree) => document.getElementById(tree.getAttribute('aria-activedescendant'))?.ariaLabel ?? null)

test('rows say level, place and how many there are, and what is the matter', async ({ page }) => {
  await open(page)
  const charlie = row(page, 'Charlie')
  await expect(charlie).toHaveAttribute('aria-level', '2')
  await expect(charlie).toHaveAttribute('aria-posinset', '1')
  await expect(charlie).toHaveAttribute('aria-setsize', '2')
  await expect(row(page, 'Shelf')).toHaveAttribute('aria-expanded', 'true')
  await expect(row(page, 'Delta')).toHaveAccessibleName('Delta, locked')
  await expect(row(page, 'India')).toHaveAccessibleName('India, has something to fix')
})

test('it is one Tab stop; arrows walk, open and close; letters find', async ({ page }) => {
  await open(page)
  await tree(page).focus()
  const steps = [
    ['ArrowDown', 'Alpha'],
    ['ArrowDown', 'Shelf'],
    ['ArrowRight', 'Charlie'],
    ['ArrowLeft', 'Shelf'],
    ['End', 'Echo'],
    ['Home', 'Alpha'],
    ['d', 'Delta, locked'],
  ]
  for (const [key, name] of steps) {
    await page.keyboard.press(key)
    await expect.poll(() => active(page), key).toBe(name)
    await expect(tree(page)).toBeFocused()
  }
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(row(page, 'Shelf')).toHaveAttribute('aria-expanded', 'false')
  await expect(row(page, 'Charlie')).toHaveCount(0)
  await expect(tree(page).locator('button:not([tabindex="-1"])')).toHaveCount(0)
})

test('blocks without a name are told by their first words, and the arrow turns', async ({ page }) => {
  await open(page, [section('s', [text('x', 'Words that go on for longer than a row')], { props: { title: { en: 'Your progress' } } }), block('p', 'spacer')])
  await expect(row(page, 'Section · Your progress')).toBeVisible()
  await expect(row(page, 'Text · Words that go on for…')).toBeVisible()
  await expect(row(page, 'Spacer')).toHaveAccessibleName('Spacer')
  const arrow = row(page, 'Section').locator('[data-act=twist] svg')
  await expect(arrow).toHaveCSS('rotate', '90deg')
  await expect(arrow).toHaveCSS('inline-size', '14px')
  await row(page, 'Section').locator('[data-act=twist]').click()
  await expect(arrow).toHaveCSS('rotate', 'none')
  // A name of one's own begins empty: the first words are not one.
  await row(page, 'Section').dblclick()
  await expect(tree(page).getByRole('textbox', { name: 'Name of the block' })).toHaveValue('')
})

test('names have the row to its end, and give way to what is done with a block while it is pointed at', async ({ page }) => {
  const root = [section('s', [block('b', 'badge-collection')]), block('w', 'columns', { slots: { start: [block('l', 'leaderboard')], end: [] } })]
  await open(page, root)
  const name = (which) => row(page, which).locator('span').filter({ hasText: which }).last()
  const isCut = (which) => name(which).evaluate((name) => name.scrollWidth > name.clientWidth)
  await row(page, 'Section').hover()
  expect([await isCut('Badge collection'), await isCut('Leaderboard')]).toEqual([false, false])
  await row(page, 'Badge collection').hover()
  const [words, eye] = [await name('Badge collection').boundingBox(), await row(page, 'Badge collection').locator('[data-act=lock]').boundingBox()]
  expect(words.x + words.width).toBeLessThanOrEqual(eye.x)
})

test('what is selected on the canvas is selected here, and the other way round', async ({ page }) => {
  await open(page)
  await select(page, 'c')
  await expect(row(page, 'Charlie')).toHaveAttribute('aria-selected', 'true')
  await row(page, 'Echo').click()
  await expect(page.locator('[data-focus]')).toHaveAccessibleName('Echo, 4 of 4 in Page')
  await row(page, 'Alpha').click({ modifiers: ['Control'] })
  await expect(tree(page).locator('[aria-selected=true]')).toHaveCount(2)
  await tree(page).focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => structure(page)).toEqual([['s', ['c', 'd']], 'i'])
})

test('Shift and arrows select several', async ({ page }) => {
  await open(page)
  await row(page, 'Charlie').click()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(tree(page).locator('[aria-selected=true]')).toHaveCount(2)
  await page.keyboard.press('Shift+ArrowUp')
  await expect(tree(page).locator('[aria-selected=true]')).toHaveCount(1)
})

test('F2 gives a name in place; Escape leaves the old one', async ({ page }) => {
  await open(page)
  await row(page, 'Echo').click()
  await page.keyboard.press('F2')
  const field = tree(page).getByRole('textbox', { name: 'Name of the block' })
  await expect(field).toBeFocused()
  await field.fill('Farewell')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Farewell')).toBeVisible()
  await expect(tree(page)).toBeFocused()
  await page.keyboard.press('F2')
  await expect(field).toBeFocused()
  await field.fill('Nothing')
  await page.keyboard.press('Escape')
  await expect(row(page, 'Farewell')).toBeVisible()
  await expect(tree(page)).toBeFocused()
})

test('a block is hidden and shown by its button', async ({ page }) => {
  await open(page)
  await row(page, 'Alpha').hover()
  await page.getByRole('button', { name: 'Hide Alpha' }).click()
  await expect(row(page, 'Alpha')).toHaveAccessibleName('Alpha, hidden')
  await expect(said(page)).toHaveText('Alpha is hidden at every width')
  await page.getByRole('button', { name: 'Show Alpha' }).click()
  await expect(row(page, 'Alpha')).toHaveAccessibleName('Alpha')
})

test('a right click on a row, or the key for it, opens the menu of its block', async ({ page }) => {
  await open(page)
  const menu = page.getByRole('menu')
  await row(page, 'Charlie').click({ button: 'right' })
  await expect(menu).toHaveAccessibleName('Charlie')
  await page.keyboard.press('Escape')
  await expect(tree(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  const name = await active(page)
  // What the menu key and Shift+F10 become: an event on what has the focus.
  await tree(page).dispatchEvent('contextmenu', { bubbles: true, cancelable: true })
  await expect(menu).toBeVisible()
  expect(name.startsWith(await menu.getAttribute('aria-label'))).toBe(true)
  const [at, beside] = [await menu.boundingBox(), await tree(page).getByRole('treeitem', { selected: true }).boundingBox()]
  // Below the row, or as near to that as the window lets it.
  const below = Math.min(beside.y + beside.height, page.viewportSize().height - at.height - 8)
  expect(Math.abs(at.y - below)).toBeLessThan(4)
})

test('an admin locks and unlocks by a button; others see the mark', async ({ page }) => {
  await open(page)
  await row(page, 'Alpha').hover()
  await page.getByRole('button', { name: 'Lock Alpha in its place' }).click()
  await expect(row(page, 'Alpha')).toHaveAccessibleName('Alpha, locked')
  expect((await page.evaluate(() => palierDesigner.document())).root[0].lock).toEqual(['move', 'remove'])
  await page.getByRole('button', { name: 'Unlock Alpha' }).click()
  await expect(row(page, 'Alpha')).toHaveAccessibleName('Alpha')
  await design(page, PAGE, { as: 'designer' })
  await page.getByRole('button', { name: 'Outline', exact: true }).click()
  await expect(row(page, 'Delta')).toHaveAccessibleName('Delta, locked')
  await expect(tree(page).getByRole('button', { name: /ock / })).toHaveCount(0)
})

test('a row dragged onto another goes before it or into it', async ({ page }) => {
  await open(page)
  const boxOf = (name) => row(page, name).boundingBox()
  const shelf = await boxOf('Shelf')
  await carry(page, middle(await boxOf('Echo')), middle(shelf))
  await page.mouse.up()
  await expect.poll(() => structure(page)).toEqual(['a', ['s', ['c', 'd', 'e']], 'i'])
  const alpha = await boxOf('Alpha')
  await carry(page, middle(await boxOf('India')), { x: alpha.x + 60, y: alpha.y + 4 })
  await page.mouse.up()
  await expect.poll(() => structure(page)).toEqual(['i', 'a', ['s', ['c', 'd', 'e']]])
})

test('of a thousand blocks only those in view are rows, and the last one is reached', async ({ page }) => {
  test.setTimeout(120_000)
  const many = Array.from({ length: 1000 }, (_, n) => block(`n${n}`, 'spacer', { name: `Number ${n + 1}` }))
  await open(page, many)
  expect(await tree(page).getByRole('treeitem').count()).toBeLessThan(120)
  await tree(page).focus()
  await page.keyboard.press('End')
  await expect.poll(() => active(page)).toBe('Number 1000')
  await expect(row(page, 'Number 1000')).toBeInViewport()
  expect(await tree(page).getByRole('treeitem').count()).toBeLessThan(120)
})

test('nothing is wrong for axe with the outline open', async ({ page }) => {
  await open(page)
  await row(page, 'Charlie').click()
  await clean(page)
})

test('a row is dragged further than what was drawn when it was taken up', async ({ page }) => {
  test.setTimeout(120_000)
  const many = Array.from({ length: 260 }, (_, n) => block(`n${n}`, 'spacer', { name: `Number ${n + 1}` }))
  await open(page, many)
  const from = await tree(page).locator('[data-source=n1]').boundingBox()
  const frame = await tree(page).boundingBox()
  const foot = { x: frame.x + 60, y: frame.y + frame.height - 6 }
  await carry(page, middle(from), foot)
  // Held at the edge, it scrolls by itself.
  const isAtEnd = () => tree(page).evaluate((tree) => tree.scrollHeight - tree.scrollTop - tree.clientHeight < 2)
  await expect.poll(isAtEnd, { timeout: 60_000 }).toBe(true)
  const last = await tree(page).locator('[data-source=n246]').boundingBox()
  await page.mouse.move(last.x + 60, last.y + 4)
  await expect.poll(() => line(page)).toMatchObject({ refused: false })
  await page.mouse.up()
  const ids = async () => (await page.evaluate(() => palierDesigner.document())).root.map(({ id }) => id)
  await expect.poll(async () => (await ids()).indexOf('n1')).toBe(245)
  expect((await ids()).slice(244, 247)).toEqual(['n245', 'n1', 'n246'])
})

test('Enter leads from a row to the properties, Space takes its block up to be placed by keys', async ({ page }) => {
  await open(page)
  await row(page, 'Alpha').click()
  await page.keyboard.press('Enter')
  const side = page.getByRole('complementary', { name: 'Properties' })
  await expect(side).toBeFocused()
  await expect(side.getByRole('heading', { level: 2 })).toHaveText('Alpha')
  await row(page, 'Echo').click()
  await page.keyboard.press('Space')
  await expect(said(page)).toContainText('Echo. Picked up. 4 of 4 in Page.')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await structure(page))[0]).toBe('e')
})
