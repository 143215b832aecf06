// The browser benchmarks: `cargo xtask bench` starts this. Prints Markdown, and writes it to
// the file that PALIER_BENCH_REPORT names.
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { launch } from './browser.mjs'
import { counters } from './counters.mjs'
import { host } from './host.mjs'
import { load } from './load.mjs'
import { start } from './server.mjs'

const PARTS = { counters: ['Counters', counters], load: ['Loading', load], host: ['Host page', host] }
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '15' }, only: { type: 'string' } } })
const rounds = Number(values.rounds)
const chosen = values.only ? [values.only] : Object.keys(PARTS)

const server = await start()
const browser = await launch()
try {
  const parts = [`${new Date().toISOString().slice(0, 10)}, Chromium ${browser.version()}, ${availableParallelism()} processors.`]
  for (const name of chosen) {
    const [title, run] = PARTS[name]
    console.log(`\n${title} …`)
    parts.push(`## ${title}\n\n${await run(browser, server, rounds)}`)
  }
  const report = `${parts.join('\n\n')}\n`
  console.log(`\n${report}`)
  if (process.env.PALIER_BENCH_REPORT) writeFileSync(process.env.PALIER_BENCH_REPORT, report)
} finally {
  await browser.close()
  server.stop()
}
