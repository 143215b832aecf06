// Apps of the frameworks' own making around the components of docs/frameworks.md, bundled as brands bundle theirs.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compile as svelte } from 'svelte/compiler'
import { compileScript, parse } from 'vue/compiler-sfc'
import { withPackage } from './kit-package.js'

const HERE = fileURLToPath(new URL('apps/', import.meta.url))
const guide = readFileSync(new URL('../../../docs/frameworks.md', import.meta.url), 'utf8')

/** The code of the guide that names itself `file` in its first line, with addresses that the tests have. */
export function snippet(file) {
  const found = guide.match(new RegExp('```\\w+\\n(?://|<!--) ' + file.replace('.', '\\.') + '.*\\n([\\s\\S]*?)```'))
  if (!found) throw new Error(`docs/frameworks.md has no ${file}`)
  return found[1].replace('https://club.example/v1', '/v1').replace('/palier-kit/palier.js', '/kit/palier.js')
}

function vue(source, filename) {
  const isCustomElement = (tag) => tag.startsWith('palier-')
  const { descriptor } = parse(source, { filename, templateParseOptions: { isCustomElement } })
  return compileScript(descriptor, { id: filename, inlineTemplate: true, templateOptions: { compilerOptions: { isCustomElement } } }).content
}

const COMPILERS = {
  vue: (source, file) => ({ contents: vue(source, file), loader: 'ts' }),
  svelte: (source, file) => ({ contents: svelte(source, { filename: file, dev: true }).js.code, loader: 'js' }),
}

// Files of the guide, the brand's own session, and what only a framework's compiler can read.
const sources = {
  name: 'guide',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/(Board\.\w+|orders|club|session)$/ }, ({ path }) => ({ path: path.split('/').pop(), namespace: 'guide' }))
    onLoad({ filter: /^session$/, namespace: 'guide' }, () => ({ contents: 'export const session = async () => ((globalThis.sessions = (globalThis.sessions ?? 0) + 1), { token: globalThis.token })' }))
    onLoad({ filter: /./, namespace: 'guide' }, ({ path }) => {
      const file = path.includes('.') ? path : `${path}.ts`
      const ending = file.split('.').pop()
      const code = COMPILERS[ending]?.(snippet(file), file) ?? { contents: snippet(file), loader: ending }
      return { ...code, resolveDir: HERE }
    })
    onLoad({ filter: /\.(vue|svelte)$/ }, ({ path }) => ({ ...COMPILERS[path.split('.').pop()](readFileSync(path, 'utf8'), path) }))
  },
}

/** Bundles an app of `apps/`, with warnings on: a script for the browser, or a module for Node.js. */
export const bundle = (request, file, platform = 'browser') =>
  withPackage(request, async (folder) => {
    const { outputFiles } = await build({
      entryPoints: [HERE + file],
      bundle: true,
      write: false,
      outdir: '/',
      platform,
      format: platform === 'node' ? 'cjs' : 'iife',
      // It may stand after a line that ends without one.
      banner: { js: ';' },
      jsx: 'automatic',
      conditions: platform === 'node' ? [] : ['browser', 'development'],
      define: { 'process.env.NODE_ENV': '"development"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true' },
      nodePaths: [`${folder}/node_modules`],
      plugins: [sources],
      logLevel: 'error',
    })
    return outputFiles.find(({ path }) => path.endsWith('.js')).text
  })

/** Runs a bundle in Node.js, as a server does that draws pages; gives what it exports. */
export function onServer(text) {
  const module = { exports: {} }
  new Function('module', 'exports', 'require', text)(module, module.exports, createRequire(import.meta.url))
  return module.exports
}
