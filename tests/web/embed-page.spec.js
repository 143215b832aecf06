// The brand's page at /embed/, as it is shipped: twelve tags among a shop's own strong styles,
// against the real server.
import { expect, test } from '@playwright/test'
import { amiss } from './pages/axe.js'
import { TAGS } from './pages/tags.js'

async function open(page, member = 'almost') {
  const seen = { noise: [], asked: [] }
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && seen.noise.push(message.text()))
  page.on('pageerror', (error) => seen.noise.push(String(error)))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.pathname.startsWith('/v1/')) seen.asked.push(`${request.method()} ${url.pathname}${url.search}`)
  })
  await page.addInitScript((id) => {
    sessionStorage.setItem('palier-demo-member', id)
    globalThis.shifts = []
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) shifts.push(`${value} ${sources.map(({ node }) => node?.localName ?? node?.nodeName)}`)
    }).observe({ type: 'layout-shift', buffered: true })
  }, member)
  await page.goto('/embed/')
  return seen
}

/** Scrolls every tag into view, so that lazy ones begin, and waits for all of them. */
async function all(page) {
  for (const tag of TAGS) {
    for (const element of await page.locator(tag).all()) {
      await element.scrollIntoViewIfNeeded()
      await expect(element.locator('[data-block][data-state=ready]')).toBeVisible()
    }
  }
}

test('twelve tags reach ready for a signed-in member, quietly, and ask for each address once', async ({ page }) => {
  test.setTimeout(120_000)
  const { noise, asked } = await open(page)
  await all(page)
  await expect(page.locator('#log li').filter({ hasText: 'palier-ready' })).toHaveCount(12)
  for (const tag of TAGS) {
    await expect(page.locator('#log li').filter({ hasText: `palier-ready from ${tag}` })).toHaveCount(2)
    // The fallback has given way to the block.
    await expect(page.locator(`${tag} > .fallback`).first()).toBeHidden()
  }
  const twice = asked.filter((address, index) => asked.indexOf(address) !== index)
  expect(twice).toEqual([])
  expect(asked).toContain('GET /v1/portal')
  expect(asked).toContain('GET /v1/me')
  expect(noise).toEqual([])
})

test('for nobody the page is as quiet, and asks for nothing that only members may read', async ({ page }) => {
  const { noise, asked } = await open(page, '')
  await expect(page.locator('palier-leaderboard').first().locator('[data-block]')).toHaveAttribute('data-state', 'ready')
  await expect(page.locator('palier-points-history').first().locator('[data-block]')).toHaveAttribute('data-state', 'signed-out')
  await expect(page.locator('palier-badge-collection').first().locator('[data-block]')).toHaveAttribute('data-state', 'ready')
  expect(asked.filter((address) => address.includes('/v1/me/'))).toEqual([])
  expect(noise).toEqual([])
})

test('the shop’s styles stay outside of the tags, and the tags’ stay inside', async ({ page }) => {
  await open(page)
  const block = page.locator('palier-leaderboard').first().locator('[data-block]')
  await expect(block).toHaveAttribute('data-state', 'ready')
  const inside = await block.evaluate((node) => {
    const style = (element) => getComputedStyle(element)
    const button = node.querySelector('button')
    return {
      spacing: style(node).letterSpacing,
      family: style(node).fontFamily,
      align: style(node).textAlign,
      buttonCase: style(button).textTransform,
      buttonFamily: style(button).fontFamily,
      buttonStyle: style(button).fontStyle,
      tables: [...node.querySelectorAll('table')].map((table) => style(table).borderTopStyle),
    }
  })
  expect(inside.spacing).toBe('normal')
  expect(inside.family).not.toContain('Georgia')
  expect(inside.align).toBe('start')
  expect(inside.buttonCase).toBe('none')
  expect(inside.buttonFamily).not.toContain('Georgia')
  expect(inside.buttonStyle).toBe('normal')
  expect(inside.tables).not.toContain('double')
  const outside = await page.evaluate(() => {
    const style = (selector) => getComputedStyle(document.querySelector(selector))
    return [style('#water').textTransform, style('h2').fontFamily, style('main table').borderTopStyle]
  })
  expect(outside[0]).toBe('uppercase')
  expect(outside[1]).toContain('Georgia')
  expect(outside[2]).toBe('double')
})

test('custom properties do reach the tags, and each theme has its own', async ({ page }) => {
  await open(page)
  const grounds = []
  for (const index of [0, 1]) {
    const element = page.locator('palier-leaderboard').nth(index)
    await element.scrollIntoViewIfNeeded()
    await expect(element.locator('[data-block]')).toHaveAttribute('data-state', 'ready')
    grounds.push(await element.locator('[data-block]').evaluate((node) => getComputedStyle(node).backgroundColor))
  }
  expect(grounds).toEqual(['rgb(255, 255, 255)', 'rgb(33, 29, 46)'])
})

for (const width of [360, 768, 1280]) {
  test(`nothing on the page moves while the tags arrive, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await open(page)
    await expect(page.locator('palier-badge-collection').first().locator('[data-block]')).toHaveAttribute('data-state', 'ready')
    expect(await page.evaluate(() => globalThis.shifts)).toEqual([])
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(over).toBeLessThanOrEqual(0)
  })
}

test('the picker signs another member in and out, and every tag follows', async ({ page }) => {
  await open(page)
  const board = page.locator('palier-leaderboard').first()
  await expect(board.getByText('Budding Rose')).toBeVisible()
  await page.getByLabel('Signed in as').selectOption('top')
  await expect(board.getByText('Tall Oak')).toBeVisible()
  await expect(board.getByText('Budding Rose')).toHaveCount(0)
  await page.getByLabel('Signed in as').selectOption('')
  const history = page.locator('palier-points-history').first()
  await expect(history.getByText('Sign in to see this')).toBeVisible()
  await history.getByText('Sign in', { exact: true }).click()
  await expect(page).toHaveURL(/\/demo\/sign-in\?next=%2Fembed%2F$/)
})

test('the page is accessible, tags included', async ({ page }) => {
  test.setTimeout(120_000)
  await open(page)
  await all(page)
  // The page shows each block twice on purpose, so their landmarks have equal names.
  expect(await amiss(page, [], { but: ['landmark-unique'] })).toEqual([])
})

test('the shortest page needs a script tag and one tag', async ({ page }) => {
  await page.goto('/embed/bare.html')
  await expect(page.locator('palier-leaderboard [data-block]')).toHaveAttribute('data-state', 'ready')
})
