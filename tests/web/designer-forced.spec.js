// The designer in colours that its reader chose, and for readers who want no motion: measured, so that it is the same
// on every machine, where a stored picture would be of one machine's letters.
import { expect, test } from '@playwright/test'

import { amiss } from './pages/axe.js'
import { STATES } from './pages/designer-states.js'
import { box, handle } from './pages/designer.js'
import { contrasts, difference } from './pages/pixels.js'

test.setTimeout(300_000)
test.use({ viewport: { width: 1440, height: 900 } })

const CONTROLS = 'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=treeitem], [role^=menuitem], [role=option], [role=tab]'

/** Every control of the designer that can be used and is seen where it stands, and every drawing in one; with its box. */
const seen = (page) =>
  page.evaluate((controls) => {
    const scope = [...document.querySelectorAll('dialog[open]:modal')].at(-1) ?? document
    const told = []
    const isIn = ({ left, top, right, bottom }, x, y) => x >= left && x <= right && y >= top && y <= bottom
    const isClipped = (element, x, y) => {
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).overflow !== 'visible' && !isIn(around.getBoundingClientRect(), x, y)) return true
      }
      return false
    }
    const isSeen = (element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      if (width < 4 || height < 4 || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
      const [x, y] = [left + width / 2, top + height / 2]
      const over = document.elementFromPoint(x, y)
      // What takes no press lets through to what it stands on.
      return over && !isClipped(element, x, y) && (element.contains(over) || over.contains(element) || over.closest('label')?.contains(element))
    }
    for (const control of scope.querySelectorAll(controls)) {
      if (control.matches(':disabled, [aria-disabled=true]')) continue
      for (const element of [control, ...control.querySelectorAll('svg')]) {
        if (!isSeen(element)) continue
        const own = element.getBoundingClientRect()
        // What bounds it may stand around it.
        const more = element === control ? 3 : 0
        const box = { x: own.left - more, y: own.top - more, width: own.width + 2 * more, height: own.height + 2 * more }
        const name = [element.localName, control.id || control.ariaLabel || control.textContent.trim().slice(0, 40), control.className].join(' ')
        told.push({ name, box, isDrawing: element !== control })
      }
    }
    return told
  }, CONTROLS)

for (const colorScheme of ['light', 'dark'])
  test(`with forced colours every control stands out, and every drawing in one, ${colorScheme}`, async ({ page, browser }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme })
    for (const [name, enter] of Object.entries(STATES)) {
      await enter(page, '')
      await page.mouse.move(0, 0)
      const all = await seen(page)
      expect(all.length, name).toBeGreaterThan(3)
      const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
      const found = await contrasts(browser, picture, all.map(({ box }) => box))
      // A line of a drawing, a few letters, an edge: what is less could not be found by the eye.
      const lost = all.filter(({ isDrawing }, at) => found[at].ratio < 3 || found[at].count < (isDrawing ? 6 : 12))
      expect.soft(lost.map(({ name }) => name), name).toEqual([])
    }
  })

const outline = (locator) =>
  locator.first().evaluate((element) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
    return { drawn: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1, seen: outlineColor !== 'rgba(0, 0, 0, 0)' }
  })

test('with forced colours, what is selected, pressed and focused can still be told', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await STATES['a block selected'](page, '')
  const told = { drawn: true, seen: true }
  expect(await outline(page.locator('[data-main]'))).toEqual(told)
  expect(await outline(page.locator('[data-bar] [aria-pressed=true]'))).toEqual(told)
  expect(await outline(page.locator('nav [aria-pressed=true]'))).toEqual(told)
  await page.locator('[data-publish]').focus()
  await page.keyboard.press('Shift+Tab')
  expect(await outline(page.locator(':focus'))).toEqual(told)
  await page.getByRole('button', { name: 'Outline', exact: true }).click()
  expect(await outline(page.locator('[role=treeitem][aria-selected=true]'))).toEqual(told)
  expect(await amiss(page)).toEqual([])
})

test('with forced colours the focus is seen wherever it goes, and so is the frame around a selected block', async ({ page, browser }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await STATES['a block selected'](page, '')
  const picture = async ({ x, y, width, height }) => page.screenshot({ clip: { x: Math.max(0, x - 6), y: Math.max(0, y - 6), width: width + 12, height: height + 12 }, animations: 'disabled', caret: 'hide' })
  const targets = { bar: '[data-bar] button:not([disabled])', rail: 'nav button', palette: '.left [data-kind]', properties: '.right :is(input, textarea, select):visible', status: '[data-weight]' }
  for (const [name, selector] of Object.entries(targets)) {
    const target = page.locator(selector).first()
    await target.scrollIntoViewIfNeeded()
    const place = await target.boundingBox()
    const before = await picture(place)
    // By key, as a ring is for those who use keys.
    await page.keyboard.press('Tab')
    await target.focus()
    const { part } = await difference(browser, before, await picture(place))
    await page.evaluate(() => document.activeElement.blur())
    // Two pixels around it, at least.
    const ring = (2 * (place.width + place.height)) / ((place.width + 12) * (place.height + 12))
    expect.soft(part, name).toBeGreaterThan(ring)
  }
  const place = await box(page, 'c')
  await expect(handle(page)).toBeVisible()
  const selected = await picture(place)
  await page.keyboard.press('Escape')
  await page.evaluate(() => document.activeElement.blur())
  await page.locator('[data-bar]').click({ position: { x: 300, y: 4 } })
  const { part } = await difference(browser, selected, await picture(place))
  expect(part).toBeGreaterThan((2 * place.width) / ((place.width + 12) * (place.height + 12)))
})

// Everything on the page, what stands in shadow roots too: what may move, and what moves.
const moving = (page) =>
  page.evaluate(() => {
    const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])])
    const longest = (times) => Math.max(...times.split(',').map((time) => parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000)))
    const elements = all(document)
    const may = elements.flatMap((element) =>
      [null, '::before', '::after'].filter((part) => {
        const style = getComputedStyle(element, part)
        const animated = style.animationName !== 'none' && longest(style.animationDuration) > 1
        return animated || longest(style.transitionDuration) > 1 || style.scrollBehavior === 'smooth'
      }).map((part) => `${element.localName}.${element.className}${part ?? ''}`),
    )
    const roots = [document, ...elements.map((element) => element.shadowRoot).filter(Boolean)]
    const does = roots.flatMap((root) => root.getAnimations()).filter((animation) => animation.effect.getComputedTiming().activeDuration > 1)
    return [...may, ...does.map(({ effect }) => `moves: ${effect.target.localName}.${effect.target.className}`)]
  })

test('with less motion nothing moves for longer than a millisecond, in any state', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const [name, enter] of Object.entries(STATES)) {
    await enter(page, '')
    expect.soft(await moving(page), name).toEqual([])
  }
})
