// A Leptos app that uses blocks as components, against the real server: nothing on its page but what the
// components bring along.
import { expect, test } from '@playwright/test'

import { clean } from './pages/axe.js'
import { tokenOf } from './pages/host.js'

const app = async (page, member, locale = 'en') => page.goto(`/gallery/?app=${await tokenOf(page.request, member)}&locale=${locale}`)

test('components bring words, styles and the reader along', async ({ page }) => {
  const errors = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  await app(page, 'top')
  await expect(page.getByRole('heading', { name: 'My club' })).toBeVisible()
  for (const name of ['Leaderboard', 'Points history', 'Rewards', 'Your tier', 'Badges']) {
    await expect(page.getByRole('heading', { name, exact: true }), name).toBeVisible()
  }
  // As few as have points by then: the week may have begun a moment ago.
  const { entries } = await (await page.request.get('/v1/leaderboards/week?view=top&limit=5')).json()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(1 + entries.length)
  await expect(page.locator('[part~="cards"] [part~="card"]')).toHaveCount(3)
  const look = await page.getByRole('table').evaluate((table) => getComputedStyle(table.closest('.pl-block')).borderRadius)
  expect(look).not.toBe('0px')
  const icon = await page.locator('.pl-block svg').first().boundingBox()
  expect(icon.width).toBeLessThan(100)
  await clean(page)
  expect(errors).toEqual([])
})

test('they speak French and are dark where they are asked to', async ({ page }) => {
  await app(page, 'top', 'fr&theme=dark')
  await expect(page.getByRole('heading', { name: 'Historique des points' })).toBeVisible()
  const [ground, ink] = await page.locator('.pl-block').first().evaluate((block) => {
    const { backgroundColor, color } = getComputedStyle(block)
    return [backgroundColor, color].map((text) => text.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0))
  })
  expect(ink - ground).toBeGreaterThan(300)
})
