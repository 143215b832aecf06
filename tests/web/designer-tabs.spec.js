// Tabs on the canvas: each part can be shown, filled and reached, and none is lost.
import { expect, test } from '@playwright/test'

import { block, box, carry, design, draft, drawn, middle, section, select, text, undo } from './pages/designer.js'

const label = (en) => ({ text: { en } })
const tabs = (slots = {}) => block('t', 'tabs', { props: { labels: [label('First'), label('Second'), label('Third')] }, slots })
const PAGE = [text('a', 'Alpha'), tabs({ tab1: [text('b', 'Bravo')], tab2: [text('c', 'Charlie')], tab3: [section('s', [text('d', 'Delta')])] }), text('z', 'Zulu')]

test.use({ viewport: { width: 1440, height: 1000 } })

const tab = (page, name) => page.locator('[data-node="t"] .pg-tab', { hasText: name })
const shown = (page) => page.locator('[data-node="t"] .pg-tab[aria-selected=true]')
const main = (page) => page.locator('[data-main]')

/** Clicks where a tab stands: the page itself is inert. */
async function press(page, name) {
  const { x, y } = middle(await tab(page, name).boundingBox())
  await page.mouse.click(x, y)
}

const slots = async (page) => {
  const { root } = await draft(page)
  const held = Object.entries(root.find(({ id }) => id === 't').slots ?? {})
  return Object.fromEntries(held.filter(([, nodes]) => nodes.length).map(([name, nodes]) => [name, nodes.map(({ id }) => id)]))
}

test('a click on a tab shows its part and selects the tabs; what is in it is edited like all else', async ({ page }) => {
  await design(page, PAGE)
  await press(page, 'Second')
  await expect(shown(page)).toHaveText('Second')
  await expect(page.getByRole('button', { name: /^Tabs, / })).toHaveCount(1)
  await select(page, 'c')
  await page.keyboard.press('Delete')
  expect(await slots(page)).toEqual({ tab1: ['b'], tab3: ['s'] })
  // Drawn anew, it still shows the same part.
  await expect(shown(page)).toHaveText('Second')
  await press(page, 'Second')
  await page.keyboard.press('/')
  await page.locator('dialog[open]').getByRole('combobox').fill('spac')
  await page.keyboard.press('Enter')
  expect(Object.keys(await slots(page))).toEqual(['tab1', 'tab2', 'tab3'])
})

test('what is held over a tab has its part shown, and is dropped there', async ({ page }) => {
  await design(page, PAGE)
  const handle = middle(await box(page, 'a'))
  await expect(shown(page)).toHaveText('First')
  await carry(page, handle, middle(await tab(page, 'Third').boundingBox()))
  await expect(shown(page)).toHaveText('Third')
  const inside = middle(await box(page, 'd'))
  await page.mouse.move(inside.x, inside.y - 4, { steps: 4 })
  await page.mouse.up()
  const { root } = await draft(page)
  expect(root.map(({ id }) => id)).toEqual(['t', 'z'])
  expect(JSON.stringify(root[0].slots.tab3)).toContain('"a"')
  await expect(shown(page)).toHaveText('Third')
})

test('a drop over a tab does not turn it', async ({ page }) => {
  await design(page, PAGE)
  await carry(page, middle(await box(page, 'a')), middle(await tab(page, 'Third').boundingBox()))
  await page.mouse.up()
  await drawn(page)
  await expect(shown(page)).toHaveText('First')
})

test('a block that is selected elsewhere has the part shown that it is in', async ({ page }) => {
  await design(page, PAGE)
  await page.getByRole('button', { name: 'Outline', exact: true }).click()
  const row = page.locator('[data-outline] [data-source="c"]')
  if (!(await row.count())) await page.locator('[data-outline] [data-source="t"]').press('ArrowRight')
  await row.click()
  await expect(shown(page)).toHaveText('Second')
  await expect(main(page)).toBeVisible()
})

test('keys turn the parts and reach what is in the one that is shown', async ({ page }) => {
  await design(page, PAGE)
  await press(page, 'First')
  await page.keyboard.press('PageDown')
  await expect(shown(page)).toHaveText('Second')
  await page.keyboard.press('ArrowRight')
  const focused = page.locator('[data-focus]')
  await expect(focused).toHaveAccessibleName(/1 of 1/)
  await page.keyboard.press('Delete')
  expect(await slots(page)).toEqual({ tab1: ['b'], tab3: ['s'] })
})

test('a tab that is removed takes its blocks along, says so, and comes back with them', async ({ page }) => {
  await design(page, PAGE)
  await press(page, 'First')
  const labels = page.locator('[data-properties] [data-field="prop-labels"]')
  await labels.getByRole('button', { name: 'Remove Second' }).click()
  expect(await slots(page)).toEqual({ tab1: ['b'], tab2: ['s'] })
  await expect(page.locator('[data-said]')).toHaveText('The block in it was removed as well. Undo brings both back.')
  await undo(page).click()
  expect(await slots(page)).toEqual({ tab1: ['b'], tab2: ['c'], tab3: ['s'] })
})

test('new tabs are two', async ({ page }) => {
  await design(page, [])
  await page.locator('[data-kind="tabs"][data-source]').first().press('Enter')
  const { root } = await draft(page)
  expect(root[0].props.labels.map(({ text }) => text.en)).toEqual(['Tab 1', 'Tab 2'])
})
