// Who edits is told what they may do, and why not the rest: before they try it, and when they do.
import { expect, test } from '@playwright/test'

import { block, design, enter, portal, said, section, select, structure, text } from './pages/designer.js'

// Wide enough for the page as large as it is: where it is seen smaller, a line of text is as low as
// the reach of the gaps around it.
test.use({ viewport: { width: 1900, height: 900 } })

const WHY = 'As content editor you change texts, pictures and links. Designers and admins change the rest.'
const PAGE = () => [block('h', 'hero', { props: { title: { en: 'Welcome' } } }), text('a', 'Words'), text('b', 'More')]

let turn = false

// Says something else, so that what is said next is heard as new.
async function sayOtherwise(page) {
  // Each time another block: twice on the same one edits its text.
  await select(page, (turn = !turn) ? 'a' : 'b')
  await page.keyboard.press('Control+c')
  await expect(said(page)).toHaveText('Copied')
}

for (const [as, name, may] of [
  ['admin', 'admin', 'lock what others'],
  ['designer', 'designer', 'no admin has locked'],
  ['content-editor', 'content editor', 'texts, pictures and links'],
]) {
  test(`the bar says that one edits as ${name}, and what that allows`, async ({ page }) => {
    await design(page, PAGE(), { as })
    const role = page.getByRole('button', { name: `You edit as ${name}` })
    await expect(role).toHaveAccessibleDescription(new RegExp(may))
    await role.click()
    const card = page.locator('#ds-role')
    await expect(card).toBeVisible()
    await expect(card).toContainText(may)
    await page.keyboard.press('Escape')
    await expect(card).toBeHidden()
    await expect(role).toBeFocused()
  })
}

test('a page that holds its editor to less says so', async ({ page }) => {
  await page.addInitScript(() => (globalThis.palierDesigner = { role: 'content_editor' }))
  await design(page, PAGE())
  await expect(page.getByRole('button', { name: 'You edit as content editor' })).toBeVisible()
})

test('to a content editor the palette is there, marked as not theirs, and every way in says why', async ({ page }) => {
  const id = await portal(page, PAGE())
  await enter(page, id, { as: 'content-editor' })
  // What is theirs is in the outline; what is not can be looked at.
  await expect(page.getByRole('tree')).toBeVisible()
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Add' }).click()
  const hero = page.locator('.left [data-kind=hero]')
  await expect(page.locator('.left [data-reason]')).toHaveText(WHY)
  await expect(hero).toHaveAttribute('aria-disabled', 'true')
  await expect(hero).toHaveAccessibleDescription(WHY)
  const before = await structure(page)
  const ways = {
    // The test's own click waits for what is enabled.
    click: () => hero.click({ force: true }),
    Enter: () => hero.press('Enter'),
    Space: () => hero.press(' '),
    'the key of the inserter': () => page.keyboard.press('/'),
    duplicate: () => page.keyboard.press('Control+d'),
    remove: () => page.keyboard.press('Delete'),
    'move up': () => page.keyboard.press('Alt+ArrowUp'),
    'move to': () => page.keyboard.press('Control+m'),
  }
  for (const [way, go] of Object.entries(ways)) {
    await sayOtherwise(page)
    await go()
    await expect(said(page), way).toHaveText(WHY)
    expect(await structure(page), way).toEqual(before)
    await expect(page.locator('dialog[open]'), way).toHaveCount(0)
  }
})

test('templates, presets and the outline are marked as not theirs as well', async ({ page }) => {
  await design(page, PAGE(), { as: 'content-editor' })
  const rail = page.getByRole('navigation', { name: 'Panels' })
  const before = await structure(page)
  const theme = () => page.evaluate(() => palierDesigner.document().theme)
  const dressed = await theme()
  for (const [panel, control] of [
    ['Templates', '[data-template=shop]'],
    ['Templates', '[data-template=banner]'],
    ['Theme', '[data-preset=harbour]'],
    ['Theme', '[data-scheme=dark]'],
    ['Outline', '[data-act=hide] >> nth=0'],
  ]) {
    await rail.getByRole('button', { name: panel }).click()
    const held = page.locator(`.left ${control}`)
    await expect(held, control).toHaveAttribute('aria-disabled', 'true')
    await expect(held, control).toHaveAccessibleDescription(WHY)
    await sayOtherwise(page)
    await held.click({ force: true })
    await expect(said(page), control).toHaveText(WHY)
    if (panel !== 'Outline') await rail.getByRole('button', { name: panel }).click()
  }
  expect(await structure(page)).toEqual(before)
  expect(await theme()).toEqual(dressed)
})

test('what they may do they do: texts are typed and saved', async ({ page }) => {
  await design(page, PAGE(), { as: 'content-editor' })
  await select(page, 'h')
  await page.locator('[data-field=prop-title] textarea').fill('Hello')
  await expect(page.locator('[data-save]')).toHaveText('Saved')
  expect(await page.evaluate(() => palierDesigner.document().root[0].props.title.en)).toBe('Hello')
})

test('the menu and the list of commands give the same reason', async ({ page }) => {
  await design(page, PAGE(), { as: 'content-editor' })
  await select(page, 'a')
  await page.keyboard.press('Shift+F10')
  for (const command of ['Insert', 'Up', 'Duplicate', 'Remove', 'Paste', 'Wider']) {
    await expect(page.locator(`[data-command=${command}]`), command).toContainText(WHY)
  }
  await expect(page.locator('[data-command=Copy]')).not.toContainText(WHY)
})

test('rows of a list are worded and put in order, and neither added nor taken away', async ({ page }) => {
  const rows = ['A', 'B'].map((en) => ({ text: { en } }))
  await design(page, [block('t', 'tabs', { props: { labels: rows }, slots: { tab1: [text('x', 'X')], tab2: [] } })], { as: 'content-editor' })
  await page.locator('[role=treeitem][data-source=t]').click()
  const first = page.locator('#prop-labels-0-name')
  await first.click()
  await expect(page.locator('#prop-labels-add')).toBeDisabled()
  await expect(page.locator('#prop-labels-1-remove')).toHaveAttribute('aria-disabled', 'true')
  // What stands in the first tab would have to move with it.
  await expect(page.locator('#prop-labels-0-down')).toHaveAttribute('aria-disabled', 'true')
  await page.locator('#prop-labels-0-remove').click({ force: true })
  await expect(said(page)).not.toHaveText('')
  await expect(first).toHaveAttribute('aria-expanded', 'true')
  await page.locator('[data-field=prop-labels-0-text] textarea').fill('First')
  expect(await page.evaluate(() => palierDesigner.document().root[0].props.labels.map(({ text }) => text.en))).toEqual(['First', 'B'])
})

test('what holds a locked block is made wider by a designer, and neither hidden nor shown to a few', async ({ page }) => {
  await design(page, [section('s', [text('a', 'Terms', { lock: ['move', 'remove', 'edit', 'style'] })])], { as: 'designer' })
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Outline' }).click()
  await page.locator('[role=treeitem][data-source=s]').click()
  await expect(page.locator('#prop-hidden')).toBeDisabled()
  await expect(page.locator('[data-group=layout] [data-reason]')).toContainText('locked')
  await expect(page.locator('[data-field=when-audience] input').first()).toBeDisabled()
  await expect(page.locator('#prop-width')).toBeEnabled()
  await page.keyboard.press('Control+Shift+H')
  await expect(said(page)).toContainText('locked')
  expect(await page.evaluate(() => palierDesigner.document().root[0].hidden ?? {})).toEqual({})
})
