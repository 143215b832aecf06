// What /kit/ tells editors of the tags: typings that TypeScript takes, and a manifest that names
// what the tags really have.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { snippet } from './pages/apps.js'
import { open, settled } from './pages/host.js'
import { withPackage } from './pages/kit-package.js'

const require = createRequire(import.meta.url)
const compiler = require.resolve('typescript/bin/tsc')

const GOOD = `
import { configure, refresh, type PalierDesigner } from './palier.js'
export const designer: PalierDesigner = {
  getToken: async ({ reason }) => (reason === 'first' ? 'token' : null),
  pickImage: async ({ current, alt, locale, signal }) => (signal.aborted ? null : { src: current, alt: alt + locale }),
  edited: ({ intention, operations }) => console.log(intention.length, operations.map(({ op }) => op)),
  checks: [{ name: 'short', check: ({ document }) => document.root.map(({ id }) => ({ node: id, level: 'warning', message: 'Long' })) }],
  commands: [{ name: 'sign', label: { en: 'Sign' }, run: ({ edit, selection }) => edit([{ op: 'insert', block: { type: 'spacer' }, after: selection[0] }, { op: 'remove', ids: [...selection] }]).length }],
}
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

const SESSION = 'export declare function session(signal: AbortSignal): Promise<{ token: string } | null>'
const JSX_GOOD = `
import type {} from 'palier-kit/react'
import { configure, load } from 'palier-kit'
configure()
load(new URL('/palier-kit/palier.js', location.href)).then(() => document.querySelector('palier-portal')?.portal)
export const page = (
  <palier-leaderboard className="board" view="top" limit={5} heading-level="3" heading={location.hash !== '' && 'Ours'} hidden
    ref={(one) => one?.setAttribute('view', one.view ?? '')} style={{ blockSize: 480 }} suppressHydrationWarning
    onClick={({ currentTarget }) => currentTarget.limit} onpalier-redeemed={({ detail }) => detail.reward.id}>
    <p>Our ranking</p>
  </palier-leaderboard>
)
`
const JSX_BAD = {
  'a word that the attribute does not take': `export const page = <palier-leaderboard view="sideways" />`,
  'an attribute that there is not': `export const page = <palier-leaderboard colour="red" />`,
  'a listener to another event': `export const page = <palier-leaderboard onpalier-redeemed={(event: MouseEvent) => event.x} />`,
}

const BAD = {
  'a word that the attribute does not take': `document.createElement('palier-leaderboard').view = 'sideways'`,
  'an unknown property': `document.createElement('palier-leaderboard').colour = 'red'`,
  'an unknown option': `import { configure } from './palier.js'\nconfigure({ endpont: '/v1' })`,
  'a picture without an address': `import type { PalierDesigner } from './palier.js'\nexport const designer: PalierDesigner = { pickImage: async () => ({ alt: 'A tree' }) }`,
  'a level that there is not': `import type { OwnCheck } from './palier.js'\nexport const check: OwnCheck = { name: 'a', check: () => [{ level: 'fatal', message: 'A' }] }`,
  'a change that there is not': `import type { OwnCommand } from './palier.js'\nexport const command: OwnCommand = { name: 'a', label: 'A', run: ({ edit }) => edit({ op: 'paint', id: 'a' }) }`,
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
  const { exports, types, customElements } = await (await request.get('/kit/package.json')).json()
  const named = [...Object.values(exports).flatMap((one) => (typeof one === 'string' ? one : Object.values(one))), types, customElements]
  for (const file of named) expect((await request.get(new URL(file, 'http://x/kit/').pathname)).ok(), file).toBe(true)
  await withPackage(request, (folder, put) => {
    for (const types of ['@types/react', 'csstype']) {
      mkdirSync(dirname(join(folder, 'node_modules', types)), { recursive: true })
      symlinkSync(dirname(require.resolve(`${types}/package.json`)), join(folder, 'node_modules', types))
    }
    const compile = (...files) => {
      try {
        execFileSync(process.execPath, [compiler, '--noEmit', '--strict', '--jsx', 'react-jsx', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', ...files], { cwd: folder })
        return ''
      } catch (error) {
        return String(error.stdout)
      }
    }
    put('session.ts', SESSION)
    for (const file of ['club.ts', 'Board.tsx', 'orders.ts']) put(file, snippet(file))
    put('page.tsx', JSX_GOOD)
    expect(compile('page.tsx', 'club.ts', 'Board.tsx', 'orders.ts')).toBe('')
    const wrong = Object.entries(JSX_BAD)
    wrong.forEach(([, source], at) => put(`wrong-${at}.tsx`, `import type {} from 'palier-kit/react'\n${source}`))
    const said = compile(...wrong.map((_, at) => `wrong-${at}.tsx`))
    wrong.forEach(([what], at) => expect(said, what).toContain(`wrong-${at}.tsx`))
  })
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
