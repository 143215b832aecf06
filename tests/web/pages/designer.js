// The designer for the tests: each test edits a portal of its own, so that none meets another's draft.
import { expect } from '@playwright/test'

import { drawn } from './frames.js'
import { tokenOf } from './host.js'

export { drawn }

let made = 0

/** A block of a document. */
export const block = (id, type, more = {}) => ({ id, type, v: 1, ...more })

/** A block of text. */
export const text = (id, words, more = {}) =>
  block(id, 'rich-text', {
    props: { text: { en: [{ kind: 'paragraph', children: [{ kind: 'text', text: words }] }] } },
    ...more,
  })

/** A text in English, and in French where it is given. */
export const words = (en, fr) => ({ en, ...(fr && { fr }) })

/** A section around blocks. */
export const section = (id, blocks, more = {}) => block(id, 'section', { slots: { main: blocks }, ...more })

/** The five blocks that show what a member has, in one portal. */
export const FIVE = [
  block('b1', 'leaderboard', { props: { board: 'week' } }),
  block('b2', 'points-history'),
  block('b3', 'reward-catalogue'),
  block('b4', 'tier-progress'),
  block('b5', 'badge-collection'),
]

/** Makes a portal with these blocks; gives its id. */
export async function portal(page, root, more = {}) {
  const id = `t-${Date.now().toString(36)}-${process.pid.toString(36)}-${(made += 1)}`
  const token = await tokenOf(page.request, 'admin')
  const reply = await page.request.put(`/v1/portals/${id}/draft`, {
    headers: { Authorization: `Bearer ${token}`, 'If-None-Match': '*' },
    data: { schema: 1, id, title: { en: 'Test portal' }, theme: {}, root, ...more },
  })
  expect(reply.status(), await reply.text()).toBe(201)
  return id
}

/** Opens the designer on a new portal with these blocks, as `as`; gives the portal's id. */
export async function design(page, root, { as = 'admin', more = {}, query = '' } = {}) {
  const id = await portal(page, root, more)
  await enter(page, id, { as, query })
  return id
}

/** Signs a page in to the kit's own pages, as one of the demo. */
export async function signIn(page, as) {
  const token = await tokenOf(page.request, as)
  await page.addInitScript(
    ([member, token]) => {
      sessionStorage.setItem('palier-demo-member', member)
      sessionStorage.setItem('palier-token', token)
    },
    [as, token],
  )
}

/** Opens the start: the portals there are. */
export async function home(page, { as = 'admin', query = '' } = {}) {
  await signIn(page, as)
  await page.goto(`/designer/?${query}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Opens the designer on a portal. */
export async function enter(page, id, { as = 'admin', query = '' } = {}) {
  await signIn(page, as)
  await page.goto(`/designer/?portal=${id}${query}`)
  await expect(page.locator('[data-page] .pg-page')).toBeAttached()
  // Until it has been drawn once, blocks may still move.
  await drawn(page)
}

/** The canvas' blocks as they stand: ids, and for those with slots what is in them. */
export const structure = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('[data-page] > *').shadowRoot
    const read = (grid) =>
      [...grid.children].map((cell) => {
        const inner = [...cell.querySelectorAll('[data-slot]')].filter((slot) => slot.closest('[data-node]') === cell)
        return inner.length ? [cell.dataset.node, ...inner.map(read)] : cell.dataset.node
      })
    return read(root.querySelector('.pg-page > .pg-grid'))
  })

/** Where a block stands on the screen. */
export const box = (page, id) =>
  page.evaluate((id) => {
    const cell = document.querySelector('[data-page] > *').shadowRoot.querySelector(`[data-node="${id}"]`)
    const { x, y, width, height } = cell.getBoundingClientRect()
    return { x, y, width, height }
  }, id)

/** Where the slot of a block stands on the screen. */
export const slot = (page, id, name = 'main') =>
  page.evaluate(
    ([id, name]) => {
      const cell = document.querySelector('[data-page] > *').shadowRoot.querySelector(`[data-node="${id}"]`)
      const { x, y, width, height } = cell.querySelector(`[data-slot="${name}"]`).getBoundingClientRect()
      return { x, y, width, height }
    },
    [id, name],
  )

/** The line that shows where a drop would go; null when there is none. */
export const line = (page) =>
  page.evaluate(() => {
    const line = document.querySelector('[data-line]')
    if (!line) return null
    const { x, y, width, height } = line.getBoundingClientRect()
    return { x, y, width, height, refused: line.hasAttribute('data-refused') }
  })

/** What was said last. */
export const said = (page) => page.locator('[data-said]')

/** The item of a block type in the palette. */
export const item = (page, kind) => page.locator(`[data-kind="${kind}"][data-source]`)

export const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 })

/** Presses at `from` and moves to `to` in `steps` moves, without a rest; does not release. */
export async function carry(page, from, to, steps = 10) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (let i = 1; i <= steps; i += 1) {
    await page.mouse.move(from.x + ((to.x - from.x) * i) / steps, from.y + ((to.y - from.y) * i) / steps)
  }
}

/** Brings a block into view. */
export const show = (page, id) =>
  page.evaluate((id) => document.querySelector('[data-page] > *').shadowRoot.querySelector(`[data-node="${id}"]`).scrollIntoView({ block: 'nearest' }), id)

/** Selects a block by a click in its middle. */
export async function select(page, id) {
  await show(page, id)
  const { x, y } = middle(await box(page, id))
  await page.mouse.click(x, y)
}

/** Unfolds who sees the selected block and what others may do with it. */
export async function unfold(page) {
  const folded = page.locator('[data-properties] :is([data-group=when], [data-group=designer]) h3 button[aria-expanded=false]')
  await expect(page.locator('[data-properties] [data-group=designer]')).toBeVisible()
  while (await folded.count()) await folded.first().click()
}

/** The document as it is being edited. */
export const draft = (page) => page.evaluate(() => globalThis.palierDesigner.document())

/** The grip at the end of the selected block. */
export const grip = (page) => page.locator('[data-span-grip]')

/** The handle that the selected block is dragged by. */
export const handle = (page) => page.locator('[data-grip=handle]')

/** Notes everything that is said from now on; gives a function that reads it. */
export async function listen(page) {
  await page.evaluate(() => {
    const said = document.querySelector('[data-said]')
    globalThis.heard = []
    new MutationObserver(() => globalThis.heard.push(said.textContent)).observe(said, { childList: true, characterData: true, subtree: true })
  })
  return () => page.evaluate(() => globalThis.heard)
}

/** Whether anything but the page's body has the focus. */
export const isFocused = (page) => page.evaluate(() => document.activeElement !== document.body)

/** The button that takes the last edit back. */
export const undo = (page) => page.getByRole('button', { name: 'Undo', exact: true })

/** Lets the rows of the page run to the left. */
export const runLeft = (page) => page.evaluate(() => (document.querySelector('[data-page] > *').shadowRoot.firstElementChild.dir = 'rtl'))

/** A generator with a seed (mulberry32), so that a failure can be run again. */
export function dice(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
