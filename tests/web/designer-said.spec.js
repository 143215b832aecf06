// What the designer says and calls things: what was done, by its name; where something stands, for whom and until when.
import { expect, test } from '@playwright/test'

import { block, box, carry, design, item, listen, middle, said, section, select, structure, text } from './pages/designer.js'

const named = (id, name, more = {}) => text(id, name, { name, ...more })
const PAGE = [named('a', 'Alpha'), named('b', 'Bravo'), section('s', [named('c', 'Charlie')], { name: 'Shelf' })]

test.use({ viewport: { width: 1700, height: 1000 } })

const focused = (page) => page.locator('[data-focus]')

async function on(page, id) {
  await select(page, id)
  await expect(focused(page)).toBeFocused()
}

/** Presses a key, and waits for what is said then. */
async function tells(page, key, words) {
  await page.keyboard.press(key)
  await expect(said(page)).toHaveText(words)
}

test('what was removed, undone and redone is named, several are counted', async ({ page }) => {
  await design(page, PAGE)
  await on(page, 'a')
  await tells(page, 'Delete', 'Removed: Alpha')
  await tells(page, 'Control+z', 'Undone: Alpha')
  await tells(page, 'Control+Shift+z', 'Done again: Alpha')
  await tells(page, 'Control+z', 'Undone: Alpha')
  await tells(page, 'Alt+ArrowDown', 'Alpha, 2 of 3 in Page')
  await tells(page, 'Control+z', 'Undone: Alpha')
  await on(page, 'a')
  await page.keyboard.press('Control+a')
  await tells(page, 'Control+d', 'Added: 3 blocks')
  await tells(page, 'Control+z', 'Undone: 3 blocks')
  await page.keyboard.press('Control+a')
  await tells(page, 'Delete', 'Removed: 3 blocks')
  await tells(page, 'Control+z', 'Undone: 3 blocks')
})

test('a move that leads nowhere says why', async ({ page }) => {
  await design(page, PAGE)
  await on(page, 'a')
  await tells(page, 'Alt+ArrowUp', 'It comes first already.')
  await tells(page, 'Alt+ArrowLeft', 'It stands on the page itself.')
})

test('the first arrow leads to another place, the way back home, and an end is told', async ({ page }) => {
  await design(page, PAGE)
  await on(page, 'a')
  await page.keyboard.press(' ')
  await tells(page, 'ArrowDown', '2 of 3 in Page, between Bravo and Shelf')
  await tells(page, 'ArrowUp', /^1 of 3 in Page/)
  await tells(page, 'ArrowUp', 'No further place that way.')
  await page.keyboard.press('Escape')
  expect(await structure(page)).toEqual(['a', 'b', ['s', ['c']]])
})

test('nothing but the line at the foot speaks by itself, and controls say what they are at', async ({ page }) => {
  await design(page, PAGE)
  await on(page, 'a')
  const heard = await listen(page)
  await expect(page.locator('.ds-root output')).toHaveCount(0)
  await page.locator('#prop-width').focus()
  await expect(page.locator('#prop-width')).toHaveAttribute('aria-valuetext', '12 of 12 columns')
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('#prop-width')).toHaveAttribute('aria-valuetext', '11 of 12 columns')
  expect((await heard()).filter((words) => /column/.test(words)).length).toBeLessThan(2)
  await expect(page.locator('[data-grip=handle]')).toHaveAccessibleName('Move Alpha: Space picks it up')
  await expect(page.getByRole('toolbar', { name: 'Tools for Alpha' }).getByText('11 of 12 columns')).toBeAttached()
  const edge = page.getByRole('slider', { name: 'Width of the page', exact: true })
  await expect(edge).toHaveAccessibleDescription('Drag, or use the arrow keys')
  await page.locator('[data-opens-panel=Theme]').click()
  await expect(page.locator('[data-ratio]:not([hidden])').first()).toHaveAccessibleName(/: contrast [\d.]+:1, (enough|too little)$/)
})

test('the outline says in which part a block stands, and for whom', async ({ page }) => {
  const tabs = block('t', 'tabs', {
    name: 'Choice',
    props: { labels: [{ text: { en: 'Beans' } }, { text: { en: 'Tea' } }] },
    slots: { tab1: [named('a', 'Alpha'), named('b', 'Bravo')], tab2: [named('c', 'Charlie')] },
  })
  const columns = block('k', 'columns', { name: 'Pair', slots: { start: [named('d', 'Delta')], end: [named('e', 'Echo')] } })
  const when = { audience: ['member'], until: '2020-12-24T12:00:00Z' }
  await design(page, [tabs, columns, named('w', 'Whiskey', { when })])
  await page.locator('[data-opens-panel=Outline]').click()
  const row = (name) => page.getByRole('treeitem', { name })
  await expect(row(/^Alpha/)).toHaveAccessibleName('Alpha, in Beans')
  await expect(row(/^Bravo/)).toHaveAccessibleName('Bravo, in Beans')
  await expect(row(/^Charlie/)).toHaveAccessibleName('Charlie, in Tea')
  await expect(row(/^Echo/)).toHaveAccessibleName('Echo, in Column 2')
  await expect(row(/^Choice/)).toHaveAccessibleName('Choice')
  // Each part is named once.
  await expect(row(/^Alpha/).getByText('Beans')).toBeVisible()
  await expect(row(/^Bravo/).getByText('Beans')).toHaveCount(0)
  await expect(row(/^Whiskey/)).toHaveAccessibleName('Whiskey, Members · until Dec 24, 2020')
  await on(page, 'w')
  await expect(page.locator('[data-when]').first()).toBeVisible()
  await expect(page.getByRole('toolbar', { name: 'Tools for Whiskey' })).toContainText('Members · until Dec 24, 2020')
  const preview = page.locator('[data-preview-bar] select').nth(1)
  await preview.selectOption({ index: 1 })
  await expect(page.locator('[data-page] [data-node=w] .cv-absent')).toContainText('Members · until Dec 24, 2020')
  await page.locator('[data-opens-panel=Problems]').click()
  const over = page.locator('[data-severity=warning]').getByRole('button', { name: /^Warning: Its time is over: it was shown until Dec 24, 2020/ })
  await over.click()
  await expect(page.locator('#when-until')).toBeFocused()
})

test('a tab whose translation is missing is named, and very many problems are more than 99', async ({ page }) => {
  const labels = [{ text: { en: 'Beans', fr: 'Grains' } }, { text: { en: 'Tea' } }]
  const many = Array.from({ length: 100 }, (_, index) => text(`n${index}`, `N ${index}`))
  await design(page, [block('t', 'tabs', { props: { labels } }), ...many])
  await page.locator('[data-opens-panel=Problems]').click()
  await expect(page.getByRole('button', { name: 'Warning: Tabs · Tea: not translated yet (French).' })).toBeVisible()
  const badge = page.locator('[data-count]')
  expect(await badge.evaluate((badge) => getComputedStyle(badge, '::after').content)).toBe('"99+"')
})

test('what would receive what is carried is framed, and named beside the pointer', async ({ page }) => {
  await design(page, [named('a', 'Alpha'), section('s', [named('c', 'Charlie')], { name: 'Shelf' })])
  const inside = await box(page, 'c')
  await carry(page, middle(await item(page, 'spacer').boundingBox()), { x: inside.x + 60, y: inside.y + inside.height / 2 })
  await expect(page.locator('[data-into]')).toHaveText('→ Shelf')
  const [frame, shelf] = [await page.locator('[data-receives]').boundingBox(), await box(page, 's')]
  for (const side of ['x', 'y', 'width', 'height']) expect(Math.abs(frame[side] - shelf[side])).toBeLessThan(2)
  const beside = await box(page, 'a')
  await page.mouse.move(beside.x + 60, beside.y + 2)
  await expect(page.locator('[data-into]')).toHaveText('→ Page')
  await expect(page.locator('[data-receives]')).toHaveCount(0)
  await page.mouse.up()
  await expect(page.locator('[data-into]')).toHaveCount(0)
})

test('the list of commands finds blocks by name and by what they say, and leads there', async ({ page }) => {
  const many = Array.from({ length: 60 }, (_, index) => text(`n${index}`, `Number ${index}`))
  await design(page, [...many, named('z', 'Zulu'), text('y', 'Only the ferryman knows the other shore of the lake')])
  await select(page, 'n0')
  for (const [wanted, id] of [['zulu', 'z'], ['other shore', 'y']]) {
    await page.keyboard.press('Control+k')
    await page.locator('dialog[open]').getByRole('combobox').fill(wanted)
    await page.locator(`[data-choice="block:${id}"]`).click()
    await expect(focused(page)).toBeFocused()
    await expect(focused(page)).toHaveAccessibleName(id === 'z' ? /^Zulu/ : /^Text · Only the ferryman/)
    const view = await page.locator('[data-view]').boundingBox()
    await expect.poll(async () => (await box(page, id)).y).toBeLessThan(view.y + view.height)
  }
})

test('words that are pasted onto the page are a block of text', async ({ page }) => {
  await design(page, [named('a', 'Alpha')])
  await on(page, 'a')
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'First line\n\nSecond line')
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect.poll(() => structure(page)).toHaveLength(2)
  await expect(page.locator('[data-page] .pg-prose').nth(1).locator('p')).toHaveText(['First line', 'Second line'])
  await expect(said(page)).toHaveText(/^Added: Text · First line/)
})
