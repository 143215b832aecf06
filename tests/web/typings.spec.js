// What /kit/ tells editors of the tags: typings that TypeScript takes, and a manifest that names
// what the tags really have.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { open, settled } from './pages/host.js'

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')

const GOOD = `
import { configure, refresh } from './palier.js'
configure({ endpoint: '/v1', theme: 'dark', getToken: async ({ reason, signal }) => (signal.aborted ? null : reason) })
refresh(['balances'])
const board = document.createElement('palier-leaderboard')
board.view = 'top'
board.limit = 5
const limit: string | null = board.limit
document.querySelector('palier-portal')!.portal = 'grove'
document.addEventListener('palier-redeemed', ({ detail }) => console.log(detail.reward, detail.charged[0]?.value.toFixed(), limit))
board.addEventListener('palier-error', ({ detail: { code, retryable } }) => console.log(code.length, retryable === true))
window.addEventListener('palier-redeemed', ({ detail }) => console.log(detail.reward))
board.period = undefined
`

// As much of React's types as JSX takes; the package itself is not needed for it.
const REACT = `
export interface HTMLAttributes<T> { className?: string; children?: unknown; onClick?: (event: { currentTarget: T }) => void }
export type DetailedHTMLProps<E, T> = E & { ref?: (element: T | null) => void; key?: string }
export namespace JSX { interface IntrinsicElements { p: DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> } }
`
const RUNTIME = `export { JSX } from 'react'\nexport function jsx(type: unknown, props: unknown): unknown\nexport const jsxs: typeof jsx\n`
const JSX_GOOD = `
import type {} from 'palier-kit/react'
import { configure } from 'palier-kit'
configure()
export const page = (
  <palier-leaderboard className="board" view="top" limit={5} heading-level="3" ref={(one) => one?.setAttribute('view', one.view ?? '')}
    onpalier-redeemed={({ detail }) => detail.reward.id}>
    <p>Our ranking</p>
  </palier-leaderboard>
)
`
const JSX_BAD = `import type {} from 'palier-kit/react'\nexport const page = <palier-leaderboard view="sideways" />`

const BAD = {
  'a word that the attribute does not take': `document.createElement('palier-leaderboard').view = 'sideways'`,
  'an unknown property': `document.createElement('palier-leaderboard').colour = 'red'`,
  'an unknown option': `import { configure } from './palier.js'\nconfigure({ endpont: '/v1' })`,
  'a detail that is another': `document.addEventListener('palier-error', ({ detail }) => detail.reward)`,
}

function check(typings, source) {
  const folder = mkdtempSync(join(tmpdir(), 'palier-typings-'))
  try {
    writeFileSync(join(folder, 'palier.d.ts'), typings)
    writeFileSync(join(folder, 'page.ts'), `${source}\nexport type {} from './palier.js'\n`)
    execFileSync(process.execPath, [compiler, '--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', join(folder, 'page.ts')])
    return ''
  } catch (error) {
    return String(error.stdout)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('the typings take what the tags take, and nothing else', async ({ request }) => {
  test.setTimeout(120_000)
  const typings = await (await request.get('/kit/palier.d.ts')).text()
  expect(check(typings, GOOD)).toBe('')
  for (const [what, source] of Object.entries(BAD)) expect(check(typings, source), what).toContain('error TS')
})

test('as a package they are there for bundlers, editors and React', async ({ request }) => {
  test.setTimeout(120_000)
  const read = async (file) => (await request.get(`/kit/${file}`)).text()
  const { exports, types, customElements } = JSON.parse(await read('package.json'))
  const named = [...Object.values(exports).flatMap((one) => (typeof one === 'string' ? one : Object.values(one))), types, customElements]
  for (const file of named) expect((await request.get(new URL(file, 'http://x/kit/').pathname)).ok(), file).toBe(true)
  const folder = mkdtempSync(join(tmpdir(), 'palier-react-'))
  const put = (file, text) => {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  try {
    for (const file of ['package.json', 'palier.js', 'palier.d.ts', 'palier.react.d.ts']) put(`node_modules/palier-kit/${file}`, await read(file))
    put('node_modules/react/package.json', JSON.stringify({ name: 'react', exports: { '.': { types: './index.d.ts' }, './jsx-runtime': { types: './jsx-runtime.d.ts' } } }))
    put('node_modules/react/index.d.ts', REACT)
    put('node_modules/react/jsx-runtime.d.ts', RUNTIME)
    put('page.tsx', JSX_GOOD)
    put('wrong.tsx', JSX_BAD)
    const compile = (file) => {
      try {
        execFileSync(process.execPath, [compiler, '--noEmit', '--strict', '--jsx', 'react-jsx', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', file], { cwd: folder })
        return ''
      } catch (error) {
        return String(error.stdout)
      }
    }
    expect(compile('page.tsx')).toBe('')
    expect(compile('wrong.tsx')).toContain('"sideways"')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the manifest names the tags, with attributes and properties that they have', async ({ page, request }) => {
  const manifest = await (await request.get('/kit/custom-elements.json')).json()
  expect(manifest.schemaVersion).toBe('1.0.0')
  const [{ path, declarations, exports }] = manifest.modules
  expect(path).toBe('palier.js')
  await open(page, { body: '<palier-leaderboard></palier-leaderboard>' })
  await settled(page, 'palier-leaderboard')
  for (const { tagName, attributes, members } of declarations) {
    const wrong = await page.evaluate(
      ([tag, attributes, members]) => {
        const element = document.createElement(tag)
        const observed = element.constructor.observedAttributes
        return [...attributes.filter((name) => !observed.includes(name)), ...members.filter((name) => !(name in element))]
      },
      [tagName, attributes.map(({ name }) => name), members.map(({ name }) => name)],
    )
    expect(wrong, tagName).toEqual([])
  }
  const named = await page.evaluate(async () => Object.keys(await import('/kit/palier.js')))
  const listed = exports.filter(({ kind }) => kind === 'js').map(({ name }) => name)
  expect(listed.sort()).toEqual(named.sort())
})

test('the integrity file names every file beside it, as it is', async ({ page, request }) => {
  await page.goto('/embed/bare.html')
  const sums = await (await request.get('/kit/integrity.json')).json()
  expect(Object.keys(sums)).toEqual(expect.arrayContaining(['palier.js', 'palier.css', 'palier.d.ts', 'custom-elements.json']))
  for (const [file, sum] of Object.entries(sums)) {
    const refused = await page.evaluate(([file, integrity]) => fetch(`/kit/${file}`, { integrity }).then(() => '', String), [file, sum])
    expect(refused, file).toBe('')
  }
})
