// The kit on a page with the strictest policy that still lets WASM run, and on one that does not.
import { expect, test } from '@playwright/test'
import { EACH, TAGS, heard, open, settled } from './pages/host.js'

const policy = (script) =>
  `default-src 'none'; script-src ${script}; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`

test('all five blocks draw themselves under a strict policy with Trusted Types', async ({ page }) => {
  const seen = await open(page, { headers: { 'Content-Security-Policy': policy("'self' 'wasm-unsafe-eval'") } })
  await settled(page)
  const styled = await page.locator('palier-leaderboard').evaluate((element) => getComputedStyle(element.shadowRoot.querySelector('.pl-block')).display)
  expect(styled).toBe('flex')
  // A property that the policy would have dropped as an attribute.
  const bar = page.locator('palier-tier-progress [part=progress-fill]').first()
  expect(await bar.evaluate((element) => element.getBoundingClientRect().width)).toBeGreaterThan(0)
  expect(await page.evaluate(() => globalThis.refused)).toEqual([])
  expect(seen.errors).toEqual([])
  expect(seen.uncaught).toEqual([])
})

test('every dialog opens under a strict policy with Trusted Types', async ({ page }) => {
  const seen = await open(page, { headers: { 'Content-Security-Policy': policy("'self' 'wasm-unsafe-eval'") } })
  await settled(page)
  let opened = 0
  for (const tag of TAGS) {
    const trigger = page.locator(`${tag} [aria-haspopup=dialog]`).first()
    if (!(await trigger.count())) continue
    await trigger.click()
    const dialog = page.locator(`${tag} dialog[open]`)
    await expect(dialog).toBeVisible()
    await expect(dialog).not.toBeEmpty()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    opened += 1
  }
  expect(opened).toBeGreaterThan(0)
  expect(await page.evaluate(() => globalThis.refused)).toEqual([])
  expect(seen.errors).toEqual([])
})

test('where scripts are trusted by a nonce, what the kit loads is trusted with it', async ({ page }) => {
  const nonced = policy("'nonce-once' 'strict-dynamic' 'wasm-unsafe-eval'").replace("require-trusted-types-for 'script'; trusted-types 'none'", "base-uri 'none'")
  const seen = await open(page, { nonce: 'once', headers: { 'Content-Security-Policy': nonced } })
  await settled(page)
  expect(await page.evaluate(() => globalThis.refused)).toEqual([])
  expect(seen.errors).toEqual([])
})

test('where the policy blocks WASM the fallback stands, and the event says why', async ({ page }) => {
  const body = EACH.replaceAll('></', '><a href="/club">Our club</a></')
  const seen = await open(page, { body, headers: { 'Content-Security-Policy': policy("'self'") } })
  await expect.poll(async () => (await heard(page, 'palier-error')).length).toBe(TAGS.length)
  for (const { detail, bubbles, composed } of await heard(page, 'palier-error')) {
    expect(detail).toMatchObject({ code: 'wasm-blocked', retryable: false })
    expect(detail.message).toContain("'wasm-unsafe-eval'")
    expect([bubbles, composed]).toEqual([true, true])
  }
  await expect(page.getByRole('link', { name: 'Our club' })).toHaveCount(TAGS.length)
  for (const link of await page.getByRole('link', { name: 'Our club' }).all()) await expect(link).toBeVisible()
  expect(seen.requests.filter((path) => path.endsWith('.wasm'))).toEqual([])
  expect(seen.uncaught).toEqual([])
})
