// What a brand's page passes down to the kit's elements: colours that it gave half of, and text styles that
// are meant for its own words.
import { expect, test } from '@playwright/test'

import { drawn } from './pages/frames.js'
import { heard, open, settled } from './pages/host.js'

const TAG = 'palier-reward-catalogue'

/** WCAG 2.2's contrast of the texts of these elements with what they stand on, the lowest of them. */
const contrast = (page, selector) =>
  page.locator(`${TAG} ${selector}`).evaluateAll((all) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    const rgb = (colour) => {
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      return [...canvas.getImageData(0, 0, 1, 1).data]
    }
    const light = (colour) => {
      const [r, g, b] = rgb(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const ground = (node) => {
      for (let at = node; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at)
        if (rgb(backgroundColor)[3] === 255) return backgroundColor
      }
      return '#fff'
    }
    return !all.length ? 0 : Math.min(
      ...all.map((node) => {
        const [one, other] = [light(getComputedStyle(node).color), light(ground(node))]
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
      }),
    )
  })

for (const [what, theme, colours] of [
  ['a dark accent with its ink, in the dark', 'dark', '--palier-color-accent:#0b3d2e;--palier-color-accent-ink:#fff'],
  ['a pale accent alone', 'light', '--palier-color-accent:#ffd400'],
  ['a pale accent alone, in the dark', 'dark', '--palier-color-accent:#ffd400'],
  ['a dark accent alone', 'light', '--palier-color-accent:#1a1a1a'],
  ['the kit’s own', 'light', ''],
  ['the kit’s own, in the dark', 'dark', ''],
]) {
  test(`${what}: buttons and texts of that colour can be read`, async ({ page }) => {
    await open(page, { body: `<div style="${colours}"><${TAG} theme="${theme}"></${TAG}></div>`, member: 'top' })
    await settled(page, TAG)
    expect(await contrast(page, '.toggle[aria-pressed="true"]')).toBeGreaterThanOrEqual(4.5)
    await page.locator(`${TAG} [part~="card"] button`).first().click()
    await expect(page.locator(`${TAG} dialog .pl-primary`)).toBeVisible()
    expect(await contrast(page, 'dialog .pl-primary:not([aria-disabled="true"])')).toBeGreaterThanOrEqual(4.5)
  })
}

test('the page stays where it is behind an open dialog', async ({ page }) => {
  await open(page, { body: `<${TAG}></${TAG}><div style="height:3000px"></div>`, member: 'top' })
  await settled(page, TAG)
  await page.locator(`${TAG} [part~="card"] button`).first().click()
  await expect(page.locator(`${TAG} dialog .pl-primary`)).toBeVisible()
  const at = () => page.evaluate(() => scrollY)
  const before = await at()
  await page.mouse.move(10, 300)
  await page.mouse.wheel(0, 800)
  // Two frames: a scroll would have begun.
  await drawn(page)
  expect(await at()).toBe(before)
  await page.keyboard.press('Escape')
  await page.mouse.wheel(0, 800)
  await expect.poll(at).toBeGreaterThan(before)
})

test('what members do is told to the page under one shape', async ({ page }) => {
  await open(page, { body: `<${TAG} page-size="48"></${TAG}><palier-badge-collection></palier-badge-collection>`, member: 'top' })
  await settled(page)
  await page.locator(`${TAG} [data-key="plant-a-tree"] button`).first().click()
  await page.keyboard.press('Escape')
  await page.locator('palier-badge-collection [part~="badge"]').first().click()
  const details = (await heard(page, 'palier-action')).map(({ detail }) => detail)
  expect(details).toEqual([
    { action: 'open_reward', reward: 'plant-a-tree' },
    { action: 'open_badge', badge: expect.stringMatching(/./) },
  ])
})

test('text styles that are meant for the page’s own words stay outside', async ({ page }) => {
  await open(page, {
    body: `<div style="text-shadow:0 0 4px red;hyphens:auto;word-break:break-all;-webkit-text-fill-color:purple;cursor:crosshair;text-transform:uppercase"><palier-leaderboard></palier-leaderboard></div>`,
  })
  await settled(page, 'palier-leaderboard')
  const [text, own] = await page.locator('palier-leaderboard .pl-block').evaluate((block) => {
    const style = getComputedStyle(block)
    return [[style.textShadow, style.hyphens, style.wordBreak, style.cursor, style.textTransform], style.webkitTextFillColor === style.color]
  })
  expect(text).toEqual(['none', 'manual', 'normal', 'auto', 'none'])
  expect(own).toBe(true)
})
