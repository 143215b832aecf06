// The package `palier-kit` as apps import it: bundled, before the kit, on a server, and where there is no kit.
import { expect, test } from '@playwright/test'
import { bundle, onServer } from './pages/apps.js'
import { api, open, settled, tokenOf } from './pages/host.js'

const BOARD = '<palier-leaderboard>Our ranking</palier-leaderboard>'

/** A page of an app alone: the kit comes by the package, if at all. */
async function app(page, script) {
  const token = await tokenOf(page.request, 'almost')
  const html = `<!doctype html><html lang="en"><head><title>App</title><link rel="icon" href="/favicon.svg"></head><body>${BOARD}<script type="module" src="/app/app.js"></script></body></html>`
  const files = { '/app/': ['text/html', html], '/app/app.js': ['text/javascript', `globalThis.token = ${JSON.stringify(token)}\n${script}`] }
  const seen = { requests: [], uncaught: [] }
  await page.route('**/app/**', (route) => {
    const [contentType, body] = files[new URL(route.request().url()).pathname]
    return route.fulfill({ contentType, body })
  })
  page.on('request', (request) => seen.requests.push(new URL(request.url()).pathname))
  page.on('pageerror', (error) => seen.uncaught.push(String(error)))
  await page.goto('/app/')
  return seen
}

test('an app that is bundled loads the kit from its own folder, once, as its member', async ({ page, request }) => {
  const seen = await app(page, await bundle(request, 'package.js'))
  await page.evaluate(() => globalThis.kit.load('/kit/palier.js'))
  await page.evaluate(() => globalThis.kit.load('/kit/palier.js'))
  await settled(page, 'palier-leaderboard')
  // What was called before the kit was there has been done, in the order of the calls.
  await expect(page.getByRole('heading', { name: 'Second' })).toBeVisible()
  expect(seen.requests.filter((path) => path === '/kit/palier.js')).toHaveLength(1)
  expect(api(seen).filter((path) => path === '/v1/me')).toHaveLength(1)
  await expect(page.getByText('You', { exact: true })).toBeVisible()
  await page.evaluate(() => globalThis.kit.signOut())
  await expect(page.getByText('You', { exact: true })).toHaveCount(0)
  expect(seen.uncaught).toEqual([])
})

test('a kit that a script tag brings is the one that the package speaks to', async ({ page, request }) => {
  const app = await bundle(request, 'package.js')
  const seen = await open(page, { body: BOARD, script: app })
  await settled(page, 'palier-leaderboard')
  await expect(page.getByRole('heading', { name: 'Second' })).toBeVisible()
  await page.evaluate(() => globalThis.kit.load('/nowhere/palier.js'))
  expect(seen.requests.filter((path) => path.endsWith('palier.js'))).toEqual(['/kit/palier.js'])
})

test('where there is no kit loading it fails, and the children stay', async ({ page, request }) => {
  const seen = await app(page, await bundle(request, 'package.js'))
  const failed = await page.evaluate(() => globalThis.kit.load('/nowhere/palier.js').then(() => '', String))
  expect(failed).toContain('/nowhere/palier.js')
  await expect(page.getByText('Our ranking')).toBeVisible()
  expect(seen.uncaught).toEqual([])
})

test('on a server the package does nothing', async ({ request }) => {
  const { kit } = onServer(await bundle(request, 'package.js', 'node'))
  expect(await kit.load('/kit/palier.js')).toBe(undefined)
  for (const name of ['configure', 'refresh', 'signOut', 'discover', 'registerBlock']) expect(kit[name]({})).toBe(undefined)
})
