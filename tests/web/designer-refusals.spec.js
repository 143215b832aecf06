// Where a block may not go: the line says no, words say why, and the page stays as it is.
import { expect, test } from '@playwright/test'

import { block, box, carry, design, handle, isFocused, item, line, middle, said, section, select, slot, structure, text, undo } from './pages/designer.js'

// Wide enough for the page as large as it is: where it is seen smaller, blocks are as low as the reach
// of the gaps around them.
test.use({ viewport: { width: 1900, height: 1000 } })

/** A block of the page's own whose slot is choosy. */
function shelf() {
  customElements.define('acme-shelf', class extends HTMLElement {
    connectedCallback() {
      const slot = Object.assign(document.createElement('slot'), { name: 'main' })
      this.attachShadow({ mode: 'open' }).append(slot)
    }
  })
  const slots = [{ name: 'main', accepts: ['rich-text'], max: 2 }]
  ;(globalThis.palierDesigner ??= {}).blocks = [{ type: 'acme-shelf', label: { en: 'Shelf' }, slots }]
}

const reason = (page) => page.locator('.reason')
const shelved = (blocks) => block('s', 'acme-shelf', { slots: { main: blocks } })

for (const [why, { root, from, to, words, as = 'admin' }] of Object.entries({
  'where the slot is full': {
    root: [shelved([text('a', 'Alpha'), text('b', 'Bravo')]), text('x', 'X-ray'), text('z', 'Zulu')],
    from: 'x',
    to: 's',
    words: /2/,
  },
  'where it is locked': {
    root: [section('s', [text('a', 'Alpha')], { lock: ['insert'] }), text('x', 'X-ray'), text('z', 'Zulu')],
    from: 'x',
    to: 's',
    words: /lock/i,
    as: 'designer',
  },
  'when it is locked itself': {
    root: [section('s', [text('a', 'Alpha')]), text('x', 'X-ray', { lock: ['move'] }), text('z', 'Zulu')],
    from: 'x',
    to: 's',
    words: /lock/i,
    as: 'designer',
  },
})) {
  test(`a block is refused ${why}, with the reason`, async ({ page }) => {
    await page.addInitScript(shelf)
    await design(page, root, { as })
    const before = await structure(page)
    await select(page, from)
    const inner = await slot(page, to)
    await carry(page, middle(await handle(page).boundingBox()), middle(inner))
    await expect(reason(page)).toHaveText(words)
    // What may not be moved at all has no line anywhere.
    if (why !== 'when it is locked itself') expect(await line(page)).toMatchObject({ refused: true })
    // Whoever does not see it hears it.
    await expect(said(page)).toHaveText(words)
    await page.mouse.up()
    await expect(reason(page)).toHaveCount(0)
    expect(await structure(page)).toEqual(before)
    await expect(undo(page)).toHaveAttribute('aria-disabled', 'true')
  })
}

test('a block of a type that a slot does not take goes beside it', async ({ page }) => {
  await page.addInitScript(shelf)
  await design(page, [shelved([text('a', 'Alpha')]), text('z', 'Zulu')])
  const inner = await slot(page, 's')
  await carry(page, middle(await item(page, 'image').boundingBox()), { x: inner.x + inner.width / 2, y: inner.y + inner.height - 4 })
  await expect.poll(() => line(page)).toMatchObject({ refused: false })
  await expect(reason(page)).toHaveCount(0)
  await page.mouse.up()
  await expect.poll(async () => (await structure(page)).length).toBe(3)
  // Before it or after it, whichever is nearer.
  expect(await structure(page)).toContainEqual(['s', ['a']])
})

test('given up with Escape, a drag leaves the focus on the block', async ({ page }) => {
  await design(page, [text('a', 'Alpha'), text('b', 'Bravo')])
  await select(page, 'a')
  await carry(page, middle(await handle(page).boundingBox()), middle(await box(page, 'b')))
  await expect.poll(() => line(page)).not.toBeNull()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await isFocused(page)).toBe(true)
  await expect(page.locator('[data-focus]')).toHaveAttribute('aria-label', /Alpha/)
})
