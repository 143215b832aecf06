// Badge collection in each of its own states, by role, name and visible words; its keyboard
// path; what it tells assistive technology; and what it asks of the backend.
import { expect, test } from '@playwright/test'
import { fixture } from './pages/fixtures.js'
import { show } from './pages/gallery.js'

const open = (page, demo, more) => show(page, 'badge-collection', demo, more)

const badge = (block, name) => block.getByRole('button', { name: new RegExp(`^${name}`) })

test('series have headings, progress in words, a season and their badges in order', async ({ page }) => {
  const block = await open(page, 'series')
  await expect(block.getByRole('heading', { name: 'Badges', level: 2 })).toBeVisible()
  for (const name of ['Explorer', 'Maker', 'Seasons 2026']) {
    await expect(block.getByRole('heading', { name, level: 3 })).toBeVisible()
  }
  await expect(block.locator('[data-series="explorer"]').getByText('4 of 6', { exact: true })).toBeVisible()
  await expect(block.locator('[data-series="maker"]').getByText('Complete', { exact: true })).toBeVisible()
  await expect(block.getByText('From Dec 31, 2025 to Dec 31, 2026')).toBeVisible()
  const names = await block.locator('[data-series="explorer"] [data-badge]').evaluateAll((all) => all.map((one) => one.dataset.badge))
  expect(names).toEqual(['first-steps', 'pathfinder', 'trailblazer', 'night-owl', 'globetrotter', 'cartographer'])
})

test('every state of a badge is told in words', async ({ page }) => {
  const block = await open(page, 'series')
  const words = [
    ['First Steps', /Earned Feb\s14,\s2025.*Common ?91\.2% of members$/],
    ['Trailblazer', /Lapsed/],
    ['Night Owl', /New.*Earned/],
    ['Cartographer', /17 of 25 ?Reviews/],
    ['Artisan', /Number 24 of 100/],
    ['Winter Fox', /Ended Feb\s28,\s2026/],
    ['Spring Bloom', /Taken back/],
    ['Summer Wave', /Sold out: all 500 taken/],
    // What nobody holds yet has no share.
    ['Solstice', /From Dec\s20,\s2026.*Epic$/],
    ['Secret badge', /Hidden until earned/],
  ]
  for (const [name, line] of words) await expect(badge(block, name), name).toHaveAccessibleName(line)
})

test('a badge opens by keyboard, says what there is to know, and gives the focus back', async ({ page }) => {
  const block = await open(page, 'series')
  await page.keyboard.press('Tab')
  await expect(badge(block, 'First Steps')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(badge(block, 'Globetrotter')).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = block.getByRole('dialog', { name: 'Globetrotter' })
  await expect(dialog.getByRole('heading', { name: 'Globetrotter' })).toBeFocused()
  await expect(dialog.getByText('Visit three of our shops')).toBeVisible()
  await expect(dialog.getByText('2.1% of members, 105 in all')).toBeVisible()
  await expect(dialog.getByText('Lyon, Lille and Liège.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(badge(block, 'Globetrotter')).toBeFocused()
})

test('what changes in an open dialog leaves the focus on its heading', async ({ page }) => {
  const seen = fixture('collection')
  let holders = 105
  const later = () => {
    for (const series of seen.series) for (const one of series.badges) if (one.rarity) one.rarity.holders = holders
    return seen
  }
  const { block } = await embed(page, { token: 'one', answers: { '/me/badges': (route) => route.fulfill({ json: later() }) } })
  await badge(block, 'Globetrotter').click()
  const dialog = block.getByRole('dialog', { name: 'Globetrotter' })
  await expect(dialog.getByText('105 in all')).toBeVisible()
  holders = 106
  await page.evaluate(async () => (await import('/kit/palier.js')).refresh(['badges']))
  await expect(dialog.getByText('106 in all')).toBeVisible()
  await expect(dialog.getByRole('heading', { name: 'Globetrotter' })).toBeFocused()
})

test('a credential is a link that tells the other side nothing', async ({ page }) => {
  const block = await open(page, 'earned')
  const link = block.getByRole('link', { name: 'View the credential (opens in a new tab)' })
  await expect(link).toHaveAttribute('href', /^https:\/\//)
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
})

test('dialogs tell why a badge is not to be had', async ({ page }) => {
  const told = {
    'edition-gone': ['Summer Wave', 'Edition of 500 · 500 handed out', 'All 500 were handed out.'],
    'window-closed': ['Winter Fox', 'Winter is over.'],
    lapsed: ['Trailblazer', 'Held until September 2026. Visit every week to get it back.'],
    'taken-back': ['Spring Bloom', 'Taken back because the donation was refunded.'],
    upcoming: ['Solstice', 'From Dec 20, 2026 to Dec 22, 2026'],
    numbered: ['Artisan', 'Number 24 of 100 · 90 handed out'],
    'newly-earned': ['Night Owl', 'Seen at 00:12. Sleep well!'],
  }
  for (const [demo, [name, ...lines]] of Object.entries(told)) {
    const block = await open(page, demo)
    const dialog = block.getByRole('dialog', { name })
    for (const line of lines) await expect(dialog.getByText(line), demo).toBeVisible()
  }
})

test('a secret badge gives away neither name nor picture', async ({ page }) => {
  const block = await open(page, 'secret')
  const dialog = block.getByRole('dialog', { name: 'Secret badge' })
  await expect(dialog.getByText('What it takes stays a secret until you earn it.')).toBeVisible()
  await expect(dialog.locator('img')).toHaveCount(0)
  await expect(badge(block.locator('[data-series]'), 'Secret badge').locator('img')).toHaveCount(0)
})

test('each measure has its own bar, and a state of a later version is told neutrally', async ({ page }) => {
  const block = await open(page, 'many-measures')
  const dialog = block.getByRole('dialog')
  await expect(dialog.locator('[part=progress]')).toHaveCount(3)
  await expect(dialog.getByText('Befahrene Flüsse').locator('..')).toHaveText(/2 of 3$/)
  await page.keyboard.press('Escape')
  await expect(badge(block, 'Leihgabe')).toHaveAccessibleName(/Not available/)
})

test('rewards say how far off they are, and a claim is told, focused and sent to the host', async ({ page }) => {
  const block = await open(page, 'series')
  await expect(block.getByText('2 more badges to go')).toBeVisible()
  await expect(block.getByText('Not claimed by Jul 1, 2026')).toBeVisible()
  await page.addInitScript(() => {
    window.told = []
    addEventListener('palier-action', (event) => window.told.push(event.detail))
  })
  await open(page, 'claimed')
  const row = page.getByRole('listitem').filter({ hasText: '1,500 points and 3 gems' })
  await expect(row.getByRole('status')).toHaveText('It is yours. Enjoy!')
  await expect(row).toContainText('Claimed')
  await expect(row).toBeFocused()
  await expect(row.getByRole('button')).toHaveCount(0)
  expect(await page.evaluate(() => window.told)).toEqual([{ action: 'claim_completion', series: 'maker', threshold: 6 }])
})

test('a claim under way is locked and says so; one that came too late says why', async ({ page }) => {
  const block = await open(page, 'claim-in-flight')
  const busy = block.getByRole('button', { name: 'Claiming…' })
  await expect(busy).toHaveAttribute('aria-disabled', 'true')
  await busy.click({ force: true })
  await expect(busy).toBeVisible()
  const late = await open(page, 'claim-too-late')
  await expect(late.getByText('The time to claim it is over.')).toBeVisible()
  await expect(late.getByRole('button', { name: /^Claim: 1,500 points/ })).toBeVisible()
})

test('guests see every series, without progress, and a way in', async ({ page }) => {
  const block = await open(page, 'guest')
  await expect(block.getByText('Sign in to see which of these are yours.')).toBeVisible()
  await expect(block.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expect(block.locator('[part=progress]')).toHaveCount(0)
  await expect(block.getByText('For 3 badges')).toHaveCount(2)
  const candidate = await open(page, 'candidate')
  await expect(candidate.getByRole('link', { name: 'Join the programme' })).toBeVisible()
})

test('one series alone lends the block its name', async ({ page }) => {
  const block = await open(page, 'one-series')
  await expect(block.getByRole('heading', { name: 'Maker', level: 2 })).toBeVisible()
  await expect(block.getByRole('heading')).toHaveCount(1)
})

test('a programme without series says so', async ({ page }) => {
  const block = await open(page, 'empty')
  await expect(block.getByText('No badges yet')).toBeVisible()
})

test('a picture that does not load gives way to a plain badge', async ({ page }) => {
  await page.route('**/media/badges/spark.svg', (route) => route.fulfill({ status: 404 }))
  const block = await open(page, 'series')
  await expect(badge(block, 'Spark').locator('img')).toBeHidden()
  await expect(badge(block, 'Spark').locator('svg').first()).toBeVisible()
})

test('nothing shines where motion is unwanted', async ({ page }) => {
  const shine = (block) => badge(block, 'Night Owl').locator('[part~="picture"]').evaluate((node) => getComputedStyle(node, '::after').content)
  expect(await shine(await open(page, 'series'))).toBe('""')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await shine(await open(page, 'series'))).toBe('none')
})

// As an element on a page, with answers of ours.

async function embed(page, { token, answers = {} }) {
  const asked = []
  const own = { '/portal': fixture('portal'), '/me': fixture('me'), '/me/badges': fixture('collection'), '/series': fixture('collection_public'), ...answers }
  await page.route('**/v1/**', (route) => {
    const request = route.request()
    const path = new URL(request.url()).pathname.replace('/v1', '')
    asked.push(`${request.method()} ${path}`)
    if (path === '/me/stream') return route.fulfill({ status: 404 })
    if (path === '/me/badges/seen') return route.fulfill({ status: 204 })
    const answer = own[path]
    return typeof answer === 'function' ? answer(route) : route.fulfill(answer ? { json: answer } : { status: 404 })
  })
  const session = token ? `import { configure } from '/kit/palier.js'; configure({ getToken: async () => '${token}' })` : `import '/kit/palier.js'`
  const html = `<!doctype html><html lang="en"><title>t</title><link rel="icon" href="data:,"><body><script type="module">${session}</script><palier-badge-collection endpoint="/v1"></palier-badge-collection>`
  await page.route('**/badges-page', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.goto('/badges-page')
  const block = page.locator('palier-badge-collection')
  await expect(block.getByRole('heading', { name: 'Explorer' })).toBeVisible()
  return { asked, block }
}

test('members ask for their own badges only, each address once', async ({ page }) => {
  const { asked } = await embed(page, { token: 'one' })
  await expect.poll(() => asked).toContain('POST /me/badges/seen')
  expect(asked.filter((line) => line.startsWith('GET') && !line.endsWith('stream')).sort()).toEqual(['GET /me', 'GET /me/badges', 'GET /portal'])
})

test('readers without a token ask for the public series only', async ({ page }) => {
  const { asked, block } = await embed(page, { answers: { '/me': fixture('me_anonymous') } })
  await expect(block.getByText('Sign in to see which of these are yours.')).toBeVisible()
  expect(asked.filter((line) => !line.endsWith('stream')).sort()).toEqual(['GET /me', 'GET /portal', 'GET /series'])
})

test('what is new is acknowledged once and stays marked on screen', async ({ page }) => {
  const seen = fixture('collection')
  let reads = 0
  const later = () => {
    for (const series of seen.series) for (const one of series.badges) one.new = reads === 0
    reads += 1
    return { ...seen, as_of: `2026-11-22T16:00:0${reads}Z` }
  }
  const { asked, block } = await embed(page, {
    token: 'one',
    answers: { '/me/badges': (route) => route.fulfill({ json: later() }) },
  })
  await expect.poll(() => asked).toContain('POST /me/badges/seen')
  await page.evaluate(async () => (await import('/kit/palier.js')).refresh(['badges']))
  await expect.poll(() => reads).toBe(2)
  await expect(badge(block, 'Night Owl')).toHaveAccessibleName(/New/)
  expect(asked.filter((line) => line === 'POST /me/badges/seen')).toHaveLength(1)
})

test('a claim without an answer is tried again with the same key, and counts once', async ({ page }) => {
  const keys = []
  let reachable = false
  const claim = (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    return reachable ? route.fulfill({ json: fixture('series_claimed') }) : route.abort()
  }
  const { block } = await embed(page, { token: 'one', answers: { '/series/maker/completion/6/claim': claim } })
  const button = block.getByRole('button', { name: /^Claim/ })
  await button.click()
  await expect(block.getByText('No answer came back. Try again: it still counts only once.')).toBeVisible()
  reachable = true
  await button.click()
  await expect(block.getByText('It is yours. Enjoy!')).toBeVisible()
  expect(keys.length).toBeGreaterThan(1)
  expect(new Set(keys).size).toBe(1)
  expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('a claim whose answer was cut off is asked again with the same key', async ({ page }) => {
  const keys = []
  const claim = (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    const body = JSON.stringify(fixture('series_claimed'))
    return route.fulfill({ contentType: 'application/json', body: keys.length > 1 ? body : body.slice(0, 40) })
  }
  const { block } = await embed(page, { token: 'one', answers: { '/series/maker/completion/6/claim': claim } })
  const button = block.getByRole('button', { name: /^Claim/ })
  await button.click()
  await expect(block.getByText('No answer came back. Try again: it still counts only once.')).toBeVisible()
  await button.click()
  await expect(block.getByText('It is yours. Enjoy!')).toBeVisible()
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
})
