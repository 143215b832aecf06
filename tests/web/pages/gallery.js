// A block in the gallery.

/** The address of a block in one of its states, with nothing around it. */
export const address = (block, demo, more = '') => `/gallery/?block=${block}&demo=${demo}&bare=1${more}`

/** Opens a block in one of its states; gives the block. */
export async function show(page, block, demo, more = '') {
  await page.goto(address(block, demo, more))
  await page.locator('html[data-gallery-ready]').waitFor()
  return page.locator(`[data-block="${block}"]`)
}
