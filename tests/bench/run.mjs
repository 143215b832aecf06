// The browser benchmarks: `cargo xtask bench` starts this with parts and how often each is measured,
// as `load=15`. Prints Markdown, and writes it to the file that PALIER_BENCH_REPORT names.
import { writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { launch } from './browser.mjs'

const kit = (part) => async (browser, rounds) => {
  const { start } = await import('./server.mjs')
  const server = await start()
  try {
    return await part(browser, server, rounds)
  } finally {
    server.stop()
  }
}
// Each by itself: what one needs need not be installed for another.
const PARTS = {
  counters: ['Counters', async () => kit((await import('./counters.mjs')).counters)],
  load: ['Loading', async () => kit((await import('./load.mjs')).load)],
  host: ['Host page', async () => kit((await import('./host.mjs')).host)],
  designer: ['Designer', async () => (await import('./designer/bench.mjs')).designer],
}

const browser = await launch()
try {
  const parts = [`${new Date().toISOString().slice(0, 10)}, Chromium ${browser.version()}, ${availableParallelism()} processors, 1-minute load ${loadavg()[0].toFixed(1)}.`]
  for (const wanted of process.argv.slice(2)) {
    const [name, rounds] = wanted.split('=')
    const [title, part] = PARTS[name]
    console.log(`\n${title} …`)
    const run = await part()
    parts.push(`## ${title}\n\n${await run(browser, Number(rounds))}`)
  }
  const report = `${parts.join('\n\n')}\n`
  console.log(`\n${report}`)
  if (process.env.PALIER_BENCH_REPORT) writeFileSync(process.env.PALIER_BENCH_REPORT, report)
} finally {
  await browser.close()
}
