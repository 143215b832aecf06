// The tags on a brand's page: attributes, properties, events and states.
import { expect, test } from '@playwright/test'
import { TAGS, api, heard, open, settled, stateOf } from './pages/host.js'
import { problem } from './pages/replies.js'

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

  test('a property’s name that a template wrote as an attribute is that attribute', async ({ page }) => {
    // HTML makes small letters of them.
    const seen = await open(page, { body: '<palier-points-history pageSize="4" headingLevel="3" id="one"></palier-points-history>' })
    await settled(page, '#one')
    const element = page.locator('#one')
    await expect(element.getByRole('heading', { level: 3, name: 'Points history' })).toBeVisible()
    expect(api(seen).filter((path) => path.includes('/ledger'))).toEqual(['/v1/me/ledger?limit=4'])
    // The attribute itself comes first, and the tag writes neither.
    await element.evaluate((one) => one.setAttribute('heading-level', '5'))
    await expect(element.getByRole('heading', { level: 5, name: 'Points history' })).toBeVisible()
    await element.evaluate((one) => one.removeAttribute('heading-level'))
    await expect(element.getByRole('heading', { level: 3, name: 'Points history' })).toBeVisible()
    expect(await element.evaluate((one) => one.getAttributeNames().sort())).toEqual(['headinglevel', 'id', 'pagesize'])
    expect(seen.warnings).toEqual([])
  })

  test('a property that is false is as absent as one that is null', async ({ page }) => {
    await open(page, { body: '<palier-leaderboard id="one" heading="The race"></palier-leaderboard>' })
    await settled(page, '#one')
    for (const nothing of [false, null, undefined]) {
      await page.locator('#one').evaluate((one, nothing) => Object.assign(one, { heading: 'The race' }, { heading: nothing }), nothing)
      await expect(page.locator('#one')).not.toHaveAttribute('heading')
    }
    await expect(page.getByRole('heading', { name: 'Leaderboard' })).toBeVisible()
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

  test('words that the page configures later take effect, and a name that is none is said', async ({ page }) => {
    const seen = await open(page, { body: '<palier-tier-progress></palier-tier-progress>' })
    await settled(page)
    const heading = page.locator('palier-tier-progress').getByRole('heading', { level: 2 })
    await expect(heading).toHaveText('Your tier')
    await page.evaluate(() => globalThis.configure({ messages: { 'tier_progress.title': 'Your rank', 'tier_progress.tilte': 'x' } }))
    await expect(heading).toHaveText('Your rank')
    expect(seen.warnings).toEqual([expect.stringMatching(/^configure: there is no message "tier_progress.tilte"; message-names-\w+\.json lists all\.$/)])
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
    expect(seen.warnings).toContain('<palier-leaderboard>: endpoint="http://" is no address')
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

  test('texts in another language than was wished for say which they are in', async ({ page }) => {
    await open(page, { body: '<palier-tier-progress locale="ar"></palier-tier-progress>' })
    await settled(page)
    const block = page.locator('palier-tier-progress').locator('.pl-block')
    await expect(block).toHaveAttribute('lang', 'en')
    await expect(block).toHaveAttribute('dir', 'ltr')
    await page.locator('palier-tier-progress').evaluate((one) => (one.locale = 'fr-CH'))
    await expect(block).toHaveAttribute('lang', 'fr-CH')
  })

  test('what a language from right to left writes stays together among words from left to right', async ({ page }) => {
    await open(page, { body: '<div dir="rtl"><palier-leaderboard locale="ar"></palier-leaderboard></div>' })
    await settled(page, 'palier-leaderboard')
    const line = page.locator('palier-leaderboard').locator('.status')
    await expect(line).toHaveText(/^Ends .*[\u0600-\u06ff].* · .*members ranked$/)
    // Where it is on screen: all that is written before the dot, the dot, all that follows.
    const [before, dot, after] = await line.evaluate((node) => {
      const [text] = node.childNodes
      const at = text.data.indexOf('·')
      return [[0, at], [at, at + 1], [at + 1, text.length]].map(([from, to]) => {
        const range = document.createRange()
        range.setStart(text, from)
        range.setEnd(text, to)
        const { left, right } = range.getBoundingClientRect()
        return { left, right }
      })
    })
    expect(before.right).toBeLessThanOrEqual(dot.left + 1)
    expect(dot.right).toBeLessThanOrEqual(after.left + 1)
  })

  test('texts of which some are the page’s own still say which language the others are in', async ({ page }) => {
    await open(page, { body: '<palier-tier-progress locale="ar"></palier-tier-progress>', script: `configure({ getToken: async () => token, messages: { 'tier_progress.title': 'رتبتك' } })` })
    const block = page.locator('palier-tier-progress').locator('.pl-block')
    await expect(block.getByRole('heading', { name: 'رتبتك' })).toBeVisible()
    await expect(block).toHaveAttribute('lang', 'en')
    // All of them: in the language that was wished for.
    const names = await page.evaluate(async () => (await fetch(performance.getEntriesByType('resource').find(({ name }) => name.includes('message-names')).name)).json())
    await page.evaluate((names) => globalThis.configure({ messages: Object.fromEntries(names.map((name) => [name, name])) }), names)
    await expect(block).toHaveAttribute('lang', 'ar')
  })

  test('texts that stand in for another language count as their own language does', async ({ page }) => {
    await page.route('**/v1/rewards?*', async (route) => {
      const reply = await route.fetch()
      return route.fulfill({ response: reply, json: { ...(await reply.json()), total: 21 } })
    })
    // In Latvian 21 goes with the singular.
    await open(page, { body: '<palier-reward-catalogue locale="lv"></palier-reward-catalogue>' })
    await expect(page.getByText('21 rewards', { exact: true })).toBeVisible()
  })

  test('shadow and text colour of the page’s own hold in dark schemes too', async ({ page }) => {
    await open(page, { body: '<div style="--palier-shadow: none; --palier-color-accent-text-dark: rgb(1, 2, 3)"><palier-tier-progress theme="dark"></palier-tier-progress></div>', member: '', script: '' })
    await settled(page, 'palier-tier-progress')
    const block = page.locator('palier-tier-progress').locator('.pl-block')
    await expect(block).toHaveCSS('box-shadow', 'none')
    expect(await block.evaluate((node) => getComputedStyle(node).getPropertyValue('--_accent-text'))).toBe('rgb(1, 2, 3)')
  })

  test('an address to sign in at that is no link leaves the button and its event', async ({ page }) => {
    await page.route('**/v1/portal*', async (route) => {
      const reply = await route.fetch()
      const json = await reply.json()
      return route.fulfill({ response: reply, json: { ...json, programme: { ...json.programme, sign_in_url: 'javascript:alert(1)' } } })
    })
    await open(page, { body: '<palier-points-history></palier-points-history>', member: '', script: '' })
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('link', { name: 'Sign in' })).toHaveCount(0)
    expect(await heard(page, 'palier-sign-in')).toHaveLength(1)
  })

  test('an element in a shadow root speaks the language of what is around it', async ({ page }) => {
    await open(page, { body: '<div lang="fr"><div id="host"></div></div>' })
    await page.evaluate(() => {
      document.querySelector('#host').attachShadow({ mode: 'open' }).append(document.createElement('palier-tier-progress'))
    })
    await expect(page.getByRole('heading', { name: 'Votre palier' })).toBeVisible()
  })

  test('another theme redraws nothing: what the reader chose stays, and so does the focus', async ({ page }) => {
    await open(page, { body: '<palier-leaderboard></palier-leaderboard>' })
    await settled(page)
    const top = page.getByRole('button', { name: 'Top', exact: true })
    await top.click()
    await page.evaluate(() => globalThis.configure({ theme: 'dark' }))
    await expect(page.locator('palier-leaderboard .pl-place')).toHaveAttribute('data-theme', 'dark')
    await expect(top).toHaveAttribute('aria-pressed', 'true')
    await expect(top).toBeFocused()
    expect(await heard(page, 'palier-ready')).toHaveLength(1)
  })

  test('an option that there is not is said', async ({ page }) => {
    const seen = await open(page, { body: '<palier-leaderboard></palier-leaderboard>', script: `configure({ endpont: '/v1' })` })
    await settled(page, 'palier-leaderboard')
    expect(seen.warnings).toEqual([expect.stringMatching(/^configure: there is no option "endpont"; there are endpoint, getToken, /)])
  })

  test('a theme or a topic that there is not is said, and no options are none', async ({ page }) => {
    const seen = await open(page, { body: '<palier-leaderboard theme="drak"></palier-leaderboard>' })
    await settled(page, 'palier-leaderboard')
    const told = '<palier-leaderboard theme="drak">: neither light, dark nor auto, and no theme of that id was to be had (not-found); using "auto".'
    await expect.poll(() => seen.warnings).toEqual([told])
    await page.evaluate(() => (configure(null), refresh('balance')))
    await expect.poll(() => seen.warnings).toContain('refresh: there is no topic "balance"')
    expect(seen.uncaught).toEqual([])
  })

  test('the titles of rewards follow the level of their block’s heading', async ({ page }) => {
    await open(page, { body: '<palier-reward-catalogue page-size="2"></palier-reward-catalogue>' })
    await settled(page, 'palier-reward-catalogue')
    const title = page.locator('[part~="card-title"]').first()
    await expect(title).toHaveAttribute('aria-level', '3')
    await page.locator('palier-reward-catalogue').evaluate((one) => (one.headingLevel = 4))
    await expect(title).toHaveAttribute('aria-level', '5')
  })

  test('the theme of the element wins over the configured one, which may change', async ({ page }) => {
    await open(page, { body: '<palier-leaderboard id="one"></palier-leaderboard><palier-leaderboard id="two" theme="light"></palier-leaderboard>' })
    await settled(page)
    const themes = () => page.locator('palier-leaderboard .pl-place').evaluateAll((all) => all.map((one) => one.dataset.theme))
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
      route.fulfill(problem(400, 'bad-request', { detail: 'Not like this.' })),
    )
    await open(page, { body: '<palier-points-history></palier-points-history>' })
    await expect.poll(() => heard(page, 'palier-error')).not.toEqual([])
    const [{ detail, bubbles, composed }] = await heard(page, 'palier-error')
    expect(detail).toEqual({ code: 'bad-request', message: 'Not like this.', retryable: false })
    expect([bubbles, composed]).toEqual([true, true])
    expect(await stateOf(page, 'palier-points-history')).toEqual(['error'])
  })

  test('who may not see a block is told what to do, which is no error', async ({ page }) => {
    await open(page, { body: '<palier-points-history></palier-points-history>', member: null })
    await settled(page, 'palier-points-history', ['signed-out'])
    expect(await stateOf(page, 'palier-points-history')).toEqual(['ready'])
    expect(await heard(page, 'palier-ready')).toHaveLength(1)
  })

  test('a session that lapsed is told', async ({ page }) => {
    await open(page, { body: '<palier-points-history></palier-points-history>', script: `configure({ getToken: async () => 'lapsed' })` })
    await settled(page, 'palier-points-history', ['expired'])
    expect((await heard(page, 'palier-error')).map(({ detail }) => detail.code)).toEqual(['unauthorised'])
  })

  test('an error names what the backend lists', async ({ page }) => {
    await open(page, { body: '<palier-points-history currency="nope"></palier-points-history>' })
    await expect.poll(async () => (await heard(page, 'palier-error')).map(({ detail }) => detail.message)).toEqual([expect.stringContaining(' currency: ')])
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
