// The tags on a brand's page: attributes, events, loading, fallbacks, and the JavaScript API.
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { FIVE, TAGS, api, engines, heard, open, settled, tokenOf } from './pages/host.js'

const FALLBACK = FIVE.replaceAll('></', '><a href="/club">Our club</a></')
const stateOf = (page, selector) =>
  page.locator(selector).evaluate((element) => ['loading', 'ready', 'error', 'empty'].filter((name) => element.matches(`:state(${name})`)))

test.describe('attributes and properties', () => {
  test('a property set before the tag is defined counts like the attribute', async ({ page }) => {
    const seen = await open(page, {
      body: '<palier-leaderboard id="one"></palier-leaderboard>',
      early: `Object.assign(document.getElementById('one'), { limit: 3, view: 'top', headingLevel: '4' })`,
    })
    await settled(page, '#one')
    const element = page.locator('#one')
    await expect(element).toHaveAttribute('limit', '3')
    await expect(element).toHaveAttribute('heading-level', '4')
    await expect(element.getByRole('heading', { level: 4 })).toHaveCount(1)
    expect(api(seen).some((path) => path.includes('view=top&limit=3'))).toBe(true)
  })

  test('properties and attributes are two ways to the same value, at any time', async ({ page }) => {
    await open(page, { body: '<palier-leaderboard id="one"></palier-leaderboard>' })
    await settled(page, '#one')
    const element = page.locator('#one')
    await element.evaluate((one) => (one.headingLevel = 5))
    await expect(element.getByRole('heading', { level: 5 })).toHaveCount(1)
    await element.evaluate((one) => one.setAttribute('heading', 'The race'))
    await expect(element.getByRole('heading', { name: 'The race' })).toBeVisible()
    expect(await element.evaluate((one) => [one.heading, one.headingLevel])).toEqual(['The race', '5'])
    await element.evaluate((one) => (one.heading = null))
    await expect(element).not.toHaveAttribute('heading')
    await expect(element.getByRole('heading', { name: 'The race' })).toHaveCount(0)
  })

  test('a value that does not fit is told once, with what would, and the default is used', async ({ page }) => {
    const seen = await open(page, { body: '<palier-leaderboard limit="2" loading="soon"></palier-leaderboard>' })
    await settled(page)
    expect(seen.warnings.filter((text) => text.includes('limit='))).toEqual([
      '<palier-leaderboard limit="2">: expected a whole number from 3 to 100; using "10".',
    ])
    expect(seen.warnings.filter((text) => text.includes('loading='))).toEqual([
      '<palier-leaderboard loading="soon">: expected one of: eager, lazy; using "eager".',
    ])
    // Nothing was asked for in vain: the one board, with what is used.
    const boards = new Set(api(seen).filter((path) => path.startsWith('/v1/leaderboards/')))
    expect([...boards]).toEqual(['/v1/leaderboards/default?view=around_me&limit=10'])
  })

  test('words that the page configures later take effect', async ({ page }) => {
    await open(page, { body: '<palier-tier-progress></palier-tier-progress>' })
    await settled(page)
    const heading = page.locator('palier-tier-progress').getByRole('heading', { level: 2 })
    await expect(heading).toHaveText('Your tier')
    await page.evaluate(async () => {
      const file = performance.getEntriesByType('resource').find(({ name }) => name.includes('/kit/messages-en')).name
      const texts = await (await fetch(file)).json()
      const own = texts.flatMap((text, place) => (text === 'Your tier' ? [[place, 'Your rank']] : []))
      globalThis.configure({ messages: Object.fromEntries(own) })
    })
    await expect(heading).toHaveText('Your rank')
  })

  test('an element gives back the room it kept once it shows less', async ({ page }) => {
    await page.route('**/v1/rewards?*', async (route) => {
      const reply = await route.fetch()
      const body = await reply.json()
      await route.fulfill({ response: reply, json: { ...body, items: body.items?.slice(0, 1), next_cursor: null } })
    })
    await open(page, { body: '<palier-reward-catalogue></palier-reward-catalogue>' })
    await settled(page)
    const [element, block] = await page.locator('palier-reward-catalogue').evaluate((one) => [one, one.shadowRoot.querySelector('.pl-block')].map((node) => node.getBoundingClientRect().height))
    expect(Math.abs(element - block)).toBeLessThan(2)
  })

  test('an endpoint that is no address, or a locale that is none, is said and nothing breaks', async ({ page }) => {
    const body = `<palier-leaderboard id="one" endpoint="http://">The board</palier-leaderboard>
      <palier-leaderboard id="two" locale="not a language"></palier-leaderboard>`
    const seen = await open(page, { body })
    await settled(page, '#two')
    await expect(page.locator('#one').getByRole('status')).toHaveCount(0)
    await expect(page.getByText('The board')).toBeVisible()
    const [{ id, detail }] = await heard(page, 'palier-error')
    expect([id, detail.code, detail.message]).toEqual(['one', 'bad-endpoint', 'endpoint="http://" is no address'])
    expect(seen.warnings).toContain('<palier-leaderboard locale="not a language">: expected a language tag such as fr-CH; using "en".')
    expect(seen.uncaught).toEqual([])
  })

  test('each element speaks its own language', async ({ page }) => {
    await open(page, { body: '<palier-tier-progress id="one" locale="fr"></palier-tier-progress><div lang="fr"><palier-tier-progress id="two"></palier-tier-progress></div><palier-tier-progress id="three"></palier-tier-progress>' })
    await settled(page)
    await expect(page.locator('#one').getByRole('heading', { name: 'Votre palier' })).toBeVisible()
    await expect(page.locator('#two').getByRole('heading', { name: 'Votre palier' })).toBeVisible()
    await expect(page.locator('#three').getByRole('heading', { name: 'Your tier' })).toBeVisible()
  })

  test('the theme of the element wins over the configured one, which may change', async ({ page }) => {
    await open(page, { body: '<palier-leaderboard id="one"></palier-leaderboard><palier-leaderboard id="two" theme="light"></palier-leaderboard>' })
    await settled(page)
    const themes = () => page.locator('palier-leaderboard').evaluateAll((all) => all.map((one) => one.getAttribute('theme')))
    await page.evaluate(() => globalThis.configure({ theme: 'dark' }))
    await expect.poll(themes).toEqual(['dark', 'light'])
    await page.evaluate(() => globalThis.configure({ theme: 'auto' }))
    await expect.poll(themes).toEqual(['auto', 'light'])
    await settled(page)
    const ground = (id) => page.locator(id).evaluate((one) => getComputedStyle(one.shadowRoot.querySelector('.pl-block')).backgroundColor)
    await page.evaluate(() => globalThis.configure({ theme: 'dark' }))
    await settled(page)
    await expect.poll(async () => (await ground('#one')) !== (await ground('#two'))).toBe(true)
  })

  test('a hidden element takes no room, whatever the state', async ({ page }) => {
    await open(page, { body: '<palier-leaderboard hidden></palier-leaderboard>' })
    await settled(page)
    await expect(page.locator('palier-leaderboard')).toBeHidden()
    await page.locator('palier-leaderboard').evaluate((one) => (one.hidden = false))
    await expect(page.locator('palier-leaderboard')).toBeVisible()
  })
})

test.describe('events and states', () => {
  test('each element tells once that it is ready, on its way up to the document', async ({ page }) => {
    await open(page, {})
    await settled(page)
    await page.evaluate(() => globalThis.refresh())
    await expect.poll(() => stateOf(page, 'palier-leaderboard')).toEqual(['ready'])
    const ready = await heard(page, 'palier-ready')
    expect(ready.map(({ tag }) => tag).sort()).toEqual([...TAGS].sort())
    expect(ready.every(({ bubbles, composed }) => bubbles && composed)).toBe(true)
  })

  test('an error carries code, message and whether trying again may help', async ({ page }) => {
    await page.route('**/v1/me/balances', (route) =>
      route.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify({ type: 'urn:palier:problem:bad-request', title: 'No', status: 400, detail: 'Not like this.' }) }),
    )
    await open(page, { body: '<palier-points-history></palier-points-history>' })
    await expect.poll(() => heard(page, 'palier-error')).not.toEqual([])
    const [{ detail, bubbles, composed }] = await heard(page, 'palier-error')
    expect(detail).toEqual({ code: 'bad-request', message: 'Not like this.', retryable: false })
    expect([bubbles, composed]).toEqual([true, true])
    expect(await stateOf(page, 'palier-points-history')).toEqual(['error'])
  })

  test('asking to sign in is an event that the page may answer itself', async ({ page }) => {
    await open(page, { body: '<palier-points-history></palier-points-history>', member: null })
    await settled(page, 'palier-points-history', ['signed-out'])
    await page.evaluate(() => document.addEventListener('palier-sign-in', (event) => event.preventDefault()))
    await page.locator('palier-points-history').getByText('Sign in', { exact: true }).click()
    const [event] = await heard(page, 'palier-sign-in')
    expect(event).toMatchObject({ tag: 'palier-points-history', bubbles: true, composed: true })
    expect(new URL(page.url()).pathname).toBe('/host/')
  })
})

test.describe('requests', () => {
  const TEN = `${FIVE}\n${FIVE}`

  test('ten tags ask once for each resource, once for the token, and follow one stream', async ({ page }) => {
    const seen = await open(page, { body: TEN, script: 'configure({ getToken: async ({ reason }) => { asked.push(reason); return token } })' })
    await settled(page)
    await expect.poll(() => api(seen).filter((path) => path === '/v1/me/stream').length).toBe(1)
    const asked = api(seen)
    expect(asked.filter((path, at) => asked.indexOf(path) !== at)).toEqual([])
    expect(await page.evaluate(() => globalThis.asked)).toEqual(['first'])
    expect(engines(seen)).toHaveLength(1)
  })

  test('data is asked for before the WASM has come', async ({ page }) => {
    let release
    const held = new Promise((done) => (release = done))
    await page.route('**/kit/*.wasm', async (route) => {
      await held
      await route.continue()
    })
    const seen = await open(page, {})
    const wanted = ['/v1/portal', '/v1/me', '/v1/me/balances', '/v1/tiers', '/v1/me/tier', '/v1/me/badges', '/v1/leaderboards']
    await expect.poll(() => wanted.filter((path) => !api(seen).includes(path))).toEqual([])
    release()
    await settled(page)
    const asked = api(seen)
    expect(asked.filter((path, at) => asked.indexOf(path) !== at)).toEqual([])
  })

  test('a token that lapsed is asked for again, once for all', async ({ page }) => {
    const seen = await open(page, {
      body: TEN,
      script: `configure({ getToken: async ({ reason }) => { asked.push(reason); return reason === 'expired' ? token : 'lapsed' } })`,
    })
    await settled(page)
    expect(await page.evaluate(() => globalThis.asked)).toEqual(['first', 'expired'])
    expect(seen.uncaught).toEqual([])
  })

  test('an early answer that nobody took is not given to whoever asks later', async ({ page }) => {
    await page.clock.install()
    const seen = await open(page, { body: '<palier-tier-progress></palier-tier-progress>', member: 'candidate' })
    await settled(page)
    const places = () => api(seen).filter((path) => path === '/v1/me/tier').length
    expect(places()).toBe(1)
    await page.clock.runFor(20_000)
    // Meanwhile the reader has joined.
    await page.route('**/v1/me', (route) => route.fulfill({ contentType: 'application/json', body: '{"state":"member"}' }))
    await page.evaluate(() => globalThis.refresh())
    await expect.poll(places).toBe(2)
  })

  test('who is signed in and not enrolled is told so, without a line in the console', async ({ page }) => {
    const seen = await open(page, { member: 'candidate' })
    await settled(page, undefined, ['ready', 'empty', 'not-enrolled'])
    expect(seen.errors).toEqual([])
  })

  test('a reader who is told of by a script that comes late is asked for once, as themselves', async ({ page }) => {
    const seen = await open(page, { late: 400 })
    await settled(page)
    const twice = api(seen).filter((path, index, all) => all.indexOf(path) !== index)
    expect(twice).toEqual([])
    expect(api(seen)).toContain('/v1/me/balances')
  })

  test('what could not be shown starts afresh with another configuration', async ({ page }) => {
    await open(page, { attributes: 'data-endpoint="http://"', body: '<palier-leaderboard></palier-leaderboard>', script: '' })
    await expect.poll(() => heard(page, 'palier-error')).toHaveLength(1)
    await page.evaluate(() => globalThis.configure({ endpoint: '/v1' }))
    await settled(page, 'palier-leaderboard')
    expect(await heard(page, 'palier-error')).toHaveLength(1)
  })

  test('a block says that it is ready once all of its parts are there', async ({ page }) => {
    await open(page, {
      body: '<palier-badge-collection></palier-badge-collection>',
      early: `document.addEventListener('palier-ready', ({ target }) => (globalThis.parts = target.shadowRoot.querySelectorAll('[part=series]').length))`,
    })
    await page.waitForFunction(() => globalThis.parts !== undefined)
    const series = page.locator('palier-badge-collection').locator('[part=series]')
    expect(await page.evaluate(() => globalThis.parts)).toBe(await series.count())
    expect(await series.count()).toBeGreaterThan(1)
  })

  test('a lazy element asks for nothing before it is near', async ({ page }) => {
    const seen = await open(page, { body: '<palier-leaderboard loading="lazy"></palier-leaderboard>' })
    await settled(page)
    expect(api(seen).length).toBeGreaterThan(0)
    const far = await page.context().newPage()
    await far.addInitScript(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('#gap{block-size:4000px}')
      document.adoptedStyleSheets = [sheet]
    })
    const quiet = await open(far, { body: '<div id="gap"></div><palier-leaderboard loading="lazy"></palier-leaderboard>' })
    await far.waitForLoadState('networkidle')
    expect(api(quiet)).toEqual([])
    expect(quiet.requests.filter((path) => path.endsWith('.wasm'))).toEqual([])
    await far.locator('palier-leaderboard').scrollIntoViewIfNeeded()
    await settled(far)
    expect(api(quiet).length).toBeGreaterThan(0)
  })
})

test.describe('elements that come and go', () => {
  test('a moved element stays mounted and asks for nothing', async ({ page }) => {
    const seen = await open(page, { body: '<div id="there"></div><palier-leaderboard></palier-leaderboard>' })
    await settled(page)
    await expect.poll(() => api(seen).filter((path) => path === '/v1/me/stream').length).toBe(1)
    const before = api(seen).length
    const same = await page.evaluate(async () => {
      const element = document.querySelector('palier-leaderboard')
      const block = element.shadowRoot.querySelector('.pl-block')
      document.getElementById('there').append(element)
      await new Promise((done) => setTimeout(done, 50))
      return element.shadowRoot.querySelector('.pl-block') === block
    })
    expect(same).toBe(true)
    expect(api(seen)).toHaveLength(before)
    expect(await heard(page, 'palier-ready')).toHaveLength(1)
  })

  test('an element removed while it loads leaves nothing behind, and may come back', async ({ page }) => {
    let release
    const held = new Promise((done) => (release = done))
    await page.route('**/kit/*.wasm', async (route) => {
      await held
      await route.continue()
    })
    const seen = await open(page, { body: '<palier-leaderboard id="one"></palier-leaderboard><palier-tier-progress></palier-tier-progress>' })
    await page.evaluate(() => {
      globalThis.gone = document.getElementById('one')
      globalThis.gone.remove()
    })
    release()
    await settled(page)
    expect(await page.evaluate(() => globalThis.gone.shadowRoot.querySelector('.pl-place').childElementCount)).toBe(0)
    await page.evaluate(() => document.body.append(globalThis.gone))
    await settled(page)
    expect((await heard(page, 'palier-ready')).map(({ tag }) => tag)).toEqual(['palier-tier-progress', 'palier-leaderboard'])
    expect(seen.uncaught).toEqual([])
  })

  test('an attribute that a listener sets while the block is drawn is not lost', async ({ page }) => {
    await open(page, { body: '<palier-leaderboard></palier-leaderboard>', script: `document.addEventListener('palier-state', ({ target }) => target.setAttribute('heading', 'Set meanwhile'), true)` })
    await settled(page)
    await expect(page.getByRole('heading', { name: 'Set meanwhile' })).toBeVisible()
  })

  test('the script included twice, and once under another address, is one kit', async ({ page }) => {
    const seen = await open(page, { body: `<script type="module" src="/kit/palier.js"></script><script type="module" src="/kit/palier.js?again"></script>${FIVE}` })
    await settled(page)
    expect(await heard(page, 'palier-ready')).toHaveLength(5)
    expect(engines(seen)).toHaveLength(1)
    expect([...seen.errors, ...seen.uncaught]).toEqual([])
  })
})

test.describe('the session', () => {
  test('signing out wipes what is known of the member from every block', async ({ page }) => {
    await open(page, {})
    await settled(page)
    const alias = 'Budding Rose'
    await expect(page.locator('palier-leaderboard').getByText(alias).first()).toBeVisible()
    await page.evaluate(() => globalThis.signOut())
    await settled(page, 'palier-points-history', ['signed-out'])
    await expect(page.getByText(alias)).toHaveCount(0)
    await expect(page.locator('palier-tier-progress').getByText('Your tier')).toHaveCount(0)
  })

  test('a sign-out whose next answers fail shows nothing of the member either', async ({ page }) => {
    await open(page, {})
    await settled(page)
    await expect(page.locator('palier-leaderboard').getByText('Budding Rose').first()).toBeVisible()
    await page.route(/\/v1\/(leaderboards\/|rewards)/, (route) =>
      route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{"type":"urn:palier:problem:not-found","title":"No","status":404}' }),
    )
    await page.evaluate(() => globalThis.signOut())
    await settled(page, 'palier-leaderboard, palier-reward-catalogue', ['broken'])
    await settled(page, 'palier-points-history', ['signed-out'])
    await expect(page.getByText('Budding Rose')).toHaveCount(0)
  })

  test("the previous member's late token is not used after a new configuration", async ({ page }) => {
    const other = await tokenOf(page.request, 'top')
    const used = new Set()
    page.on('request', (request) => {
      if (request.url().includes('/v1/')) used.add(request.headers().authorization)
    })
    await open(page, {
      body: '<palier-leaderboard></palier-leaderboard>',
      script: `configure({ getToken: () => new Promise((done) => (globalThis.late = () => done('late'))) })
        setTimeout(async () => {
          configure({ getToken: async () => ${JSON.stringify(other)} })
          late()
        }, 300)`,
    })
    await settled(page)
    await page.evaluate(() => globalThis.refresh())
    await settled(page)
    await expect(page.getByText('Tall Oak').first()).toBeVisible()
    expect([...used]).not.toContain('Bearer late')
  })

  test('configuring a session after the blocks are there reads them afresh', async ({ page }) => {
    await open(page, { member: 'almost', script: '' })
    await settled(page, 'palier-points-history', ['signed-out'])
    await page.evaluate(() => globalThis.configure({ getToken: async () => globalThis.token }))
    await settled(page)
  })

  test('nobody asks for what only members may read, and nothing is refused', async ({ page }) => {
    const seen = await open(page, { body: FIVE, member: null })
    await settled(page, 'palier-points-history', ['signed-out'])
    await settled(page, TAGS.filter((tag) => tag !== 'palier-points-history').join())
    expect(api(seen)).toContain('/v1/me')
    expect(api(seen).filter((path) => path.startsWith('/v1/me/'))).toEqual([])
    expect([...seen.errors, ...seen.warnings, ...seen.uncaught]).toEqual([])
  })

  test('a session that is over is not asked with again, until the page has another token', async ({ page }) => {
    const seen = await open(page, { script: `configure({ getToken: async () => globalThis.given ?? 'over' })` })
    await settled(page, 'palier-points-history', ['expired'])
    const before = api(seen).length
    const errors = seen.errors.length
    await page.evaluate(() => globalThis.refresh())
    await page.waitForLoadState('networkidle')
    expect(api(seen).slice(before)).toEqual([])
    expect(seen.errors.slice(errors)).toEqual([])
    await settled(page, 'palier-points-history', ['expired'])
    await page.evaluate(() => {
      globalThis.given = globalThis.token
      globalThis.refresh()
    })
    await settled(page)
  })

  test('refresh reads again what is named, and only that', async ({ page }) => {
    const seen = await open(page, {})
    await settled(page)
    await expect.poll(() => api(seen).filter((path) => path === '/v1/me/stream').length).toBe(1)
    const before = api(seen).length
    await page.evaluate(() => globalThis.refresh(['balances']))
    await expect.poll(() => api(seen).slice(before)).toEqual(['/v1/me/balances'])
  })
})

test.describe('fallbacks', () => {
  test("the page's own content stands until the block is ready, then gives way", async ({ page }) => {
    let release
    const held = new Promise((done) => (release = done))
    await page.route('**/kit/*.wasm', async (route) => {
      await held
      await route.continue()
    })
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
      await expect.poll(async () => (await heard(page, 'palier-error')).length).toBe(6)
      for (const { detail } of await heard(page, 'palier-error')) expect(detail).toMatchObject({ code: 'load-failed', retryable: true })
      await expect(page.getByRole('link', { name: 'Our club' }).last()).toBeVisible()
      await expect(page.locator('#bare').getByRole('status')).toHaveText('Cette partie de la page n’a pas pu être chargée.')
      expect(await stateOf(page, '#bare')).toEqual(['error'])
      expect(seen.uncaught).toEqual([])
    })
  }

  for (const file of ['*.wasm', 'messages-*']) {
    test(`${file} not there within ten seconds: the fallback stands, and a later element may try again`, async ({ page }) => {
      await page.clock.install()
      let stuck = true
      await page.route(`**/kit/${file}`, (route) => (stuck ? undefined : route.continue()))
      await open(page, { body: FALLBACK })
      await page.clock.runFor(9_000)
      expect(await heard(page, 'palier-error')).toEqual([])
      await page.clock.runFor(2_000)
      await expect.poll(async () => (await heard(page, 'palier-error')).length).toBe(5)
      expect((await heard(page, 'palier-error'))[0].detail).toEqual({ code: 'load-failed', message: 'not loaded within 10 s', retryable: true })
      await expect(page.getByRole('link', { name: 'Our club' }).last()).toBeVisible()
      stuck = false
      await page.clock.resume()
      await page.evaluate(() => {
        const element = document.querySelector('palier-tier-progress')
        element.replaceWith(document.createElement('palier-tier-progress'))
      })
      await settled(page, 'palier-tier-progress')
    })
  }

  test('after a panic another instance draws every element anew; after a second the fallbacks stand for good', async ({ page }) => {
    test.setTimeout(60_000)
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
    await expect.poll(async () => (await heard(page, 'palier-error')).length).toBe(5)
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
    await expect.poll(async () => (await heard(page, 'palier-error')).length).toBe(6)
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
    // Nobody enters it again, and nobody is told twice.
    expect(f()).toBe(undefined)
    expect(told).toEqual(['unreachable'])
    const { thrower } = guarded({
      thrower: () => {
        throw new TypeError('of the page')
      },
    })
    expect(thrower).toThrow(TypeError)
    expect(told).toHaveLength(1)
    delete globalThis[Symbol.for('palier.kit@1')]
  })
})
