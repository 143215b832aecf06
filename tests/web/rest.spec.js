// The WASM's second part: what no first opening needs, and what happens before it is there.
import { expect, test } from '@playwright/test'
import { portal as bench } from '../bench/designer/documents.mjs'
import { enter, portal } from './pages/designer.js'
import { TAGS, heard, open, settled } from './pages/host.js'
import { WAYS, small } from './pages/small.js'
import { attributed } from './pages/tags.js'

const REST = /-rest-[0-9a-f]+\.wasm$/

test.beforeEach(async ({ request }) => {
  const files = Object.keys(await (await request.get('/kit/integrity.json')).json())
  test.skip(!files.some((file) => REST.test(file)), 'development builds come in one part')
})

/** Lets the part come as it is asked for: `fetch` without hurry, `xhr` when a call waits for it. */
async function watch(page, { fetch = true, xhr = true } = {}) {
  const asked = []
  await page.route(REST, (route) => {
    const how = route.request().resourceType()
    asked.push(how)
    return { fetch, xhr }[how] ? route.continue() : route.abort()
  })
  return asked
}

/** How many instances a page has started: one that lacked the part at once gives way to another. */
const instances = (page) =>
  page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /\/(palier|portal)-[0-9a-f]+\.js/.test(name)).length)

for (const member of ['almost', 'top', null])
  test(`the five blocks draw themselves for ${member ?? 'nobody'} without it`, async ({ page }) => {
    const asked = await watch(page, { fetch: false, xhr: false })
    const seen = await open(page, { member })
    await settled(page, TAGS.join(), ['ready', 'empty', 'signed-out'])
    await expect.poll(() => asked).toContain('fetch')
    expect(asked).not.toContain('xhr')
    expect(seen.uncaught).toEqual([])
  })

for (const member of ['almost', null])
  test(`with every attribute that they take they draw themselves for ${member ?? 'nobody'} without it`, async ({ page, request }) => {
    test.setTimeout(180_000)
    const asked = await watch(page, { fetch: false, xhr: false })
    for (const [tag, ways] of Object.entries(await attributed(request))) {
      await test.step(tag, async () => {
        await open(page, { body: ways.join(''), member })
        await settled(page, tag, ['ready', 'empty', 'signed-out'])
        expect.soft(await instances(page), tag).toBe(1)
      })
    }
    expect(asked).not.toContain('xhr')
  })

for (const member of ['almost', ''])
  test(`the shop of the demo opens for ${member || 'nobody'} without it`, async ({ page }) => {
    const asked = await watch(page, { fetch: false, xhr: false })
    await page.addInitScript((id) => sessionStorage.setItem('palier-demo-member', id), member)
    await page.goto('/embed/')
    await settled(page, TAGS.map((tag) => `${tag}:not([loading])`).join(), ['ready', 'empty', 'signed-out'])
    await expect.poll(() => asked).toContain('fetch')
    expect(asked).not.toContain('xhr')
    expect(await instances(page)).toBe(1)
  })

for (const [name, how] of Object.entries(WAYS))
  for (const member of ['almost', 'top', null])
    test(`a programme of ${name} draws itself for ${member ?? 'nobody'} without it`, async ({ page }) => {
      const asked = await watch(page, { fetch: false, xhr: false })
      await small(page, how)
      await open(page, { member })
      await settled(page, TAGS.join(), ['ready', 'empty', 'signed-out'])
      await expect.poll(() => asked).toContain('fetch')
      expect(asked).not.toContain('xhr')
      expect(await instances(page)).toBe(1)
    })

for (const portal of ['grove', 'arcade', 'guild'])
  test(`a portal opens without it: ${portal}`, async ({ page }) => {
    const asked = await watch(page, { fetch: false, xhr: false })
    await page.goto(`/p/${portal}`)
    await settled(page, '.pg-page [data-block]', ['ready', 'empty', 'signed-out'])
    await expect.poll(() => asked).toContain('fetch')
    expect(asked).not.toContain('xhr')
  })

for (const [name, root] of [
  ['one that is published', null],
  ['a plain one', bench('flat', 24).root],
  ['a long one', bench('flat', 400).root],
  ['one with a long slot', bench('slot', 300).root],
  ['an empty one', []],
])
  test(`the designer opens a portal without it: ${name}`, async ({ page }) => {
    const asked = await watch(page, { fetch: false, xhr: false })
    await enter(page, root ? await portal(page, root) : 'grove', { as: 'designer' })
    await expect.poll(() => asked).toContain('fetch')
    expect(asked).not.toContain('xhr')
  })

test('it comes after the first draw, by itself and once', async ({ page }) => {
  const asked = await watch(page)
  await open(page, {})
  await settled(page)
  await expect.poll(() => asked).toEqual(['fetch'])
})

// What a page may do to a tag that is drawn already.
const HASTE = {
  'takes it away': (tag) => tag.remove(),
  'puts another in its place': (tag) => tag.replaceWith(document.createElement(tag.localName)),
  'sets an attribute': (tag) => void (tag.heading = 'Set at once'),
  'changes its language': (tag) => void (tag.locale = 'fr'),
  'puts it into a frame': (tag) => void (tag.mode = 'frame'),
  'takes it away for a while': (tag) => (tag.remove(), setTimeout(() => document.querySelector('main').append(tag), 50)),
  'reads everything again': () => globalThis.refresh(),
}
const DRAWN = {
  'sets an attribute': (page) => page.getByRole('heading', { name: 'Set at once' }),
  'changes its language': (page) => page.getByRole('heading', { name: 'Classement' }),
  'puts it into a frame': (page) => page.frameLocator('palier-leaderboard iframe').getByRole('heading', { name: 'Leaderboard' }),
}

for (const [what, act] of Object.entries(HASTE))
  test(`a page that ${what} before it is there waits for it, without an error or another instance`, async ({ page }) => {
    const asked = await watch(page)
    const there = page.waitForResponse(REST)
    const script = `configure({ getToken: async () => token }); addEventListener('palier-ready', function first({ target }) {
      if (target.localName !== 'palier-leaderboard') return
      removeEventListener('palier-ready', first)
      ;(${act})(target)
    })`
    const seen = await open(page, { body: '<main><palier-leaderboard></palier-leaderboard><palier-tier-progress></palier-tier-progress></main>', script })
    await there
    await settled(page, 'palier-tier-progress')
    if (what !== 'takes it away') await expect((DRAWN[what] ?? ((page) => page.getByRole('heading', { name: 'Leaderboard' })))(page)).toBeVisible()
    await expect(page.locator('palier-leaderboard')).toHaveCount(what === 'takes it away' ? 0 : 1)
    expect(await instances(page)).toBe(1)
    expect(asked).not.toContain('xhr')
    expect(await heard(page, 'palier-error')).toEqual([])
    expect([...seen.errors, ...seen.warnings, ...seen.uncaught]).toEqual([])
  })

test('signing out before it is there forgets the member at once, without an error', async ({ page }) => {
  const seen = await open(page, { body: '<palier-points-history></palier-points-history>', script: `configure({ getToken: async () => token }); addEventListener('palier-ready', () => signOut(), { once: true })` })
  await settled(page, 'palier-points-history', ['signed-out'])
  expect(await heard(page, 'palier-error')).toEqual([])
  expect([...seen.errors, ...seen.warnings, ...seen.uncaught]).toEqual([])
})

/** Opens a reward by keyboard, as a member would at once. */
async function reward(page) {
  const catalogue = page.locator('palier-reward-catalogue')
  await catalogue.getByRole('listitem').first().locator('button, a').first().press('Enter')
  return catalogue.getByRole('dialog')
}

test('whoever is quicker than it waits for it, and no longer', async ({ page }) => {
  const asked = await watch(page, { fetch: false })
  const seen = await open(page, { body: '<palier-reward-catalogue></palier-reward-catalogue>' })
  await settled(page, 'palier-reward-catalogue')
  await expect(await reward(page)).toBeVisible()
  expect(asked.filter((how) => how === 'xhr')).toHaveLength(1)
  expect(seen.uncaught).toEqual([])
})

test('where it cannot be had the block falls back, and may be had again', async ({ page }) => {
  await watch(page, { fetch: false, xhr: false })
  const seen = await open(page, { body: '<palier-reward-catalogue><a href="/club">Our club</a></palier-reward-catalogue>' })
  await settled(page, 'palier-reward-catalogue')
  await reward(page)
  await expect(page.getByRole('link', { name: 'Our club' })).toBeVisible()
  await expect.poll(() => heard(page, 'palier-error')).toHaveLength(1)
  expect((await heard(page, 'palier-error'))[0].detail).toMatchObject({ code: 'load-failed', retryable: true })
  await page.unroute(REST)
  await page.evaluate(() => globalThis.refresh())
  await settled(page, 'palier-reward-catalogue')
  await expect(await reward(page)).toBeVisible()
  expect(seen.uncaught).toEqual([])
})

test('a page whose policy forbids requests that block has it, without an error', async ({ page }) => {
  const asked = await watch(page, { fetch: false })
  await open(page, { body: '<palier-reward-catalogue></palier-reward-catalogue>', headers: { 'Permissions-Policy': 'sync-xhr=()' } })
  await settled(page, 'palier-reward-catalogue')
  await expect.poll(() => asked).toContain('fetch')
  await page.unroute(REST)
  await reward(page)
  // Whatever was on its way began afresh, with the whole instance.
  await expect.poll(() => instances(page)).toBe(2)
  await settled(page, 'palier-reward-catalogue')
  await expect(await reward(page)).toBeVisible()
  expect(await heard(page, 'palier-error')).toEqual([])
})
