// A static server with fixed headers: the release kit, the media, the fixtures as /v1, the pages.
// Everything is compressed once, at brotli quality 11, before anything is measured.
import { createServer } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { answer } from './fixtures.mjs'
import { pages } from './pages.mjs'
import { reply } from './reply.mjs'

const root = new URL('../../', import.meta.url)
const ending = (path) => path.split('.').at(-1)

/** The host page's own picture, 640 × 360, of 60 KB that no encoding makes smaller. */
function picture() {
  const [width, height] = [640, 360]
  const rows = Buffer.alloc((width + 1) * height)
  let seed = 7
  for (let y = 0; y < height; y++) {
    for (let x = 1; x <= width; x++) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
      rows[y * (width + 1) + x] = (y >> 1) + ((seed >> 16) & 3)
    }
  }
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc(body))
    return Buffer.concat([size, body, sum])
  }
  const head = Buffer.from([0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255, 8, 0, 0, 0, 0])
  const magic = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([magic, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function crc(bytes) {
  let sum = -1
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ -1) >>> 0
}

function file(path) {
  const at = path.startsWith('/kit/') ? new URL(`dist${path}`, root) : new URL(`public${path}`, root)
  return existsSync(at) && path.includes('.') && !path.includes('..') ? reply(readFileSync(at), ending(path)) : null
}

/** Starts on a free port. `put` adds a file; `state` steers the fixtures. */
export async function start() {
  const list = new URL('dist/kit/preload.html', root)
  if (!existsSync(list)) throw new Error('dist/kit has no preload.html: run `cargo xtask build` first')
  const state = { swapped: false }
  const ready = new Map()
  for (const [path, text] of Object.entries(pages(readFileSync(list, 'utf8')))) ready.set(path, reply(text, 'html'))
  ready.set('/media/host.png', reply(picture(), 'png'))

  const find = (method, { pathname, search, searchParams }) => {
    if (method !== 'GET') return reply('{}', 'json')
    const key = pathname.startsWith('/v1') ? `${pathname}${search} ${state.swapped}` : pathname
    if (!ready.has(key)) {
      const json = pathname.startsWith('/v1/') && answer(pathname.slice(3), searchParams, state)
      ready.set(key, json ? reply(json, 'json') : file(pathname))
    }
    return ready.get(key)
  }
  const server = createServer((request, response) => {
    const found = find(request.method, new URL(request.url, 'http://bench'))
    if (found) response.writeHead(200, found.headers).end(found.body)
    else response.writeHead(404, { 'Content-Length': 0 }).end()
  })
  server.keepAliveTimeout = 60_000
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${server.address().port}`
  return {
    url,
    state,
    put: (path, text) => ready.set(path, reply(text, ending(path))),
    bytes: (path) => find('GET', new URL(path, url))?.body.length ?? 0,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
