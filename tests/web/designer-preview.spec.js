// Looking at a page before anybody does: states, readers, languages, times; and nothing of it changes
// the document.
import { expect, test } from '@playwright/test'

import { FIVE, block, design, middle, text, words } from './pages/designer.js'
import { bar, cell, documentOf, drawn, pick, traffic, writes } from './pages/preview.js'

const state = (page, id, wanted) => expect(drawn(page, id)).toHaveAttribute('data-state', wanted)
const badge = (page, id) => page.locator(`[data-state-badge][data-of="${id}"]`)

test('a block shows a state from its menu, its badge and its panel, and the document stays as it was', async ({ page }) => {
  const asked = traffic(page)
  await design(page, FIVE.slice(0, 2))
  const before = await documentOf(page)
  await state(page, 'b1', 'ready')
  await state(page, 'b2', 'signed-out')
  expect(asked.filter(([, path]) => path.includes('/fixtures-'))).toEqual([])
  await pick(page, 'b1')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Show in another state' }).click()
  await page.getByRole('menuitemradio', { name: 'Empty' }).click()
  await state(page, 'b1', 'empty')
  await expect(badge(page, 'b1')).toContainText('Empty')
  await expect(badge(page, 'b2')).toHaveCount(0)
  await badge(page, 'b1').getByRole('button', { name: 'Choose another state' }).click()
  await expect(page.getByRole('menuitemradio', { name: 'Empty' })).toBeFocused()
  await page.getByRole('menuitemradio', { name: 'Offline' }).click()
  await state(page, 'b1', 'offline')
  // The menu is gone with the choice, and leaves the badge in sight.
  await expect(page.locator('[data-states]')).toHaveCount(0)
  await page.locator('[data-state-of-block]').selectOption('ties')
  await state(page, 'b1', 'ready')
  await expect(badge(page, 'b1')).toContainText('Ties')
  await badge(page, 'b1').getByRole('button', { name: 'back to live data' }).click()
  await expect(badge(page, 'b1')).toHaveCount(0)
  await state(page, 'b1', 'ready')
  expect(await documentOf(page)).toBe(before)
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveAttribute('aria-disabled', 'true')
  expect(asked.filter(([, path]) => path.includes('/fixtures-'))).toHaveLength(1)
  expect(asked.filter(([, path]) => path.includes('~shown'))).toEqual([])
  expect(writes(asked)).toEqual([])
})

test('a state that says nothing of who reads leaves that to the member who was chosen', async ({ page }) => {
  await design(page, [
    block('b1', 'member-header'),
    block('b2', 'points-history'),
    text('b3', 'For the highest tier', { when: { tiers: ['canopy'] } }),
  ])
  await page.locator('[data-preview-as]').selectOption('top')
  await expect(cell(page, 'b1')).toContainText('Tall Oak')
  await page.locator('[data-show-as]').selectOption('failed')
  await state(page, 'b2', 'failed')
  await expect(cell(page, 'b1')).toContainText('Tall Oak')
  await expect(cell(page, 'b3').getByText('For the highest tier', { exact: true })).toBeVisible()
  await page.locator('[data-preview-as]').selectOption('new')
  await expect(cell(page, 'b1')).toContainText('New Acorn')
  await expect(cell(page, 'b3').getByText('For the highest tier', { exact: true })).toBeHidden()
  await state(page, 'b2', 'failed')
})

test('the whole page is shown in each state, and goes back to live', async ({ page }) => {
  await design(page, FIVE)
  const expected = {
    loading: ['loading'],
    empty: ['empty'],
    failed: ['failed'],
    offline: ['offline'],
    sample: ['ready'],
    'new-member': ['ready', 'empty'],
    'top-tier': ['ready'],
    'long-list': ['ready'],
    'long-words': ['ready'],
    'right-to-left': ['ready'],
  }
  const choice = page.locator('[data-show-as]')
  for (const [name, states] of Object.entries(expected)) {
    await choice.selectOption(name)
    for (const { id } of FIVE) {
      await expect(drawn(page, id), `${name} ${id}`).toHaveAttribute('data-state', new RegExp(`^(${states.join('|')})$`))
      await expect(badge(page, id).getByRole('button').first(), `${name} ${id}`).toBeVisible()
    }
    if (name === 'long-list') await expect(drawn(page, 'b1')).toContainText('10,000')
    if (name === 'long-words') await expect(drawn(page, 'b1')).toContainText(/versicherung|kapitän/i)
    if (name === 'top-tier') await expect(drawn(page, 'b4')).toContainText('Canopy')
    if (name === 'right-to-left') expect(await drawn(page, 'b2').evaluate((node) => getComputedStyle(node).direction)).toBe('rtl')
  }
  await choice.selectOption('signed-out')
  await state(page, 'b2', 'signed-out')
  await expect(drawn(page, 'b4')).toContainText('Sign in')
  await bar(page).locator('[data-back]').click()
  await expect(page.locator('[data-state-badge]')).toHaveCount(0)
  await state(page, 'b1', 'ready')
})

test('somebody else, another language and another time are seen by every block at once', async ({ page }) => {
  await design(page, [
    block('b1', 'hero', { props: { title: words('Grove Club', 'Club Grove') } }),
    block('b2', 'member-header'),
    block('b3', 'tier-progress'),
    text('b4', 'For the highest tier', { when: { tiers: ['canopy'] } }),
    text('b5', 'At the new year', { when: { from: '2031-01-01T00:00:00Z', until: '2031-01-08T00:00:00Z' } }),
  ])
  // Before anybody is chosen, everything is there to be edited.
  await expect(cell(page, 'b4').getByText('For the highest tier', { exact: true })).toBeVisible()
  await expect(cell(page, 'b5').getByText('At the new year', { exact: true })).toBeVisible()
  const members = page.locator('[data-preview-as]')
  await members.selectOption('new')
  await expect(cell(page, 'b4')).toContainText('Not shown to this reader at this time')
  await expect(cell(page, 'b4').getByText('For the highest tier', { exact: true })).toBeHidden()
  await members.selectOption('top')
  await expect(cell(page, 'b4').getByText('For the highest tier', { exact: true })).toBeVisible()
  await expect(cell(page, 'b2')).toContainText('Canopy')
  await expect(cell(page, 'b5').getByText('At the new year', { exact: true })).toBeHidden()
  await page.locator('[data-as-of]').fill('2031-01-03T10:00')
  await expect(cell(page, 'b5').getByText('At the new year', { exact: true })).toBeVisible()
  await page.locator('[data-as-of]').fill('2031-01-09T10:00')
  await expect(cell(page, 'b5').getByText('At the new year', { exact: true })).toBeHidden()
  // What is left out stays out where the page is tried out.
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect(cell(page, 'b5')).toBeHidden()
  await expect(cell(page, 'b4')).toBeVisible()
  await page.getByRole('button', { name: 'Back to editing' }).click()
  const root = page.locator('[data-page] .cv-root')
  const language = page.locator('[data-language]')
  await language.selectOption('fr')
  await expect(cell(page, 'b1')).toContainText('Club Grove')
  await expect(root).toHaveAttribute('lang', 'fr')
  await expect(cell(page, 'b3')).toContainText(/palier|avantages/i)
  await language.selectOption('xa')
  await expect(cell(page, 'b1')).toContainText('[Grövë')
  await language.selectOption('ar')
  await expect(root).toHaveAttribute('dir', 'rtl')
  await expect(cell(page, 'b1')).toContainText('Grove Club')
  await bar(page).locator('[data-back]').click()
  await expect(root).toHaveAttribute('dir', 'ltr')
  await expect(page.locator('[data-as-of]')).toHaveValue('')
  await expect(members).toHaveValue('')
})

test('a time that nobody chose is called so, and gives way to what is typed', async ({ page }) => {
  await design(page, [text('a', 'One')])
  const [field, now] = [page.locator('[data-as-of]'), bar(page).getByText('Now', { exact: true })]
  await expect(now).toBeVisible()
  await field.focus()
  await expect(now).toBeHidden()
  await field.fill('2031-01-03T10:00')
  await page.locator('[data-show-as]').focus()
  await expect(field).toHaveValue('2031-01-03T10:00')
  await expect(now).toBeHidden()
  await bar(page).getByRole('button', { name: 'Back to now' }).click()
  await expect(now).toBeVisible()
})

test('only members are offered to look as', async ({ page }) => {
  await design(page, FIVE.slice(1, 2))
  const offered = page.locator('[data-preview-as] option')
  await expect(offered.first()).toHaveText('Not signed in')
  expect(await offered.count()).toBeGreaterThan(3)
  const ids = await offered.evaluateAll((options) => options.map((option) => option.value))
  expect(ids).toContain('top')
  for (const staff of ['admin', 'designer', 'content-editor']) expect(ids).not.toContain(staff)
})

for (const [width, query] of [[1280, ''], [1280, '&lang=fr'], [1024, ''], [768, ''], [1680, '']]) {
  test(`at ${width} px${query && ' in French'} every control of the bar is labelled for the eye and in full view`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await design(page, FIVE.slice(1, 2), { query })
    await expect(page.locator('[data-preview-as]')).toBeVisible()
    const seen = () =>
      bar(page).evaluate((bar) => {
        const room = bar.getBoundingClientRect()
        const fields = [...bar.querySelectorAll('select, input')].map((field) => {
          const label = field.closest('label').querySelector('.ds-label')
          const [a, b] = [label.getBoundingClientRect(), field.getBoundingClientRect()]
          const isIn = (box) => box.left >= room.left && box.right <= room.right + 0.5 && box.bottom <= room.bottom
          return [label.textContent, getComputedStyle(label).clipPath, a.width > 20 && isIn(a), b.width >= 70 && isIn(b)].join(' ')
        })
        return [...fields, bar.scrollWidth <= bar.clientWidth]
      })
    for (const dressed of [false, true]) {
      if (dressed) await page.locator('[data-show-as]').selectOption('sample')
      const told = await seen()
      expect(told).toHaveLength(5)
      for (const one of told.slice(0, -1)) expect(one).toMatch(/^\S.* none true true$/)
      expect(told.at(-1)).toBe(true)
    }
  })
}

/** Types another title over the one at a point; the English one stays. */
async function typeFrenchTitle(page, { x, y }) {
  await page.mouse.dblclick(x, y)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Le Club')
  await page.keyboard.press('Enter')
  await expect(cell(page, 'b1')).toContainText('Le Club')
  expect(JSON.parse(await documentOf(page)).root[0].props.title).toEqual(words('Grove Club', 'Le Club'))
}

test('a text edited where it stands is the one in the language that is shown', async ({ page }) => {
  await design(page, [block('b1', 'hero', { props: { title: words('Grove Club', 'Club Grove') } })])
  await page.locator('[data-language]').selectOption('fr')
  const title = cell(page, 'b1').getByRole('heading', { name: 'Club Grove' })
  const { x, y } = middle(await title.boundingBox())
  await typeFrenchTitle(page, { x, y })
})

test('a text typed over one that stands in from another language leaves that one alone', async ({ page }) => {
  await design(page, [block('b1', 'hero', { props: { title: { en: 'Grove Club' } } })])
  await page.locator('[data-language]').selectOption('fr')
  await expect(page.locator('[data-page] .cv-root')).toHaveAttribute('lang', 'fr')
  const title = cell(page, 'b1').getByRole('heading', { name: 'Grove Club' })
  await expect(title).toBeVisible()
  const { x, y } = middle(await title.boundingBox())
  await page.mouse.dblclick(x, y)
  await expect(page.locator('.ds-inline')).toHaveText('Grove Club')
  await page.keyboard.press('Escape')
  expect(JSON.parse(await documentOf(page)).root[0].props.title).toEqual({ en: 'Grove Club' })
  await typeFrenchTitle(page, { x, y })
})

test('a member whose token is refused is seen as such, and editing goes on', async ({ page }) => {
  await page.route('**/demo/token', async (route) => {
    const { member } = route.request().postDataJSON()
    return member === 'top' ? route.fulfill({ json: { access_token: 'revoked', token_type: 'Bearer', expires_in: 60 } }) : route.continue()
  })
  await design(page, FIVE.slice(1, 4))
  const member = page.locator('[data-preview-as]')
  await member.selectOption('almost')
  for (const id of ['b2', 'b4']) await state(page, id, 'ready')
  await member.selectOption('top')
  for (const id of ['b2', 'b4']) await state(page, id, 'expired')
  await expect(bar(page).locator('[data-refused]')).toBeVisible()
  await pick(page, 'b3')
  await page.keyboard.press('Delete')
  await expect(cell(page, 'b3')).toHaveCount(0)
  await expect(page.locator('header').first()).toContainText('Saved')
  await member.selectOption('almost')
  for (const id of ['b2', 'b4']) await state(page, id, 'ready')
  await expect(bar(page).locator('[data-refused]')).toBeHidden()
})
