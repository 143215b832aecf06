// Every kind of read, with everything that can go wrong on its way: the page stays whole, the
// block says in words what is the matter, the other blocks live, and all is well again afterwards.
import { expect, test } from '@playwright/test'
import { OWN, TAGS, open, settled, states } from './pages/host.js'
import { problem } from './pages/replies.js'

const refuse = (...reply) => (route) => route.fulfill(problem(...reply))

const json = (body) => (route) => route.fulfill({ contentType: 'application/json', body })

const FAULTS = {
  401: refuse(401, 'unauthorised'),
  'suspended (403)': refuse(403, 'suspended'),
  404: refuse(404, 'not-found'),
  409: refuse(409, 'conflict'),
  412: refuse(412, 'precondition-failed'),
  422: refuse(422, 'validation'),
  '429 with Retry-After': refuse(429, 'rate-limited', {}, { 'Retry-After': '0' }),
  500: refuse(500, 'unavailable'),
  'cut JSON': json('{"items":[{"id":"wee'),
  'a web page in place of JSON': (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Please sign in to the network.</p>' }),
  'a field of the wrong type': async (route) => {
    const real = await (await route.fetch({ headers: { ...route.request().headers(), 'if-none-match': '' } })).json()
    const wrong = Object.fromEntries(Object.entries(real).map(([name, value]) => [name, Array.isArray(value) ? 7 : [value]]))
    await route.fulfill({ contentType: 'application/json', body: JSON.stringify(wrong) })
  },
  'no connection': (route) => route.abort('internetdisconnected'),
}

const ALL = [...TAGS]
const READS = [
  ['portal', /\/v1\/portal$/, ALL],
  ['me', /\/v1\/me$/, ALL],
  ['the list of boards', /\/v1\/leaderboards$/, ['palier-leaderboard']],
  ['a board', /\/v1\/leaderboards\//, ['palier-leaderboard']],
  ['balances', /\/v1\/me\/balances$/, ['palier-points-history', 'palier-balance']],
  ['ledger', /\/v1\/me\/ledger/, ['palier-points-history']],
  ['rewards', /\/v1\/rewards/, ['palier-reward-catalogue']],
  // The catalogue may name tiers.
  ['tiers', /\/v1\/tiers$/, ['palier-tier-progress', 'palier-reward-catalogue']],
  ["the member's tier", /\/v1\/me\/tier$/, ['palier-tier-progress']],
  ["the member's badges", /\/v1\/me\/badges$/, ['palier-badge-collection']],
]

/** What a reader who has come to a block sees of it, its dialogs aside: far from view it is not laid out. */
const words = (page, tag) =>
  page.evaluate((tag) => {
    const element = document.querySelector(tag)
    element.scrollIntoView()
    return element.shadowRoot.querySelector('.pl-block')?.innerText.trim() ?? ''
  }, tag)

/** Waits until no block is loading or busy. */
const still = (page) =>
  page.waitForFunction(
    (tags) =>
      tags.every((tag) => {
        const block = document.querySelector(tag).shadowRoot.querySelector('[data-state]')
        return block && block.dataset.state !== 'loading' && block.getAttribute('aria-busy') !== 'true'
      }),
    TAGS,
    { timeout: 45_000 },
  )

/** Reads everything afresh, as after a sign-in. */
const afresh = (page) => page.evaluate(() => globalThis.configure({ getToken: async () => globalThis.token }))

for (const [name, address, concerned] of READS) {
  test(`${name}: whatever goes wrong, words say so, nothing else suffers, and all is well afterwards`, async ({ page }) => {
    test.setTimeout(180_000)
    const seen = await open(page, {})
    await settled(page)
    for (const [fault, answer] of Object.entries(FAULTS)) {
      await test.step(fault, async () => {
        await page.route(address, answer)
        await afresh(page)
        await still(page)
        const now = await states(page)
        for (const tag of TAGS) {
          const offered = now[tag] !== 'not-offered'
          if (offered) await expect.soft.poll(() => words(page, tag), `${fault}: words of ${tag}`).toMatch(/\p{L}{3,} \p{L}+/u)
          if (!concerned.includes(tag)) expect.soft(now[tag], `${fault}: ${tag} lives`).toMatch(/ready|empty/)
        }
        const failed = concerned.filter((tag) => /failed|offline/.test(now[tag]))
        const retry = (tag) => page.locator(tag).getByRole('button', { name: 'Try again' }).first()
        for (const tag of failed) expect.soft(await retry(tag).count(), `${fault}: ${tag} offers another try`).toBe(1)
        await page.unroute(address, answer)
        for (const tag of failed) {
          // Another block's try may have healed this one already.
          if (await retry(tag).count()) await retry(tag).click({ timeout: 3000 }).catch(() => {})
        }
        await still(page)
        for (const tag of failed) {
          await expect.soft.poll(async () => (await states(page))[tag], { message: `${fault}: ${tag} after another try` }).toMatch(/ready|empty/)
        }
        await afresh(page)
        await settled(page)
      })
    }
    expect(seen.uncaught).toEqual([])
    await expect(page.locator('#brand')).toBeVisible()
  })
}

const IN_DIALOGS = [
  ['a reward', /\/v1\/rewards\/[\w-]+$/, (block) => block.locator('[data-key="coffee-voucher"] button').click()],
  ['a quote', /\/v1\/redemptions\/quote$/, async (block) => {
    await block.locator('[data-key="coffee-voucher"] button').click()
    await block.locator('[part~="redeem"]').click()
    await expect(block.locator('[part~="redeem"]')).toHaveCount(0)
    await expect(block.getByText('Checking price and stock…')).toHaveCount(0)
  }],
  ['orders', /\/v1\/me\/redemptions(\?|$)/, (block) => block.locator('[part~="orders"]').click()],
]

for (const [name, address, ask] of IN_DIALOGS)
  test(`${name}: whatever goes wrong, the dialog says so, and works afterwards`, async ({ page }) => {
    test.setTimeout(180_000)
    const seen = await open(page, { body: '<palier-reward-catalogue category="vouchers"></palier-reward-catalogue>', member: 'top' })
    await settled(page, 'palier-reward-catalogue')
    const block = page.locator('palier-reward-catalogue')
    const dialog = block.getByRole('dialog')
    await ask(block)
    await expect(dialog.locator('.pl-bone')).toHaveCount(0)
    // How long a price is held depends on when it was asked for.
    const said = async () => (await dialog.innerText()).replace(/\d+:\d+/g, '')
    const usual = await said()
    for (const [fault, answer] of Object.entries(FAULTS)) {
      await test.step(fault, async () => {
        await page.keyboard.press('Escape')
        await page.route(address, answer)
        await afresh(page)
        await settled(page, 'palier-reward-catalogue')
        await ask(block)
        await expect(dialog.locator('.pl-bone')).toHaveCount(0)
        await expect.soft.poll(() => dialog.innerText(), `${fault}: words`).toMatch(/\p{L}{3,} \p{L}+/u)
        // A reward can be shown by what the catalogue knows of it; the others have nothing else to show.
        if (name !== 'a reward') expect.soft(await said(), `${fault}: is told`).not.toBe(usual)
        await page.keyboard.press('Escape')
        await page.unroute(address, answer)
        await afresh(page)
        await settled(page, 'palier-reward-catalogue')
        await ask(block)
        await expect.soft.poll(said, `${fault}: afterwards`).toBe(usual)
      })
    }
    expect(seen.uncaught).toEqual([])
  })

test('a read that stalls keeps its block waiting for 15 s and no other, then says so', async ({ page }) => {
  await page.clock.install()
  let stuck = true
  const held = []
  await page.route(/\/v1\/me\/balances$/, (route) => (stuck ? held.push(route) : route.continue()))
  const seen = await open(page, {})
  await page.clock.runFor(1_000)
  // The balance is drawn from the same read.
  await settled(page, TAGS.filter((tag) => !OWN.includes(tag)).join())
  await expect(page.locator('palier-points-history [data-state]').first()).toHaveAttribute('data-state', 'loading')
  // Three tries of 15 s each, and the waits between them.
  for (let second = 0; second < 60; second += 5) await page.clock.runFor(5_000)
  await expect(page.locator('palier-points-history [part~="notice"]')).toContainText('Your balance could not be loaded.')
  stuck = false
  await page.locator('palier-points-history').getByRole('button', { name: 'Try again' }).first().click()
  await page.clock.runFor(1_000)
  await settled(page, 'palier-points-history')
  await expect(page.getByText('Your balance could not be loaded.')).toHaveCount(0)
  expect(seen.uncaught).toEqual([])
})

test('a token callback that never answers is given up, and said', async ({ page }) => {
  await page.clock.install()
  const seen = await open(page, { body: '<palier-leaderboard></palier-leaderboard>', script: 'configure({ getToken: () => new Promise(() => {}) })' })
  await page.locator('palier-leaderboard [data-state=loading]').waitFor()
  for (let second = 0; second < 60; second += 5) await page.clock.runFor(5_000)
  await expect(page.locator('palier-leaderboard [data-state]').first()).toHaveAttribute('data-state', 'failed')
  expect(seen.uncaught).toEqual([])
})

test('a token callback that throws is said, and nothing breaks', async ({ page }) => {
  const seen = await open(page, { body: '<palier-leaderboard></palier-leaderboard>', script: `configure({ getToken: () => { throw new Error('no session') } })` })
  await settled(page, 'palier-leaderboard', ['offline', 'failed'])
  expect(seen.uncaught).toEqual([])
})

const line = (seen, part) => seen.errors.filter((text) => text.includes(part))

test('what a block gets by without is told to the developer, once for the page', async ({ page }) => {
  await page.route('**/v1/me/tier', json('{"state":7}'))
  await page.route('**/v1/leaderboards', refuse(404, 'not-found'))
  const seen = await open(page, { body: '<palier-tier-progress></palier-tier-progress><palier-tier-progress></palier-tier-progress><palier-leaderboard></palier-leaderboard>' })
  await settled(page)
  await expect.poll(() => line(seen, '/me/tier: ')).toEqual([expect.stringMatching(/^<palier-tier-progress>: \/me\/tier: .+/)])
  await expect.poll(() => line(seen, '<palier-leaderboard>')).toHaveLength(1)
  await page.evaluate(() => globalThis.refresh())
  await settled(page)
  expect(line(seen, '/me/tier: ')).toHaveLength(1)
})

test('a member without an id is told to the developer, once for the page', async ({ page }) => {
  await page.route('**/v1/me', json('{"state":"member"}'))
  const seen = await open(page, {})
  await settled(page)
  await expect.poll(() => line(seen, '/me: id: is missing')).toHaveLength(1)
})

test('no more rows are asked for than the backend gives at once', async ({ page }) => {
  await page.route('**/v1/portal', async (route) => {
    const answer = await route.fetch({ headers: { ...route.request().headers(), 'if-none-match': '' } })
    const portal = await answer.json()
    await route.fulfill({ json: { ...portal, limits: { ...portal.limits, max_page_size: 4 } } })
  })
  const refused = []
  await page.route(/[?&]limit=/, (route) => {
    const limit = Number(new URL(route.request().url()).searchParams.get('limit'))
    if (limit <= 4) return route.continue()
    refused.push(limit)
    return refuse(400, 'bad-request')(route)
  })
  // Known by then: what is asked for before discovery has come cannot be bounded.
  await open(page, { body: '<palier-tier-progress></palier-tier-progress>' })
  await settled(page)
  await page.evaluate(() =>
    document.body.insertAdjacentHTML(
      'beforeend',
      '<palier-leaderboard limit="20"></palier-leaderboard><palier-points-history page-size="20"></palier-points-history><palier-reward-catalogue page-size="24"></palier-reward-catalogue>',
    ),
  )
  await settled(page)
  await expect(page.locator('palier-reward-catalogue').locator('[part~=card]')).toHaveCount(4)
  expect(refused).toEqual([])
})
