// Joining without leaving the page: sent once, on the terms that were shown, told in words whatever comes of it.
import { expect, test } from '@playwright/test'
import { fixture } from './pages/fixtures.js'
import { heard, open, settled } from './pages/host.js'
import { problem } from './pages/replies.js'

const candidate = fixture('me_joining')
const of = (version) => ({ ...candidate, terms: { url: 'https://club.example/terms', version } })
const way = (page) => page.locator('palier-points-history').getByRole('button', { name: /^Join/ })
const told = (page, text) => page.getByRole('status').filter({ hasText: text })

/**
 * A page whose reader is a candidate until `answer` has none for them any more; keeps what was sent.
 * Then they are a member of the demo.
 */
async function club(page, answer, { me = () => candidate, body = '<palier-points-history></palier-points-history>' } = {}) {
  const sent = []
  let joined = false
  await page.route('**/v1/me', (route) => (joined ? route.continue() : route.fulfill({ json: me() })))
  await page.route('**/v1/me/join', async (route) => {
    const request = route.request()
    sent.push({ body: request.postDataJSON(), key: request.headers()['idempotency-key'] })
    const reply = await answer()
    joined = !reply
    await route.fulfill(reply ?? { json: { state: 'member', id: 'almost' } })
  })
  const seen = await open(page, { body })
  return { sent, seen }
}

test('a button joins once, says so, and every block is a member’s', async ({ page }) => {
  let release
  const held = new Promise((done) => (release = done))
  const { sent, seen } = await club(page, () => held, { body: '<palier-points-history></palier-points-history><palier-tier-progress></palier-tier-progress>' })
  const terms = page.locator('palier-points-history').getByRole('link', { name: 'By joining you agree to these terms. (opens in a new tab)', exact: true })
  await expect(terms).toHaveAttribute('href', 'https://club.example/terms')
  await expect(terms).toHaveAttribute('rel', 'noopener noreferrer')
  await expect(page.locator('palier-tier-progress').getByRole('button', { name: 'Join the programme' })).toBeVisible()
  const streams = () => seen.requests.filter((path) => path.startsWith('/v1/me/stream')).length
  const before = streams()
  await way(page).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(way(page)).toHaveText('Joining…')
  await expect(way(page)).toHaveAttribute('aria-disabled', 'true')
  await expect(way(page)).toBeFocused()
  release()
  await settled(page, 'palier-points-history, palier-tier-progress', ['ready'])
  await expect(page.locator('palier-points-history [part~=heading]')).toBeFocused()
  await expect(told(page, 'You have joined. Welcome!')).toHaveCount(1)
  await expect(page.getByRole('button', { name: /^Join/ })).toHaveCount(0)
  expect(sent).toEqual([{ body: { terms: candidate.terms }, key: expect.stringMatching(/.{20}/) }])
  expect((await heard(page, 'palier-action')).map(({ detail }) => detail)).toEqual([{ action: 'join' }])
  // Hints of a member's own come with a stream that they opened.
  await expect.poll(streams).toBeGreaterThan(before)
})

test('who is refused reads why, and joins on the terms of today', async ({ page }) => {
  let version = '1'
  const words = 'The terms have changed meanwhile. Please read them again.'
  let asked = 0
  const { sent } = await club(
    page,
    () => {
      if (version === '2') return null
      version = '2'
      return problem(422, 'invalid', { detail: 'No.', errors: [{ pointer: '/terms', code: 'mismatch', detail: words }] })
    },
    { me: () => (asked++, of(version)) },
  )
  await way(page).press('Enter')
  await expect(told(page, words)).toBeVisible()
  await expect(way(page)).toHaveText('Join the programme')
  await expect(way(page)).toBeFocused()
  // What is agreed to is read again, and the words stay meanwhile.
  await expect.poll(() => asked).toBeGreaterThan(1)
  await expect(told(page, words)).toBeVisible()
  await way(page).press('Enter')
  await settled(page, 'palier-points-history', ['ready'])
  expect(sent.map(({ body }) => body.terms.version)).toEqual(['1', '2'])
})

test('what a backend says of somebody whom it does not let in stands beside the button', async ({ page }) => {
  await club(page, () => problem(403, 'not-eligible', { detail: 'The club is for grown-ups.' }))
  await way(page).click()
  await expect(told(page, 'The club is for grown-ups.')).toBeVisible()
  await expect(way(page)).toBeVisible()
})

test('the page may take joining over, and nothing is sent to another backend', async ({ page }) => {
  const join = { method: 'POST', href: 'https://elsewhere.example/v1/me/join' }
  const { sent, seen } = await club(page, () => null, { me: () => ({ ...candidate, actions: { join } }) })
  await page.evaluate(() => document.addEventListener('palier-action', (event) => event.preventDefault(), { once: true }))
  await way(page).click()
  await expect(way(page)).toHaveText('Join the programme')
  await expect(way(page)).toHaveAttribute('aria-disabled', 'false')
  await way(page).click()
  await expect(told(page, 'Something went wrong on our side.')).toBeVisible()
  expect(sent).toEqual([])
  expect(seen.requests.filter((path) => path.includes('join'))).toEqual([])
})

test('in a portal of public blocks the header has the button, and keeps the focus', async ({ page }) => {
  let reply = problem(403, 'not-eligible', { detail: 'The club is for grown-ups.' })
  const { sent } = await club(page, () => reply, { body: '<palier-portal portal="grove"></palier-portal>' })
  const header = page.locator('[data-kind=member-header]').first()
  await header.getByRole('button', { name: 'Join the programme' }).press('Enter')
  await expect(header.getByText('The club is for grown-ups.')).toBeVisible()
  reply = null
  await header.getByRole('button', { name: 'Join the programme' }).press('Enter')
  await expect(header.getByRole('button')).toHaveCount(0)
  await expect(header).toBeFocused()
  await expect(header.getByRole('status').filter({ hasText: 'You have joined. Welcome!' })).toHaveCount(1)
  expect(sent.map(({ body }) => body)).toEqual([{ terms: candidate.terms }, { terms: candidate.terms }])
})

test('whoever joins from a reward stays in its dialog', async ({ page }) => {
  let joined = false
  const rewards = () => fixture(joined ? 'rewards' : 'rewards_candidate')
  await page.route('**/v1/rewards*', (route) => route.fulfill({ json: rewards() }))
  await page.route('**/v1/rewards/*', (route) => {
    const id = new URL(route.request().url()).pathname.split('/').pop()
    return route.fulfill({ json: rewards().items.find((reward) => reward.id === id) })
  })
  await club(page, () => ((joined = true), null), { body: '<palier-reward-catalogue></palier-reward-catalogue>' })
  const block = page.locator('palier-reward-catalogue')
  await block.locator('[part~=card-link]').first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Join the programme' }).press('Enter')
  await expect(dialog.getByRole('button', { name: 'Join the programme' })).toHaveCount(0)
  expect(await block.evaluate((tag) => tag.shadowRoot.activeElement?.closest('dialog') !== null)).toBe(true)
})
