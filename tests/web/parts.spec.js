// `::part()`: what a brand may dress is what the registry says, in every state that the gallery has, and nothing
// that can be pressed or filled in is left out.
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { KINDS } from './pages/tags.js'

const manifest = JSON.parse(readFileSync(new URL('../../src/embed/loader/custom-elements.json', import.meta.url), 'utf8'))
const listed = (tag) => manifest.modules[0].declarations.find(({ tagName }) => tagName === tag).cssParts.map(({ name }) => name)

/** The parts that are drawn, and what has none and should: as `[parts, bare]`. */
const drawn = (page) =>
  page.locator('[data-block]').first().evaluate((block) => {
    const all = [block, ...block.querySelectorAll('*')]
    const parts = all.flatMap((node) => [...node.part])
    const bare = all.filter((node) => node.matches('a, button, input, select, textarea, summary, dialog, [role=heading], [role=progressbar]') && !node.part.length)
    return [parts, bare.map((node) => node.outerHTML.slice(0, 120))]
  })

for (const kind of KINDS) {
  test(`${kind}: every part that is drawn is listed, and every one that is listed is drawn`, async ({ page }) => {
    // Fifty states of one block, on two cores.
    test.setTimeout(300_000)
    const address = (demo) => `/gallery/?block=${kind}&demo=${demo}&bare=1`
    await page.goto(address(''))
    const list = JSON.parse(await page.locator('main').getAttribute('data-demos'))
    const seen = new Set()
    for (const [block, name] of list) {
      if (block !== kind) continue
      await page.goto(address(name))
      await page.locator('html[data-gallery-ready]').waitFor()
      // A list of the dialog's own is on its way.
      await expect(page.locator('[data-block] dialog .pl-bone')).toHaveCount(0)
      const [parts, bare] = await drawn(page)
      expect.soft(bare, `${name}: without a part`).toEqual([])
      for (const part of parts) seen.add(part)
    }
    expect([...seen].sort()).toEqual(listed(`palier-${kind}`).sort())
  })
}
