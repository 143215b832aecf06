// The properties panel for the tests: the designer on a portal of the test's own, its document
// read through the page's own `palierDesigner`.
import { block as made, design, draft } from './designer.js'

const HERO = made('b1', 'hero', {
  props: {
    title: { en: 'Grove Club', fr: 'Club Grove' },
    text: { en: 'Good things grow slowly.', fr: 'Les bonnes choses poussent lentement.' },
    image: '/media/heroes/grove.svg',
  },
})

/** Opens the designer on a hero and what follows. `role` holds the editor to less than their own. */
export async function open(page, { role = '', rest = [] } = {}) {
  if (role) await page.addInitScript((role) => (globalThis.palierDesigner = { role }), role)
  await design(page, [HERO, ...rest])
  await page.waitForFunction(() => globalThis.palierDesigner?.document)
}

/** A block of the document, wherever it is. */
export async function block(page, id) {
  const find = (nodes) => {
    for (const node of nodes) {
      const found = node.id === id ? node : find(Object.values(node.slots ?? {}).flat())
      if (found) return found
    }
  }
  return find((await draft(page)).root)
}

const idsOf = (nodes) => nodes.flatMap((node) => [node.id, ...Object.values(node.slots ?? {}).flatMap(idsOf)])

/** Adds a block of a type from the palette; it is selected then. Gives its id. */
export async function add(page, kind) {
  const before = idsOf((await draft(page)).root)
  await page.locator(`[data-kind="${kind}"]`).focus()
  await page.keyboard.press('Enter')
  const added = idsOf((await draft(page)).root).filter((id) => !before.includes(id))
  if (added.length !== 1) throw new Error(`adding a ${kind} added ${added.length} blocks`)
  return added[0]
}

/** The props of a block as they are being edited. */
export const props = async (page, id) => (await block(page, id)).props ?? {}

/** The field of a prop on the properties panel. */
export const field = (page, name) => page.locator(`[data-properties] [data-field="prop-${name}"]`)
