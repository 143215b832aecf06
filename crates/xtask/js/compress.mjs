// Writes `.br` (quality 11) and `.gz` (level 9) beside each file named on the command line.
import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

for (const file of process.argv.slice(2)) {
  const raw = readFileSync(file)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
  }
  writeFileSync(`${file}.br`, brotliCompressSync(raw, { params }))
  writeFileSync(`${file}.gz`, gzipSync(raw, { level: 9 }))
}
