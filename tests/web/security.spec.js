// What hostile markup, a hostile backend and a hostile frame can do: nothing that the reader's token or the
// page would notice.
import { expect, test } from '@playwright/test'
import { block, box, design } from './pages/designer.js'
import { EACH, heard, open, settled, tokenOf } from './pages/host.js'

const EVIL = 'https://evil.example'
const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'authorization,accept-language,last-event-id,if-none-match,content-type,idempotency-key' }

/** Another origin that answers everybody; gives what it was sent. */
async function evil(page) {
  const sent = []
  await page.route(`${EVIL}/**`, (route) => {
    const request = route.request()
    if (request.method() !== 'OPTIONS') sent.push([request.url(), request.headers()])
    return route.fulfill({ headers: CORS, contentType: 'application/json', body: '{}' })
  })
  return sent
}

const tokens = (sent) => sent.filter(([url, headers]) => headers.authorization || url.includes('Bearer') || headers.referer?.includes('token'))

test.describe('the token', () => {
  test('goes to the backend that the page has configured, whatever markup says', async ({ page }) => {
    const sent = await evil(page)
    const body = `<palier-tier-progress endpoint="${EVIL}/v1"></palier-tier-progress><palier-points-history></palier-points-history>`
    const seen = await open(page, { body })
    await settled(page, 'palier-points-history')
    const portals = () => sent.filter(([url]) => url === `${EVIL}/v1/portal`).length
    await expect.poll(portals).toBeGreaterThan(0)
    const before = portals()
    await page.evaluate(() => globalThis.refresh())
    await expect.poll(portals).toBeGreaterThan(before)
    expect(tokens(sent)).toEqual([])
    expect(sent.map(([url]) => url).filter((url) => url.includes('/me/'))).toEqual([])
    expect(seen.warnings).toContain(`No token for ${EVIL}`)
  })

  test('goes to another origin that the page has configured', async ({ page }) => {
    const sent = await evil(page)
    await open(page, { body: '<palier-tier-progress></palier-tier-progress>', script: `configure({ endpoint: '${EVIL}/v1', getToken: async () => token })` })
    await expect.poll(() => tokens(sent).length).toBeGreaterThan(0)
  })

  test('does not follow where a backend sends the request', async ({ page }) => {
    const sent = await evil(page)
    await page.route('**/v1/me/tier', (route) => route.fulfill({ status: 307, headers: { Location: `${EVIL}/v1/me/tier` } }))
    await open(page, { body: '<palier-tier-progress></palier-tier-progress>' })
    await settled(page, 'palier-tier-progress', ['ready', 'failed'])
    expect(tokens(sent)).toEqual([])
  })

  test('does not follow a form that has taken the place of the page’s scripts', async ({ page }) => {
    const sent = await evil(page)
    const kit = new URL('/kit/palier.js', test.info().project.use.baseURL).href
    const body = `<form name="scripts"><input src="${kit}" data-endpoint="${EVIL}/v1"></form><palier-points-history></palier-points-history>`
    const seen = await open(page, { body })
    await settled(page, 'palier-points-history')
    expect(sent).toEqual([])
    expect(seen.uncaught).toEqual([])
  })

  test('is in no address, no storage and no event', async ({ page }) => {
    const token = await tokenOf(page.request, 'almost')
    const addresses = []
    page.on('request', (request) => addresses.push(request.url(), request.headers().referer ?? ''))
    await open(page, { body: EACH })
    await settled(page)
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, globalThis.heard, document.documentElement.outerHTML]))
    // The test's own page has it in a script file, which is neither.
    expect(kept).not.toContain(token)
    expect(addresses.filter((address) => address.includes(token))).toEqual([])
  })

  test('is in no message when the callback gives it wrapped in something', async ({ page }) => {
    const seen = await open(page, { body: '<palier-leaderboard></palier-leaderboard>', script: `configure({ getToken: async () => ['secret-token'] })` })
    await settled(page, 'palier-leaderboard', ['failed'])
    const told = JSON.stringify([await heard(page, 'palier-error'), seen.warnings, seen.errors])
    expect(told).toContain('gave no text')
    expect(told).not.toContain('secret-token')
  })
})

test('a frame tells of its block and of nothing else', async ({ page }) => {
  const { origin: kit, port } = new URL(process.env.PALIER_URL ?? 'http://127.0.0.1:8787')
  const told = (event) => `port.postMessage({ event: '${event}', detail: { action: 'x' } })`
  const script = `onmessage = ({ ports: [port] }) => { if (port) { ${told('click')}; ${told('submit')}; ${told('palier-action')} } }
    parent.postMessage({ palier: 'hello' }, '*')`
  await page.route('**/kit/frame.html', (route) => route.fulfill({ contentType: 'text/html', body: `<script>${script}</script>` }))
  await page.context().grantPermissions(['local-network-access'])
  await open(page, {
    kit,
    at: `http://localhost:${port}`,
    body: '<palier-leaderboard mode="frame"></palier-leaderboard>',
    early: `globalThis.others = []; for (const name of ['click', 'submit']) addEventListener(name, ({ type }) => others.push(type), true)`,
  })
  await expect.poll(() => heard(page, 'palier-action')).toHaveLength(1)
  expect(await page.evaluate(() => globalThis.others)).toEqual([])
})

test('a text of a kind that every object knows is edited as words', async ({ page }) => {
  const nodes = [{ kind: 'paragraph', children: [{ kind: 'constructor', children: [{ kind: 'text', text: 'Plain words' }] }] }]
  await design(page, [block('a', 'rich-text', { props: { text: { en: nodes } } })])
  const { x, y } = await box(page, 'a')
  await page.mouse.click(x + 5, y + 5)
  await expect(page.locator('[data-properties] [data-rich-text]')).toHaveText('Plain words')
})

test('what is configured pollutes nothing', async ({ page }) => {
  const hostile = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"messages":{"__proto__":{"polluted":1},"constructor":"x"}}'
  const seen = await open(page, { body: '<palier-leaderboard></palier-leaderboard>', script: `configure(JSON.parse('${hostile}')); configure({ getToken: async () => token })` })
  await settled(page, 'palier-leaderboard')
  expect(await page.evaluate(() => ({}).polluted)).toBeUndefined()
  expect(seen.uncaught).toEqual([])
})

test('a backend’s ways in and out of the portal run no script', async ({ page }) => {
  await page.route('**/v1/portal', async (route) => {
    const reply = await route.fetch()
    const json = await reply.json()
    const programme = { ...json.programme, sign_in_url: 'javascript:alert(1)//', join_url: 'javascript:alert(1)' }
    return route.fulfill({ response: reply, json: { ...json, programme } })
  })
  const leads = () => page.locator('a').evaluateAll((all) => all.map((one) => one.href).filter((href) => !/^https?:/.test(href)))
  await page.goto('/')
  await expect(page.locator('[data-kind=member-header] .pg-hello')).toBeVisible()
  expect(await leads()).toEqual([])
  await page.addInitScript(() => sessionStorage.setItem('palier-demo-member', 'candidate'))
  await page.goto('/')
  await expect(page.locator('[data-kind=member-header] .pg-hello')).toBeVisible()
  expect(await leads()).toEqual([])
})

for (const next of ['/\\evil.example/', '/\t/evil.example/', '//evil.example/', 'https://evil.example/', 'javascript:alert(1)'])
  test(`the demo’s sign-in leads home, not to ${JSON.stringify(next)}`, async ({ page, baseURL }) => {
    await evil(page)
    await page.route('http://evil.example/**', (route) => route.fulfill({ body: '' }))
    await page.goto(`/demo/sign-in?next=${encodeURIComponent(next)}`)
    await page.getByRole('button').first().click()
    await page.waitForURL((url) => url.pathname === '/')
    expect(new URL(page.url()).origin).toBe(new URL(baseURL).origin)
  })
