// Weighs the decoders that the kit could read replies with: node tests/bench/decoders/run.mjs
// Each is built alone, optimised as the kit is, and compared with the same program that reads nothing.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'

const here = fileURLToPath(new URL('.', import.meta.url))
const target = fileURLToPath(new URL('../../../target/palier/decoders', import.meta.url))
const optimiser = fileURLToPath(new URL('../../web/node_modules/binaryen/bin/wasm-opt', import.meta.url))
const FEATURES = ['bulk-memory', 'bulk-memory-opt', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue']

function weigh(feature) {
  const run = (program, ...args) => execFileSync(program, args, { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] })
  run('cargo', 'build', '--release', '--target', 'wasm32-unknown-unknown', '--target-dir', target, ...(feature ? ['--features', feature] : []))
  const out = `${target}/${feature || 'none'}.wasm`
  mkdirSync(target, { recursive: true })
  run(process.execPath, optimiser, '-Oz', ...FEATURES.map((name) => `--enable-${name}`), '--strip-debug', '--strip-producers', `${target}/wasm32-unknown-unknown/release/decoders.wasm`, '-o', out)
  const bytes = readFileSync(out)
  return { raw: bytes.length, brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } }).length }
}

const none = weigh('')
console.log('| decoder | wasm, raw | wasm, brotli |\n| --- | --- | --- |')
for (const feature of ['wire', 'serde_json', 'serde_wasm_bindgen']) {
  const { raw, brotli } = weigh(feature)
  console.log(`| ${feature} | ${raw - none.raw} | ${brotli - none.brotli} |`)
}
