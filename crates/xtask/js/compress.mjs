// Writes `.br` (quality 11) and `.gz` (level 9) beside each file named on the command
// line and prints one line of JSON: [{ file, raw, gzip, brotli }].
import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const report = process.argv.slice(2).map((file) => {
  const raw = readFileSync(file)
  const gzip = gzipSync(raw, { level: 9 })
  const brotli = brotliCompressSync(raw, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    },
  })
  writeFileSync(`${file}.gz`, gzip)
  writeFileSync(`${file}.br`, brotli)
  return { file, raw: raw.length, gzip: gzip.length, brotli: brotli.length }
})
console.log(JSON.stringify(report))
