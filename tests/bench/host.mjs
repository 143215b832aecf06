// What the kit costs a page that has its own content: LCP, blocking time and shift, with and without.
import { COUNT } from './pages.mjs'
import { drawn, settled, visit } from './browser.mjs'
import { interval, median, shuffled, table } from './statistics.mjs'

const SUBJECTS = ['host-alone', 'host-alone-twin', 'host-with-kit']

const read = () => ({
  lcp: bench.lcp,
  tbt: bench.tasks.reduce((sum, [, length]) => sum + Math.max(0, length - 50), 0),
  cls: bench.shifts,
})

/** Runs `rounds` rounds and gives the report in Markdown. */
export async function host(browser, server, rounds) {
  const found = Object.fromEntries(SUBJECTS.map((subject) => [subject, []]))
  for (let round = 0; round < rounds; round++) {
    for (const subject of shuffled(SUBJECTS)) {
      const sample = await visit(browser, `${server.url}/${subject}`, { cpu: 4, network: 'Fast 4G', wanted: COUNT }, async (page) => {
        if (subject === 'host-with-kit') await drawn(page)
        else await page.waitForLoadState('load')
        await settled(page)
        return page.evaluate(read)
      })
      found[subject].push(sample)
    }
  }
  const cost = (name, subject) => interval(found[subject].map((sample, round) => sample[name] - found['host-alone'][round][name]))
  const show = ({ middle, low, high }, digits) => `${middle.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`
  const row = (label, name, digits, goal) => [
    label,
    median(found['host-alone'].map((sample) => sample[name])).toFixed(digits),
    show(cost(name, 'host-with-kit'), digits),
    show(cost(name, 'host-alone-twin'), digits),
    goal,
  ]
  const head = ['', 'page alone', 'more with the kit (95 %)', 'more for a twin without it (95 %)', 'goal']
  const rows = [row('LCP, ms', 'lcp', 0, '≤ 50'), row('blocking time, ms', 'tbt', 0, '≤ 50'), row('CLS', 'cls', 4, '0')]
  return `${rounds} rounds, Fast 4G, CPU 4× slowed, 412 × 823; the tags stand below the fold of a page with its own picture.\n\n${table(head, rows)}`
}
