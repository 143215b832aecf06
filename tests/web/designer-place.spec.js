// Tap-and-place: pick, then tap a gap. No dragging, no keys.
import { expect, test } from '@playwright/test'

import { design, drawn, said, section, select, structure, text, undo } from './pages/designer.js'

const PAGE = [text('a', 'Alpha', { name: 'Alpha' }), text('b', 'Bravo', { name: 'Bravo' }), section('s', [text('c', 'Charlie', { name: 'Charlie' })], { name: 'Shelf' }), text('e', 'Echo', { name: 'Echo' })]

test.use({ viewport: { width: 1280, height: 1000 } })

const places = (page) => page.locator('[data-place]')
const place = (page, name) => page.getByRole('button', { name, exact: true })

async function pick(page, id) {
  await select(page, id)
  await page.locator('[data-opens=menu]').click()
  await page.getByRole('menuitem', { name: 'Place…' }).click()
  await expect(places(page).first()).toBeVisible()
}

const overlaps = (one, other) =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height

for (const [pointer, hasTouch, least] of [['a mouse', false, 24], ['a finger', true, 44]]) {
  test(`every gap that takes it is a target for ${pointer}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ hasTouch, isMobile: hasTouch, viewport: { width: 1280, height: 1000 }, baseURL })
    const page = await context.newPage()
    await design(page, PAGE)
    await pick(page, 'a')
    await expect(said(page)).toHaveText(/^Alpha\. Picked up\. 1 of 4 in Page/)
    // After Bravo, after the shelf, at the page's end, and both ends of the shelf; not where it is.
    await expect(places(page)).toHaveCount(5)
    const boxes = await places(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))
    for (const [at, one] of boxes.entries()) {
      expect(Math.min(one.width, one.height)).toBeGreaterThanOrEqual(least)
      for (const other of boxes.slice(at + 1)) expect(overlaps(one, other), JSON.stringify([one, other])).toBe(false)
    }
    const wanted = place(page, 'After Charlie, in Shelf')
    await (hasTouch ? wanted.tap() : wanted.click())
    await expect.poll(() => structure(page)).toEqual(['b', ['s', ['c', 'a']], 'e'])
    await expect(said(page)).toHaveText('Alpha dropped: 2 of 2 in Shelf')
    await expect(places(page)).toHaveCount(0)
    await expect(page.locator('[data-focus]')).toBeFocused()
    await undo(page).click()
    await expect.poll(() => structure(page)).toEqual(['a', 'b', ['s', ['c']], 'e'])
    await context.close()
  })
}

for (const [how, cancel] of [
  ['Escape', (page) => page.keyboard.press('Escape')],
  ['a second Place…', (page) => page.keyboard.press('Control+Shift+M')],
  ['Cancel', (page) => page.locator('[data-placing]').getByRole('button', { name: 'Cancel' }).click()],
]) {
  test(`${how} puts it back`, async ({ page }) => {
    await design(page, PAGE)
    const before = await structure(page)
    await pick(page, 'b')
    await expect(page.locator('[data-placing]')).toContainText('Choose a place for Bravo')
    await cancel(page)
    await expect(places(page)).toHaveCount(0)
    await expect(page.locator('[data-placing]')).toHaveCount(0)
    await expect(said(page)).toHaveText('Cancelled, back at 2 of 4 in Page')
    expect(await structure(page)).toEqual(before)
    await expect(page.locator('[data-focus]')).toBeFocused()
    await expect(undo(page)).toHaveAttribute('aria-disabled', 'true')
  })
}

test('marks stay on their gaps while the page scrolls', async ({ page }) => {
  await design(page, [...PAGE, ...Array.from({ length: 30 }, (_, i) => text(`n${i}`, `November ${i}`))])
  await pick(page, 'a')
  const top = async () => (await place(page, 'After Echo, in Page').boundingBox()).y
  const before = await top()
  await page.evaluate(() => document.querySelector('[data-view]').scrollBy(0, 60))
  await drawn(page)
  expect(Math.round(before - (await top()))).toBe(60)
})

test('a block of the palette that was taken up by key has marks as well', async ({ page }) => {
  await design(page, PAGE)
  await page.locator('[data-kind=spacer][data-source]').focus()
  await page.keyboard.press('Space')
  await expect(places(page)).toHaveCount(7)
  await place(page, 'Before Alpha, in Page').click()
  await expect.poll(async () => (await structure(page)).indexOf('a')).toBe(1)
})
