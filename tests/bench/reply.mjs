// A reply with fixed headers, compressed once, before anything is measured.
import { brotliCompressSync } from 'node:zlib'

const TYPES = { js: 'text/javascript', css: 'text/css', wasm: 'application/wasm', json: 'application/json', svg: 'image/svg+xml', png: 'image/png', webp: 'image/webp', avif: 'image/avif', jpg: 'image/jpeg' }
const PACKED = ['js', 'css', 'wasm', 'json', 'svg', 'html']

/** The body and headers of a file of that kind, by its ending. */
export function reply(bytes, kind) {
  const type = kind === 'html' ? 'text/html;charset=utf-8' : (TYPES[kind] ?? 'application/octet-stream')
  const headers = { 'Content-Type': type, 'Cache-Control': 'no-store', 'Timing-Allow-Origin': '*', Vary: 'Accept-Encoding' }
  const packed = PACKED.includes(kind)
  const body = packed ? brotliCompressSync(bytes) : Buffer.from(bytes)
  if (packed) headers['Content-Encoding'] = 'br'
  return { body, headers: { ...headers, 'Content-Length': body.length } }
}
