// What stands on a brand's page where the kit cannot be had, or stopped.
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { EACH, TAGS, heard, hold, open, settled, stateOf } from './pages/host.js'
import { problem } from './pages/replies.js'

const FALLBACK = EACH.replaceAll('></', '><a href="/club">Our club</a></')

test.describe('fallbacks', () => {
  test("the page's own content stands until the block is ready, then gives way", async ({ page }) => {
    const release = await hold(page, '**/kit/*.wasm')
    await open(page, { body: '<palier-leaderboard><img src="/favicon.svg" alt="Our board"></palier-leaderboard>' })
    await expect(page.getByAltText('Our board')).toBeVisible()
    release()
    await settled(page)
    await expect(page.getByAltText('Our board')).toBeHidden()
  })

  for (const [how, answer] of [
    ['missing', { status: 404, body: 'no' }],
    ['corrupt', { contentType: 'application/wasm', body: 'not wasm' }],
    ['a web page', { contentType: 'text/html', body: '<p>Please sign in to the network.</p>' }],
  ]) {
    test(`where the WASM is ${how} the fallback stands, words where there is none, and the event says so`, async ({ page }) => {
      await page.route('**/kit/*.wasm', (route) => route.fulfill(answer))
      const seen = await open(page, { body: `${FALLBACK}<palier-leaderboard id="bare" lang="fr"></palier-leaderboard>` })
      await expect.poll(async () => (await heard(page, 'palier-error')).length).toBe(TAGS.length + 1)
      for (const { detail } of await heard(page, 'palier-error')) expect(detail).toMatchObject({ code: 'load-failed', retryable: true })
      await expect(page.getByRole('link', { name: 'Our club' }).last()).toBeVisible()
      await expect(page.locator('#bare').getByRole('status')).toHaveText('Cette partie n’a pas pu être chargée.')
      expect(await stateOf(page, '#bare')).toEqual(['error'])
      expect(seen.uncaught).toEqual([])
    })
  }

  for (const file of ['*.wasm', 'messages-*']) {
    test(`${file} not there within ten seconds: the fallback stands, and a later element may try again`, async ({ page }) => {
      await page.clock.install()
      let stuck = true
      await page.route(`**/kit/${file}`, (route) => (stuck ? undefined : route.continue()))
      // Words may be what is missing alone, the engine being there already.
      const engine = file === '*.wasm' || page.waitForEvent('requestfinished', (request) => request.url().endsWith('.wasm'))
      await open(page, { body: FALLBACK })
      await engine
      // Time goes on by itself too, and on a busy machine a few seconds have passed by now.
      await page.clock.runFor(5_000)
      expect(await heard(page, 'palier-error')).toEqual([])
      await page.clock.runFor(6_000)
      await expect.poll(async () => (await heard(page, 'palier-error')).length).toBe(TAGS.length)
      expect((await heard(page, 'palier-error'))[0].detail).toEqual({ code: 'load-failed', message: 'not loaded within 10 s', retryable: true })
      await expect(page.getByRole('link', { name: 'Our club' }).last()).toBeVisible()
      stuck = false
      await page.clock.resume()
      await page.evaluate(() => {
        const element = document.querySelector('palier-tier-progress')
        element.replaceWith(document.createElement('palier-tier-progress'))
      })
      // The others come back with it.
      await settled(page)
    })
  }

  test('after a panic another instance draws every element anew; after a second the fallbacks stand for good', async ({ page }) => {
    await page.addInitScript(() => {
      globalThis.instances = 0
      const real = WebAssembly.instantiateStreaming
      const trapping = (call) => (...values) => {
        if (!globalThis.trap) return call(...values)
        globalThis.trap = false
        throw new WebAssembly.RuntimeError('unreachable')
      }
      // Each instance traps in the next call, once, when the test says so.
      WebAssembly.instantiateStreaming = async (...given) => {
        const { module, instance } = await real.apply(WebAssembly, given)
        globalThis.instances += 1
        const exports = Object.entries(instance.exports).map(([name, item]) => [name, typeof item === 'function' ? trapping(item) : item])
        return { module, instance: { exports: Object.fromEntries(exports) } }
      }
    })
    const seen = await open(page, { body: FALLBACK })
    await settled(page)
    const panic = () =>
      page.evaluate(() => {
        globalThis.old = document.querySelector('palier-leaderboard').shadowRoot.querySelector('.pl-block')
        globalThis.trap = true
        globalThis.refresh()
      })
    await panic()
    await expect.poll(() => page.evaluate(() => globalThis.instances)).toBe(2)
    await expect.poll(() => page.evaluate(() => globalThis.old.isConnected)).toBe(false)
    await settled(page)
    expect(await heard(page, 'palier-error')).toEqual([])
    expect(await page.evaluate(() => globalThis.instances)).toBe(2)
    // What is left of the old one does nothing; the new one follows the page.
    await page.evaluate(() => {
      globalThis.old.querySelector('button')?.click()
      document.querySelector('palier-leaderboard').heading = 'Drawn anew'
    })
    await expect(page.getByRole('heading', { name: 'Drawn anew' })).toBeVisible()
    await panic()
    await expect.poll(async () => (await heard(page, 'palier-error')).length).toBe(TAGS.length)
    for (const { detail } of await heard(page, 'palier-error')) {
      expect(detail).toEqual({ code: 'panic', message: 'the kit stopped in unreachable', retryable: false })
    }
    for (const link of await page.getByRole('link', { name: 'Our club' }).all()) await expect(link).toBeVisible()
    await page.evaluate(() => {
      globalThis.refresh()
      globalThis.signOut()
      document.querySelector('palier-leaderboard').setAttribute('limit', '5')
      document.body.append(Object.assign(document.createElement('palier-leaderboard'), { id: 'later', textContent: 'Later' }))
    })
    await expect.poll(async () => (await heard(page, 'palier-error')).length).toBe(TAGS.length + 1)
    await expect(page.getByText('Later')).toBeVisible()
    await expect(page.locator('#brand')).toBeVisible()
    expect(await page.evaluate(() => globalThis.instances)).toBe(2)
    expect(seen.uncaught).toEqual([])
  })

  test('a trap in the instance is told to the kit, and an ordinary exception is not', async () => {
    // The loader's sources are modules without a package that says so.
    const source = await readFile(new URL('../../src/embed/loader/guard.js', import.meta.url), 'utf8')
    const { guarded } = await import(`data:text/javascript,${encodeURIComponent(source)}`)
    const told = []
    globalThis[Symbol.for('palier.kit@1')] = { panicked: (message) => told.push(message) }
    // (module (func (export "f") unreachable) (memory (export "m") 1))
    const bytes = [
      [0, 97, 115, 109, 1, 0, 0, 0],
      [1, 4, 1, 96, 0, 0],
      [3, 2, 1, 0],
      [5, 3, 1, 0, 1],
      [7, 9, 2, 1, 102, 0, 0, 1, 109, 2, 0],
      [10, 5, 1, 3, 0, 0, 11],
    ]
    const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes.flat()))
    const { f, m } = guarded(instance.exports)
    expect(m).toBe(instance.exports.m)
    expect(f).toThrow(WebAssembly.RuntimeError)
    expect(told).toEqual(['unreachable'])
    // Nobody enters it again, and nobody is told twice. The glue takes apart what a call answers that may fail.
    const [, failed] = f()
    expect(failed).toBe(undefined)
    expect(told).toEqual(['unreachable'])
    const { thrower } = guarded({
      thrower: () => {
        throw new TypeError('of the page')
      },
    })
    expect(thrower).toThrow(TypeError)
    expect(told).toHaveLength(1)
    // What lacks its second part is no error; whoever called from within the instance stops all the same.
    const lacking = () => {
      throw Object.assign(new WebAssembly.RuntimeError('not yet'), { isRest: true })
    }
    expect(guarded({ lacking }).lacking()).toEqual([])
    const nested = guarded({ lacking, calling: () => nested.lacking() && told.push('went on') })
    expect(nested.calling()).toEqual([])
    expect(told).toEqual(['unreachable', 'not yet', 'not yet'])
    delete globalThis[Symbol.for('palier.kit@1')]
  })
})

const refusal = (status, type) => problem(status, type, {}, { 'Retry-After': '0' })

const told = async (page, name) => (await heard(page, name)).map(({ detail }) => detail)

for (const [what, answer] of [
  ['the sign-in page of a network', { contentType: 'text/html', body: '\n<!doctype html><p>Please sign in to the network.</p>' }],
  ['the page of a firewall', { status: 403, contentType: 'text/html', body: '<p>Denied.</p>' }],
]) {
  test(`${what} in place of the backend's answer is no final word`, async ({ page }) => {
    await page.route('**/v1/leaderboards/**', (route) => route.fulfill(answer))
    await open(page, { body: '<palier-leaderboard></palier-leaderboard>' })
    await settled(page, 'palier-leaderboard', ['failed'])
    expect(await told(page, 'palier-error')).toEqual([{ code: 'not-the-backend', message: expect.any(String), retryable: true }])
    await page.unroute('**/v1/leaderboards/**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await settled(page, 'palier-leaderboard')
  })
}

test('who is suspended is told so, which is no error', async ({ page }) => {
  await page.route(/\/v1\/me\/(ledger|balances)/, (route) => route.fulfill(refusal(403, 'suspended')))
  await open(page, { body: '<palier-points-history></palier-points-history>' })
  await settled(page, 'palier-points-history', ['suspended'])
  await expect.poll(() => told(page, 'palier-ready')).toHaveLength(1)
  expect(await told(page, 'palier-error')).toEqual([])
  expect(await stateOf(page, 'palier-points-history')).toEqual(['ready'])
})

test('a block that the backend does not offer says so to the page and its developer', async ({ page }) => {
  await page.route('**/v1/portal', async (route) => {
    const portal = await (await route.fetch()).json()
    portal.capabilities.blocks = []
    await route.fulfill({ json: portal })
  })
  const seen = await open(page, { body: '<palier-leaderboard></palier-leaderboard>' })
  await expect.poll(() => told(page, 'palier-error')).toEqual([{ code: 'not-offered', message: expect.stringContaining('capabilities'), retryable: false }])
  expect(await stateOf(page, 'palier-leaderboard')).toEqual(['error'])
  expect(seen.warnings.join()).toContain('<palier-leaderboard>: ')
})

test('each failure for another reason is told, the same one once', async ({ page }) => {
  let answer = refusal(429, 'rate-limited')
  await page.route('**/v1/leaderboards/**', (route) => route.fulfill(answer))
  await open(page, { body: '<palier-leaderboard></palier-leaderboard>' })
  const codes = async () => (await told(page, 'palier-error')).map(({ code }) => code)
  await expect.poll(codes).toEqual(['rate-limited'])
  const again = page.getByRole('button', { name: 'Try again' })
  await again.click()
  await expect(again).toBeEnabled()
  answer = refusal(500, 'internal')
  await again.click()
  await expect.poll(codes).toEqual(['rate-limited', 'internal'])
})
