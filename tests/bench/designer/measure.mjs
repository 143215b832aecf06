// The script that both editors are driven with: open, type, drag, work for long.
import { readFileSync } from 'node:fs'
import { DRAGGED, TYPED } from './documents.mjs'

const text = (name) => readFileSync(new URL(name, import.meta.url), 'utf8')
const probe = text('probe.js')

/** The editors: the address of a page of so many blocks, and how the script reaches into it. */
export const SUBJECTS = {
  Palier: { reach: text('in-palier.js'), path: (layout, count) => `/designer/?portal=${layout}-${count}` },
  Puck: { reach: text('in-puck.js'), path: (layout, count) => `/puck/?layout=${layout}&count=${count}` },
}

const VIEWPORT = { width: 1280, height: 900 }
const KEYS = 40
/** Between two keys, in milliseconds: a quick typist. */
const PAUSE = 70
const MOVES = 90

// WebAssembly's memory is no part of the script's heap, so it is asked for by itself.
const MEMORY = `{
  const compiled = WebAssembly.instantiateStreaming
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await compiled.apply(WebAssembly, given)
    globalThis.wasm = Object.values(made.instance.exports).find((one) => one instanceof WebAssembly.Memory)
    return made
  }
}`

/** Opens a page of blocks in a fresh context, on a CPU `slower` times, waits until it is ready, and hands it to `work`. */
export async function open(browser, url, name, layout, count, work, slower = 1) {
  const { reach, path } = SUBJECTS[name]
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-GB', timezoneId: 'UTC' })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(120_000)
    const errors = []
    page.on('pageerror', (error) => errors.push(String(error)))
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    if (slower > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
    let bytes = 0
    const sent = new Map()
    devtools.on('Network.responseReceived', ({ requestId, response }) => sent.set(requestId, response.url))
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (/\.(js|css|wasm)$|messages|\/(designer|puck)\/\?/.test(sent.get(requestId) ?? '')) bytes += encodedDataLength
    })
    await page.addInitScript(`${MEMORY}${reach};${probe}`)
    await page.goto(url + path(layout, count), { waitUntil: 'commit' })
    const ready = await page.evaluate((count) => probe.ready(count), count)
    await page.waitForTimeout(800)
    const result = await work(page, devtools, { ready, bytes })
    if (errors.length) throw new Error(`${name}: ${errors.join('; ')}`)
    return result
  } finally {
    await context.close()
  }
}

const middle = (page, id) =>
  page.evaluate((id) => {
    const { x, y, width, height } = subject.element(id).getBoundingClientRect()
    return { x: x + Math.min(width / 2, 300), y: y + height / 2 }
  }, id)

/** Selects the block that is typed into, and puts the caret into its field. */
async function enter(page) {
  const { x, y } = await middle(page, TYPED)
  await page.mouse.click(x, y)
  const field = page.locator(await page.evaluate(() => subject.field)).filter({ visible: true }).first()
  await field.click()
  await page.keyboard.press('End')
  await page.waitForTimeout(500)
}

/** Milliseconds from each key to the frame in which the canvas shows it. */
export async function type(page) {
  await enter(page)
  await page.evaluate((id) => (globalThis.stop = probe.typing(id)), TYPED)
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('x')
    await page.waitForTimeout(PAUSE)
  }
  await page.waitForTimeout(1000)
  const found = await page.evaluate(() => stop())
  if (found.length !== KEYS) throw new Error(`${found.length} of ${KEYS} keys were shown`)
  return found
}

/** Frames and long tasks while a block is dragged over the page with a real mouse, and dropped. */
export async function drag(page) {
  const from = await middle(page, DRAGGED)
  const before = await page.evaluate(() => subject.order())
  await page.mouse.move(from.x, from.y)
  await page.evaluate(() => (globalThis.stop = probe.frames()))
  await page.mouse.down()
  for (let move = 1; move <= MOVES; move += 1) {
    const part = move / MOVES
    // Down the page, up, and down again, well away from where it began.
    const y = VIEWPORT.height * (0.5 + 0.32 * Math.sin(part * Math.PI * 2.7))
    await page.mouse.move(from.x + 40 * Math.sin(part * 20), Math.round(from.y + (y - from.y) * Math.min(1, part * 5)))
  }
  await page.mouse.up()
  await page.waitForTimeout(800)
  const found = await page.evaluate(() => stop())
  const after = await page.evaluate(() => subject.order())
  if (before.join() === after.join()) throw new Error('the drag has moved nothing')
  return found
}

/** Bytes in use after garbage collection: the script's heap, the document's, WebAssembly's. */
async function heap(page, devtools) {
  for (let round = 0; round < 3; round += 1) {
    await devtools.send('HeapProfiler.collectGarbage')
    await page.waitForTimeout(100)
  }
  const { usedSize, embedderHeapUsedSize = 0 } = await devtools.send('Runtime.getHeapUsage')
  const wasm = await page.evaluate(() => globalThis.wasm?.buffer.byteLength ?? 0)
  return usedSize + embedderHeapUsedSize + wasm
}

/** Memory before and after so many operations, and how long those took. */
export async function work(page, devtools, count) {
  await enter(page)
  await page.evaluate(() => document.activeElement?.blur())
  await devtools.send('HeapProfiler.enable')
  const blocks = await page.evaluate(() => subject.count())
  const before = await heap(page, devtools)
  const begun = Date.now()
  await page.evaluate((count) => probe.operations(count), count)
  const seconds = (Date.now() - begun) / 1000
  await page.waitForTimeout(3000)
  const after = await heap(page, devtools)
  const left = await page.evaluate(() => subject.count())
  return { before, after, seconds, blocks, left }
}
