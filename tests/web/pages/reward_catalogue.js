// The reward catalogue in the gallery.

/** Opens it in a state. */
export async function open(page, demo, more = '') {
  await page.goto(`/gallery/?block=reward-catalogue&bare=1&demo=${demo}${more}`)
  await page.locator('html[data-gallery-ready]').waitFor()
  return page.locator('[data-block="reward-catalogue"]')
}

/** The card of a reward. */
export const card = (block, title) => block.getByRole('listitem').filter({ has: block.page().getByRole('heading', { name: title, exact: true }) })

/** Its open dialog. */
export const dialog = (block) => block.getByRole('dialog')
