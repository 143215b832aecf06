// Both editors on one origin, compressed beforehand: our release designer with a backend of
// fixtures, and Puck bundled as an application would bundle it.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { answer } from '../fixtures.mjs'
import { reply } from '../reply.mjs'
import { portal, puck } from './documents.mjs'

const root = new URL('../../../', import.meta.url)
const esbuild = createRequire(new URL('../../web/package.json', import.meta.url))('esbuild')
const ending = (path) => path.split('.').at(-1)

const PUCK = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Puck</title><link rel="icon" href="data:,"><link rel="stylesheet" href="puck.css"><style>.button{display:inline-block;padding:12px 20px;border-radius:8px;background:#2456d6;color:#fff}p{max-width:68ch;margin:0;padding:4px 0}</style><script type="module" src="puck.js"></script></head><body><div id="root"></div></body></html>`

async function bundled() {
  const made = await esbuild.build({
    entryPoints: [fileURLToPath(new URL('puck.jsx', import.meta.url))],
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    write: false,
    outdir: '/puck',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  return made.outputFiles.map(({ path, contents }) => [path.replaceAll('\\', '/').replace(/^.*\/puck\//, '/puck/'), reply(contents, ending(path))])
}

/** What the backend answers to the editor, besides the documents. */
function asked(path, query) {
  if (path.endsWith('/draft')) return '{}'
  if (path === '/portals') return '{"role":"admin","editor":"Bench","items":[],"as_of":"2026-11-22T16:00:00Z"}'
  return answer(path, query, { swapped: false })
}

/** Starts on a free port, with pages of `[layout, count]` blocks. */
export async function start(documents) {
  const folder = new URL('dist/designer/', root)
  if (!existsSync(folder)) throw new Error('dist/designer is not built: run `cargo xtask build` first')
  const ready = new Map(await bundled())
  ready.set('/puck/', reply(PUCK, 'html'))
  for (const [layout, count] of documents) {
    ready.set(`/puck/data.json?layout=${layout}&count=${count}`, reply(JSON.stringify(puck(layout, count)), 'json'))
    ready.set(`GET /v1/portals/${layout}-${count}/draft`, reply(JSON.stringify(portal(layout, count)), 'json'))
  }
  for (const name of readdirSync(folder).filter((name) => !/\.(br|gz)$/.test(name))) {
    ready.set(`/designer/${name === 'index.html' ? '' : name}`, reply(readFileSync(new URL(name, folder)), ending(name)))
  }
  ready.set('/favicon.svg', reply(readFileSync(new URL('public/favicon.svg', root)), 'svg'))
  let version = 0
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://bench')
    request.resume()
    let found = ready.get(pathname) ?? ready.get(request.url)
    if (pathname.startsWith('/v1/')) {
      const key = `${request.method} ${request.url}`
      const json = !ready.has(key) && asked(pathname.slice(3), searchParams)
      if (json) ready.set(key, reply(json, 'json'))
      found = ready.get(key)
    }
    if (!found) return response.writeHead(404, { 'Content-Length': 0 }).end()
    if (request.method === 'PUT') version += 1
    response.writeHead(200, { ...found.headers, ETag: `"${version}"` }).end(found.body)
  })
  server.keepAliveTimeout = 60_000
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
