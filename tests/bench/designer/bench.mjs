// The designer beside Puck: the same pages, the same script, in turn within each round.
import { median, shuffled, table } from '../statistics.mjs'
import { LAYOUTS } from './documents.mjs'
import { SUBJECTS, drag, open, type, work } from './measure.mjs'
import { start } from './site.mjs'

const COUNTS = { flat: 400, slot: 300 }
const OPERATIONS = 5000
/** How many times slower a plain machine is than the one of whoever develops. */
const SLOWER = 4
/** How many blocks there are while the operations are done. */
const WORKED_ON = 100

const part = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]

/** One editor on one page: ready, typing, dragging. */
async function sample(browser, url, name, layout) {
  const count = COUNTS[layout]
  const one = await open(browser, url, name, layout, count, async (page, _, { ready, bytes }) => {
    const keys = await type(page)
    return { ready, bytes, p50: part(keys, 0.5), p95: part(keys, 0.95) }
  })
  // On a page of its own: what typing has left behind does not weigh on the drag.
  const two = await open(browser, url, name, layout, count, (page) => drag(page))
  const slow = await open(browser, url, name, layout, count, (_, __, { ready }) => ready, SLOWER)
  return {
    ...one,
    slow,
    frame: part(two.frames, 0.95),
    worst: Math.max(...two.frames),
    task: Math.max(0, ...two.tasks),
  }
}

const ROWS = [
  ['ready, ms', 'ready', '≤ 1,000'],
  [`ready on a CPU ${SLOWER} times slower, ms`, 'slow', '≤ 2,500'],
  ['key → canvas, p50, ms', 'p50', '–'],
  ['key → canvas, p95, ms', 'p95', '≤ 50'],
  ['drag frame, p95, ms', 'frame', '≤ 20'],
  ['drag frame, worst, ms', 'worst', '≤ 50'],
  ['longest task while dragging, ms', 'task', '≤ 100'],
]
const NAMES = Object.keys(SUBJECTS)

const show = (values) => `${Math.round(median(values))} (${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))})`
const megabytes = (bytes) => (bytes / 1e6).toFixed(1)

/** Runs `rounds` rounds, then the long work once, and gives the report in Markdown. */
export async function designer(browser, rounds) {
  const site = await start([...Object.entries(COUNTS), ['flat', WORKED_ON]])
  const found = {}
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const layout of LAYOUTS) {
        for (const name of shuffled(NAMES)) {
          const one = await sample(browser, site.url, name, layout)
          console.log(`round ${round + 1}, ${layout}, ${name}: ${ROWS.map(([, key]) => `${key} ${Math.round(one[key])}`).join(', ')}`)
          ;((found[layout] ??= {})[name] ??= []).push(one)
        }
      }
    }
    const worked = {}
    for (const name of NAMES) {
      worked[name] = await open(browser, site.url, name, 'flat', WORKED_ON, (page, devtools) => work(page, devtools, OPERATIONS))
      console.log(`${OPERATIONS} operations, ${name}: ${JSON.stringify(worked[name])}`)
    }
    return report(found, worked, rounds)
  } finally {
    site.stop()
  }
}

function report(found, worked, rounds) {
  const of = (layout, name, key) => found[layout][name].map((one) => one[key])
  const rows = LAYOUTS.flatMap((layout) =>
    ROWS.map(([label, key, bar]) => [layout === 'flat' ? `${COUNTS.flat} blocks: ${label}` : `${COUNTS.slot} in one slot: ${label}`, ...NAMES.map((name) => show(of(layout, name, key))), bar]),
  )
  const memory = (label, read, bar) => [label, ...NAMES.map((name) => read(worked[name])), bar]
  rows.push(
    memory(`memory after ${OPERATIONS} operations, MB`, ({ after }) => megabytes(after), '–'),
    memory(`… of this, grown, MB`, ({ before, after }) => megabytes(after - before), '< 20'),
    memory(`${OPERATIONS} operations on ${WORKED_ON} blocks, s`, ({ seconds }) => seconds.toFixed(0), '–'),
    ['download until ready, KB (1,000 bytes), brotli', ...NAMES.map((name) => (median(of('flat', name, 'bytes')) / 1000).toFixed(0)), '≤ 323'],
  )
  return [
    `Median (range) of ${rounds} rounds, in each of which either editor was opened anew; 1280 × 900, no throttling. Memory is of one run, after garbage collection: script, document and WebAssembly.`,
    table(['', ...NAMES, 'bar for Palier'], rows),
  ].join('\n\n')
}
