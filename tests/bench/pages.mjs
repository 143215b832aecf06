// The pages that are measured: one brand's page with all five tags, given by the kit or the floor.

import { preloads } from './preloads.mjs'

const TAGS = ['leaderboard', 'points-history', 'reward-catalogue', 'tier-progress', 'badge-collection']

export const COUNT = TAGS.length

const body = (tags) => `<main><h1>Your membership</h1>${tags}</main>`
const ALL = body(TAGS.map((kind) => `<palier-${kind}></palier-${kind}>`).join(''))
const BOARD = body('<palier-leaderboard view="top" limit="50"></palier-leaderboard>')

const page = (head, content) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bench</title><link rel="icon" href="data:,"><style>body{margin:16px;font:16px system-ui}main{max-width:960px;margin:auto;display:grid;gap:24px}main>*{min-width:0}</style>${head}</head><body>${content}</body></html>`

const kit = `<script type="module" src="/kit/palier.js" data-endpoint="/v1"></script><script type="module">import{configure}from'/kit/palier.js';configure({getToken:async()=>'bench'})</script>`
const floor = (name) => `<script type="module" src="/floor/${name}.js"></script>`

const PROSE = Array.from({ length: 12 }, () => '<p>A paragraph of the host page, with enough words in it to fill a few lines on a phone and to be laid out like any other text.</p>').join('')
const host = (head, tags) => page(head, `<main><h1>A shop</h1><img src="/media/host.png" width="640" height="360" alt="">${PROSE}${tags}</main>`)

/** The links of the kit's `preload.html` for an English page with blocks. */
function preloaded(list) {
  const links = preloads(list, ['Every page', 'A page with blocks', 'A page in the language en '])
  if (links.length !== 4) throw new Error(`preload.html of the kit has other parts than before: ${list}`)
  return links.join('')
}

/** Every page by address. `list` is the text of the kit's `preload.html`. */
export function pages(list) {
  const preload = (script) => `<link rel="modulepreload" href="${script}">`
  return {
    '/kit-bare': page(kit, ALL),
    '/kit-preloaded': page(preloaded(list) + kit, ALL),
    '/floor-bare': page(floor('floor'), ALL),
    '/twin-bare': page(floor('twin'), ALL),
    '/floor-preloaded': page(preload('/floor/floor.js') + floor('floor'), ALL),
    '/board': page(kit, BOARD),
    '/host-alone': host('', ''),
    '/host-alone-twin': host('', ''),
    '/host-with-kit': host(kit, ALL),
  }
}
