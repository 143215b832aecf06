// Pages that swap their content, or that the browser takes away and brings back.
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { api, heard, open, settled, tokenOf } from './pages/host.js'

const BOARD = '<palier-leaderboard limit="5"><p>Our ranking</p></palier-leaderboard>'

test('Turbo changes pages back and forth: what is known is drawn at once, and nothing is asked for again', async ({ page }) => {
  const turbo = readFileSync(new URL('node_modules/@hotwired/turbo/dist/turbo.es2017-esm.js', import.meta.url), 'utf8')
  const script = `import { configure } from '/kit/palier.js'\nconfigure({ getToken: async () => ((globalThis.times = (globalThis.times ?? 0) + 1), ${JSON.stringify(await tokenOf(page.request, 'almost'))}) })`
  const html = (name, other) =>
    `<!doctype html><html lang="en"><head><title>${name}</title><link rel="icon" href="/favicon.svg"><script type="module" src="/kit/palier.js"></script><script type="module" src="/shop/club.js"></script><script type="module" src="/shop/turbo.js"></script></head><body><h1>${name}</h1><a href="/shop/${other}">Next</a>${BOARD}</body></html>`
  const files = { one: html('One', 'two'), two: html('Two', 'one'), 'club.js': script, 'turbo.js': turbo }
  const asked = []
  const said = []
  await page.route('**/shop/*', (route) => {
    const file = new URL(route.request().url()).pathname.split('/').pop()
    return route.fulfill({ contentType: file.endsWith('.js') ? 'text/javascript' : 'text/html', body: files[file] })
  })
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()))
  page.on('pageerror', (error) => said.push(String(error)))
  await page.goto('/shop/one')
  await settled(page, 'palier-leaderboard')
  await expect.poll(() => asked.includes('/v1/me/stream')).toBe(true)
  const before = api({ requests: asked }).length
  await page.evaluate(() => (globalThis.mark = true))
  const shown = async (name) => {
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await settled(page, 'palier-leaderboard')
    await expect(page.locator('palier-leaderboard').getByText('You', { exact: true })).toBeVisible()
  }
  await page.getByRole('link', { name: 'Next' }).click()
  await shown('Two')
  await page.getByRole('link', { name: 'Next' }).click()
  await shown('One')
  await page.goBack()
  await shown('Two')
  expect(await page.evaluate(() => [globalThis.mark, globalThis.times])).toEqual([true, 1])
  expect(api({ requests: asked }).slice(before)).toEqual([])
  expect(said).toEqual([])
})

// How a page's script may put new content where old was.
const SWAPS = {
  'a fragment of text': (main, html) => void (main.innerHTML = html),
  'a template that is cloned': (main, html) => {
    const template = Object.assign(document.createElement('template'), { innerHTML: html })
    main.replaceChildren(template.content.cloneNode(true))
  },
  'a template that is adopted': (main, html) => main.replaceChildren(Object.assign(document.createElement('template'), { innerHTML: html }).content),
  'another document’s body': (main, html) => {
    const other = new DOMParser().parseFromString(`<main>${html}</main>`, 'text/html')
    main.replaceWith(document.adoptNode(other.body.firstElementChild))
  },
  'a copy of what is there': (main) => main.replaceWith(main.cloneNode(true)),
  'a transition between views': (main, html) => document.startViewTransition(() => (main.innerHTML = html)).finished,
}

test('however content is swapped, the tags in it are drawn from what is known', async ({ page }) => {
  const seen = await open(page, { body: `<main>${BOARD}</main>` })
  await settled(page, 'palier-leaderboard')
  await expect.poll(() => api(seen).includes('/v1/me/stream')).toBe(true)
  const before = api(seen).length
  for (const [how, swap] of Object.entries(SWAPS)) {
    const isAnother = await page.evaluate(
      async ([swap, html]) => {
        const old = document.querySelector('palier-leaderboard')
        await new Function(`return ${swap}`)()(document.querySelector('main'), html)
        return document.querySelector('palier-leaderboard') !== old && !old.isConnected
      },
      [String(swap), BOARD],
    )
    expect(isAnother, how).toBe(true)
    await settled(page, 'palier-leaderboard')
    await expect(page.locator('palier-leaderboard').getByText('You', { exact: true }), how).toBeVisible()
  }
  expect(await heard(page, 'palier-ready')).toHaveLength(1 + Object.keys(SWAPS).length)
  expect(api(seen).slice(before)).toEqual([])
  expect([...seen.errors, ...seen.warnings, ...seen.uncaught]).toEqual([])
})

for (const mode of ['inline', 'frame'])
  test(`a page that is brought back asks who reads it: the same member stays, another is followed (${mode})`, async ({ page }) => {
    const other = await tokenOf(page.request, 'new')
    const seen = await open(page, {
      body: `<palier-points-history mode="${mode}"></palier-points-history>`,
      early: `globalThis.other = ${JSON.stringify(other)}`,
      script: 'Object.assign(globalThis, { times: 0, reader: token }); configure({ getToken: async () => ((globalThis.times += 1), globalThis.reader) })',
    })
    const history = mode === 'frame' ? page.frameLocator('palier-points-history iframe').locator('palier-points-history') : page.locator('palier-points-history')
    const state = () => history.evaluate((one) => one.shadowRoot.querySelector('[data-state]')?.dataset.state)
    await expect.poll(state).toBe('ready')
    await history.evaluate((one) => (one.kept = one.shadowRoot.querySelector('.pl-block')))
    const bring = (reader) =>
      page.evaluate((reader) => {
        globalThis.reader = globalThis[reader] ?? null
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
      }, reader)
    await bring('token')
    await expect.poll(() => page.evaluate(() => globalThis.times)).toBe(2)
    await expect.poll(state).toBe('ready')
    expect(await history.evaluate((one) => one.kept.isConnected)).toBe(true)
    await bring('nobody')
    await expect.poll(state).toBe('signed-out')
    await bring('other')
    await expect.poll(state).toMatch(/ready|empty/)
    expect(await page.evaluate(() => globalThis.times)).toBe(4)
    expect([...seen.errors, ...seen.uncaught]).toEqual([])
  })

test('a tag manager brings the script long after the tags', async ({ page }) => {
  const seen = await open(page, { body: `${BOARD}<div id="later"></div>`, kit: '/nowhere', script: '' })
  expect(await page.evaluate(() => document.querySelector('palier-leaderboard').matches(':not(:defined)'))).toBe(true)
  await page.evaluate(() => {
    const script = Object.assign(document.createElement('script'), { type: 'module', src: '/kit/palier.js' })
    Object.assign(script.dataset, { endpoint: '/v1', theme: 'dark' })
    document.head.append(script)
  })
  await settled(page, 'palier-leaderboard')
  expect(await page.locator('palier-leaderboard').evaluate((one) => one.shadowRoot.querySelector('.pl-place').dataset.theme)).toBe('dark')
  expect(api(seen).sort()).toEqual([...new Set(api(seen))].sort())
})
