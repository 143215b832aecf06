// The canvas while a page is looked at, for the tests.

import { box } from './designer.js'

/** Where a block stands on the canvas. */
export const cell = (page, id) => page.locator(`[data-page] [data-node="${id}"]`)

/** A block of a member's data on the canvas. */
export const drawn = (page, id) => cell(page, id).locator('[data-block]')

/** The bar above the canvas. */
export const bar = (page) => page.locator('[data-preview-bar]')

/** The document as it is being edited, as text. */
export const documentOf = (page) => page.evaluate(() => JSON.stringify(palierDesigner.document()))

/** Selects a block by a click near its corner: it may be higher than the window. */
export async function pick(page, id) {
  await cell(page, id).evaluate((node) => node.scrollIntoView())
  const { x, y } = await box(page, id)
  await page.mouse.click(x + 24, y + 24)
}

/** Every request that leaves the page, as method and path. */
export function traffic(page) {
  const all = []
  page.on('request', (request) => all.push([request.method(), new URL(request.url()).pathname]))
  return all
}

/** Those of them that write. */
export const writes = (all) => all.filter(([method, path]) => !['GET', 'HEAD', 'OPTIONS'].includes(method) && path !== '/demo/token')
