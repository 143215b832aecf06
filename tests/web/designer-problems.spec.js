// The problems' panel: what is found, how it is counted, where it leads.
import { expect, test } from '@playwright/test'

import { clean } from './pages/axe.js'
import { block, box, design, section, select, text } from './pages/designer.js'

test.use({ viewport: { width: 1440, height: 900 } })

// A dead link, a board that does not exist, an empty section, a colour that cannot be read.
const PAGE = [
  text('a', 'Alpha'),
  section('s', []),
  block('b', 'button', { props: { label: { en: 'Go' }, href: '#nowhere' } }),
  block('c', 'leaderboard', { props: { board: 'no-such-board' } }),
]
const THEME = { scheme: 'light', tokens: { 'color.ink-soft': '#b9c4be' } }

const rail = (page) => page.getByRole('button', { name: /^Problems:/ })
const badge = (page) => rail(page).locator('[data-count]')
const problem = (page, words) => page.getByRole('complementary', { name: 'Problems' }).getByRole('button', { name: words })

const open = async (page, root = PAGE, theme = THEME) => {
  await design(page, root, { more: { theme, title: { en: 'Test portal', fr: 'Portail' } } })
  await rail(page).click()
  await expect(page.getByRole('complementary', { name: 'Problems' })).toBeVisible()
}

test('errors and warnings are counted on the rail, errors first in the panel', async ({ page }) => {
  await open(page)
  await expect(rail(page)).toHaveAccessibleName(/Problems: 2 errors, \d+ warnings/)
  await expect(page.locator('[data-severity]').first()).toHaveAttribute('data-severity', 'error')
  await expect(problem(page, /link .*leads to a place that is not on the page/)).toBeVisible()
  // What is wrong is quoted, so that it is known without a look.
  await expect(problem(page, 'The link #nowhere leads to a place')).toBeVisible()
  await expect(problem(page, /names something that the programme does not have/)).toBeVisible()
  await expect(problem(page, /It is empty/)).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Problems' })).not.toContainText('no-such-board')
})

test('the count follows the document', async ({ page }) => {
  await open(page)
  await expect(badge(page)).toBeVisible()
  // Beside what offers to fill it.
  const { x, y } = await box(page, 's')
  await page.mouse.click(x + 8, y + 8)
  await page.keyboard.press('Delete')
  await expect(problem(page, /It is empty/)).toHaveCount(0)
  const without = Number(await badge(page).getAttribute('data-count'))
  await page.keyboard.press('Control+z')
  await expect(problem(page, /It is empty/)).toBeVisible()
  await expect.poll(async () => Number(await badge(page).getAttribute('data-count'))).toBeGreaterThan(without)
})

test('a problem leads to its block, and the focus with it', async ({ page }) => {
  await open(page)
  await problem(page, /link .*leads to a place/).click()
  await expect(page.getByRole('contentinfo').getByRole('button', { name: /^Button/ })).toHaveAttribute('aria-current', 'true')
  await expect.poll(() => page.evaluate(() => Boolean(document.activeElement.closest('aside.right')))).toBe(true)
})

test('what is out of sight is scrolled to', async ({ page }) => {
  const far = Array.from({ length: 30 }, (_, index) => text(`t${index}`, 'Words'))
  await open(page, [...far, block('b', 'button', { props: { label: { en: 'Go' }, href: '#nowhere' } })])
  await problem(page, /link .*leads to a place/).click()
  await expect.poll(async () => (await box(page, 'b')).y).toBeLessThan(860)
})

test('an empty part is told by its name, and leads to what fills it', async ({ page }) => {
  const labels = ['Earn', 'Spend'].map((name) => ({ text: { en: name, fr: name } }))
  await open(page, [block('k', 'tabs', { props: { labels }, slots: { tab1: [text('a', 'Alpha')] } }), section('s', [])])
  await expect(problem(page, /It is empty/)).toHaveText([/Spend · It is empty/, /: It is empty/])
  await problem(page, /Spend · It is empty/).click()
  const add = page.locator('[data-empty="k/tab2"]').getByRole('button')
  await expect(add).toBeFocused()
  await add.press('Enter')
  await expect(page.locator('dialog[open] [data-where]')).toContainText('Tabs')
})

test('a colour that cannot be read leads to its field, and can be repaired from the list', async ({ page }) => {
  await open(page, [text('a', 'Alpha')])
  await problem(page, /^Warning: Soft text on/).click()
  await expect(page.getByRole('complementary', { name: 'Theme' })).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.activeElement.closest('[data-token]')?.dataset.token)).toBe('color.ink-soft')
  await rail(page).click()
  await page.locator('[data-fix="color.ink-soft"]').click()
  await expect(problem(page, /Soft text on/)).toHaveCount(0)
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
})

for (const colorScheme of ['light', 'dark']) {
  test(`the panel is accessible in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await open(page)
    await expect(problem(page, /link .*leads/)).toBeVisible()
    await clean(page, 'aside', 'nav', 'footer')
  })
}

const led = (page) => page.evaluate(() => document.activeElement.closest('[data-field]')?.dataset.field)

test('a problem leads into a row that is shut, past what is searched, and to the language that is lacking', async ({ page }) => {
  const label = (en, fr) => ({ text: { en, fr } })
  await open(
    page,
    [
      block('t', 'tabs', { props: { labels: [label('One', 'Un'), { text: { fr: 'Deux' } }] }, slots: { tab1: [text('x', 'X')], tab2: [text('y', 'Y')] } }),
      block('h', 'hero', { props: { title: { en: 'Welcome' }, text: { en: 'Come in' } }, span: { base: 12, wide: 6 } }),
    ],
    {},
  )
  const at = (path) => page.locator(`.left [data-path="${path}"]`)
  const language = (locale) => page.locator(`.right [data-locale=${locale}]`)

  await at('/root/0/props/labels/1/text').click()
  await expect.poll(() => led(page)).toBe('prop-labels-1-text')
  await expect(page.locator('#prop-labels-1-name')).toHaveAttribute('aria-expanded', 'true')

  await at('/root/1/props/title').click()
  await expect.poll(() => led(page)).toBe('prop-title')
  await expect(language('fr')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('.right :focus')).toHaveValue('')

  await page.locator('.right input[type=search]').fill('nothing is called so')
  await at('/root/1/props/text').click()
  await expect.poll(() => led(page)).toBe('prop-text')
  await expect(page.locator('.right input[type=search]')).toHaveValue('')

  // Back to the first language, where that is what is missing.
  await at('/root/0/props/labels/1/text').click()
  await expect(language('en')).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => led(page)).toBe('prop-labels-1-text')

  await at('/root/1/span/wide').click()
  await expect.poll(() => led(page)).toBe('prop-width')
})
