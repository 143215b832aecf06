// Blocks that come and go, as single-page applications make them: nothing may be left behind.
import { expect, test } from '@playwright/test'
import { TAGS, api, open, settled } from './pages/host.js'

/** Cycles until the engine has compiled what is hot and keeps no more about it. */
const WARM_UP = 210
/** Cycles that are measured. */
const CYCLES = 300
const SAMPLE_EVERY = 30
/**
 * Noise of the engine's own bookkeeping, spread over the cycles: one small object kept per block
 * and cycle would be over 500. Unit: bytes per cycle.
 */
const HEAP_TOLERANCE = 400

/** The slope of a line through `[x, y]` points by least squares. */
function slope(points) {
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

/** Mounts all five in one box, moves them to another, removes them; `count` times. */
const churn = (page, count) =>
  page.evaluate(
    async ([tags, count]) => {
      const [one, two] = [document.getElementById('one'), document.getElementById('two')]
      const task = () => new Promise((done) => setTimeout(done))
      const drawn = (element) => ['ready', 'empty'].includes(element.shadowRoot.querySelector('[data-state]')?.dataset.state)
      for (let cycle = 0; cycle < count; cycle += 1) {
        const elements = tags.map((tag) => document.createElement(tag))
        one.append(...elements)
        while (!elements.every(drawn)) await task()
        two.append(...elements)
        await task()
        two.replaceChildren()
        one.append(elements[0])
        elements[0].remove()
        await task()
        await task()
      }
    },
    [TAGS, count],
  )

test('300 cycles of all five blocks leave no listener, node or memory behind, and ask for nothing again', async ({ page }, info) => {
  // 510 cycles of five blocks; on a machine that is busy with other work each takes a second.
  test.setTimeout(1_200_000)
  // Data stays fresh: what is asked for again is asked for by the churn.
  await page.clock.setFixedTime(new Date())
  // Other tests publish meanwhile, and their hints have the portal read again.
  await page.route('**/v1/me/stream', () => {})
  const seen = await open(page, {
    body: '<div id="one"></div><div id="two"></div>',
    script: `const compiled = WebAssembly.instantiateStreaming
      WebAssembly.instantiateStreaming = async (...given) => {
        const made = await compiled.apply(WebAssembly, given)
        // By kind: a release build shortens the names of exports.
        globalThis.memory = Object.values(made.instance.exports).find((one) => one instanceof WebAssembly.Memory)
        return made
      }
      configure({ getToken: async () => token })`,
  })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  await devtools.send('HeapProfiler.enable')
  const measure = async () => {
    // The page's own record of events is not the kit's.
    await page.evaluate(() => (globalThis.heard.length = 0))
    for (let round = 0; round < 3; round += 1) await devtools.send('HeapProfiler.collectGarbage')
    const { usedSize } = await devtools.send('Runtime.getHeapUsage')
    const { metrics } = await devtools.send('Performance.getMetrics')
    const of = (name) => metrics.find((metric) => metric.name === name).value
    const wasm = await page.evaluate(() => globalThis.memory.buffer.byteLength)
    return { heap: usedSize, listeners: of('JSEventListeners'), nodes: of('Nodes'), wasm }
  }

  await churn(page, WARM_UP)
  const asked = api(seen).length
  const samples = [[WARM_UP, await measure()]]
  for (let cycle = WARM_UP; cycle < WARM_UP + CYCLES; cycle += SAMPLE_EVERY) {
    await churn(page, SAMPLE_EVERY)
    samples.push([cycle + SAMPLE_EVERY, await measure()])
  }
  const heap = slope(samples.map(([cycle, { heap }]) => [cycle, heap]))
  info.annotations.push({ type: 'soak', description: JSON.stringify({ heap, samples }) })
  console.log(`heap slope ${heap.toFixed(0)} bytes per cycle`, JSON.stringify(samples))

  const [[, first], [, last]] = [samples[0], samples.at(-1)]
  // At any one sample the browser may still hold the element that went last: what leaks is there in all.
  const least = (name) => Math.min(...samples.slice(-3).map(([, sample]) => sample[name]))
  expect.soft(least('listeners'), 'listeners').toBeLessThanOrEqual(first.listeners)
  expect.soft(least('nodes'), 'nodes').toBeLessThanOrEqual(first.nodes)
  expect.soft(last.wasm, 'WASM memory').toBe(first.wasm)
  expect.soft(heap, 'heap, bytes per cycle').toBeLessThan(HEAP_TOLERANCE)
  expect.soft(api(seen).slice(asked), 'requests').toEqual([])
  expect(seen.uncaught).toEqual([])
  await page.evaluate((tags) => document.getElementById('one').append(...tags.map((tag) => document.createElement(tag))), TAGS)
  await settled(page)
})
