// Time from navigation to all five blocks drawn: the kit against the floor, paired by round.
import { loadavg } from 'node:os'
import { COUNT } from './pages.mjs'
import { NETWORKS, drawn, visit } from './browser.mjs'
import { interval, median, ratio, shuffled, table } from './statistics.mjs'
import { difference, look, record } from './vanilla/record.mjs'

const SUBJECTS = ['kit-bare', 'floor-bare', 'twin-bare', 'kit-preloaded', 'floor-preloaded']
const CPU = 4

/** Makes the floor and refuses to go on when it does not draw what the kit draws. */
async function prepare(browser, server) {
  const kit = await look(browser, `${server.url}/kit-bare`)
  const { code, references } = await record(server.url, kit)
  server.put('/floor/floor.js', code)
  server.put('/floor/twin.js', code)
  const floor = await look(browser, `${server.url}/floor-bare`)
  const apart = difference(kit.trees, floor.trees)
  if (apart) throw new Error(`the floor does not draw what the kit draws, so nothing is measured: ${apart}`)
  const missing = kit.resources.filter((path) => !floor.resources.includes(path))
  if (missing.length) throw new Error(`the floor does not fetch ${missing.join(', ')}`)
  const late = difference(kit.trees, kit.later)
  if (late) console.log(`note: the kit's page still changes after its blocks say that they are ready, at ${late}`)
  return { references, resources: kit.resources }
}

/** Runs `rounds` rounds and gives the report in Markdown. */
export async function load(browser, server, rounds) {
  const { references, resources } = await prepare(browser, server)
  const times = {}
  const busy = []
  for (let round = 0; round < rounds; round++) {
    busy.push(loadavg()[0])
    const samples = Object.keys(NETWORKS).flatMap((network) => SUBJECTS.map((subject) => ({ network, subject })))
    for (const { network, subject } of shuffled(samples)) {
      const took = await visit(browser, `${server.url}/${subject}`, { cpu: CPU, network, wanted: COUNT }, drawn)
      ;((times[network] ??= {})[subject] ??= []).push(took)
    }
    console.log(`round ${round + 1} of ${rounds}, load ${busy.at(-1).toFixed(1)}`)
  }
  const bytes = (path) => (server.bytes(path) / 1000).toFixed(1)
  return [
    `${rounds} rounds, CPU ${CPU}× slowed, 412 × 823; 1-minute load ${Math.min(...busy).toFixed(1)}–${Math.max(...busy).toFixed(1)}.`,
    `The floor: one module of ${bytes('/floor/floor.js')} KB brotli, ${references} values taken from ${resources.length} replies; its DOM was checked equal to the kit's.`,
    ...Object.entries(times).map(([network, own]) => report(network, own)),
  ].join('\n\n')
}

function report(network, own) {
  const paired = (one, two) => interval(own[one].map((took, round) => took / own[two][round]))
  const twin = paired('twin-bare', 'floor-bare')
  const sound = twin.low >= 0.97 && twin.high <= 1.03
  const row = (name, one, two) => [name, `${Math.round(median(own[one]))}`, `${Math.round(median(own[two]))}`, ratio(paired(one, two))]
  const rows = [
    row('bare snippet', 'kit-bare', 'floor-bare'),
    row('preloaded', 'kit-preloaded', 'floor-preloaded'),
    row('A/A: the floor and its twin', 'twin-bare', 'floor-bare'),
  ]
  const verdict = sound ? 'The A/A interval lies within 0.97–1.03.' : '**Void: the A/A interval leaves 0.97–1.03.**'
  return `**${network}.** ${verdict}\n\n${table(['', 'kit, ms', 'floor, ms', 'ratio, median of pairs (95 %)'], rows)}`
}
