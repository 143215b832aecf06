// Writing where a text stands, and fields that are left before what is typed there is whole.
import { expect, test } from '@playwright/test'

import { block, design, enter, portal, said, select, structure, text } from './pages/designer.js'
import { tokenOf } from './pages/host.js'

const hero = (title, label) => block('h', 'hero', { props: { title: { en: title }, button: { label: { en: label }, href: '/x' } } })

/** Double-clicks what matches `selector` in a block, so that its text is being written. */
async function write(page, selector) {
  const at = await page.evaluate((selector) => {
    const found = document.querySelector('[data-page] > *').shadowRoot.querySelector(selector)
    const { x, y, width, height } = found.getBoundingClientRect()
    return [x + width / 2, y + height / 2]
  }, selector)
  await page.mouse.dblclick(...at)
  await expect(page.locator('.ds-inline')).toBeVisible()
}

/** What the backend has of the draft, once everything is saved. */
async function saved(page, id) {
  await expect(page.locator('[data-save]')).toHaveText('Saved')
  const token = await tokenOf(page.request, 'admin')
  return (await page.request.get(`/v1/portals/${id}/draft`, { headers: { Authorization: `Bearer ${token}` } })).json()
}

test('a field of the panel that ends the writing keeps the focus, and its keys are its own', async ({ page }) => {
  const id = await design(page, [hero('Welcome', 'Go')])
  await write(page, '[data-node=h] h1, [data-node=h] h2')
  await page.keyboard.type('Changed')
  const link = page.locator('#prop-button-href')
  await link.click()
  await expect(page.locator('.ds-inline')).toHaveCount(0)
  await expect(link).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await expect(link).toHaveValue('/')
  const { root } = await saved(page, id)
  expect(root.map(({ id, props }) => [id, props.title.en, props.button.href])).toEqual([['h', 'Changed', '/']])
})

test('of texts that are the same words, the one under the pointer is written', async ({ page }) => {
  const id = await design(page, [hero('Join', 'Join')])
  await write(page, '[data-node=h] a')
  await page.keyboard.type('Buy now')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-focus]')).toBeFocused()
  const { props } = (await saved(page, id)).root[0]
  expect([props.title.en, props.button.label.en]).toEqual(['Join', 'Buy now'])
})

test('what another tab saves waits for the end of the writing, and is not overwritten', async ({ context, page }) => {
  const id = await portal(page, [hero('Welcome', 'Go')])
  await enter(page, id)
  const other = await context.newPage()
  await enter(other, id)
  await expect(page.getByText('This portal is open in another tab too.')).toBeVisible()
  await write(page, '[data-node=h] h1, [data-node=h] h2')
  await select(other, 'h')
  await other.locator('#prop-title').fill('Their words')
  await saved(other, id)
  await expect(page.locator('.ds-inline')).toHaveText('Welcome')
  await page.keyboard.press('Escape')
  await expect(said(page)).toContainText('Changes from another tab have arrived.')
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true')
  expect((await saved(page, id)).root[0].props.title.en).toBe('Their words')
})

test('keys that remove are about the panel there, and not about the selected block', async ({ page }) => {
  await design(page, [block('t', 'tabs', { props: { labels: [{ text: { en: 'A' } }, { text: { en: 'B' } }] } }), text('z', 'x')])
  await select(page, 't')
  const row = page.locator('#prop-labels-1-name')
  await row.focus()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Backspace')
  await expect(row).toBeFocused()
  expect(await structure(page)).toHaveLength(2)
})

test('a year is typed to its end before it is one', async ({ page }) => {
  const id = await design(page, [text('a', 'Hello', { when: { from: '2026-11-29T10:00:00Z' } })])
  await select(page, 'a')
  const from = page.locator('#when-from')
  await from.focus()
  // Month and day come first in this language.
  await page.keyboard.type('1129202')
  expect((await saved(page, id)).root[0].when.from).toMatch(/^2026-11-29T/)
  await page.keyboard.type('7')
  await expect(from).toHaveValue(/^2027-11-29T/)
  expect((await saved(page, id)).root[0].when.from).toMatch(/^2027-11-29T/)
  await page.keyboard.press('Backspace')
  await page.locator('#when-until').focus()
  await expect(from).toHaveValue(/^2027-11-29T/)
  expect((await saved(page, id)).root[0].when.from).toMatch(/^2027-11-29T/)
})

test('a colour is typed to its sixth digit', async ({ page }) => {
  const id = await design(page, [text('a', 'Hello')])
  await page.locator('[data-opens-panel=Theme]').click()
  const hex = page.locator('[data-token="color.accent"] input[type=text]')
  await hex.fill('')
  await hex.pressSequentially('#12f4a0')
  await expect(hex).toHaveValue('#12f4a0')
  expect((await saved(page, id)).theme.tokens['color.accent']).toBe('#12f4a0')
  await hex.fill('#abc')
  expect((await saved(page, id)).theme.tokens['color.accent']).toBe('#12f4a0')
  await hex.press('Tab')
  await expect(hex).toHaveValue('#aabbcc')
})

test('what is no whole number is not written, and said when the field is left', async ({ page }) => {
  const id = await design(page, [block('b', 'leaderboard', { props: { limit: 10 } })])
  await select(page, 'b')
  const limit = page.locator('#prop-limit')
  await limit.fill('2.5')
  await expect(limit).toHaveValue('2.5')
  await page.locator('#prop-limit').press('Tab')
  await expect(limit).toHaveValue('10')
  await expect(said(page)).toHaveText('Only whole numbers: what was there stays.')
  expect((await saved(page, id)).root[0].props.limit).toBe(10)
})
