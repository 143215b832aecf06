// What tests of the designer's extensions share: the problems, the fields, the list of commands, the console.
import { expect } from '@playwright/test'

export const problems = (page) => page.getByRole('complementary', { name: /^(Problems|Problèmes)$/ })
export const problem = (page, words) => problems(page).getByRole('button', { name: words })
export const openProblems = (page) => page.getByRole('button', { name: /^(Problems|Problèmes)/ }).click()
export const field = (page, name) => page.locator(`[data-properties] [data-field="prop-${name}"]`)

export const document = (page) => page.evaluate(() => palierDesigner.document())

/** What developers are told. */
export function told(page) {
  const lines = []
  page.on('console', (message) => message.type() === 'error' && lines.push(message.text()))
  page.on('pageerror', (error) => lines.push(`uncaught ${error}`))
  return lines
}

/** Runs one by name, as a person does. */
export async function run(page, label) {
  await page.keyboard.press('Control+k')
  const dialog = page.locator('dialog[data-dialog="commands"]')
  await dialog.getByRole('combobox').fill(label)
  await expect(dialog.getByRole('option').first()).toContainText(label)
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
}
