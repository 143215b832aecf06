// The page through the eyes of a member whom the designer describes: the real programme, nobody real, and
// nothing written or told to the backend.
import { expect, test } from '@playwright/test'

import { clean } from './pages/axe.js'
import { FIVE, block, design, text } from './pages/designer.js'

test.use({ viewport: { width: 1440, height: 900 } })

const DESCRIBED = '~described'
const cell = (page, id) => page.locator(`[data-page] [data-node="${id}"]`)
const drawn = (page, id) => cell(page, id).locator('[data-block]')
const choice = (page) => page.locator('[data-preview-as]')
const card = (page) => page.locator('#ds-described')
const field = (page, name) => page.locator(`[data-described="${name}"]`)
const shown = (page, id, words) => expect(cell(page, id).getByText(words, { exact: true }))

/** Every request that leaves the page: method, path, and whether it carries a token. */
function traffic(page) {
  const all = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/v1') || pathname.startsWith('/demo/token')) all.push([request.method(), pathname, request.headers().authorization])
  })
  return all
}

/** Chooses to describe a member, and says this of them. */
async function describe(page, said) {
  await choice(page).selectOption(DESCRIBED)
  await expect(card(page)).toBeVisible()
  for (const [name, value] of Object.entries(said)) {
    if (name === 'tier') await field(page, name).selectOption(value)
    else {
      await field(page, name).fill(value)
      await field(page, name).press('Tab')
    }
  }
  await page.keyboard.press('Escape')
  await expect(card(page)).toBeHidden()
}

const PAGE = [
  block('b1', 'member-header'),
  block('b2', 'tier-progress'),
  block('b3', 'reward-catalogue'),
  block('b4', 'points-history'),
  block('b5', 'badge-collection'),
  block('b6', 'leaderboard', { props: { board: 'week' } }),
  text('b7', 'For Bloom and above', { when: { tiers: ['bloom', 'canopy'] } }),
  text('b8', 'For members', { when: { audience: ['member'] } }),
]

test('by keys alone a member is described, and every block shows the real programme as they would meet it', async ({ page }) => {
  const asked = traffic(page)
  await design(page, PAGE)
  await choice(page).focus()
  await page.keyboard.press('End')
  await expect(choice(page)).toHaveValue(DESCRIBED)
  // The card opens, and the focus stays: who walks through the choices goes on.
  await expect(card(page)).toBeVisible()
  await expect(choice(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator('[data-describe]')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(field(page, 'tier')).toBeFocused()
  await expect(field(page, 'tier')).toHaveValue('seed')
  await page.keyboard.type('Bloom')
  await page.keyboard.press('Tab')
  await expect(field(page, 'points')).toBeFocused()
  await page.keyboard.type('1980')
  await page.keyboard.press('Tab')
  await page.keyboard.type('3')
  await page.keyboard.press('Tab')
  await expect(field(page, 'alias')).toHaveValue('Camille')
  await page.keyboard.press('Escape')
  await expect(card(page)).toBeHidden()
  await expect(page.locator('[data-describe]')).toHaveAccessibleName('Describe the member: Bloom, 1,980 points, 3 gems')
  await expect(choice(page).locator('option:checked')).toHaveText('Bloom, 1,980 points, 3 gems')
  // The header, the ladder, the history.
  await expect(cell(page, 'b1')).toContainText('Camille')
  await expect(cell(page, 'b1')).toContainText('Bloom')
  await expect(cell(page, 'b1')).toContainText('1,980')
  await expect(drawn(page, 'b2')).toHaveAttribute('data-state', 'ready')
  await expect(drawn(page, 'b2')).toContainText('Canopy')
  await expect(drawn(page, 'b4')).toContainText('1,980')
  // The catalogue: within reach, short by exactly that, or for a higher tier.
  const reward = (id) => drawn(page, 'b3').locator(`[data-key="${id}"]`)
  await expect(reward('tote-bag')).toHaveAttribute('data-verdict', 'eligible')
  await expect(reward('hoodie')).toContainText('9 gems to go')
  await expect(reward('desk-lamp')).toContainText('1,120 points to go')
  await expect(reward('headphones')).toHaveAttribute('data-verdict', 'tier_locked')
  await expect(reward('headphones')).toContainText('Canopy')
  // Badges are none yet, and the board does not rank them.
  await expect(drawn(page, 'b5')).toHaveAttribute('data-state', 'ready')
  await expect(drawn(page, 'b6').locator('tbody tr').first()).toBeVisible()
  await expect(drawn(page, 'b6').locator('[data-own]')).toHaveCount(0)
  // Conditions hold as they would for them.
  await shown(page, 'b7', 'For Bloom and above').toBeVisible()
  await shown(page, 'b8', 'For members').toBeVisible()
  // One tier down.
  await page.locator('[data-describe]').press('Enter')
  await field(page, 'tier').selectOption('sprout')
  await expect(cell(page, 'b1')).toContainText('Sprout')
  await shown(page, 'b7', 'For Bloom and above').toBeHidden()
  await shown(page, 'b8', 'For members').toBeVisible()
  await expect(reward('desk-lamp')).toHaveAttribute('data-verdict', 'tier_locked')
  await expect(reward('desk-lamp')).toContainText('Bloom')
  await page.keyboard.press('Escape')
  // And back to nobody.
  await choice(page).selectOption('')
  await expect(page.locator('[data-describe]')).toHaveCount(0)
  await expect(cell(page, 'b1')).not.toContainText('Camille')
  await expect(drawn(page, 'b4')).toHaveAttribute('data-state', 'signed-out')
  // Of the canvas' requests none was a member's, and none wrote.
  const ofCanvas = asked.filter(([, path]) => !path.startsWith('/v1/portals'))
  expect(ofCanvas.filter(([method]) => method !== 'GET')).toEqual([])
  expect(ofCanvas.filter(([, path]) => path.startsWith('/v1/me/'))).toEqual([])
  expect(await page.evaluate(() => [sessionStorage.getItem('palier-demo-member'), JSON.stringify(localStorage).includes('described')])).toEqual(['admin', false])
})

test('somebody who is described stays so while others look, in other languages, at other times and in states', async ({ page }) => {
  await design(page, [
    block('b1', 'member-header'),
    block('b2', 'points-history'),
    text('b3', 'For the highest tier', { when: { tiers: ['canopy'] } }),
    text('b4', 'At the new year', { when: { tiers: ['canopy'], from: '2031-01-01T00:00:00Z', until: '2031-01-08T00:00:00Z' } }),
  ])
  await describe(page, { tier: 'canopy', points: '12500', alias: 'Robin', since: '2024-05-01' })
  await expect(cell(page, 'b1')).toContainText('Robin')
  await expect(cell(page, 'b1')).toContainText('2024')
  await choice(page).selectOption('new')
  await expect(cell(page, 'b1')).toContainText('New Acorn')
  await shown(page, 'b3', 'For the highest tier').toBeHidden()
  await choice(page).selectOption(DESCRIBED)
  await page.keyboard.press('Escape')
  await expect(cell(page, 'b1')).toContainText('Robin')
  await expect(cell(page, 'b1')).toContainText('12,500')
  await shown(page, 'b3', 'For the highest tier').toBeVisible()
  await shown(page, 'b4', 'At the new year').toBeHidden()
  await page.locator('[data-as-of]').fill('2031-01-03T10:00')
  await shown(page, 'b4', 'At the new year').toBeVisible()
  await page.locator('[data-language]').selectOption('fr')
  await expect(cell(page, 'b1')).toContainText('Bonjour')
  await expect(cell(page, 'b2')).toContainText('Gagné')
  // A state that says nothing of who reads leaves that to whoever is described.
  await page.locator('[data-show-as]').selectOption('failed')
  await expect(drawn(page, 'b2')).toHaveAttribute('data-state', 'failed')
  await expect(cell(page, 'b1')).toContainText('Robin')
  await shown(page, 'b3', 'For the highest tier').toBeVisible()
  await page.locator('[data-back]').click()
  await expect(choice(page)).toHaveValue('')
  await expect(cell(page, 'b1')).not.toContainText('Robin')
})

test('the real page is shown to whoever is described, and its backend never hears of them', async ({ page }) => {
  await design(page, [block('b1', 'member-header'), block('b2', 'reward-catalogue'), text('b3', 'For Bloom', { when: { tiers: ['bloom'] } })])
  await describe(page, { tier: 'bloom', points: '1980' })
  const asked = traffic(page)
  await page.locator('[data-open-page]').click()
  const frame = page.frameLocator('[data-page-frame]')
  await expect(frame.locator('[data-kind=member-header]')).toContainText('Camille')
  await expect(frame.locator('[data-kind=member-header]')).toContainText('1,980')
  await expect(frame.locator('[data-key="desk-lamp"]')).toContainText('1,120 points to go')
  await expect(frame.getByText('For Bloom', { exact: true })).toBeVisible()
  expect(asked.length).toBeGreaterThan(0)
  for (const [method, path, token] of asked.filter(([, path]) => !path.startsWith('/v1/portals'))) {
    expect([method, path, token]).toEqual(['GET', path, undefined])
    expect(path).not.toMatch(/^\/v1\/me\//)
  }
  expect(await page.evaluate(() => sessionStorage.getItem('palier-demo-member'))).toBe('admin')
  // In the language of the canvas, of which the device remembers nothing.
  await page.keyboard.press('Escape')
  await page.locator('[data-language]').selectOption('fr')
  await expect(cell(page, 'b1')).toContainText('Bonjour')
  await page.locator('[data-open-page]').click()
  await expect(frame.locator('[data-kind=member-header]')).toContainText('Bonjour')
  await expect(frame.locator('[data-kind=member-header]')).toContainText('Floraison')
  expect(await page.evaluate(() => localStorage.getItem('palier.language'))).toBeNull()
})

test('a page with a sign-in of its own is shown to whoever is described, too', async ({ page }) => {
  await page.route(/\/p\//, async (route) => {
    const reply = await route.fetch()
    const own = '<script>globalThis.palierPortal = { getToken: () => null, signedIn: false }</script>'
    await route.fulfill({ response: reply, body: (await reply.text()).replace('</title>', `</title>${own}`), headers: { 'content-type': 'text/html' } })
  })
  await design(page, [block('b1', 'member-header')])
  await describe(page, { tier: 'sprout', points: '640' })
  await page.locator('[data-open-page]').click()
  const header = page.frameLocator('[data-page-frame]').locator('[data-kind=member-header]')
  await expect(header).toContainText('Camille')
  await expect(header).toContainText('640')
})

test('what they try out is theirs to order, from what they hold, and is ordered nowhere', async ({ page }) => {
  const asked = traffic(page)
  await design(page, [block('b1', 'reward-catalogue', { props: { category: 'vouchers' } })])
  await describe(page, { points: '500' })
  await expect(drawn(page, 'b1')).toHaveAttribute('data-state', 'ready')
  await page.getByRole('button', { name: 'Try it' }).click()
  await drawn(page, 'b1').locator('[data-key="coffee-voucher"] button').first().click()
  const dialog = page.getByRole('dialog')
  const on = dialog.locator('.foot .pl-primary')
  await on.click()
  await expect(dialog).toContainText('380')
  await expect(on).toBeEnabled()
  await on.click()
  await expect(dialog.getByRole('heading', { name: 'It is yours' })).toBeVisible()
  expect(asked.filter(([method, path]) => method !== 'GET' && !path.startsWith('/v1/portals'))).toEqual([])
})

test('on a backend without demo members somebody may be described all the same', async ({ page }) => {
  await page.route('**/demo/members', (route) => route.fulfill({ status: 404, body: '' }))
  await design(page, FIVE.slice(1, 2))
  await expect(choice(page).locator('option')).toHaveText(['Not signed in', 'A member of your choice…'])
  await describe(page, { points: '70' })
  await expect(drawn(page, 'b2')).toContainText('70')
})

test('a programme that cannot be read is said, and asked again the next time', async ({ page }) => {
  await design(page, [block('b1', 'member-header')])
  let isAway = true
  await page.route('**/v1/tiers', (route) => (isAway ? route.abort() : route.continue()))
  await choice(page).selectOption(DESCRIBED)
  await expect(page.locator('[data-said]')).toHaveText('The programme’s tiers and currencies could not be loaded.')
  await expect(card(page)).toHaveCount(0)
  isAway = false
  await choice(page).selectOption('')
  await choice(page).selectOption(DESCRIBED)
  await expect(field(page, 'tier').locator('option')).toHaveText(['No tier', 'Seed', 'Sprout', 'Bloom', 'Canopy'])
})

for (const [width, query] of [[1280, ''], [820, '&lang=fr'], [390, '']]) {
  test(`at ${width} px${query && ' in French'} the card is in full view, large enough to press, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await design(page, FIVE.slice(1, 2), { query })
    await choice(page).selectOption(DESCRIBED)
    await expect(card(page)).toBeVisible()
    const { x, y, width: wide, height } = await card(page).boundingBox()
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + wide).toBeLessThanOrEqual(width)
    expect(y + height).toBeLessThanOrEqual(800)
    const small = await page.locator('#ds-described :is(input, select, button), [data-describe]').evaluateAll((all) => {
      const sizes = all.map((one) => one.getBoundingClientRect())
      return sizes.filter((box) => box.width < 24 || box.height < 24).length
    })
    expect(small).toBe(0)
    await clean(page, '[data-preview-bar]', '#ds-described')
  })
}
