// The designer for everybody: no finding of axe in any state, large text, French.
import { expect, test } from '@playwright/test'

import { amiss } from './pages/axe.js'
import { STATES } from './pages/designer-states.js'

test.setTimeout(120_000)

for (const [name, enter] of Object.entries(STATES)) {
  test(`axe finds nothing: ${name}`, async ({ page }) => {
    await enter(page, '')
    expect(await amiss(page)).toEqual([])
  })
}

test('axe finds nothing in the dark, either', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const name of ['properties of a member block', 'publish', 'conflict', 'theme']) {
    await STATES[name](page, '')
    expect(await amiss(page), name).toEqual([])
  }
})

/** Words that are cut off although nothing says so, and controls that lie over each other. */
const cramped = (page) =>
  page.evaluate(() => {
    const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length
    const scope = document.querySelector('dialog[open], [popover]:popover-open') ?? document
    const cut = [...scope.querySelectorAll('button, a, label, legend, h1, h2, h3, h4, p, span, li, td, dt, dd')].filter((element) => {
      const style = getComputedStyle(element)
      const hides = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
      const tall = style.overflowY !== 'visible' && style.overflowY !== 'auto' && element.scrollHeight > element.clientHeight + 3
      const clipped = style.clipPath !== 'none' || element.closest('.ds-sr')
      return seen(element) && element.textContent.trim() && !clipped && ((hides && style.textOverflow !== 'ellipsis') || (tall && !hides))
    })
    const out = [...scope.querySelectorAll('[data-bar] :is(button, a, select), nav button, .ds-dialog-foot :is(button, a)')].filter(seen)
    const boxes = out.map((element) => [element, element.getBoundingClientRect()])
    const over = boxes.flatMap(([one, a], index) =>
      boxes.slice(index + 1).filter(([other, b]) => !one.contains(other) && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1).map(([other]) => `${one.outerHTML.slice(0, 80)} over ${other.outerHTML.slice(0, 80)}`),
    )
    const outside = boxes.filter(([, box]) => box.left < -1 || box.right > innerWidth + 1).map(([element]) => `outside: ${element.outerHTML.slice(0, 80)}`)
    return [...cut.map((element) => `cut: ${element.textContent.trim().slice(0, 60)}`), ...over, ...outside]
  })

test('at twice the size of text nothing is cut, and there is still a page to edit', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  for (const name of ['start', 'properties of a member block', 'outline', 'theme', 'publish', 'inserter']) {
    await STATES[name](page, '')
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    await expect.poll(() => cramped(page), name).toEqual([])
    if (name === 'properties of a member block') expect((await page.locator('[data-view]').boundingBox()).width).toBeGreaterThan(320)
  }
})

// The same in both languages, or a name.
const SHARED = /^(Section|Sections|Image|Palier|Admin|admin|Page|Points|Badges|Solo|Grove.*|Guild.*|Arcade.*|Test portal( \(t-.*\))?|t-[\da-z-]+|EN|FR|[A-Z]{2}|[\d\s.,:/%×–-]*|[SMLX]{1,2}|.*\bpx\b.*|https?:.*|\/.*|Welcome|Bienvenue|Shelf|Rayon|Words|Accent|Surface|Message|Messages|Classic|Texte?|Galerie|Type|Club.*|Centre|Zoom|Versions?( \d+)?|JSON.*|HTML.*|Questions|Collection|Aa|Sorbet|Gala|Danger|Kit|First|1 contradiction|Georgia, serif|[\d.]+(rem|ms)|.*[{}<>].*)$/

test('in French every word is French, wherever there are many, and nothing is cut', async ({ page }) => {
  test.setTimeout(240_000)
  const words = () =>
    page.evaluate(() => {
      const seen = (element) => element.checkVisibility({ visibilityProperty: true })
      const texts = [...document.querySelectorAll('.ds-root *')].filter((element) => seen(element) && !element.closest('option, kbd, .ds-rich-text, [lang]:not(.ds-root, html)'))
      const own = (element) => [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim())
      const said = texts.flatMap((element) => [...own(element), element.ariaLabel ?? '', element.title ?? '', element.placeholder ?? ''])
      return [...new Set(said.filter((words) => /\p{L}{2}/u.test(words)))]
    })
  for (const name of ['start', 'properties of a member block', 'menu open', 'templates', 'theme', 'problems', 'versions', 'publish', 'snippet', 'conflict', 'read only']) {
    const enter = STATES[name]
    // What was asked for before stays in the tab.
    await enter(page, '&lang=en')
    const english = new Set(await words())
    await enter(page, '&lang=fr')
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
    const french = await words()
    expect(french.length, name).toBeGreaterThan(5)
    expect(french.filter((words) => /\{|\bundefined\b|\bnull\b/.test(words)), name).toEqual([])
    expect.soft(french.filter((words) => english.has(words) && !SHARED.test(words)), name).toEqual([])
    await expect.poll(() => cramped(page), name).toEqual([])
  }
})

for (const width of [360, 768, 820, 1024]) {
  test(`at ${width} px bar, drawers and canvas have their room`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    for (const query of ['', '&lang=fr']) {
      await STATES['a block selected'](page, query)
      await expect.poll(() => cramped(page), query).toEqual([])
      const view = await page.locator('[data-view]').boundingBox()
      expect(view.width).toBeGreaterThan(Math.min(width - 80, 420))
      expect(view.height).toBeGreaterThan(400)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    if (width < 1024) {
      const properties = page.locator('[data-properties]')
      const toggle = page.locator('nav button').last()
      await expect(properties).toBeHidden()
      await toggle.click()
      await expect(properties).toBeVisible()
      expect(await amiss(page)).toEqual([])
      await page.locator('nav button').nth(1).click()
      await expect(properties).toBeHidden()
      await expect(page.getByRole('tree')).toBeVisible()
      await page.locator('.left.ds-panel .ds-panel-head button').click()
      await expect(page.locator('.left.ds-panel')).toHaveCount(0)
    }
  })
}
