// Locks that name a role: content editors leave alone what designers may still change.
import { expect, test } from '@playwright/test'

import { clean } from './pages/axe.js'
import { block, design, draft, enter, said, select, text, unfold, words } from './pages/designer.js'

const LOCK = 'edit_by_content_editors'
const PAGE = (lock) => [block('h', 'hero', { props: { title: words('Terms', 'Conditions') }, ...(lock && { lock: [lock] }) }), text('a', 'Words')]
const choice = (page) => page.getByRole('combobox', { name: 'Changing content' })
const lock = async (page) => (await draft(page)).root[0].lock
const title = (page) => page.locator('[data-field=prop-title] textarea')

test('an admin locks content for nobody, for content editors, or for everybody but admins', async ({ page }) => {
  await design(page, PAGE())
  await select(page, 'h')
  await unfold(page)
  await expect(choice(page)).toHaveValue('nobody')
  await choice(page).selectOption({ label: 'For content editors' })
  expect(await lock(page)).toEqual([LOCK])
  await page.locator('[data-field=prop-lock]').getByRole('checkbox', { name: 'Moving', exact: true }).check()
  expect(await lock(page)).toEqual(['move', LOCK])
  await choice(page).selectOption({ label: 'For everybody but admins' })
  expect(await lock(page)).toEqual(['move', 'edit'])
  await clean(page, '[data-field=prop-lock]')
  await page.keyboard.press('Control+z')
  await expect(choice(page)).toHaveValue(LOCK)
  await choice(page).selectOption({ label: 'For nobody' })
  expect(await lock(page)).toEqual(['move'])
})

test('of blocks that are locked for different people none is shown, and a choice holds for all', async ({ page }) => {
  await design(page, [...PAGE(LOCK), text('b', 'More', { lock: ['edit'] })])
  await select(page, 'a')
  await page.keyboard.press('Control+a')
  await unfold(page)
  await expect(choice(page)).toHaveValue('')
  await choice(page).selectOption(LOCK)
  expect((await draft(page)).root.map(({ lock }) => lock)).toEqual([[LOCK], [LOCK], [LOCK]])
})

test('a content editor is told why, and designers go on as if there were no lock', async ({ page }) => {
  const id = await design(page, PAGE(LOCK), { as: 'content-editor' })
  await select(page, 'h')
  await expect(title(page)).not.toBeEditable()
  await expect(page.locator('[data-properties]')).toContainText('Hero is locked: content editors do not change it.')
  await page.keyboard.press('F2')
  await expect(said(page)).toHaveText('Hero is locked: content editors do not change it.')
  await select(page, 'a')
  await expect(page.locator('[data-properties] [contenteditable=true]').first()).toBeVisible()

  await enter(page, id, { as: 'designer' })
  await select(page, 'h')
  await expect(page.locator('[data-locked]')).toBeHidden()
  await title(page).fill('New terms')
  await expect(page.locator('[data-save]')).toHaveText('Saved')
  await unfold(page)
  await expect(choice(page)).toBeDisabled()
  await expect(choice(page)).toHaveValue(LOCK)
})
