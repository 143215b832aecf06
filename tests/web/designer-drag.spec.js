// Drag and drop in the designer: what the line shows is what a drop does, with every kind of hand.
import { expect, test } from '@playwright/test'

import { box, carry, design, dice, drawn, item, line, middle, runLeft, said, section, select, slot, structure, text, undo } from './pages/designer.js'

const PAGE = [text('a', 'Alpha'), text('b', 'Bravo'), section('s', [text('c', 'Charlie'), text('d', 'Delta')]), text('e', 'Echo')]

test.use({ viewport: { width: 1280, height: 1000 } })

const handle = (page) => page.locator('[data-grip=handle]')
const between = (upper, lower) => ({ x: upper.x + upper.width / 2, y: (upper.y + upper.height + lower.y) / 2 })

test('a block of the palette goes to an empty page', async ({ page }) => {
  await design(page, [])
  const canvas = await page.locator('[data-page]').boundingBox()
  await carry(page, middle(await item(page, 'spacer').boundingBox()), { x: canvas.x + 200, y: canvas.y + 150 })
  await expect.poll(() => line(page)).toMatchObject({ refused: false })
  await page.mouse.up()
  await expect.poll(() => structure(page)).toHaveLength(1)
})

test('it goes between two blocks, where the line is', async ({ page }) => {
  await design(page, PAGE)
  const gap = between(await box(page, 'a'), await box(page, 'b'))
  await carry(page, middle(await item(page, 'spacer').boundingBox()), gap)
  await expect.poll(async () => Math.abs((await line(page))?.y - gap.y) < 24).toBe(true)
  await page.mouse.up()
  await expect.poll(async () => (await structure(page)).indexOf('b')).toBe(2)
})

test('it goes to the end of a row', async ({ page }) => {
  const half = { span: { base: 6 } }
  await design(page, [text('a', 'Alpha', half), text('b', 'Bravo', half), text('c', 'Charlie', half)])
  const last = await box(page, 'b')
  await carry(page, middle(await item(page, 'spacer').boundingBox()), { x: last.x + last.width - 4, y: last.y + last.height / 2 })
  await expect.poll(async () => (await line(page))?.height > (await line(page))?.width).toBe(true)
  await page.mouse.up()
  await expect.poll(async () => (await structure(page)).indexOf('c')).toBe(3)
})

test('it goes into a slot three levels deep', async ({ page }) => {
  const deep = section('s1', [section('s2', [section('s3', [text('x', 'X-ray'), text('y', 'Yankee')])])])
  await design(page, [deep, text('z', 'Zulu')])
  const gap = between(await box(page, 'x'), await box(page, 'y'))
  await carry(page, middle(await item(page, 'spacer').boundingBox()), gap)
  await expect.poll(async () => Math.abs((await line(page))?.y - gap.y) < 24).toBe(true)
  await page.mouse.up()
  await expect.poll(() => structure(page)).toEqual([['s1', [['s2', [['s3', ['x', expect.any(String), 'y']]]]]], 'z'])
})

for (const steps of [8, 20, 60]) {
  test(`dropped fast, in ${steps} moves, it lands in the nested slot every time`, async ({ page }) => {
    test.setTimeout(120_000)
    await design(page, [section('s', [text('x', 'X-ray')]), text('z', 'Zulu')])
    const from = middle(await item(page, 'spacer').boundingBox())
    for (let round = 1; round <= 20; round += 1) {
      const inner = await slot(page, 's')
      await carry(page, from, { x: inner.x + inner.width / 2, y: inner.y + 10 }, steps)
      await page.mouse.up()
      await expect.poll(async () => (await structure(page))[0][1].length, `round ${round}`).toBe(round + 1)
    }
    expect((await structure(page)).length).toBe(2)
  })
}

test('nothing on the page moves before it is dropped', async ({ page }) => {
  await design(page, PAGE)
  const ids = ['a', 'b', 's', 'c', 'd', 'e']
  const boxes = () => Promise.all(ids.map((id) => box(page, id)))
  await select(page, 'a')
  const before = await boxes()
  const from = middle(await handle(page).boundingBox())
  await carry(page, from, middle(await slot(page, 's')), 25)
  await expect.poll(() => line(page)).not.toBeNull()
  expect(await boxes()).toEqual(before)
  await page.mouse.up()
  await expect.poll(async () => JSON.stringify(await structure(page))).toMatch(/^\["b",\["s",\[.*"a".*\]\],"e"\]$/)
})

test('a hand that trembles on a boundary changes the line once at most', async ({ page }) => {
  await design(page, PAGE)
  const a = await box(page, 'a')
  const edge = { x: a.x + a.width / 2, y: a.y + a.height / 2 }
  await carry(page, middle(await item(page, 'spacer').boundingBox()), edge)
  const seen = []
  for (let i = 0; i < 60; i += 1) {
    await page.mouse.move(edge.x, edge.y + (i % 2))
    seen.push(JSON.stringify(await line(page)))
  }
  await page.mouse.up()
  expect(new Set(seen).size).toBeLessThanOrEqual(2)
  expect(seen.filter((one, i) => i && one !== seen[i - 1]).length).toBeLessThanOrEqual(1)
})

test('a block is refused in itself, and the page stays as it is', async ({ page }) => {
  await design(page, PAGE)
  const before = await structure(page)
  await select(page, 'c')
  await page.locator('[data-focus]').focus()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-focus]')).toHaveAttribute('aria-label', /^Section/)
  await carry(page, middle(await handle(page).boundingBox()), middle(await slot(page, 's')))
  await expect.poll(() => line(page)).toMatchObject({ refused: true })
  await page.mouse.up()
  expect(await structure(page)).toEqual(before)
})

for (const [how, cancel] of [
  ['Escape', (page) => page.keyboard.press('Escape')],
  ['losing the window', (page) => page.evaluate(() => dispatchEvent(new Event('blur')))],
  ['a second button', (page) => page.mouse.down({ button: 'right' })],
]) {
  test(`${how} ends a drag and leaves nothing`, async ({ page }) => {
    await design(page, PAGE)
    const before = await structure(page)
    await select(page, 'a')
    await carry(page, middle(await handle(page).boundingBox()), middle(await slot(page, 's')))
    await expect.poll(() => line(page)).not.toBeNull()
    await cancel(page)
    if (how === 'a second button') await page.mouse.move(300, 300)
    await expect.poll(() => line(page)).toBeNull()
    await page.mouse.up()
    expect(await structure(page)).toEqual(before)
    await expect(undo(page)).toHaveAttribute('aria-disabled', 'true')
  })
}

test('a click selects and never drags; the handle is big enough', async ({ page }) => {
  await design(page, PAGE)
  const before = await structure(page)
  const { x, y } = middle(await box(page, 'b'))
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 3, y + 2)
  await page.mouse.up()
  await expect(page.locator('[data-focus]')).toHaveAttribute('aria-label', /2 of 4/)
  const size = await handle(page).boundingBox()
  expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(24)
  expect(await structure(page)).toEqual(before)
})

test('Alt drops a copy', async ({ page }) => {
  await design(page, [text('a', 'Alpha'), text('b', 'Bravo')])
  await select(page, 'a')
  const b = await box(page, 'b')
  await carry(page, middle(await handle(page).boundingBox()), { x: b.x + b.width / 2, y: b.y + b.height + 10 })
  await page.keyboard.down('Alt')
  await page.mouse.up()
  await page.keyboard.up('Alt')
  await expect.poll(async () => (await structure(page)).length).toBe(3)
  expect((await structure(page)).slice(0, 2)).toEqual(['a', 'b'])
})

/** Presses a key until `words` are said; a gap beside what is carried changes nothing and says nothing. */
async function walk(page, key, words) {
  await expect(async () => {
    await page.keyboard.press(key)
    await expect(said(page)).toHaveText(words, { timeout: 500 })
  }).toPass({ timeout: 30_000 })
}

test('keys lift, walk the gaps into a slot and drop, and say so without ids', async ({ page }) => {
  await design(page, PAGE)
  await select(page, 'a')
  await page.locator('[data-focus]').focus()
  await page.keyboard.press('Space')
  await expect(said(page)).toHaveText(/^Text · Alpha\. Picked up\. 1 of 4 in Page/)
  await walk(page, 'ArrowDown', /^2 of 4 in Page, between Text · Bravo and Section$/)
  await walk(page, 'ArrowRight', /^1 of 3 in Section/)
  await page.keyboard.press('Enter')
  await expect(said(page)).toHaveText(/^Text · Alpha dropped: 1 of 3 in Section/)
  await expect.poll(() => structure(page)).toEqual(['b', ['s', ['a', 'c', 'd']], 'e'])
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Escape')
  await expect(said(page)).toHaveText('Cancelled, back at 1 of 3 in Section')
  expect(await structure(page)).toEqual(['b', ['s', ['a', 'c', 'd']], 'e'])
  await expect(page.locator('[data-focus]')).toBeFocused()
})

test('the line that keys lead to comes into sight', async ({ page }) => {
  await design(page, Array.from({ length: 40 }, (_, i) => text(`n${i}`, `November ${i}`)))
  await select(page, 'n0')
  await page.locator('[data-focus]').focus()
  await page.keyboard.press('Space')
  for (const [key, words] of [
    ['End', /^40 of 40 in Page/],
    ['Home', /^1 of 40 in Page/],
  ]) {
    await walk(page, key, words)
    const [drawn, view] = [await line(page), await page.locator('[data-view]').boundingBox()]
    expect(drawn.y).toBeGreaterThan(view.y)
    expect(drawn.y).toBeLessThan(view.y + view.height)
  }
  await page.keyboard.press('Escape')
})

test('two duplicates at once are two undos', async ({ page }) => {
  await design(page, [text('a', 'Alpha')])
  await select(page, 'a')
  await page.evaluate(() => {
    for (let i = 0; i < 2; i += 1) {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', ctrlKey: true, bubbles: true }))
    }
  })
  await expect.poll(async () => (await structure(page)).length).toBe(3)
  await undo(page).click()
  await expect.poll(async () => (await structure(page)).length).toBe(2)
  await undo(page).click()
  await expect.poll(async () => (await structure(page)).length).toBe(1)
})

test('a finger lifts by a long press; a swipe before that scrolls', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 1180, height: 820 }, baseURL })
  const page = await context.newPage()
  await design(page, [...PAGE, ...Array.from({ length: 12 }, (_, i) => text(`n${i}`, `November ${i}`))])
  const session = await context.newCDPSession(page)
  const touch = (type, points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  const start = middle(await box(page, 'a'))

  // What a finger presses is bigger than what a mouse does.
  await select(page, 'a')
  const size = await handle(page).boundingBox()
  expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(44)

  const top = () => page.evaluate(() => document.querySelector('[data-view]').scrollTop)
  const low = middle(await box(page, 'e'))
  await touch('touchStart', [low])
  for (let i = 1; i <= 10; i += 1) await touch('touchMove', [{ x: low.x, y: low.y - i * 30 }])
  await touch('touchEnd', [])
  await expect.poll(top).toBeGreaterThan(20)
  await expect.poll(() => line(page)).toBeNull()
  // A swipe goes on by itself for a while; a finger that comes down meanwhile only stops it.
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const view = document.querySelector('[data-view]')
        view.scrollTo(0, 0)
        for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame)
        return view.scrollTop
      }),
    )
    .toBe(0)

  await touch('touchStart', [start])
  await expect(said(page)).toHaveText(/Picked up/)
  const to = between(await box(page, 's'), await box(page, 'e'))
  for (let i = 1; i <= 12; i += 1) {
    await touch('touchMove', [{ x: start.x + ((to.x - start.x) * i) / 12, y: start.y + ((to.y - start.y) * i) / 12 }])
  }
  await expect.poll(() => line(page)).not.toBeNull()
  await touch('touchEnd', [])
  await expect.poll(async () => (await structure(page)).slice(0, 4)).toEqual(['b', ['s', ['c', 'd']], 'a', 'e'])
  await context.close()
})

const half50 = async (page) => {
  await page.getByRole('button', { name: 'Desktop, 1,280 pixels' }).click()
  const zoom = page.getByRole('group', { name: 'Zoom' })
  await zoom.getByRole('button', { name: '100%', exact: true }).click()
  for (let i = 0; i < 4; i += 1) await zoom.getByRole('button', { name: 'Zoom out' }).click()
  await expect(zoom.locator('.zoom-now')).toHaveText('50%')
}

// How the page is seen, how many drags, how many of them are to end in a drop.
for (const [how, rounds, least, set] of [
  ['', 200, 120, () => {}],
  [' with rows to the left', 30, 16, runLeft],
  [' at 50 %', 30, 16, half50],
  [' on a phone’s width', 30, 16, (page) => page.getByRole('button', { name: 'Phone, 360 pixels' }).click()],
]) {
  test(`in ${rounds} random drags${how} the block lands where the line was`, async ({ page }) => {
    test.setTimeout(300_000)
    const half = { span: { base: 6 } }
    await design(page, [
      text('a', 'Alpha', half),
      text('b', 'Bravo', half),
      section('s', [text('c', 'Charlie', half), text('d', 'Delta', half), text('f', 'Foxtrot')]),
      text('e', 'Echo'),
      section('t', [text('g', 'Golf')]),
    ])
    await set(page)
    await drawn(page)
    const isLeftwards = set === runLeft
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const random = dice(20261122)
    const paper = await page.locator('[data-page]').boundingBox()
    const boxes = async () => new Map(await Promise.all([...ids, 's', 't'].map(async (id) => [id, await box(page, id)])))
    let dropped = 0
    for (let round = 0; round < rounds; round += 1) {
      const id = ids[Math.floor(random() * ids.length)]
      const before = await boxes()
      const from = middle(before.get(id))
      const to = { x: paper.x + random() * paper.width, y: paper.y + random() * paper.height }
      await carry(page, from, to, 6)
      // The line is drawn with the next frame.
      await drawn(page)
      const shown = await line(page)
      await page.mouse.up()
      if (!shown || shown.refused) continue
      dropped += 1
      await drawn(page)
      const words = await said(page).textContent()
      const [, position, count] = words.match(/(\d+) of (\d+)/) ?? []
      const [place, previous, next] = await page.evaluate((id) => {
        const cell = document.querySelector('[data-page] > *').shadowRoot.querySelector(`[data-node="${id}"]`)
        const all = [...cell.parentElement.children]
        const at = all.indexOf(cell)
        return [[at + 1, all.length], all[at - 1]?.dataset.node, all[at + 1]?.dataset.node]
      }, id)
      const what = `round ${round}: ${id} to ${JSON.stringify(to)}: ${words}`
      expect(place, what).toEqual([Number(position), Number(count)])
      // What comes before it lay above the line or where its row begins, what comes after below or where that ends.
      const near = 4
      const [x, y] = [shown.x + shown.width / 2, shown.y + shown.height / 2]
      const isLeft = (one) => shown.height > shown.width && one.x + one.width <= x + near
      const isRight = (one) => shown.height > shown.width && one.x >= x - near
      const isBefore = (one) => one.y + one.height <= y + near || (isLeftwards ? isRight(one) : isLeft(one))
      const isAfter = (one) => one.y >= y - near || (isLeftwards ? isLeft(one) : isRight(one))
      if (previous) expect(isBefore(before.get(previous)), `${what}: after ${previous}`).toBe(true)
      if (next) expect(isAfter(before.get(next)), `${what}: before ${next}`).toBe(true)
    }
    expect(dropped).toBeGreaterThan(least)
  })
}
