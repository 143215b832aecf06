// How far two pictures of the same thing differ: decoded and compared by the browser itself.

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
