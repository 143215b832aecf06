// Exact counters: calls out of the WASM, elements, memory, requests and their depth, layout shift.
import { COUNT } from './pages.mjs'
import { DESKTOP, PHONE, drawn, settled, visit } from './browser.mjs'
import { median, table } from './statistics.mjs'

const elements = () => {
  const count = (root) => [...root.querySelectorAll('*')].reduce((sum, node) => sum + 1 + (node.shadowRoot ? count(node.shadowRoot) : 0), 0)
  return [...document.querySelectorAll('main > *')].reduce((sum, host) => sum + (host.shadowRoot ? count(host.shadowRoot) : 0), 0)
}

// A request is one deeper than the deepest that had ended when it began.
const requests = () => {
  const all = [performance.getEntriesByType('navigation')[0], ...performance.getEntriesByType('resource')]
    .filter(({ name }) => !name.includes('/media/'))
    .sort((one, two) => one.startTime - two.startTime)
  const made = []
  for (const { name, startTime, responseEnd } of all) {
    const before = made.filter((other) => other.end <= startTime).map(({ depth }) => depth)
    made.push({ path: new URL(name).pathname + new URL(name).search, end: responseEnd, depth: 1 + Math.max(0, ...before) })
  }
  return made.map(({ path, depth }) => ({ path, depth }))
}

const tally = () => ({ calls: bench.calls, names: { ...bench.names }, memory: bench.memory() })

async function firstDraw(browser, url) {
  return visit(browser, `${url}/kit-bare`, { wanted: COUNT, counting: true, network: 'Slow 4G' }, async (page) => {
    await drawn(page)
    await settled(page)
    return { ...(await page.evaluate(tally)), elements: await page.evaluate(elements), requests: await page.evaluate(requests) }
  })
}

/** What `change` costs on a page with one board of 50 rows, until `marker` is drawn. */
async function board(browser, server, change, marker) {
  return visit(browser, `${server.url}/board`, { wanted: 1, counting: true }, async (page) => {
    await drawn(page)
    await settled(page)
    const rows = await page.locator('palier-leaderboard tbody tr').count()
    if (rows < 50) throw new Error(`the board shows ${rows} rows, expected 50`)
    await page.evaluate(() => ((bench.calls = 0), (bench.names = {})))
    await change(page)
    await page.waitForFunction(marker)
    await settled(page)
    return page.evaluate(tally)
  })
}

const text = (row) => `document.querySelectorAll('palier-leaderboard')[0].shadowRoot.querySelectorAll('tbody tr')[${row}]?.textContent`

async function switches(browser, server) {
  const away = await board(browser, server, (page) => page.evaluate(() => (document.querySelector('palier-leaderboard').board = 'month')), `${text(40)}.includes('Member 1040')`)
  const rerank = await board(
    browser,
    server,
    async (page) => {
      server.state.swapped = true
      await page.evaluate(() => import('/kit/palier.js').then(({ refresh }) => refresh(['leaderboards'])))
    },
    `${text(8)}.includes('Member 0009')`,
  ).finally(() => (server.state.swapped = false))
  return { away, rerank }
}

// The worst of the rounds: what moves may depend on what arrives first.
async function shifts(browser, url, viewport, rounds) {
  const seen = []
  for (let round = 0; round < rounds; round++) {
    const network = round % 2 ? 'Fast 4G' : undefined
    const one = await visit(browser, `${url}/kit-bare`, { viewport, network, wanted: COUNT }, async (page) => {
      await drawn(page)
      await settled(page)
      return page.evaluate(() => ({ sum: bench.shifts, moved: bench.moved }))
    })
    seen.push(one)
  }
  const worst = seen.sort((one, two) => two.sum - one.sum)[0]
  return worst.sum.toFixed(4) + (worst.sum ? ` (moved: ${[...new Set(worst.moved)].join(', ')})` : '')
}

// Timed without counting, which would cost time itself: everything after the module's last byte,
// so the compile's own end (streaming, a few ms) is included.
async function longTasks(browser, url, rounds) {
  const runs = []
  for (let round = 0; round < rounds; round++) {
    runs.push(
      await visit(browser, `${url}/kit-bare`, { cpu: 4, network: 'Fast 4G', wanted: COUNT }, async (page) => {
        await drawn(page)
        await settled(page)
        return page.evaluate(() => {
          const wasm = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm'))
          return { ready: bench.ready, tasks: bench.tasks.filter(([start]) => start >= wasm.responseEnd) }
        })
      }),
    )
  }
  return runs
}

const most = (names) =>
  Object.entries(names)
    .sort(([, one], [, two]) => two - one)
    .slice(0, 8)
    .map(([source, count]) => `${String(count).padStart(6)}  ${source.replaceAll('\n', ' ')}`)
    .join('\n')

/** Counts once, looks for shifts and long tasks `rounds` times, and gives the report in Markdown. */
export async function counters(browser, server, rounds) {
  const first = await firstDraw(browser, server.url)
  const { away, rerank } = await switches(browser, server)
  const phone = await shifts(browser, server.url, PHONE, rounds)
  const desktop = await shifts(browser, server.url, DESKTOP, rounds)
  const runs = await longTasks(browser, server.url, rounds)
  const longest = runs.map(({ tasks }) => Math.max(0, ...tasks.map(([, length]) => length)))
  // The stream of hints is opened once the reader is known, the second part of the WASM fetched once
  // all is mounted; nothing drawn waits for either.
  const needed = first.requests.filter(({ path }) => path !== '/v1/me/stream' && !/-rest-/.test(path))
  const depth = Math.max(...needed.map(({ depth }) => depth))
  const twice = first.requests.filter(({ path }, at) => first.requests.findIndex((other) => other.path === path) !== at)
  const deepest = needed.filter((request) => request.depth > 3).map(({ path, depth }) => `${path} (${depth})`)
  const rows = [
    ['WASM→JS calls, first draw of five blocks', first.calls, '–'],
    ['WASM→JS calls, switch to another board of 50 rows', away.calls, '≤ 250'],
    ['WASM→JS calls, two rows of 50 change places', rerank.calls, '≤ 150'],
    ['elements in the five shadow roots', first.elements, '≤ 1,000'],
    ['WASM memory after the first draw, bytes', first.memory, '≤ 524,288'],
    ['requests without pictures', first.requests.length, '–'],
    ['requests made twice', twice.map(({ path }) => path).join(', ') || 0, '0'],
    ['depth of requests, without the stream of hints and the second part', depth, '3'],
    [`CLS while loading, 412 × 823, worst of ${rounds}`, phone, '0'],
    [`CLS while loading, 1280 × 800, worst of ${rounds}`, desktop, '0'],
    [`longest task after the WASM, 4× CPU, ms: median (range) of ${rounds}`, `${median(longest)} (${Math.min(...longest)}–${Math.max(...longest)})`, '≤ 50'],
    [`tasks over 50 ms after the WASM, median of ${rounds}`, median(runs.map(({ tasks }) => tasks.length)), '0'],
  ]
  console.log(`first draw:\n${most(first.names)}\nswitch:\n${most(away.names)}\nchange of places:\n${most(rerank.names)}`)
  return [
    table(['counter', 'measured', 'goal'], rows),
    `Deeper than 3: ${deepest.join(', ') || 'none'}.`,
    `Long tasks of the last round [start, length]: ${JSON.stringify(runs.at(-1).tasks)}; blocks ready at ${runs.at(-1).ready.map(([tag, at]) => `${tag.slice(7)} ${at}`).join(', ')}.`,
  ].join('\n\n')
}
