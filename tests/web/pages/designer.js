// The designer for the tests: opened as somebody of the brand, its document read through the
// page's own `palierDesigner`.
import { tokenOf } from './host.js'

/** Opens the designer on a portal. `role` holds the editor to less than their own. */
export async function open(page, { portal = 'grove', as = 'admin', role = '' } = {}) {
  const token = await tokenOf(page.request, as)
  await page.addInitScript(
    ([member, token, role]) => {
      sessionStorage.setItem('palier-demo-member', member)
      sessionStorage.setItem('palier-token', token)
      if (role) globalThis.palierDesigner = { role }
    },
    [as, token, role],
  )
  await page.goto(`/designer/?portal=${portal}`)
  await page.locator('[data-properties]').waitFor()
  await page.waitForFunction(() => globalThis.palierDesigner?.document)
}

/** The document as it is being edited. */
export const documentOf = (page) => page.evaluate(() => palierDesigner.document())

/** A block of the document, wherever it is. */
export async function block(page, id) {
  const find = (nodes) => {
    for (const node of nodes) {
      const found = node.id === id ? node : find(Object.values(node.slots ?? {}).flat())
      if (found) return found
    }
  }
  return find((await documentOf(page)).root)
}

/** Selects a block on the canvas. */
export async function select(page, id) {
  const cell = page.locator(`[data-node="${id}"]`)
  await cell.scrollIntoViewIfNeeded()
  const { x, y } = await cell.boundingBox()
  await page.mouse.click(x + 8, y + 8)
}

const idsOf = (nodes) => nodes.flatMap((node) => [node.id, ...Object.values(node.slots ?? {}).flatMap(idsOf)])

/** Adds a block of a type from the palette; it is selected then. Gives its id. */
export async function add(page, kind) {
  const before = idsOf((await documentOf(page)).root)
  await page.locator(`[data-kind="${kind}"]`).focus()
  await page.keyboard.press('Enter')
  const added = idsOf((await documentOf(page)).root).filter((id) => !before.includes(id))
  if (added.length !== 1) throw new Error(`adding a ${kind} added ${added.length} blocks`)
  return added[0]
}

/** The field of a prop on the properties panel. */
export const field = (page, name) => page.locator(`[data-properties] [data-field="prop-${name}"]`)
