// Readers may set the space between letters, words, lines and paragraphs (WCAG 2.2, 1.4.12): nothing is cut
// off, covered or pushed out of its dialog.
import { expect, test } from '@playwright/test'
import { KINDS } from './pages/tags.js'

const SPACED = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }'
const DIALOGS = [
  ['reward-catalogue', 'detail'],
  ['reward-catalogue', 'review'],
  ['reward-catalogue', 'shipped'],
  ['reward-catalogue', 'code-revealed'],
  ['reward-catalogue', 'orders'],
  ['badge-collection', 'numbered'],
]

/** Words of what is shown and cannot be read whole: cut off, beside the window, or beside their dialog. */
const lost = (page) =>
  page.evaluate(() => {
    const found = []
    const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])])
    for (const one of all(document)) {
      const words = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
      const { clipPath, overflowX, overflowY } = getComputedStyle(one)
      // What is for the ear only is clipped on purpose.
      if (!words || clipPath !== 'none' || !one.checkVisibility({ visibilityProperty: true })) continue
      if (['option', 'select', 'textarea', 'style', 'title'].includes(one.localName)) continue
      const { left, right, width } = one.getBoundingClientRect()
      if (width < 2) continue
      // A row of choices that is longer than the window is moved sideways by whoever wants the others.
      const moves = (node) => node && node.localName !== 'dialog' && (/auto|scroll/.test(getComputedStyle(node).overflowX) || moves(node.parentElement))
      if (moves(one.parentElement)) continue
      const within = one.closest('dialog')?.getBoundingClientRect() ?? { left: 0, right: innerWidth }
      const told = `${one.className}: ${one.textContent.trim().slice(0, 40)}`
      if (overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1) found.push(`cut at its side, ${told}`)
      if (overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 3) found.push(`cut at its end, ${told}`)
      if (left < within.left - 1 || right > within.right + 1) found.push(`beside, ${told}`)
    }
    return found
  })

for (const [block, demo] of [...KINDS.map((kind) => [kind, '']), ...DIALOGS])
  test(`with the reader’s own spacing, ${block} ${demo || 'as usual'} is read whole at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(`/gallery/?block=${block}&demo=${demo}&bare=1&locale=fr`)
    await page.locator('html[data-gallery-ready]').waitFor()
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    }, SPACED)
    expect(await lost(page)).toEqual([])
  })
