// Hands and keys do the same, say the same, and leave the focus somewhere; order is order at every width.
import { expect, test } from '@playwright/test'

import { block, box, carry, design, draft, drawn, grip, handle, isFocused, item, listen, middle, section, select, slot, structure, text, undo } from './pages/designer.js'

const half = { span: { base: 6 } }
const PAGE = [text('a', 'Alpha', { name: 'Alpha' }), text('b', 'Bravo', { ...half, name: 'Bravo' }), section('s', [text('c', 'Charlie', { name: 'Charlie' }), text('d', 'Delta', { name: 'Delta' })], { name: 'Shelf' }), text('e', 'Echo', { name: 'Echo' })]

test.setTimeout(180_000)
test.use({ viewport: { width: 1700, height: 1000 } })

const tool = (page, name) => page.getByRole('toolbar', { name: /^Tools for/ }).getByRole('button', { name })
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Drags the selected block by its handle. */
async function drag(page, id, to) {
  await select(page, id)
  await carry(page, middle(await handle(page).boundingBox()), to)
  await page.mouse.up()
}

async function onto(page, id, edge) {
  const { x, y, width, height } = await box(page, id)
  return { x: x + width / 2, y: edge === 'above' ? y - 3 : y + height + 3 }
}

async function spacer(page) {
  await page.locator('dialog[open]').getByRole('combobox').fill('spac')
  await press(page, 'Enter')
}

/** What is done, with a mouse and with keys. */
const SCENARIOS = {
  'one place up': [async (page) => drag(page, 'e', await onto(page, 's', 'above')), (page) => press(page, 'Alt+ArrowUp'), 'e'],
  'to the end': [async (page) => drag(page, 'a', await onto(page, 'e', 'below')), (page) => press(page, 'Alt+End'), 'a'],
  'into a slot': [
    async (page) => drag(page, 'e', { ...middle(await slot(page, 's')), y: (await box(page, 'd')).y + (await box(page, 'd')).height - 8 }),
    (page) => press(page, 'Alt+ArrowRight'),
    'e',
  ],
  'out of a slot': [async (page) => drag(page, 'd', await onto(page, 'e', 'above')), (page) => press(page, 'Alt+ArrowLeft'), 'd'],
  'by gaps': [async (page) => drag(page, 'd', { ...(await onto(page, 'c', 'above')), y: (await box(page, 'c')).y + 8 }), (page) => press(page, 'Space', 'ArrowUp', 'Enter'), 'd'],
  'narrower': [
    async (page) => {
      const { x, y } = middle(await grip(page).boundingBox())
      const column = ((await box(page, 'a')).width + 20) / 12
      await carry(page, { x, y }, { x: x - column, y })
      await page.mouse.up()
    },
    (page) => press(page, 'Alt+Shift+ArrowLeft'),
    'a',
  ],
  'a copy': [(page) => tool(page, 'Duplicate').click(), (page) => press(page, 'Control+d'), 'a'],
  'away': [(page) => tool(page, 'Remove').click(), (page) => press(page, 'Delete'), 'b'],
  'a new one after it': [
    (page) => item(page, 'spacer').click(),
    async (page) => {
      await item(page, 'spacer').focus()
      await press(page, 'Enter')
    },
    'a',
  ],
  'a new one in a gap': [
    async (page) => {
      const [a, b] = [await box(page, 'a'), await box(page, 'b')]
      await page.mouse.move(a.x + 40, (a.y + a.height + b.y) / 2)
      await page.getByRole('button', { name: 'Add a block here. After Alpha, in Page' }).click()
      await page.locator('dialog[open] [data-choice=spacer]').click()
    },
    async (page) => {
      await press(page, 'ArrowUp', 'ArrowUp', 'ArrowUp', '/')
      await spacer(page)
    },
    'e',
  ],
}

/** What the hosting page heard since it was last asked. */
const heard = (page) => page.evaluate(() => globalThis.edits.splice(0))

test('a mouse and keys do the same operations, in one step, and leave the focus on a block', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.edits = []
    ;(globalThis.palierDesigner ??= {}).edited = (edit) => globalThis.edits.push(edit)
  })
  await design(page, PAGE)
  const before = await draft(page)
  // New blocks have ids of their own each time.
  const known = new Set(['a', 'b', 's', 'c', 'd', 'e'])
  const plain = (document) => JSON.stringify(document, (key, value) => (key === 'id' && !known.has(value) ? 'new' : value))
  for (const [name, [hand, keys, id]] of Object.entries(SCENARIOS)) {
    const left = []
    for (const way of [hand, keys]) {
      await select(page, id)
      await expect(page.locator('[data-focus]')).toBeFocused()
      await way(page)
      await expect.poll(async () => plain(await draft(page)) !== plain(before), name).toBe(true)
      await expect.poll(() => isFocused(page), name).toBe(true)
      const done = await heard(page)
      expect(done.length, name).toBe(1)
      left.push([plain(await draft(page)), plain(done)])
      await undo(page).click()
      await expect.poll(async () => plain(await draft(page)), name).toBe(plain(before))
      expect((await heard(page)).map(({ intention }) => intention), name).toEqual(['undo'])
      expect(await undo(page).getAttribute('aria-disabled'), name).toBe('true')
    }
    expect(left[0], name).toEqual(left[1])
  }
})

test('several move and become narrower together, in the order in which they stand, whichever was selected first', async ({ page }) => {
  await design(page, PAGE)
  const too = async (id) => {
    const { x, y } = middle(await box(page, id))
    await page.keyboard.down('Control')
    await page.mouse.click(x, y)
    await page.keyboard.up('Control')
  }
  await select(page, 'e')
  await too('b')
  await press(page, 'Alt+ArrowUp')
  await expect.poll(() => structure(page)).toEqual(['b', 'e', 'a', ['s', ['c', 'd']]])
  await press(page, 'Alt+Shift+ArrowLeft')
  const widths = async () => (await draft(page)).root.map(({ span }) => span?.base)
  await expect.poll(widths).toEqual([5, 11, undefined, undefined])
  await press(page, 'Control+z')
  await expect.poll(widths).toEqual([6, undefined, undefined, undefined])
  // What a selected block holds goes with it.
  await select(page, 'c')
  await press(page, 'Escape')
  await expect(page.locator('[data-focus]')).toHaveAccessibleName(/^Shelf/)
  await too('c')
  await press(page, 'Alt+ArrowUp')
  await expect.poll(() => structure(page)).toEqual(['b', 'e', ['s', ['c', 'd']], 'a'])
})

const CATALOGUE = {
  en: [
    'Alpha. Picked up. 1 of 4 in Page. Arrows choose a place, Enter drops, Escape cancels.',
    '2 of 4 in Page, between Bravo and Shelf',
    'Alpha dropped: 2 of 4 in Page',
    'Alpha. Picked up. 2 of 4 in Page. Arrows choose a place, Enter drops, Escape cancels.',
    'Cancelled, back at 2 of 4 in Page',
    'Not possible: Text is locked: it cannot be moved.',
    'Alpha: 11 of 12 columns',
    'Undone: Alpha',
  ],
  fr: [
    'Alpha. Saisi. 1 sur 4 dans Page. Les flèches choisissent une place, Entrée dépose, Échap annule.',
    '2 sur 4 dans Page, entre Bravo et Shelf',
    'Alpha déposé\u00a0: 2 sur 4 dans Page',
    'Alpha. Saisi. 2 sur 4 dans Page. Les flèches choisissent une place, Entrée dépose, Échap annule.',
    'Annulé, de retour à 2 sur 4 dans Page',
    'Impossible\u00a0: Texte est verrouillé\u00a0: il ne peut pas être déplacé.',
    'Alpha\u00a0: 11 colonnes sur 12',
    'Annulé\u00a0: Alpha',
  ],
}

for (const [language, catalogue] of Object.entries(CATALOGUE)) {
  test(`what is said is the catalogue's, once each, in ${language}`, async ({ page }) => {
    const locked = text('e', 'Echo', { name: 'Echo', lock: ['move'] })
    await design(page, [text('a', 'Alpha', { name: 'Alpha' }), text('b', 'Bravo', { name: 'Bravo' }), ...PAGE.slice(2, 3), locked], { as: 'designer', query: `&lang=${language}` })
    const heard = await listen(page)
    await select(page, 'a')
    await expect(page.locator('[data-focus]')).toBeFocused()
    await press(page, 'Space', 'ArrowDown')
    await press(page, 'Enter', 'Space', 'Escape')
    await select(page, 'e')
    await expect(page.locator('[data-focus]')).toHaveAccessibleName(/^Echo/)
    await press(page, 'Space')
    await select(page, 'a')
    await expect(page.locator('[data-focus]')).toHaveAccessibleName(/^Alpha/)
    await press(page, 'Alt+Shift+ArrowLeft', 'Control+z')
    await expect.poll(async () => (await heard()).length).toBeGreaterThanOrEqual(catalogue.length)
    expect(await heard()).toEqual(catalogue)
  })
}

test('the order of the document is the order that is seen, at every width', async ({ page }) => {
  const third = { span: { base: 12, sm: 6, md: 4 } }
  await design(page, [
    text('a', 'Alpha', third), text('b', 'Bravo', third), text('c', 'Charlie', third), text('d', 'Delta', { span: { base: 6, lg: 3 } }),
    section('s', [text('e', 'Echo', third), text('f', 'Foxtrot', third), text('g', 'Golf', half)]),
    block('k', 'columns', { slots: { start: [text('h', 'Hotel', half), text('i', 'India', half)], end: [text('j', 'Juliett')] } }),
  ])
  const widths = ['Phone, 360 pixels', 'Tablet, 768 pixels', 'Desktop, 1,280 pixels'].map((name) => [name, () => page.getByRole('button', { name }).click()])
  // `sm` has no button; the edge of the page makes it as wide as one likes.
  const edge = page.getByRole('slider', { name: /^Width of the page/ })
  const dragged = async () => {
    await edge.focus()
    while (Number(await edge.getAttribute('aria-valuenow')) > 560) await page.keyboard.press('ArrowLeft')
  }
  for (const [name, go] of [...widths, ['560 pixels', dragged]]) {
    await go()
    await drawn(page)
    const out = await page.evaluate(() => {
      const root = document.querySelector('[data-page] > *').shadowRoot
      const grids = [...root.querySelectorAll('[data-slot]')]
      const before = (one, other) => one.bottom <= other.top + 1 || (one.right <= other.left + 1 && one.top < other.bottom)
      return grids.flatMap((grid) => {
        const boxes = [...grid.children].map((cell) => [cell.dataset.node, cell.getBoundingClientRect()])
        return boxes.slice(1).filter(([, box], at) => !before(boxes[at][1], box)).map(([id]) => id)
      })
    })
    expect(out, name).toEqual([])
  }
})

test('the focus is somewhere after inserting, deleting all, undoing and closing', async ({ page }) => {
  await design(page, [text('a', 'Alpha'), text('b', 'Bravo')])
  await select(page, 'a')
  await press(page, '/')
  await spacer(page)
  await expect.poll(async () => (await structure(page)).length).toBe(3)
  await expect.poll(() => isFocused(page)).toBe(true)
  await press(page, 'Control+a', 'Delete')
  await expect.poll(async () => (await structure(page)).length).toBe(0)
  await expect.poll(() => isFocused(page)).toBe(true)
  await press(page, 'Control+z')
  await expect.poll(async () => (await structure(page)).length).toBe(3)
  await expect.poll(() => isFocused(page)).toBe(true)
  const a = await box(page, 'a')
  const b = await box(page, 'b')
  await page.mouse.move(a.x + 30, b.y + b.height + 4)
  await page.getByRole('button', { name: /^Add a block here\. After/ }).click()
  await press(page, 'Escape')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await expect.poll(() => isFocused(page)).toBe(true)
})
