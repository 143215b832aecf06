// The tags in apps of real frameworks: drawn, changed, moved, hidden and taken away by them, and taken over
// from a server. The components are those of docs/frameworks.md.
import { expect, test } from '@playwright/test'
import { bundle, onServer } from './pages/apps.js'
import { api, heard, open, settled, tokenOf } from './pages/host.js'

const ROOT = '<div id="root"></div>'
const drawn = (page, count) => page.waitForFunction((count) => document.querySelectorAll('#root *:state(ready)').length === count, count)
const told = (page) => page.evaluate(() => globalThis.told.length)
/** Runs before the kit does. */
const early = async (request, app) => `globalThis.token = ${JSON.stringify(await tokenOf(request, 'almost'))}\n${app}`
const quiet = ({ errors, warnings, uncaught }) => expect([...errors, ...warnings, ...uncaught]).toEqual([])

for (const file of ['react.jsx', 'vue.js', 'svelte.js']) {
  const name = file.split('.')[0]
  // The app draws the tags before the kit is there, or among tags that are defined.
  for (const when of ['before', 'after'])
    test(`${name}, ${when} the kit: attributes, properties, listeners, lists, and coming and going`, async ({ page, request }) => {
      const app = await bundle(request, file)
      const seen = await open(page, { body: ROOT, ...(when === 'before' ? { early: await early(request, app), script: '' } : { script: app }) })
      await drawn(page, 3)
      // The member is known before anything is asked for, and each address is asked for once.
      await expect.poll(() => api(seen).includes('/v1/me/stream')).toBe(true)
      expect(api(seen).sort()).toEqual([...new Set(api(seen))].sort())
      expect(api(seen)).toEqual(expect.arrayContaining(['/v1/me/ledger?limit=4', '/v1/leaderboards/default?view=top&limit=5']))
      expect(await page.evaluate(() => globalThis.sessions)).toBe(1)
      await expect(page.getByRole('heading', { level: 3, name: 'Leaderboard' })).toHaveCount(2)
      await expect(page.locator('#own').getByRole('heading', { level: 3, name: 'Points history' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Our ranking', includeHidden: true })).toHaveCount(2)
      expect(await told(page)).toBe(2)

      const asked = api(seen).length
      await page.evaluate(() => {
        globalThis.kept = [...document.querySelectorAll('section palier-leaderboard')].map((one) => one.shadowRoot.querySelector('.pl-block'))
        return globalThis.app({ order: ['c', 'b', 'a'] })
      })
      await drawn(page, 4)
      expect(await page.evaluate(() => globalThis.kept.every((block) => block.isConnected))).toBe(true)
      for (let round = 0; round < 4; round += 1) {
        await page.evaluate(() => globalThis.app({ on: false }))
        await page.evaluate(() => globalThis.app({ on: true }))
      }
      await drawn(page, 4)
      expect(api(seen).slice(asked)).toEqual([])
      expect(await told(page)).toBe(3)
      await page.evaluate(() => globalThis.app({ limit: 3, order: ['b'] }))
      await expect(page.locator('#b palier-leaderboard')).toHaveAttribute('limit', '3')
      await expect.poll(() => api(seen).slice(asked)).toEqual(['/v1/leaderboards/default?view=top&limit=3'])
      quiet(seen)
    })
}

test('React hides a tag while another part of the page is on its way, and it stays as it is', async ({ page, request }) => {
  const seen = await open(page, { body: ROOT, script: await bundle(request, 'react.jsx') })
  await drawn(page, 3)
  const asked = api(seen).length
  await page.evaluate(() => {
    globalThis.kept = document.querySelector('#own').shadowRoot.querySelector('.pl-block')
    globalThis.app({ late: true })
  })
  await expect(page.getByText('Soon')).toBeVisible()
  await expect(page.locator('#own')).toBeHidden()
  await page.evaluate(() => globalThis.arrive())
  await expect(page.getByText('There')).toBeVisible()
  await expect(page.locator('#own')).toBeVisible()
  expect(await page.evaluate(() => globalThis.kept.isConnected)).toBe(true)
  expect(api(seen).slice(asked).filter((path) => path !== '/v1/me/stream')).toEqual([])
  quiet(seen)
})

for (const [when, wait] of [['after the kit has drawn it', true], ['before the kit is there', false]])
  test(`markup of a server is taken over ${when}, without a warning`, async ({ page, request }) => {
    const { html } = onServer(await bundle(request, 'server-draws.jsx', 'node'))
    expect(html).toContain('<a href="/ranking">Our ranking</a></palier-leaderboard>')
    const app = await bundle(request, 'server-taken.jsx')
    const seen = await open(page, { body: `<div id="root">${html}</div>`, early: await early(request, wait ? app : `${app}\ntake()`), script: '' })
    await page.evaluate(() => (globalThis.first = document.querySelector('palier-leaderboard')))
    await settled(page, 'palier-leaderboard')
    if (wait) await page.evaluate(() => void globalThis.take())
    const order = (id) => page.evaluate((id) => document.querySelector('palier-leaderboard').dispatchEvent(new CustomEvent('palier-redeemed', { bubbles: true, detail: { id } })), id)
    await expect.poll(async () => (await order('o1'), page.evaluate(() => globalThis.orders.at(-1)))).toBe('o1')
    expect(await page.evaluate(() => [globalThis.first.isConnected, globalThis.first.matches(':state(ready)'), globalThis.recovered])).toEqual([true, true, []])
    expect(await heard(page, 'palier-ready')).toHaveLength(1)
    await expect(page.getByRole('heading', { level: 3, name: 'Leaderboard' })).toBeVisible()
    quiet(seen)
  })
