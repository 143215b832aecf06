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

/**
 * How far what is drawn in each box stands out from the colour that most of it has: the highest contrast (WCAG, from 1 to 21),
 * and how many pixels have at least half of it and 3. Boxes are `{ x, y, width, height }` in pixels of the PNG file.
 */
export async function contrasts(browser, png, boxes) {
  const page = await browser.newPage()
  const found = await page.evaluate(
    async ([address, boxes]) => {
      const image = await createImageBitmap(await (await fetch(address)).blob())
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true })
      context.drawImage(image, 0, 0)
      const linear = (level) => (level <= 10 ? level / 3294 : ((level / 255 + 0.055) / 1.055) ** 2.4)
      const light = (r, g, b) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
      return boxes.map(({ x, y, width, height }) => {
        const left = Math.max(0, Math.floor(x))
        const top = Math.max(0, Math.floor(y))
        const { data } = context.getImageData(left, top, Math.max(1, Math.min(Math.ceil(width), image.width - left)), Math.max(1, Math.min(Math.ceil(height), image.height - top)))
        const counts = new Map()
        for (let at = 0; at < data.length; at += 4) {
          const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2]
          counts.set(colour, (counts.get(colour) ?? 0) + 1)
        }
        const lights = [...counts].map(([colour, count]) => [light(colour >> 16, (colour >> 8) & 255, colour & 255), count])
        const [ground] = lights.reduce((most, one) => (one[1] > most[1] ? one : most))
        const ratio = (other) => (Math.max(ground, other) + 0.05) / (Math.min(ground, other) + 0.05)
        const best = Math.max(...lights.map(([one]) => ratio(one)))
        const least = Math.max(3, best / 2)
        return { ratio: best, count: lights.reduce((sum, [one, count]) => sum + (ratio(one) >= least ? count : 0), 0) }
      })
    },
    [`data:image/png;base64,${png.toString('base64')}`, boxes],
  )
  await page.close()
  return found
}
