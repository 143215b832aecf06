// Drag and drop everywhere: rows to the left, 200 % zoom, a scaled canvas, long pages, fingers, the outline, several blocks.
import { expect, test } from '@playwright/test'

import { box, carry, design, drawn, handle, item, line, listen, middle, runLeft, said, section, select, slot, structure, text, undo } from './pages/designer.js'

const half = { span: { base: 6 } }
const PAGE = [text('a', 'Alpha', { name: 'Alpha' }), text('b', 'Bravo', { ...half, name: 'Bravo' }), text('c', 'Charlie', { ...half, name: 'Charlie' }), section('s', [text('d', 'Delta', { name: 'Delta' })], { name: 'Shelf' }), text('e', 'Echo', { name: 'Echo' })]

/** Drags `id` by its body to `to` and gives the line that was shown last. */
async function drop(page, id, to) {
  await carry(page, middle(await box(page, id)), to, 12)
  await drawn(page)
  const shown = await line(page)
  await page.mouse.up()
  return shown
}

/** Between two blocks, at the end of a row, into a slot: each where its line was. */
async function everywhere(page, { isRtl = false, scale = 1 } = {}) {
  const [a, b] = [await box(page, 'a'), await box(page, 'b')]
  const between = await drop(page, 'e', { x: a.x + a.width / 2, y: (a.y + a.height + b.y) / 2 })
  expect(between.width).toBeGreaterThan(between.height)
  expect(between.y).toBeGreaterThan(a.y)
  await expect.poll(() => structure(page)).toEqual(['a', 'e', 'b', 'c', ['s', ['d']]])
  const c = await box(page, 'c')
  const end = await drop(page, 'e', { x: isRtl ? c.x + 4 * scale : c.x + c.width - 4 * scale, y: c.y + c.height / 2 })
  expect(end.height).toBeGreaterThan(end.width)
  await expect.poll(() => structure(page)).toEqual(['a', 'b', 'c', 'e', ['s', ['d']]])
  const d = await box(page, 'd')
  await drop(page, 'e', { x: d.x + d.width / 2, y: d.y + d.height - 8 * scale })
  await expect.poll(() => structure(page)).toEqual(['a', 'b', 'c', ['s', ['d', 'e']]])
}

test.describe('on a desk', () => {
  test.use({ viewport: { width: 1700, height: 1000 } })

  test('where rows run to the left', async ({ page }) => {
    await design(page, PAGE)
    await runLeft(page)
    expect((await box(page, 'b')).x).toBeGreaterThan((await box(page, 'c')).x)
    await everywhere(page, { isRtl: true })
  })

  test('on a canvas that is scaled', async ({ page }) => {
    await design(page, PAGE)
    await page.evaluate(() => {
      const { style } = document.querySelector('[data-page]')
      style.transformOrigin = 'top'
      style.transform = 'scale(.8)'
    })
    await everywhere(page, { scale: 0.8 })
    // Frames lie on their blocks.
    await select(page, 'a')
    const [frame, own] = [await page.locator('[data-main]').boundingBox(), await box(page, 'a')]
    expect(Math.abs(frame.x - own.x) + Math.abs(frame.y - own.y) + Math.abs(frame.width - own.width)).toBeLessThan(2)
  })

  test('on a page that is scrolled in its view, in a document that is scrolled, too', async ({ page }) => {
    await design(page, PAGE)
    await page.evaluate(() => {
      document.querySelector('[data-page]').style.marginBlock = '700px'
      document.querySelector('[data-view]').scrollTop = 640
      document.body.style.paddingBlockStart = '160px'
      scrollTo(0, 120)
    })
    await drawn(page)
    expect(await page.evaluate(() => [document.querySelector('[data-view]').scrollTop, scrollY])).toEqual([640, 120])
    await everywhere(page)
  })

  test('several go as one, in the order of the document, and come back in one step', async ({ page }) => {
    await design(page, PAGE)
    await select(page, 'e')
    const { x, y } = middle(await box(page, 'a'))
    await page.keyboard.down('Control')
    await page.mouse.click(x, y)
    await page.keyboard.up('Control')
    const d = await box(page, 'd')
    await carry(page, middle(await box(page, 'e')), { x: d.x + d.width / 2, y: d.y + 8 })
    await page.mouse.up()
    await expect.poll(() => structure(page)).toEqual(['b', 'c', ['s', ['a', 'e', 'd']]])
    await expect(said(page)).toHaveText('2 blocks dropped: 1 of 3 in Shelf')
    await undo(page).click()
    await expect.poll(() => structure(page)).toEqual(['a', 'b', 'c', ['s', ['d']], 'e'])
  })

  test('the outline takes blocks of its own strip, and several rows at once', async ({ page }) => {
    await design(page, PAGE)
    await page.getByRole('button', { name: 'Outline', exact: true }).click()
    const row = (name) => page.getByRole('tree', { name: 'Outline' }).getByRole('treeitem', { name })
    const charlie = await row('Charlie').boundingBox()
    await carry(page, middle(await item(page, 'spacer').boundingBox()), { x: charlie.x + 60, y: charlie.y + 3 })
    await expect.poll(() => line(page)).toMatchObject({ refused: false })
    await page.mouse.up()
    await expect.poll(async () => (await structure(page)).indexOf('c')).toBe(3)
    await row('Alpha').click()
    await row('Bravo').click({ modifiers: ['Control'] })
    await carry(page, middle(await row('Bravo').boundingBox()), middle(await row('Shelf').boundingBox()))
    await page.mouse.up()
    await expect.poll(async () => (await structure(page)).at(1)).toBe('c')
    expect((await structure(page)).at(2)).toEqual(['s', ['d', 'a', 'b']])
    // The strip is one Tab stop.
    await expect(page.locator('[data-kind][data-source][tabindex="0"]')).toHaveCount(1)
  })

  test('held at the edge of a long page it scrolls, never in jumps, and the line follows a still hand', async ({ page }) => {
    await design(page, Array.from({ length: 60 }, (_, i) => text(`n${i}`, `November ${i}`)))
    const view = await page.locator('[data-view]').boundingBox()
    // Every frame's step, from before it begins until the end is reached.
    await page.evaluate(() => {
      const view = document.querySelector('[data-view]')
      let last = view.scrollTop
      globalThis.steps = []
      globalThis.atEnd = new Promise((done) => {
        const look = () => {
          if (view.scrollTop !== last) globalThis.steps.push(view.scrollTop - last)
          last = view.scrollTop
          if (last + view.clientHeight >= view.scrollHeight - 1) done()
          else requestAnimationFrame(look)
        }
        look()
      })
    })
    await carry(page, middle(await box(page, 'n0')), { x: view.x + view.width / 2, y: view.y + view.height - 80 })
    const steps = await page.evaluate(() => globalThis.atEnd.then(() => globalThis.steps))
    // 900 px a second, and never more than a frame's worth at once: 15 px.
    expect(Math.max(...steps)).toBeLessThanOrEqual(16)
    expect(steps[0]).toBeLessThan(8)
    await drawn(page)
    const shown = await line(page)
    expect(shown.y).toBeGreaterThan(view.y + view.height / 2)
    await page.mouse.up()
    await expect.poll(async () => (await structure(page)).indexOf('n0')).toBeGreaterThan(50)
  })
})

test.describe('at 200 % zoom', () => {
  test.use({ viewport: { width: 720, height: 500 }, deviceScaleFactor: 2 })

  test('between blocks, at the end of a row, into a slot', async ({ page }) => {
    await design(page, PAGE.slice(0, 4).concat(text('e', 'Echo', { name: 'Echo' })))
    // Its panel lies over the page.
    if (await page.locator('aside.left').count()) await page.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.locator('aside.left')).toHaveCount(0)
    const a = await box(page, 'a')
    await page.mouse.click(a.x + 30, a.y + a.height / 2)
    const d = await box(page, 'd')
    await carry(page, middle(await handle(page).boundingBox()), { x: d.x + 60, y: d.y + d.height * 0.65 })
    await drawn(page)
    expect((await line(page)).y).toBeGreaterThan(d.y)
    await page.mouse.up()
    await expect.poll(() => structure(page)).toEqual(['b', 'c', ['s', ['d', 'a']], 'e'])
  })
})

test.describe('with fingers', () => {
  test.use({ hasTouch: true, viewport: { width: 1180, height: 820 } })

  async function fingers(page) {
    const session = await page.context().newCDPSession(page)
    const touch = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints })
    const go = async (from, to, steps = 12) => {
      for (let i = 1; i <= steps; i += 1) {
        await touch('touchMove', [{ x: from.x + ((to.x - from.x) * i) / steps, y: from.y + ((to.y - from.y) * i) / steps }])
      }
    }
    return { touch, go }
  }

  test('the handle drags at once, a held block of the palette too; a cancelled finger leaves nothing', async ({ page }) => {
    await design(page, PAGE)
    const { touch, go } = await fingers(page)
    const inner = async () => {
      const { x, y, width, height } = await slot(page, 's')
      return { x: x + width / 2, y: y + Math.min(8, height * 0.4) }
    }
    await select(page, 'a')
    const grip = middle(await handle(page).boundingBox())
    await touch('touchStart', [grip])
    await go(grip, await inner())
    await expect.poll(() => line(page)).not.toBeNull()
    await touch('touchEnd', [])
    await expect.poll(() => structure(page)).toEqual(['b', 'c', ['s', ['a', 'd']], 'e'])

    const heard = await listen(page)
    const from = middle(await item(page, 'image').boundingBox())
    await touch('touchStart', [from])
    await expect.poll(async () => (await heard()).at(-1)).toMatch(/^Image\. Picked up/)
    await go(from, await inner())
    await expect.poll(() => line(page)).not.toBeNull()
    await touch('touchCancel', [])
    await expect.poll(() => line(page)).toBeNull()
    await expect(said(page)).toHaveText('Cancelled')
    expect(await structure(page)).toEqual(['b', 'c', ['s', ['a', 'd']], 'e'])

    await touch('touchStart', [from])
    await expect.poll(async () => (await heard()).at(-1)).toMatch(/^Image\. Picked up/)
    await go(from, await inner())
    await expect.poll(() => line(page)).not.toBeNull()
    await touch('touchEnd', [])
    await expect.poll(async () => (await structure(page))[2][1].length).toBe(3)
  })

  test('a second finger or a palm changes nothing about what the first one carries', async ({ page }) => {
    await design(page, PAGE)
    const { touch } = await fingers(page)
    await select(page, 'a')
    const grip = { ...middle(await handle(page).boundingBox()), id: 1 }
    const { x, y, width, height } = await slot(page, 's')
    const to = { x: x + width / 2, y: y + Math.min(8, height * 0.4), id: 1 }
    // On the bar, and on another block.
    const others = [{ x: 300, y: 20, id: 2 }, { ...middle(await box(page, 'e')), id: 3 }]
    await touch('touchStart', [grip])
    await touch('touchMove', [{ x: grip.x + 20, y: grip.y + 20, id: 1 }])
    for (const other of others) {
      await touch('touchStart', [{ x: grip.x + 20, y: grip.y + 20, id: 1 }, other])
      await touch('touchMove', [{ x: grip.x + 24, y: grip.y + 24, id: 1 }])
    }
    await touch('touchMove', [to])
    await expect.poll(() => line(page)).not.toBeNull()
    await touch('touchEnd', [])
    await expect.poll(() => structure(page)).toEqual(['b', 'c', ['s', ['a', 'd']], 'e'])
    await expect.poll(() => line(page)).toBeNull()
  })
})
