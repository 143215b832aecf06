// Pictures of a portal, and how far two of the same thing differ: decoded and compared by the browser itself.
import { expect } from '@playwright/test'

import { portal } from './designer.js'
import { tokenOf } from './host.js'

/** Levels of 255 that nobody sees: gradients and pictures are dithered by where they stand. */
const UNSEEN = 8

/** The part of pixels that differ between two PNG files, from 0 to 1; 1 when their sizes do. */
export async function difference(browser, one, other) {
  const page = await browser.newPage()
  const [a, b] = [one, other].map((png) => `data:image/png;base64,${png.toString('base64')}`)
  const found = await page.evaluate(
    async ([a, b, unseen]) => {
      const read = async (address) => {
        const image = await createImageBitmap(await (await fetch(address)).blob())
        const { width, height } = image
        const context = new OffscreenCanvas(width, height).getContext('2d')
        context.drawImage(image, 0, 0)
        return { width, height, data: context.getImageData(0, 0, width, height).data }
      }
      const [first, second] = [await read(a), await read(b)]
      if (first.width !== second.width || first.height !== second.height) {
        return { part: 1, why: `${first.width}×${first.height} against ${second.width}×${second.height}` }
      }
      const rows = new Set()
      let count = 0
      const pixels = first.width * first.height
      for (let at = 0; at < pixels; at += 1) {
        const channels = [0, 1, 2, 3].map((channel) => Math.abs(first.data[4 * at + channel] - second.data[4 * at + channel]))
        if (Math.max(...channels) < unseen) continue
        count += 1
        rows.add(Math.floor(at / first.width))
      }
      return { part: count / pixels, why: count ? `${count} of ${pixels} pixels, in rows ${Math.min(...rows)} to ${Math.max(...rows)}` : 'none' }
    },
    [a, b, UNSEEN],
  )
  await page.close()
  return found
}

/** Makes a portal that members see; gives its id. */
export async function published(page, root, more) {
  const id = await portal(page, root, more)
  const token = await tokenOf(page.request, 'admin')
  const headers = { Authorization: `Bearer ${token}` }
  const draft = await page.request.get(`/v1/portals/${id}/draft`, { headers })
  const reply = await page.request.post(`/v1/portals/${id}/publish`, { headers: { ...headers, 'If-Match': draft.headers().etag }, data: { note: '' } })
  expect(reply.ok(), await reply.text()).toBe(true)
  return id
}

/** A picture of the portal in `within`, from its top to the end of its last block. */
export async function pictured(page, within) {
  const clip = await page.locator(`${within} .pg-page`).evaluate((node) => {
    const { left, top, width } = node.closest('.pg-root').getBoundingClientRect()
    return { x: left, y: top, width, height: Math.floor(node.getBoundingClientRect().bottom - top) }
  })
  return page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
}

/** Waits until every block and picture in `within` is there. */
export async function settled(page, within) {
  await expect(page.locator(`${within} .pg-page`)).toBeVisible()
  await expect(page.locator(`${within} [data-block][data-state=loading]`)).toHaveCount(0)
  await expect(page.locator(`${within} .pl-bone`)).toHaveCount(0)
  await page.locator(`${within} .pg-page`).evaluate(async (node) => {
    const images = [...node.getRootNode().querySelectorAll('img')]
    for (const image of images) image.loading = 'eager'
    await Promise.all(images.map((image) => image.decode().catch(() => {})))
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  })
  await page.mouse.move(0, 0)
}
