// How far two pictures of the same thing differ: decoded and compared by the browser itself.

/** The part of pixels that differ between two PNG files, from 0 to 1; 1 when their sizes do. */
export async function difference(browser, one, other) {
  const page = await browser.newPage()
  const [a, b] = [one, other].map((png) => `data:image/png;base64,${png.toString('base64')}`)
  const found = await page.evaluate(
    async ([a, b]) => {
      const read = async (address) => {
        const image = await createImageBitmap(await (await fetch(address)).blob())
        const { width, height } = image
        const context = new OffscreenCanvas(width, height).getContext('2d')
        context.drawImage(image, 0, 0)
        return { width, height, data: new Uint32Array(context.getImageData(0, 0, width, height).data.buffer) }
      }
      const [first, second] = [await read(a), await read(b)]
      if (first.width !== second.width || first.height !== second.height) {
        return { part: 1, why: `${first.width}×${first.height} against ${second.width}×${second.height}` }
      }
      const rows = new Set()
      let count = 0
      first.data.forEach((pixel, at) => {
        if (pixel === second.data[at]) return
        count += 1
        rows.add(Math.floor(at / first.width))
      })
      const [top = -1, bottom = -1] = [Math.min(...rows), Math.max(...rows)]
      return { part: count / first.data.length, why: count ? `${count} pixels in rows ${top} to ${bottom}` : 'none' }
    },
    [a, b],
  )
  await page.close()
  return found
}
