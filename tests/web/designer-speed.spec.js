// How much the designer does for one edit and one move: counted, never timed. Figures in
// milliseconds are the bench's: `cargo xtask bench --only designer`.
import { expect, test } from '@playwright/test'

import { block, box, design, drawn, enter, middle, portal, section, select, structure, text } from './pages/designer.js'

const button = (id, label) => block(id, 'button', { props: { label: { en: label }, href: '/rewards' } })
/** So many blocks; every fourth is a button. */
const blocks = (count) => Array.from({ length: count }, (_, at) => (at % 4 === 3 ? button(`b${at}`, `Button ${at}`) : text(`b${at}`, `Text ${at}`)))
const label = (page) => page.locator('[data-field="prop-label"] textarea')
const shown = (page, id) =>
  page.evaluate((id) => document.querySelector('[data-page] > *').shadowRoot.querySelector(`[data-node="${id}"]`).textContent, id)

test.use({ viewport: { width: 1280, height: 900 } })

test('a change of one prop touches one block, and nothing else on the page', async ({ page }) => {
  await design(page, [...blocks(40), section('s', blocks(8).map((one) => ({ ...one, id: `in-${one.id}` })))])
  await select(page, 'b3')
  await expect(label(page)).toHaveValue('Button 3')
  await label(page).focus()
  await page.evaluate(() => {
    const root = document.querySelector('[data-page] > *').shadowRoot
    globalThis.touched = new Set()
    new MutationObserver((records) => {
      for (const { target } of records) globalThis.touched.add((target.closest ? target : target.parentElement)?.closest('[data-node]')?.dataset.node ?? 'the page')
    }).observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
  })
  await page.keyboard.press('End')
  await page.keyboard.type(' more')
  await expect.poll(() => shown(page, 'b3')).toBe('Button 3 more')
  await drawn(page)
  expect(await page.evaluate(() => [...globalThis.touched])).toEqual(['b3'])
})

test('what stands around a field stays while one types in it', async ({ page }) => {
  await design(page, blocks(8))
  await page.getByRole('button', { name: 'Outline' }).click()
  await select(page, 'b3')
  await label(page).focus()
  await page.evaluate(() => {
    globalThis.drawn = []
    const observer = new MutationObserver((records) => {
      for (const { target, addedNodes } of records) for (const node of addedNodes) globalThis.drawn.push([target.getAttribute?.('role') || target.className, node.textContent])
    })
    // The toolbar of the block, and the outline.
    for (const place of ['[data-main]', '[data-outline]']) observer.observe(document.querySelector(place), { subtree: true, childList: true })
  })
  await page.keyboard.type('abc')
  await expect.poll(() => shown(page, 'b3')).toContain('abc')
  await drawn(page)
  const redrawn = await page.evaluate(() => globalThis.drawn)
  // Its own row of the outline, which says the block's first words.
  expect(redrawn.filter(([place, text]) => place !== 'tree' || !text.includes('Button 3'))).toEqual([])
  expect(redrawn.length).toBeLessThanOrEqual(3)
})

const SCRIPTS = ['FunctionCall', 'RunMicrotasks', 'FireAnimationFrame', 'EventDispatch', 'TimerFire', 'v8.callFunction']

/** How many layouts scripts forced while `run` ran: the most in one frame; and how many frames there were. */
async function forced(browser, page, run) {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'] })
  await run()
  const { traceEvents } = JSON.parse(await browser.stopTracing())
  const named = (...names) => traceEvents.filter(({ name, ph }) => ph === 'X' && names.includes(name))
  const scripts = named(...SCRIPTS)
  const within = ({ ts, tid, pid }) => scripts.some((one) => one.pid === pid && one.tid === tid && one.ts <= ts && ts < one.ts + one.dur)
  const frames = named('FireAnimationFrame').map(({ ts }) => ts)
  const counts = new Map()
  for (const layout of named('Layout').filter(within)) {
    const frame = frames.filter((ts) => ts <= layout.ts).length
    counts.set(frame, (counts.get(frame) ?? 0) + 1)
  }
  return { frames: frames.length, most: Math.max(0, ...counts.values()) }
}

/** How many elements are styled anew at once, at most, while `run` runs. */
async function restyled(browser, page, run) {
  await browser.startTracing(page, { categories: ['devtools.timeline'] })
  await run()
  const { traceEvents } = JSON.parse(await browser.stopTracing())
  return Math.max(...traceEvents.map(({ name, args }) => (name === 'UpdateLayoutTree' && args.elementCount) || 0))
}

test('selecting, pointing and writing style none of the other blocks anew', async ({ page, browser }) => {
  await design(page, [...blocks(200), block('h', 'hero', { props: { title: { en: 'Club' } } })])
  const elements = await page.evaluate(() => document.querySelector('[data-page] > *').shadowRoot.querySelectorAll('*').length)
  await select(page, 'b1')
  const { x, y } = await box(page, 'b5')
  for (const run of [
    () => page.keyboard.press('ArrowDown'),
    () => page.mouse.move(x + 12, y + 8),
    async () => {
      await page.mouse.dblclick(x + 12, y + 8)
      await expect(page.locator('.ds-inline')).toBeVisible()
      await page.keyboard.press('Escape')
    },
  ]) {
    const most = await restyled(browser, page, async () => {
      await run()
      await drawn(page)
    })
    expect(most).toBeLessThan(elements / 2)
  }
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('[data-page][data-all] * { --all: 1 }')
    document.adoptedStyleSheets.push(sheet)
  })
  await drawn(page)
  const all = await restyled(browser, page, async () => {
    await page.evaluate(() => document.querySelector('[data-page]').toggleAttribute('data-all'))
    await drawn(page)
  })
  expect(all, 'what is styled anew is seen by this test').toBeGreaterThan(elements / 2)
})

test('layouts that a script forces are seen by these tests', async ({ page, browser }) => {
  await page.setContent('<p>Text</p>')
  const seen = await forced(browser, page, () =>
    page.evaluate(async () => {
      const text = document.querySelector('p')
      await new Promise((next) => requestAnimationFrame(next))
      for (let width = 100; width < 103; width += 1) {
        text.style.width = `${width}px`
        text.getBoundingClientRect()
      }
      await new Promise((next) => requestAnimationFrame(next))
    }),
  )
  expect(seen.most).toBeGreaterThanOrEqual(3)
})

for (const [how, root, id] of [
  ['a page of 60 blocks', blocks(60), 'b1'],
  ['a slot of 60 blocks', [section('s', blocks(60))], 'b1'],
]) {
  test(`a drag over ${how} forces one layout per frame at most, and draws nothing anew`, async ({ page, browser }) => {
    await design(page, root)
    const from = middle(await box(page, id))
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x, from.y + 20)
    await page.mouse.move(from.x, from.y + 40)
    await expect(page.locator('[data-line]')).toBeVisible()
    await drawn(page)
    await page.evaluate(() => {
      globalThis.measured = 0
      const own = Element.prototype.getBoundingClientRect
      Element.prototype.getBoundingClientRect = function () {
        globalThis.measured += 1
        return own.call(this)
      }
      globalThis.touched = 0
      const root = document.querySelector('[data-page] > *').shadowRoot
      new MutationObserver((records) => (globalThis.touched += records.length)).observe(root, { subtree: true, childList: true, attributes: true })
    })
    const seen = await forced(browser, page, async () => {
      for (let move = 0; move < 40; move += 1) {
        await page.mouse.move(from.x + (move % 7), 300 + move * 8)
        await drawn(page)
      }
    })
    expect(seen.frames, 'the trace tells of frames').toBeGreaterThan(40)
    expect(seen.most, 'layouts forced in one frame').toBeLessThanOrEqual(1)
    // Nothing is measured while a hand moves: what was measured as it took hold is enough.
    expect(await page.evaluate(() => [globalThis.measured, globalThis.touched])).toEqual([0, 0])
    await page.mouse.up()
    await expect.poll(async () => (await structure(page)).flat(2).indexOf(id)).toBeGreaterThan(2)
  })
}

test('hundreds of operations leave no listener and no node behind', async ({ page }) => {
  test.setTimeout(180_000)
  await design(page, blocks(12))
  await select(page, 'b3')
  await expect(label(page)).toBeVisible()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  await devtools.send('HeapProfiler.enable')
  const measure = async () => {
    for (let round = 0; round < 3; round += 1) await devtools.send('HeapProfiler.collectGarbage')
    const { metrics } = await devtools.send('Performance.getMetrics')
    const of = (name) => metrics.find((metric) => metric.name === name).value
    return { listeners: of('JSEventListeners'), nodes: of('Nodes') }
  }
  /** Ten operations a round, after which the page is as it was. */
  const work = (rounds) =>
    page.evaluate(async (rounds) => {
      const task = () => new Promise((done) => setTimeout(done))
      const key = (key, more) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
      const edit = (value) => {
        const field = document.querySelector('[data-field="prop-label"] textarea')
        field.value = value
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }
      for (let round = 0; round < rounds; round += 1) {
        const operations = [
          () => edit(`Round ${round}`),
          () => key('d', { ctrlKey: true }),
          () => edit('Copy'),
          // Before its original, which is selected again once the copy is gone.
          () => key('ArrowUp', { altKey: true }),
          () => key('z', { ctrlKey: true }),
          () => key('y', { ctrlKey: true }),
          () => key('ArrowDown', { altKey: true }),
          () => key('ArrowUp', { altKey: true }),
          () => key('Delete'),
          () => edit('Button 3'),
        ]
        for (const run of operations) {
          run()
          await task()
          await task()
        }
      }
      await new Promise((done) => setTimeout(done, 2500))
    }, rounds)

  await work(10)
  const first = await measure()
  await work(30)
  const last = await measure()
  expect((await structure(page)).length).toBe(12)
  expect(last.listeners, 'listeners').toBeLessThanOrEqual(first.listeners)
  // The engine may still hold the elements of the last panel.
  expect(last.nodes, 'nodes').toBeLessThanOrEqual(first.nodes + 50)
})

test('a published portal and an embedding page load nothing of the designer', async ({ page }) => {
  for (const address of ['/', '/embed/']) {
    const replies = []
    const hear = (reply) => replies.push(reply)
    page.on('response', hear)
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    page.off('response', hear)
    expect(replies.map((reply) => new URL(reply.url()).pathname).filter((path) => path.startsWith('/designer'))).toEqual([])
    const programs = replies.filter((reply) => reply.url().endsWith('.wasm'))
    expect(programs.length).toBeGreaterThan(0)
    for (const program of programs) {
      const bytes = await program.body()
      // The classes of the designer's outline and of the contract's frame: the second is there, but in
      // the part that has no data.
      const hasData = !program.url().includes('-rest-')
      expect([bytes.includes('palier-outline'), bytes.includes('palier-')], program.url()).toEqual([false, hasData])
    }
  }
})

test('a portal of 1000 blocks opens and can be edited', async ({ page }) => {
  test.setTimeout(180_000)
  const id = await portal(page, blocks(1000))
  await enter(page, id)
  const count = () => page.evaluate(() => document.querySelector('[data-page] > *').shadowRoot.querySelectorAll('[data-node]').length)
  await expect.poll(count, { timeout: 60_000 }).toBe(1000)
  await select(page, 'b3')
  await label(page).fill('Changed')
  await expect.poll(() => shown(page, 'b3')).toBe('Changed')
  await page.locator('[data-focus]').focus()
  await page.keyboard.press('ControlOrMeta+d')
  await expect.poll(count).toBe(1001)
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(count).toBe(1000)
  await page.getByRole('button', { name: 'Outline' }).click()
  await expect(page.locator('[data-outline] [role=treeitem]').first()).toBeVisible()
  expect(await page.locator('[data-outline] [role=treeitem]').count()).toBeLessThan(120)
})
