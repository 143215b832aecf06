// What the longest tasks of a first opening do, by a trace: with a server running,
// PALIER_URL=http://127.0.0.1:8787 node tests/bench/tasks.mjs [TIMES]
// Times are those of the main thread itself, at full speed: another process that takes the processor
// does not show in them.
import { open, settled } from '../web/pages/host.js'
import { DESKTOP, launch } from './browser.mjs'

const baseURL = process.env.PALIER_URL ?? 'http://127.0.0.1:8787'
const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'v8.wasm', 'disabled-by-default-v8.wasm.detailed']
const [TASKS, PARTS] = [5, 6]

/** One trace of the five blocks' opening in a browser of its own, whose caches are cold. */
async function trace() {
  const browser = await launch()
  const page = await (await browser.newContext({ baseURL, viewport: DESKTOP, locale: 'en-GB' })).newPage()
  await browser.startTracing(page, { categories: CATEGORIES })
  await open(page, {})
  await settled(page)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
  await browser.close()
  return traceEvents
}

/** What happened on the main thread of the page's process. */
function mainThread(events) {
  const ours = new Set(events.filter(({ args }) => args?.data?.url?.endsWith('/host/page.js')).map(({ pid }) => pid))
  const thread = events.find(({ name, args, pid }) => name === 'thread_name' && args.name === 'CrRendererMain' && ours.has(pid))
  return events.filter(({ pid, tid, ph, tdur }) => pid === thread?.pid && tid === thread.tid && ph === 'X' && tdur)
}

const ms = (microseconds) => (microseconds / 1000).toFixed(1)

/** The parts of a task that took longest, summed by name; a part within another counts in both. */
function parts(task, events) {
  const within = events.filter(({ name, ts, dur }) => !name.endsWith('RunTask') && ts >= task.ts && ts + dur <= task.ts + task.dur)
  const sums = new Map()
  for (const event of within) sums.set(event.name, [...(sums.get(event.name) ?? []), event])
  const rows = [...sums].map(([name, all]) => ({ name, times: all.length, sum: all.reduce((sum, { tdur }) => sum + tdur, 0) }))
  rows.sort((one, two) => two.sum - one.sum)
  return rows.slice(0, PARTS).map(({ name, times, sum }) => `${name} ${ms(sum)} (${times})`)
}

for (let time = 0; time < Number(process.argv[2] ?? 3); time += 1) {
  const events = mainThread(await trace())
  const tasks = events.filter(({ name }) => name === 'RunTask').sort((one, two) => two.tdur - one.tdur)
  for (const task of tasks.slice(0, TASKS)) console.log(`${ms(task.tdur)} ms: ${parts(task, events).join(', ')}`)
  console.log()
}
