// How large the page is seen: all of it where there is room for less, and everything on it as exact as at 100 %.
import { expect, test } from '@playwright/test'

import { box, carry, design, draft, drawn, grip, handle, item, line, middle, said, section, select, structure, text, undo } from './pages/designer.js'

const half = { span: { base: 6 } }
const PAGE = [text('a', 'Alpha', { ...half, name: 'Alpha' }), text('b', 'Bravo', half), section('s', [text('c', 'Charlie')]), text('d', 'Delta')]

test.use({ viewport: { width: 1280, height: 800 } })

const zoom = (page) => page.getByRole('group', { name: 'Zoom' })
const now = (page) => zoom(page).locator('.zoom-now')
const button = (page, name) => zoom(page).getByRole('button', { name, exact: true })
const desktop = (page) => page.getByRole('button', { name: 'Desktop, 1,280 pixels' }).click()
const pixels = (page) => page.locator('[data-pixels]')
const host = (page) => page.locator('[data-page] > *').first()
const view = (page) => page.locator('[data-view]')

/** How much wider and higher the view's content is than the view. */
const over = (page) => view(page).evaluate((view) => [view.scrollWidth - view.clientWidth, view.scrollHeight - view.clientHeight])

test('a page that is wider than the room is seen as a whole, and is as wide as it was', async ({ page }) => {
  await design(page, PAGE)
  // Between its panels, a page without a width of its own is that of a laptop.
  await expect(pixels(page)).toHaveText('960 px')
  const least = await now(page).textContent()
  await page.setViewportSize({ width: 1900, height: 800 })
  await expect(now(page)).toHaveText('100%')
  // Where panels lie over it, it is what it is there.
  await page.setViewportSize({ width: 820, height: 800 })
  await expect(now(page)).toHaveText('100%')
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect(now(page)).toHaveText(least)
  await desktop(page)
  await expect(now(page)).not.toHaveText(least)
  await expect(pixels(page)).toHaveText('1,280 px')
  expect(await host(page).evaluate((host) => host.offsetWidth)).toBe(1280)
  const [paper, room] = [await page.locator('[data-page]').boundingBox(), await view(page).boundingBox()]
  expect(paper.x).toBeGreaterThanOrEqual(room.x)
  expect(paper.x + paper.width).toBeLessThanOrEqual(room.x + room.width)
  expect(await over(page)).toEqual([0, 0])
  // Nothing is ever made larger than it is.
  await page.getByRole('button', { name: 'Phone, 360 pixels' }).click()
  await expect(now(page)).toHaveText('100%')
})

test('it is as high as it is seen, and can be scrolled to its end', async ({ page }) => {
  await design(page, Array.from({ length: 30 }, (_, n) => text(`p${n}`, `Paragraph ${n}`)))
  await desktop(page)
  await drawn(page)
  await view(page).evaluate((view) => view.scrollTo(0, view.scrollHeight))
  await drawn(page)
  const [paper, shown] = await Promise.all([page.locator('[data-page]').boundingBox(), host(page).boundingBox()])
  expect(Math.abs(paper.height - shown.height)).toBeLessThan(2)
  const last = await box(page, 'p29')
  expect(last.y + last.height).toBeLessThan(paper.y + paper.height)
})

test('buttons and keys make it larger and smaller, and what is said is how large it is', async ({ page }) => {
  await design(page, PAGE)
  await desktop(page)
  const fit = await now(page).textContent()
  await expect(button(page, 'Fit')).toHaveAttribute('aria-pressed', 'true')
  await button(page, '100%').focus()
  await page.keyboard.press('Enter')
  await expect(now(page)).toHaveText('100%')
  await expect(said(page)).toHaveText('The page is seen at 100%')
  expect((await over(page))[0]).toBeGreaterThan(0)
  await button(page, 'Zoom out').click()
  await expect(now(page)).toHaveText('90%')
  await button(page, 'Zoom in').click()
  await button(page, 'Zoom in').click()
  await expect(now(page)).toHaveText('125%')
  await button(page, 'Fit').click()
  await expect(now(page)).toHaveText(fit)
  for (const name of ['Fit', '100%', 'Zoom out', 'Zoom in']) {
    const size = await button(page, name).boundingBox()
    expect(Math.min(size.width, size.height), name).toBeGreaterThanOrEqual(24)
  }
})

for (const [how, set] of [
  ['as a whole', desktop],
  ['at 50 %', async (page) => {
    await desktop(page)
    await button(page, '100%').click()
    for (let i = 0; i < 4; i += 1) await button(page, 'Zoom out').click()
    await expect(now(page)).toHaveText('50%')
  }],
  ['at 125 %', async (page) => {
    await page.getByRole('button', { name: 'Phone, 360 pixels' }).click()
    await button(page, 'Zoom in').click()
    await expect(now(page)).toHaveText('125%')
  }],
]) {
  test(`seen ${how}, frames, lines, grips and fields are where the blocks are`, async ({ page }) => {
    await design(page, PAGE)
    await set(page)
    await drawn(page)
    await select(page, 'a')
    const [frame, own] = [await page.locator('[data-main]').boundingBox(), await box(page, 'a')]
    for (const side of ['x', 'y', 'width', 'height']) expect(Math.abs(frame[side] - own[side]), side).toBeLessThan(1.5)
    // Tools are as large as ever.
    const size = await handle(page).boundingBox()
    expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(24)
    // The grip is at the block's end, and a column further is a column more.
    const from = middle(await grip(page).boundingBox())
    expect(Math.abs(from.x - (own.x + own.width))).toBeLessThan(2)
    const column = ((await box(page, 'b')).x - own.x) / 6
    await carry(page, from, { x: from.x - 2 * column, y: from.y })
    await page.mouse.up()
    await expect.poll(async () => Object.values((await draft(page)).root[0].span)).toContain(4)
    await undo(page).click()
    // A new block goes where its line is.
    const [a, s] = [await box(page, 'a'), await box(page, 's')]
    const gap = { x: s.x + s.width / 2, y: (a.y + a.height + s.y) / 2 }
    await carry(page, middle(await item(page, 'image').boundingBox()), gap)
    await drawn(page)
    const mark = await line(page)
    expect(Math.abs(mark.y - gap.y)).toBeLessThan(8)
    await page.mouse.up()
    await expect.poll(async () => (await structure(page)).length).toBe(5)
    expect((await structure(page))[3][0]).toBe('s')
    await undo(page).click()
    // Text is written where it stands, in letters as large as they are seen.
    await drawn(page)
    const words = await page.locator('[data-node=d] p').boundingBox()
    await page.mouse.dblclick(words.x + 8, words.y + words.height / 2)
    const field = page.locator('.ds-inline [data-rich-text] p')
    const written = await field.boundingBox()
    for (const side of ['x', 'y', 'width', 'height']) expect(Math.abs(written[side] - words[side]), side).toBeLessThan(2)
    await page.keyboard.type('Delta and more')
    await page.keyboard.press('Escape')
    await expect(page.locator('[data-node=d] p')).toHaveText('Delta and more')
  })
}

test('dragged by its edge, a scaled page gets the width that the pointer asks for', async ({ page }) => {
  await design(page, PAGE)
  await desktop(page)
  const paper = await page.locator('[data-page]').boundingBox()
  const edge = middle(await page.locator('[data-edge]').boundingBox())
  await page.mouse.move(edge.x, edge.y)
  await page.mouse.down()
  await page.mouse.move(edge.x - 100, edge.y, { steps: 4 })
  await page.mouse.up()
  await expect(pixels(page)).not.toHaveText('1,280 px')
  const width = await host(page).evaluate((host) => host.offsetWidth)
  expect(Math.abs(width - 1280 * ((paper.width - 200) / paper.width))).toBeLessThan(8)
  // Let go of, it is as large as there is room for again.
  await expect.poll(async () => (await page.locator('[data-page]').boundingBox()).width).toBeGreaterThan(paper.width - 4)
})
