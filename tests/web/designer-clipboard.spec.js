// The clipboard within a portal and from one to another; keys that type letters are no commands.
import { expect, test } from '@playwright/test'

import { block, design, draft, enter, listen, portal, said, select, structure, text } from './pages/designer.js'

// No permission is asked for: the keys' own events carry the clipboard.
test.use({ viewport: { width: 1280, height: 1000 } })

const ids = (nodes) => nodes.flatMap((node) => [node.id, ...Object.values(node.slots ?? {}).flatMap(ids)])
const part = (id, words, more) => block(id, 'section', { slots: { main: [text(`${id}-in`, words)] }, ...more })

test('what is copied in one portal is pasted in another, with ids of its own, as one step', async ({ page }) => {
  await design(page, [part('s', 'Brought along', { span: { base: 12, md: 8 } }), text('a', 'Alpha')])
  await select(page, 's-in')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-focus]')).toHaveAttribute('aria-label', /^Section/)
  await page.keyboard.press('Control+c')
  const { root: source } = await draft(page)

  const other = await portal(page, [text('b', 'Bravo')])
  await enter(page, other)
  await select(page, 'b')
  await page.keyboard.press('Control+v')
  await expect.poll(async () => (await draft(page)).root.length).toBe(2)
  const { root } = await draft(page)
  const pasted = root[1]
  expect(pasted).toMatchObject({ type: 'section', span: { base: 12, md: 8 } })
  expect(pasted.slots.main[0].props).toEqual(source[0].slots.main[0].props)
  expect(new Set(ids(root)).size).toBe(3)
  expect(ids([pasted]).some((id) => ids(source).includes(id))).toBe(false)
  await page.keyboard.press('Control+z')
  await expect.poll(() => structure(page)).toEqual(['b'])
})

test('cut and pasted, blocks are there once, in their order', async ({ page }) => {
  await design(page, [text('a', 'Alpha'), text('b', 'Bravo'), text('c', 'Charlie')])
  await select(page, 'a')
  await page.keyboard.press('Control+x')
  await expect.poll(() => structure(page)).toEqual(['b', 'c'])
  await select(page, 'c')
  await page.keyboard.press('Control+v')
  await expect.poll(async () => (await draft(page)).root.length).toBe(3)
  const said = (await draft(page)).root.map((node) => node.props.text.en[0].children[0].text)
  expect(said).toEqual(['Bravo', 'Charlie', 'Alpha'])
})

test('what is on the clipboard and is neither a block nor words changes nothing', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await design(page, [text('a', 'Alpha')])
  await select(page, 'a')
  for (const words of ['{"palier":', ' \n', '{"palier":{"blocks":[{"id":1}]}}']) {
    await page.evaluate((words) => navigator.clipboard.writeText(words), words)
    await page.keyboard.press('Control+v')
  }
  // A later edit tells that all of it was dealt with.
  await page.keyboard.press('Control+d')
  await expect.poll(async () => (await draft(page)).root.length).toBe(2)
})

test('letters typed with AltGr and strokes that compose words are no commands', async ({ page }) => {
  await design(page, [text('a', 'Alpha'), text('b', 'Bravo')])
  await select(page, 'a')
  await page.keyboard.press('Control+d')
  await expect.poll(async () => (await structure(page)).length).toBe(3)
  const before = await structure(page)
  await page.evaluate(() => {
    const focus = document.querySelector('[data-focus]')
    focus.focus()
    const press = (init) => focus.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))
    // AltGr as Windows tells it, with and without Control and Alt.
    press({ key: 'z', ctrlKey: true, altKey: true, modifierAltGraph: true })
    press({ key: 'ż', modifierAltGraph: true })
    press({ key: '/', ctrlKey: true, altKey: true, modifierAltGraph: true })
    // An input method at work: its strokes delete and confirm letters of its own.
    for (const key of ['Delete', 'Backspace', 'Enter', ' ', 'z', '/', 'Process']) press({ key, isComposing: true })
    press({ key: 'z', ctrlKey: true, isComposing: true })
  })
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  expect(await structure(page)).toEqual(before)
  // The same strokes, meant as such.
  await page.keyboard.press('Control+z')
  await expect.poll(() => structure(page)).toEqual(['a', 'b'])
})

test('where the browser keeps the clipboard to itself, a cut by the menu takes nothing away and says which key does it', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'))
  })
  await design(page, [text('a', 'Alpha'), text('b', 'Bravo')])
  await select(page, 'a')
  await page.locator('[data-opens=menu]').click()
  await page.getByRole('menuitem', { name: /^Cut/ }).click()
  await expect(said(page)).toHaveText(/^Press Ctrl\+C/)
  expect(await structure(page)).toEqual(['a', 'b'])
  // The key itself needs no permission.
  await page.keyboard.press('Control+x')
  await expect.poll(() => structure(page)).toEqual(['b'])
})

test('the keys of the clipboard leave alone what lies behind a dialog', async ({ page }) => {
  await design(page, [text('a', 'Alpha'), text('b', 'Bravo')])
  await select(page, 'a')
  await page.keyboard.press('Control+c')
  await expect(said(page)).toHaveText('Copied')
  await page.locator('[data-publish]').click()
  await expect(page.locator('dialog[open]')).toBeVisible()
  await page.keyboard.press('Control+x')
  await page.keyboard.press('Control+v')
  await page.keyboard.press('Escape')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  expect(await structure(page)).toEqual(['a', 'b'])
})

test('the same words said again are heard again', async ({ page }) => {
  await design(page, [text('a', 'Alpha')])
  await select(page, 'a')
  await page.keyboard.press('Control+d')
  await page.keyboard.press('Control+d')
  await expect.poll(async () => (await structure(page)).length).toBe(3)
  const heard = await listen(page)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(heard).toEqual(['Undone: Text · Alpha', 'Undone: Text · Alpha'])
})
