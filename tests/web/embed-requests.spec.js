// What the tags on a brand's page ask for, as they come and go and as the session changes.
import { expect, test } from '@playwright/test'
import { EACH, OWN, TAGS, api, engines, heard, hold, open, settled, tokenOf } from './pages/host.js'
import { problem } from './pages/replies.js'

test.describe('requests', () => {
  const TWICE = `${EACH}\n${EACH}`

  test('two tags of each kind ask once for each resource, once for the token, and follow one stream', async ({ page }) => {
    const seen = await open(page, { body: TWICE, script: 'configure({ getToken: async ({ reason }) => { asked.push(reason); return token } })' })
    await settled(page)
    await expect.poll(() => api(seen).filter((path) => path === '/v1/me/stream').length).toBe(1)
    const asked = api(seen)
    expect(asked.filter((path, at) => asked.indexOf(path) !== at)).toEqual([])
    expect(await page.evaluate(() => globalThis.asked)).toEqual(['first'])
    expect(engines(seen)).toHaveLength(1)
  })

  test('an endpoint with a slash at its end is the same backend', async ({ page }) => {
    const body = '<palier-leaderboard endpoint="/v1"></palier-leaderboard><palier-leaderboard endpoint="/v1/"></palier-leaderboard>'
    const seen = await open(page, { body })
    await settled(page, 'palier-leaderboard')
    const asked = api(seen)
    expect(asked.filter((path, at) => asked.indexOf(path) !== at)).toEqual([])
  })

  test('data is asked for before the WASM has come', async ({ page }) => {
    const release = await hold(page, '**/kit/*.wasm')
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
      body: TWICE,
      script: `configure({ getToken: async ({ reason }) => { asked.push(reason); return reason === 'expired' ? token : 'lapsed' } })`,
    })
    await settled(page)
    expect(await page.evaluate(() => globalThis.asked)).toEqual(['first', 'expired'])
    expect(seen.uncaught).toEqual([])
  })

  test('an early answer that nobody took is not given to whoever asks later', async ({ page }) => {
    await page.clock.install()
    // An engine that is there before the page's script has spoken would ask for what it needs only.
    const release = await hold(page, '**/kit/*.wasm')
    const seen = await open(page, { body: '', member: 'candidate' })
    // Now that the page's script has told who reads.
    await page.evaluate(() => document.body.append(document.createElement('palier-tier-progress')))
    const places = () => api(seen).filter((path) => path === '/v1/me/tier').length
    await expect.poll(places).toBe(1)
    release()
    await settled(page)
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
      early: `document.addEventListener('palier-ready', ({ target }) => (globalThis.parts = target.shadowRoot.querySelectorAll('[part~="series"]').length))`,
    })
    await page.waitForFunction(() => globalThis.parts !== undefined)
    const series = page.locator('palier-badge-collection').locator('[part~="series"]')
    expect(await page.evaluate(() => globalThis.parts)).toBe(await series.count())
    expect(await series.count()).toBeGreaterThan(1)
  })

  test('hints that the backend does not offer are not asked for, and cost no line in the console', async ({ page }) => {
    await page.route('**/v1/portal', async (route) => {
      const response = await route.fetch()
      // What has not changed has no body.
      if (response.status() === 304) return route.fulfill({ response })
      const portal = await response.json()
      const { operations } = portal.capabilities
      portal.capabilities.operations = operations.filter((name) => name !== 'stream_hints')
      await route.fulfill({ response, json: portal })
    })
    const seen = await open(page, {})
    await settled(page)
    // What is read again when the page comes back is read without hints, too.
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect.poll(() => api(seen).filter((path) => path === '/v1/me/balances').length).toBe(2)
    expect(api(seen)).not.toContain('/v1/me/stream')
    expect(seen.errors).toEqual([])
    await page.unrouteAll({ behavior: 'wait' })
  })

  test('the stream of hints is asked for again, however long the backend was away', async ({ page }) => {
    await page.clock.install()
    let away = true
    const tries = []
    await page.route('**/v1/me/stream', (route) => {
      tries.push(away)
      return away ? route.abort() : route.continue()
    })
    await open(page, { body: '<palier-leaderboard></palier-leaderboard>' })
    await settled(page)
    for (let minutes = 0; minutes < 20; minutes++) await page.clock.runFor(60_000)
    expect(tries.length).toBeGreaterThan(8)
    away = false
    // Told while a try is still failing, it would end no pause: browsers tell it again as well.
    await expect
      .poll(async () => {
        await page.evaluate(() => dispatchEvent(new Event('online')))
        return tries.at(-1)
      })
      .toBe(false)
  })

  test('replies that are nested as deep as any that is read fit the stack', async ({ page }) => {
    const deep = '{"a":'.repeat(60) + '1' + '}'.repeat(60)
    // The stream of hints has no end to wait for.
    await page.route(/\/v1\/(?!me\/stream)/, async (route) => {
      const reply = await route.fetch()
      if (!reply.headers()['content-type']?.includes('json')) return route.fulfill({ response: reply })
      return route.fulfill({ response: reply, body: (await reply.text()).replace('{', `{"unknown":${deep},`) })
    })
    await open(page, {})
    await settled(page)
    expect(await heard(page, 'palier-error')).toEqual([])
    await page.unrouteAll({ behavior: 'wait' })
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
    const release = await hold(page, '**/kit/*.wasm')
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
    const seen = await open(page, { body: `<script type="module" src="/kit/palier.js"></script><script type="module" src="/kit/palier.js?again"></script>${EACH}` })
    await settled(page)
    expect(await heard(page, 'palier-ready')).toHaveLength(TAGS.length)
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
      route.fulfill(problem(404, 'not-found')),
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

  for (const also of [`theme: 'dark'`, `messages: {}`, `locale: 'en-GB'`]) {
    test(`another member is another member, also with ${also}`, async ({ page }) => {
      const other = await tokenOf(page.request, 'top')
      await open(page, { body: '<palier-leaderboard></palier-leaderboard><palier-points-history></palier-points-history>' })
      await settled(page)
      await expect(page.getByText('Budding Rose').first()).toBeVisible()
      await page.evaluate(`configure({ ${also}, getToken: async () => ${JSON.stringify(other)} })`)
      await expect(page.locator('palier-leaderboard').getByText('You', { exact: true })).toBeVisible()
      await expect(page.getByText('Tall Oak').first()).toBeVisible()
      await expect(page.getByText('Budding Rose')).toHaveCount(0)
      await page.evaluate(`configure({ ${also.replace(/: .*/, ': undefined')}, getToken: null })`)
      await settled(page, 'palier-points-history', ['signed-out'])
      // Their name is on the board for everybody; which row is whose is not.
      await expect(page.locator('palier-leaderboard').getByText('You', { exact: true })).toHaveCount(0)
    })
  }

  test('whoever is nobody is asked for once', async ({ page }) => {
    await open(page, { script: 'configure({ getToken: async ({ reason }) => { asked.push(reason); return null } })' })
    await settled(page, 'palier-points-history', ['signed-out'])
    await settled(page, 'palier-leaderboard')
    expect(await page.evaluate(() => globalThis.asked)).toEqual(['first'])
  })

  for (const [how, callback, said] of [
    ['throws', `async () => { throw new Error('no service') }`, 'getToken: Error: no service'],
    ['is no function', `'abc'`, /^getToken: TypeError: /],
    ['gives an object', 'async () => ({ access_token: token })', 'getToken: gave no text (object)'],
    ['gives a web page', `async () => '<p>Sign in</p>'`, 'getToken: gave a text with spaces, which is no token'],
  ]) {
    test(`a callback that ${how} is told as such, and asks nothing of the backend`, async ({ page }) => {
      const seen = await open(page, { body: '<palier-leaderboard></palier-leaderboard>', script: `configure({ getToken: ${callback} })` })
      await settled(page, 'palier-leaderboard', ['failed'])
      const [{ detail }] = await heard(page, 'palier-error')
      expect(detail).toEqual({ code: 'no-token', message: typeof said === 'string' ? said : expect.stringMatching(said), retryable: true })
      expect(api(seen)).toEqual([])
    })
  }

  test('nobody asks for what only members may read, and nothing is refused', async ({ page }) => {
    const seen = await open(page, { body: EACH, member: null })
    await settled(page, OWN.join(), ['signed-out'])
    await settled(page, TAGS.filter((tag) => !OWN.includes(tag)).join())
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

  for (const [how, headers, more] of [
    // A minute from when it is answered: this list is older by then.
    ['as a date', () => ({ 'Retry-After': new Date(Date.now() + 60_000).toUTCString() }), {}],
    ['in the problem', () => ({}), { retry_after_ms: 60_000 }],
  ]) {
    test(`a wait that is asked for ${how} is kept: longer than a member would sit through is none`, async ({ page }) => {
      await page.route('**/v1/leaderboards/**', (route) => route.fulfill(problem(503, 'unavailable', more, headers())))
      const seen = await open(page, { body: '<palier-leaderboard></palier-leaderboard>' })
      await settled(page, 'palier-leaderboard', ['failed'])
      expect(api(seen).filter((path) => path.startsWith('/v1/leaderboards/'))).toHaveLength(1)
    })
  }
})
