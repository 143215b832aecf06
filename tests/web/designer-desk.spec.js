// The desk without a mouse: the focus goes where one is led, and what is said hides nothing.
import { expect, test } from '@playwright/test'

import { block, design, home, portal, said, section, select, text } from './pages/designer.js'
import { dialog } from './pages/saving.js'

const COLUMNS = () => block('c', 'columns', { slots: { start: [], end: [] } })
const command = async (page, words) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

test('a panel that is opened from the list of commands has the focus, and Tab goes on in it', async ({ page }) => {
  await design(page, [text('a', 'One')])
  await select(page, 'a')
  for (const [words, title] of [['problems', 'Problems'], ['theme', 'Theme']]) {
    await command(page, words)
    await expect(page.locator('.left.ds-panel .ds-panel-title'), words).toBeFocused()
    await expect(page.locator(':focus')).toHaveText(title)
  }
  await page.keyboard.press('Tab')
  await expect(page.locator('.left.ds-panel :focus')).toHaveCount(1)
})

test('how the page is looked at is found in the list of commands, which leads there', async ({ page }) => {
  await design(page, [text('a', 'One')])
  await select(page, 'a')
  // The members of the demo are there a moment after the page.
  await expect(page.locator('[data-preview-as]')).toBeVisible()
  await command(page, 'preview as')
  await expect(page.locator('[data-preview-as]')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('as of')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-as-of]')).toBeFocused()
})

test('a width that is chosen from the list is said, and so is that the page is tried out', async ({ page }) => {
  await design(page, [text('a', 'One')])
  await select(page, 'a')
  await command(page, 'phone')
  await expect(said(page)).toHaveText('Phone, 360 pixels')
  await command(page, 'try it')
  await expect(page.getByRole('status').filter({ hasText: 'You are trying the page out' })).toBeVisible()
})

test('F6 goes from area to area, from fields too, and Shift+F6 back', async ({ page }) => {
  await design(page, [text('a', 'One')])
  await select(page, 'a')
  const area = () =>
    page.evaluate(() => {
      const areas = { bar: '[data-bar]', rail: 'nav', panel: '.left.ds-panel', preview: '[data-preview-bar]', page: '[data-view]', properties: '[data-properties]', status: 'footer' }
      return Object.keys(areas).find((name) => document.activeElement.closest(areas[name]))
    })
  expect(await area()).toBe('page')
  const order = ['properties', 'status', 'bar', 'rail', 'panel', 'preview', 'page']
  for (const next of order) {
    await page.keyboard.press('F6')
    expect(await area()).toBe(next)
  }
  for (const next of [...order].reverse().slice(1)) {
    await page.keyboard.press('Shift+F6')
    expect(await area()).toBe(next)
  }
  await page.locator('[data-properties] textarea, [data-properties] [contenteditable]').first().focus()
  await page.keyboard.press('Shift+F6')
  await expect(page.locator('[data-focus]')).toBeFocused()
})

test('what is said lies over nothing of the page, nor over the way to the block', async ({ page }) => {
  for (const width of [1280, 820]) {
    await page.setViewportSize({ width, height: 800 })
    await design(page, [section('s', [text('a', 'One')]), COLUMNS()])
    await select(page, 'a')
    await page.keyboard.press('Control+c')
    await expect(said(page)).toHaveText('Copied')
    const line = await page.locator('footer .said').boundingBox()
    const view = await page.locator('[data-view]').boundingBox()
    expect(line.y, String(width)).toBeGreaterThanOrEqual(view.y + view.height)
    const crumb = await page.locator('footer .crumb').last().boundingBox()
    expect(line.x, String(width)).toBeGreaterThanOrEqual(crumb.x + crumb.width)
  }
})

test('a place in one of several columns is told by the column', async ({ page }) => {
  await design(page, [text('a', 'One'), COLUMNS()])
  await select(page, 'a')
  await page.locator('[data-empty="c/end"] button').click()
  await expect(dialog(page, 'inserter').locator('[data-where]')).toHaveText('In Columns, Column 2')
  await page.keyboard.type('spacer')
  await page.keyboard.press('Enter')
  await expect(said(page)).toHaveText('Added: Spacer, 1 of 1 in Columns, Column 2')
  await expect(page.locator('[data-focus]')).toHaveAccessibleName('Spacer, 1 of 1 in Columns, Column 2')
})

test('what few blocks need is folded, but for a block that has it, and stays as it was left', async ({ page }) => {
  await design(page, [text('a', 'One'), text('b', 'Two'), text('c', 'Three', { when: { audience: ['member'] }, lock: ['move'] })])
  const fold = (name) => page.locator('[data-properties]').getByRole('button', { name })
  const moving = page.getByRole('checkbox', { name: 'Moving', exact: true })
  await select(page, 'a')
  await expect(fold('Who and when')).toHaveAttribute('aria-expanded', 'false')
  await expect(page.locator('[data-field=when-audience]')).toBeHidden()
  await fold('For designers').press('Enter')
  await expect(moving).toBeVisible()
  await select(page, 'b')
  await expect(moving).toBeVisible()
  await fold('For designers').press('Enter')
  await select(page, 'c')
  await expect(page.locator('[data-group=when] .fold-told')).toHaveText('Members')
  await expect(page.locator('[data-field=when-audience]')).toBeVisible()
  await expect(moving).toBeVisible()
  await expect(page.getByRole('toolbar').getByRole('img', { name: 'locked' })).toBeVisible()
})

test('what a block finds by itself says so where it may be set', async ({ page }) => {
  await design(page, [block('l', 'leaderboard')])
  await select(page, 'l')
  for (const name of ['heading', 'heading-level']) {
    await expect(page.locator(`[data-field=prop-${name}] :is(input, textarea)`), name).toHaveAttribute('placeholder', 'Automatic')
  }
})

test('on a touch screen no key is named in a menu', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 820, height: 1180 } })
  const page = await context.newPage()
  await design(page, [text('a', 'One')])
  await select(page, 'a')
  await page.locator('[data-opens=menu]').tap()
  await expect(page.getByRole('menu')).toBeVisible()
  await expect(page.getByRole('menu').locator('kbd').first()).toBeHidden()
  await context.close()
})

test('that the snippet was copied is told where it is', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await design(page, [text('a', 'One')])
  await page.locator('[data-bar]').getByRole('button', { name: 'Get the portal' }).click()
  await dialog(page, 'snippet').getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(dialog(page, 'snippet').getByRole('status').filter({ hasText: 'Copied' })).toBeVisible()
})

test('many portals are searched by name', async ({ page }) => {
  const name = `Needle ${Date.now()}`
  for (let i = 0; i < 8; i += 1) await portal(page, [text('a', 'One')], { title: { en: i ? `Hay ${Date.now()}-${i}` : name } })
  await home(page)
  const rows = page.locator('[data-portal]:visible')
  expect(await rows.count()).toBeGreaterThan(7)
  await page.getByRole('searchbox', { name: 'Search portals' }).fill(name.toUpperCase())
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(name)
  await page.getByRole('searchbox').fill('no such portal')
  await expect(page.getByRole('status').filter({ hasText: 'No portal is called that.' })).toBeVisible()
  await expect(rows).toHaveCount(0)
})

test('where there is no portal yet, each is told what they can do about it', async ({ page }) => {
  await page.route('**/v1/portals?*', empty)
  await page.route('**/v1/portals', empty)
  async function empty(route) {
    const reply = await route.fetch()
    await route.fulfill({ response: reply, json: { ...(await reply.json()), items: [], next_cursor: null } })
  }
  for (const [as, words] of [['designer', 'Begin with a template'], ['content-editor', 'A designer or an admin makes the first one.']]) {
    await home(page, { as })
    await expect(page.locator('[data-none]'), as).toContainText(words)
  }
})

test('the copy of a title that runs to the left is stored as it is read', async ({ page }) => {
  const title = `نادي ${Date.now()}`
  const id = await portal(page, [text('a', 'One')], { title: { en: title } })
  await home(page)
  await page.locator(`[data-portal="${id}"]`).getByRole('button', { name: /^More/ }).click()
  const [made] = await Promise.all([
    page.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith('/draft')),
    page.getByRole('menuitem', { name: 'Duplicate' }).click(),
  ])
  expect(made.postDataJSON().title.en).toBe(`${title}, copy`)
})

test('a picture’s decoration is asked once, and its words tick the box', async ({ page }) => {
  await design(page, [block('i', 'image')])
  await select(page, 'i')
  const asked = page.locator('[data-field=prop-decorative]')
  await expect(asked.getByText('Decoration: it shows nothing that is to be known').and(page.locator(':visible:not(.ds-sr)'))).toHaveCount(1)
  await asked.locator('.ds-check span').click()
  await expect(asked.getByRole('checkbox', { name: /^Decoration/ })).toBeChecked()
})

test('what the preset gives goes without saying, what was set here does not', async ({ page }) => {
  await design(page, [text('a', 'One')], { more: { theme: { ref: 'harbour', tokens: { 'color.accent': '#8a1f5c' } } } })
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Theme' }).click()
  await expect(page.locator('[data-token="color.accent"]').getByText('Set here')).toBeVisible()
  await expect(page.locator('[data-token="color.ink"]').getByText(/^From/)).toBeHidden()
})

test('the sliders of the theme are as high as a target has to be', async ({ page }) => {
  await design(page, [text('a', 'One')])
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Theme' }).click()
  for (const slider of await page.locator('.left.ds-panel input[type=range]').all()) {
    expect((await slider.boundingBox()).height).toBeGreaterThanOrEqual(24)
  }
})

test('each panel is named below its drawing', async ({ page }) => {
  for (const query of ['', '&lang=fr']) {
    await design(page, [text('a', 'One')], { query })
    const names = await page.locator('nav button').evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.querySelector('.rail-name')).map((name) => [name.innerText, name.scrollWidth - name.clientWidth]))
    expect(names).toHaveLength(6)
    for (const [name, cut] of names) {
      expect(name).toMatch(/\p{L}{3}/u)
      expect(cut, name).toBeLessThanOrEqual(0)
    }
  }
})

test('in French the head of a version breaks between words only', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await design(page, [text('a', 'One')], { query: '&lang=fr' })
  await page.locator('[data-publish]').click()
  await dialog(page, 'publish').locator('.ds-dialog-foot .ds-primary').click()
  await expect(dialog(page, 'publish').locator('[data-address]')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.locator('nav button').nth(5).click()
  const title = page.locator('[data-revision="1"] h3')
  await expect(title).toBeVisible()
  expect(await title.evaluate((title) => title.getClientRects().length && title.offsetHeight / parseFloat(getComputedStyle(title).lineHeight))).toBeLessThan(1.5)
})
