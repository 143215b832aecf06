// The theme's panel: tokens on the canvas and in the document, presets, repairs, locks, exchange.
import { expect, test } from '@playwright/test'
import { readFile } from 'node:fs/promises'

import { clean } from './pages/axe.js'
import { block, design, enter, said, text, undo } from './pages/designer.js'

test.use({ viewport: { width: 1440, height: 900 } })

const PAGE = [text('a', 'Alpha'), block('b', 'leaderboard')]

const open = async (page, more = {}, as = 'admin') => {
  await design(page, PAGE, { as, more })
  await page.getByRole('button', { name: 'Theme', exact: true }).click()
  await expect(page.getByRole('complementary', { name: 'Theme' })).toBeVisible()
}

const row = (page, token) => page.locator(`[data-token="${token}"]`)
const hex = (page, token) => row(page, token).locator('input[type=text]')
const swatch = (page, token) => row(page, token).locator('input[type=color]')

/** What a custom property of the kit is on the canvas. */
const painted = (page, name) =>
  page.evaluate((name) => {
    const root = document.querySelector('[data-page] > *').shadowRoot.firstElementChild
    return getComputedStyle(root).getPropertyValue(name).trim()
  }, name)

const shown = (page) => page.evaluate(() => document.querySelector('[data-page] > *').shadowRoot.firstElementChild.dataset.theme)

/** The theme as design tokens. */
async function exported(page) {
  const download = page.waitForEvent('download')
  await page.locator('[data-export]').click()
  return JSON.parse(await readFile(await (await download).path(), 'utf8'))
}


/** WCAG's contrast of two colours as `#rrggbb`. */
function contrast(one, two) {
  const luminance = (colour) => {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [light, dark] = [luminance(one), luminance(two)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test('one drag of a colour shows on the canvas at once, is in the theme, and is one undo', async ({ page }) => {
  await open(page, { theme: { scheme: 'light' } })
  const before = await painted(page, '--_accent')
  await swatch(page, 'color.accent').evaluate((field) => {
    for (const value of ['#111111', '#7a1f3c', '#8a1f5c']) {
      field.value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
    field.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await expect.poll(() => painted(page, '--_accent')).toBe('#8a1f5c')
  await expect(hex(page, 'color.accent')).toHaveValue('#8a1f5c')
  await expect(row(page, 'color.accent')).toHaveAttribute('data-origin', 'document')
  expect((await exported(page)).color.accent.$value.hex).toBe('#8a1f5c')
  await undo(page).click()
  await expect.poll(() => painted(page, '--_accent')).toBe(before)
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true')
})

test('a colour can be typed, with or without its number sign; what is none is said and put back', async ({ page }) => {
  await open(page, { theme: { scheme: 'light' } })
  await hex(page, 'color.canvas').fill('fed')
  await hex(page, 'color.canvas').blur()
  await expect(hex(page, 'color.canvas')).toHaveValue('#ffeedd')
  await expect.poll(() => painted(page, '--_canvas')).toBe('#ffeedd')
  await hex(page, 'color.canvas').fill('beige')
  await hex(page, 'color.canvas').blur()
  await expect(said(page)).toHaveText('That is no colour such as #1f6b4a.')
  await expect(hex(page, 'color.canvas')).toHaveValue('#ffeedd')
})

test('a token goes back to what it inherits', async ({ page }) => {
  await open(page, { theme: { ref: 'harbour', scheme: 'light', tokens: { 'color.accent': '#8a1f5c', 'radius.base': '1px' } } })
  for (const [token, value, property] of [['color.accent', '#0b5f74', '--_accent'], ['radius.base', '10px', '--_radius']]) {
    await expect(row(page, token)).toContainText('Set here')
    await row(page, token).getByRole('button', { name: /^Reset/ }).click()
    await expect(row(page, token)).toContainText('From Harbour')
    await expect.poll(() => painted(page, property)).toBe(value)
  }
})

test('a preset changes the whole look, in both schemes, with one undo', async ({ page }) => {
  await open(page, { theme: { scheme: 'light', tokens: { 'color.accent': '#8a1f5c' } } })
  await page.locator('[data-preset=gala]').click()
  await expect(page.locator('[data-preset=gala]')).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => painted(page, '--_accent')).toBe('#7a5a12')
  expect(await painted(page, '--_radius')).toBe('2px')
  await page.locator('[data-preview=dark]').first().click()
  await expect.poll(() => shown(page)).toBe('dark')
  expect(await painted(page, '--_accent')).toBe('#e2bf6a')
  await undo(page).click()
  await page.locator('[data-preview=light]').first().click()
  await expect.poll(() => painted(page, '--_accent')).toBe('#8a1f5c')
})

test('a preset is marked as chosen only while it is what is set', async ({ page }) => {
  await open(page)
  const preset = (name) => page.locator(`[data-preset=${name}]`)
  await expect(preset('none')).toHaveAttribute('aria-pressed', 'true')
  await preset('harbour').click()
  await expect(preset('harbour')).toHaveAttribute('aria-pressed', 'true')
  await expect(preset('none')).toHaveAttribute('aria-pressed', 'false')
  await hex(page, 'color.accent').fill('#8a1f5c')
  await hex(page, 'color.accent').blur()
  await expect(preset('harbour')).toHaveAttribute('aria-pressed', 'false')
  await expect(preset('harbour')).toHaveAccessibleName('Harbour changed')
  await row(page, 'color.accent').getByRole('button', { name: /^Reset/ }).click()
  await expect(preset('harbour')).toHaveAttribute('aria-pressed', 'true')
  await expect(preset('harbour')).toHaveAccessibleName('Harbour')
})

test('every font is called by a name: the kit’s own, the one that headings follow, a brand’s', async ({ page }) => {
  await open(page)
  const chosen = (token) => row(page, token).getByRole('combobox').evaluate((select) => select.selectedOptions[0]?.text)
  expect(await chosen('font.body')).toBe('System')
  expect(await chosen('font.heading')).toBe('As the text')
  await expect(row(page, 'font.body').getByRole('textbox')).toBeHidden()
  await row(page, 'font.body').getByRole('combobox').selectOption('')
  await row(page, 'font.body').getByRole('textbox').fill("'Brand Sans', Arial")
  expect(await chosen('font.body')).toBe('Brand Sans')
  await row(page, 'font.heading').getByRole('combobox').selectOption('didone')
  await row(page, 'font.heading').getByRole('combobox').selectOption('text')
  await expect.poll(() => painted(page, '--_font-heading')).toContain('Brand Sans')
  // A preset with a font for headings of its own does not keep them from following the text.
  await page.locator('[data-preset=orchard]').click()
  expect(await chosen('font.heading')).toBe('Old style')
  await row(page, 'font.heading').getByRole('combobox').selectOption('text')
  expect(await chosen('font.heading')).toBe('System')
})

test('the canvas is shown dark without a change of the document; colours are those of what is shown', async ({ page }) => {
  await open(page, { theme: { scheme: 'light', ref: 'ledger' } })
  await expect(hex(page, 'color.surface')).toHaveValue('#ffffff')
  await page.locator('[data-preview=dark]').first().click()
  await expect.poll(() => shown(page)).toBe('dark')
  await expect(hex(page, 'color.surface')).toHaveValue('#141b25')
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true')
  await hex(page, 'color.surface').fill('#101820')
  await hex(page, 'color.surface').blur()
  await expect.poll(() => painted(page, '--_surface')).toBe('#101820')
  await page.locator('[data-preview=light]').first().click()
  await expect.poll(() => painted(page, '--_surface')).toBe('#ffffff')
})

test('another scheme for members keeps what was said of each', async ({ page }) => {
  await open(page, { theme: { scheme: 'light', tokens: { 'color.accent': '#8a1f5c', 'color.accent-dark': '#ffaacc' } } })
  await page.locator('[data-scheme=dark]').click()
  await expect.poll(() => shown(page)).toBe('dark')
  await expect.poll(() => painted(page, '--_accent')).toBe('#ffaacc')
  await page.locator('[data-preview=light]').first().click()
  await expect.poll(() => painted(page, '--_accent')).toBe('#8a1f5c')
})

test('a repair reaches the ratio, keeps the focus in the panel, and is one undo', async ({ page }) => {
  await open(page, { theme: { scheme: 'light', tokens: { 'color.ink-soft': '#b9c4be' } } })
  const fault = page.locator('[data-fault="color.ink-soft"]')
  await expect(row(page, 'color.ink-soft').locator('[data-ratio]')).toHaveAttribute('data-tone', 'bad')
  await fault.getByRole('button', { name: /^Repair Soft text/ }).click()
  await expect(fault).toHaveCount(0)
  await expect(row(page, 'color.ink-soft').locator('[data-ratio]')).toHaveAttribute('data-tone', 'good')
  const mended = await hex(page, 'color.ink-soft').inputValue()
  expect(contrast(mended, await painted(page, '--_surface'))).toBeGreaterThanOrEqual(4.5)
  expect(contrast(mended, await painted(page, '--_canvas'))).toBeGreaterThanOrEqual(4.5)
  expect(await page.evaluate(() => document.activeElement.textContent)).toBe('Contrast')
  await undo(page).click()
  await expect(hex(page, 'color.ink-soft')).toHaveValue('#b9c4be')
})

test('all repairs together leave nothing that cannot be read', async ({ page }) => {
  await open(page, { theme: { scheme: 'light', tokens: { 'color.accent': '#ffd400', 'color.ink': '#999999', 'color.control-line': '#eeeeee' } } })
  await page.locator('[data-mend-all]').click()
  await expect(page.locator('[data-fault]')).toHaveCount(0)
  await expect(page.locator('[data-contrast]')).toContainText(/All \d+ pairs of colours can be read/)
})

test('sliders and fonts change tokens, by key too', async ({ page }) => {
  await open(page)
  const radius = row(page, 'radius.base').getByRole('slider')
  await radius.focus()
  await radius.press('Home')
  await expect.poll(() => painted(page, '--_radius')).toBe('0px')
  await radius.press('ArrowRight')
  await expect.poll(() => painted(page, '--_radius')).toBe('1px')
  await row(page, 'font.heading').getByRole('combobox').selectOption('didone')
  await expect.poll(() => painted(page, '--_font-heading')).toContain('Didot')
  await row(page, 'font.body').getByRole('combobox').selectOption('')
  await row(page, 'font.body').getByRole('textbox').fill('Georgia, serif')
  await expect.poll(() => painted(page, '--_font')).toBe('Georgia, serif')
})

test('one walk of a slider by keys is one undo, and so is the next one', async ({ page }) => {
  await open(page, { theme: { tokens: { 'radius.base': '4px' } } })
  const radius = row(page, 'radius.base').getByRole('slider')
  const held = () => page.evaluate(() => palierDesigner.document().theme.tokens['radius.base'])
  const walk = async (steps) => {
    await radius.focus()
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowRight')
    await radius.blur()
  }
  await walk(3)
  expect(await held()).toBe('7px')
  await walk(2)
  expect(await held()).toBe('9px')
  await undo(page).click()
  expect(await held()).toBe('7px')
  await undo(page).click()
  expect(await held()).toBe('4px')
})

test('an export comes back as the same theme; foreign tokens are taken, the rest is named', async ({ page }) => {
  await open(page, { theme: { ref: 'sorbet', scheme: 'light', tokens: { 'color.accent': '#7a1f3c', 'density': '1.25' } } })
  const tokens = await exported(page)
  expect(tokens.color.accent).toEqual({ $type: 'color', $value: { colorSpace: 'srgb', components: [0.4784, 0.1216, 0.2353], hex: '#7a1f3c' } })
  const looks = () => Promise.all(['--_accent', '--_canvas', '--_radius', '--_density', '--_font'].map((name) => painted(page, name)))
  const before = await looks()
  await page.locator('[data-preset=paper]').click()
  await expect.poll(() => painted(page, '--_radius')).toBe('0')
  const file = (value) => ({ name: 'theme.tokens.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(value)) })
  await page.locator('[data-import]').setInputFiles(file(tokens))
  await expect.poll(looks).toEqual(before)
  await undo(page).click()
  await expect.poll(() => painted(page, '--_radius')).toBe('0')
  await page.locator('[data-import]').setInputFiles(file({ radius: { base: { $type: 'dimension', $value: { value: 7, unit: 'px' } } }, shadow: { card: { $type: 'shadow', $value: {} } } }))
  await expect.poll(() => painted(page, '--_radius')).toBe('7px')
  await expect(page.locator('[data-rejected]')).toContainText('shadow.card')
  await page.locator('[data-import]').setInputFiles(file({}))
  await expect(said(page)).toHaveText('There are no design tokens in that file.')
})

test('an admin locks a token and lets go of it', async ({ page }) => {
  await open(page)
  const lock = row(page, 'color.accent').getByRole('button', { name: 'Lock Accent' })
  await lock.click()
  await expect(lock).toHaveAttribute('aria-pressed', 'true')
  await expect(hex(page, 'color.accent')).toBeEditable()
  await lock.click()
  await expect(lock).toHaveAttribute('aria-pressed', 'false')
})

test('a locked colour that was inherited stays with another preset and scheme', async ({ page }) => {
  await open(page, { theme: { ref: 'harbour', scheme: 'light' } })
  await page.locator('[data-preview=dark]').first().click()
  await expect.poll(() => shown(page)).toBe('dark')
  const dark = await painted(page, '--_accent')
  await page.locator('[data-preview=light]').first().click()
  await expect.poll(() => shown(page)).toBe('light')
  const [light, canvas] = [await painted(page, '--_accent'), await painted(page, '--_canvas')]
  await row(page, 'color.accent').getByRole('button', { name: 'Lock Accent' }).click()
  const id = new URL(page.url()).searchParams.get('portal')
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT' && response.url().includes(`/portals/${id}/draft`) && response.ok())
  await saved
  const designer = await page.context().browser().newPage({ viewport: { width: 1440, height: 900 }, baseURL: new URL('/', page.url()).href })
  await enter(designer, id, { as: 'designer' })
  await designer.getByRole('button', { name: 'Theme', exact: true }).click()
  await expect.poll(() => painted(designer, '--_accent')).toBe(light)
  await designer.locator('[data-preset=ember]').click()
  await expect.poll(() => painted(designer, '--_canvas')).not.toBe(canvas)
  expect(await painted(designer, '--_accent')).toBe(light)
  await designer.locator('[data-scheme=dark]').click()
  await expect.poll(() => shown(designer)).toBe('dark')
  expect(await painted(designer, '--_accent')).toBe(dark)
  await designer.close()
})

for (const colorScheme of ['light', 'dark']) {
  test(`the panel is accessible in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await open(page, { theme: { scheme: 'light', tokens: { 'color.ink-soft': '#b9c4be', 'color.accent': '#1f6b4a' } } })
    await page.locator('[data-lock]').first().click()
    await clean(page, 'aside')
  })
}
