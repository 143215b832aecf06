// A backend whose stream of hints the test holds in its hands; everything else the real server answers.

import { createServer } from 'node:http'

const REAL = process.env.PALIER_URL ?? 'http://127.0.0.1:8787'

/**
 * Starts it. `endpoint` is for the tags; `streams` are those that were opened, in order: `since` is the
 * `Last-Event-ID`, `isOpen` says whether the reader is still there, `send` tells it something, `end` ends it.
 */
export async function backend() {
  const streams = []
  const server = createServer(async (request, response) => {
    const { origin, authorization, 'last-event-id': since } = request.headers
    if (request.url !== '/v1/me/stream' || request.method !== 'GET') return pass(request, response)
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Access-Control-Allow-Origin': origin })
    response.write('id: 1\n\n')
    const stream = { since, authorization, isOpen: true, send: (id, topic) => response.write(`id: ${id}\ndata: ${JSON.stringify({ topic })}\n\n`), end: () => response.end() }
    response.on('close', () => (stream.isOpen = false))
    streams.push(stream)
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { endpoint: `http://127.0.0.1:${server.address().port}/v1`, streams, close }
}

async function pass(request, response) {
  const { host, connection, ...headers } = request.headers
  const real = await fetch(REAL + request.url, { method: request.method, headers })
  const body = Buffer.from(await real.arrayBuffer())
  const back = [...real.headers].filter(([name]) => !['content-encoding', 'content-length', 'transfer-encoding', 'connection'].includes(name))
  response.writeHead(real.status, Object.fromEntries(back)).end(body)
}
