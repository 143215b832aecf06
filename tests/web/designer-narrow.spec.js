// Long names and narrow screens: whatever a block is called, every button of the desk is within reach.
import { expect, test } from '@playwright/test'

import { block, design, drawn, section, select, text, unfold } from './pages/designer.js'

const LONG = 'A rather long name of a block that goes on and on, as names do that nobody shortens'

/** Whether all of an element is seen, sideways. */
const isWithin = (locator) =>
  locator.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect()
    return left >= 0 && right <= innerWidth
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 760 }, hasTouch: true, isMobile: true })

  for (const [which, name] of [['a plain', undefined], ['a long', LONG]])
    test(`all tools of a block with ${which} name are there, and the page does not run sideways`, async ({ page }) => {
      const own = name ? { name } : {}
      for (const root of [[text('a', 'One', own)], [section('s', [text('a', 'One', own)])]]) {
        await design(page, root)
        await select(page, 'a')
        await drawn(page)
        const tools = page.locator('[role=toolbar][data-grip=interactive]')
        await expect(tools).toBeVisible()
        for (const tool of await tools.getByRole('button').all()) expect(await isWithin(tool)).toBe(true)
        expect(await page.locator('[data-view]').evaluate((view) => view.scrollWidth - view.clientWidth)).toBe(0)
      }
    })
})

test.describe('on a desk', () => {
  test.use({ viewport: { width: 1440, height: 900 } })

  test('long names are cut in the way to a block and wrapped above its fields', async ({ page }) => {
    const word = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'
    await design(page, [section('s', [section('t', [text('a', 'One', { name: word + word })], { name: LONG })], { name: LONG + LONG })])
    await page.getByRole('button', { name: 'Outline', exact: true }).click()
    await page.locator('[role=treeitem][data-source=a]').click()
    await drawn(page)
    for (const mark of ['[data-zoom]', '[data-weight]']) expect(await isWithin(page.locator(mark)), mark).toBe(true)
    const way = page.getByRole('contentinfo').getByRole('button', { name: word + word })
    await expect(way).toHaveAttribute('title', word + word)
    expect(await isWithin(way)).toBe(true)
    expect(await page.locator('.right .ds-panel-title').evaluate((title) => title.scrollWidth - title.clientWidth)).toBe(0)
  })

  test('a name is no longer than eighty letters, wherever it is typed', async ({ page }) => {
    await design(page, [text('a', 'One')])
    await select(page, 'a')
    const name = async () => (await page.evaluate(() => palierDesigner.document())).root[0].name
    await unfold(page)
    await page.locator('#prop-name').focus()
    await page.keyboard.insertText('x'.repeat(100))
    expect(await name()).toBe('x'.repeat(80))
    await page.getByRole('button', { name: 'Outline', exact: true }).click()
    await page.locator('[role=tree]').focus()
    await page.keyboard.press('F2')
    await page.locator('[role=tree] input').fill('')
    await page.keyboard.insertText('y'.repeat(100))
    await page.keyboard.press('Enter')
    expect(await name()).toBe('y'.repeat(80))
  })
})

for (const [width, height] of [[390, 760], [1024, 768], [1280, 800], [1600, 900]])
  test(`what is said is read at ${width} pixels, and leaves no room behind`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await design(page, [text('a', 'One', { name: LONG }), text('b', 'Two')])
    await select(page, 'a')
    await page.keyboard.press('Alt+ArrowDown')
    const words = page.locator('footer [aria-hidden=true]').filter({ hasText: LONG })
    await expect(words).toBeVisible()
    const whole = await words.evaluate((words) => words.scrollWidth <= words.clientWidth + 1 && words.getBoundingClientRect().right <= innerWidth)
    // Where the line has room, the end of very long words may be left out.
    if (width < 1600) expect(whole).toBe(true)
    await words.evaluate((words) => words.getAnimations().forEach((animation) => animation.finish()))
    expect(await words.evaluate((words) => getComputedStyle(words).position === 'absolute' || words.getBoundingClientRect().width < 1)).toBe(true)
  })

test.describe('on a tablet', () => {
  test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true })

  test('all of the tools of the first block are seen, and a text is as high to a finger as any field', async ({ page }) => {
    await design(page, [block('h', 'hero', { props: { title: { en: 'Club' } } })])
    await select(page, 'h')
    const tools = page.locator('[role=toolbar][data-grip=interactive]')
    const [own, room] = [await tools.boundingBox(), await page.locator('[data-view]').boundingBox()]
    expect(own.y).toBeGreaterThanOrEqual(room.y)
    await page.locator('[data-opens-panel=Aside]').click()
    await expect(page.locator('#prop-title')).toBeVisible()
    expect((await page.locator('#prop-title').boundingBox()).height).toBeGreaterThanOrEqual(44)
  })

  test('the tools of a text are as high to a finger as any button, on the page and in the panel', async ({ page }) => {
    await design(page, [section('s', [text('a', 'One')], { props: { title: { en: 'Club' } } })])
    await select(page, 'a')
    await expect(page.locator('[data-focus]')).toBeFocused()
    await page.keyboard.press('F2')
    const inline = page.locator('.ds-inline .ds-rich-tool')
    await expect(inline.first()).toBeVisible()
    const heights = (tools) => tools.evaluateAll((all) => all.map((tool) => tool.getBoundingClientRect().height))
    for (const height of await heights(inline)) expect(height).toBeGreaterThanOrEqual(44)
    for (const tool of await inline.all()) expect(await isWithin(tool)).toBe(true)
    await page.keyboard.press('Escape')
    await page.locator('[data-opens-panel=Aside]').click()
    const own = page.locator('[data-properties] .ds-rich-tool')
    await expect(own.first()).toBeVisible()
    for (const height of await heights(own)) expect(height).toBeGreaterThanOrEqual(44)
    expect(new Set(await own.evaluateAll((all) => all.map((tool) => tool.getBoundingClientRect().top))).size).toBe(1)
  })

  for (const lang of ['en', 'fr'])
    test(`how the draft stands is read to its end, in ${lang}`, async ({ page }) => {
      await design(page, [text('a', 'One')], { query: `&lang=${lang}` })
      await expect(page.locator('[data-ahead]')).toHaveText(/publ/)
      await expect(page.locator('[data-save]')).toHaveText(lang === 'fr' ? 'Enregistré' : 'Saved')
      const cut = await page.locator('[data-ahead], [data-save]').evaluateAll((parts) => parts.filter((part) => part.scrollWidth > part.clientWidth).map((part) => part.textContent))
      expect(cut).toEqual([])
    })
})

test('on a phone, what the properties are about is seen beside them', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 760 })
  await design(page, Array.from({ length: 12 }, (_, index) => text(`n${index}`, `Number ${index}`)))
  await select(page, 'n11')
  await page.locator('[data-opens-panel=Aside]').click()
  const sheet = page.locator('[data-properties]')
  await expect(sheet).toBeVisible()
  const top = (await sheet.boundingBox()).y
  const bottom = () => page.evaluate(() => document.querySelector('[data-page] > *').shadowRoot.querySelector('[data-node=n11]').getBoundingClientRect().bottom)
  await expect.poll(bottom).toBeLessThanOrEqual(top + 1)
})
