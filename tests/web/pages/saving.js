// Saving, for the tests: what the backend has, what others do meanwhile, and how it stands.
import { expect } from '@playwright/test'

import { box, show } from './designer.js'
import { tokenOf } from './host.js'

/** How saving stands, in the bar. */
export const state = (page) => page.locator('[data-save]')

/** The dialog of that name, while it is open. */
export const dialog = (page, name) => page.locator(`dialog[data-dialog="${name}"][open]`)

/** The draft as the backend has it. */
export async function draft(page, id) {
  const token = await tokenOf(page.request, 'admin')
  const reply = await page.request.get(`/v1/portals/${id}/draft`, { headers: { Authorization: `Bearer ${token}` } })
  return { text: await reply.text(), etag: reply.headers().etag }
}

/** Loses what is saved of a portal on its way, from one page or from all of a context. */
export const dropSaves = (from, id) => from.route(`**/v1/portals/${id}/draft`, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()))

/** Somebody else changes the draft. */
export async function put(page, id, change) {
  const token = await tokenOf(page.request, 'admin')
  const { text, etag } = await draft(page, id)
  const data = JSON.parse(text)
  change(data)
  const reply = await page.request.put(`/v1/portals/${id}/draft`, { headers: { Authorization: `Bearer ${token}`, 'If-Match': etag }, data })
  expect(reply.status(), await reply.text()).toBe(200)
}

/** Duplicates a block: an edit like any other. */
export async function edit(page, id) {
  const blocks = () => page.evaluate(() => palierDesigner.document().root.length)
  const before = await blocks()
  // A banner that comes or goes moves the page under the click.
  await expect(async () => {
    if ((await blocks()) === before) {
      await show(page, id)
      const { x, y, width, height } = await box(page, id)
      // Beside the plus of the gap below, which is in the middle, and reaches far into a line of text.
      await page.mouse.click(x + width / 5, y + height / 2)
      await page.keyboard.press('Control+d')
    }
    expect(await blocks()).toBe(before + 1)
  }).toPass()
}

/** The blocks of the page on the backend. */
export const blocks = async (page, id) => JSON.parse((await draft(page, id)).text).root

/** How many they are, for as long as it takes. */
export const count = (page, id) => expect.poll(async () => (await blocks(page, id)).length)

/** Publishes what is on the desk. */
export async function publish(page) {
  await page.locator('[data-publish]').click()
  const ask = dialog(page, 'publish')
  await ask.getByRole('button', { name: 'Publish now' }).click()
  await expect(ask.getByText('Published. New visitors see it at once')).toBeVisible()
  return ask
}
