// What a developer got wrong is named in the console: which tag, which attribute, and what would do.
import { expect, test } from '@playwright/test'
import { open } from './pages/host.js'

for (const [what, body, told] of [
  ['a board', '<palier-leaderboard board="nope"></palier-leaderboard>', /^<palier-leaderboard board="nope">: ./],
  ['a period', '<palier-leaderboard board="week" period="nope"></palier-leaderboard>', /^<palier-leaderboard board="week" period="nope">: ./],
  ['a category', '<palier-reward-catalogue category="nope"></palier-reward-catalogue>', /^<palier-reward-catalogue category="nope">: the backend has none of that id; it has \w+, \w+/],
  ['a currency', '<palier-balance currency="nope"></palier-balance>', /^<palier-balance currency="nope">: the backend has none of that id; it has \w+, \w+/],
  ['a series', '<palier-badge-collection series="nope"></palier-badge-collection>', /^<palier-badge-collection series="nope">: the backend has none of that id; it has \w+, \w+/],
])
  test(`${what} that there is not is named with its tag`, async ({ page }) => {
    const seen = await open(page, { body })
    await expect.poll(() => [...seen.errors, ...seen.warnings].filter((text) => told.test(text))).toHaveLength(1)
    expect(seen.uncaught).toEqual([])
  })

for (const [what, script, told] of [
  ['a text', "configure({ getToken: 'abc' })", /^getToken: .*function/],
  ['a function that gives no text', 'configure({ getToken: async () => ({}) })', /^getToken: gave no text \(object\)/],
  ['a function that fails', "configure({ getToken: async () => { throw new Error('no session') } })", /^getToken: Error: no session/],
])
  test(`a token callback that is ${what} is told once, however many tags there are`, async ({ page }) => {
    const seen = await open(page, { script })
    await expect.poll(() => seen.errors.filter((text) => told.test(text)).length, { timeout: 20_000 }).toBe(1)
    await expect.poll(() => page.evaluate(() => heard.filter(({ name, detail }) => name === 'palier-error' && detail.code === 'no-token').length)).toBeGreaterThan(1)
    expect(seen.errors.filter((text) => told.test(text))).toHaveLength(1)
    expect(seen.uncaught).toEqual([])
  })
