// Leaderboard: what a member who is on no list is told of themselves.
import { expect, test } from '@playwright/test'
import { fixture } from './pages/fixtures.js'
import { show } from './pages/gallery.js'
import { open as brand, settled } from './pages/host.js'
import { problem } from './pages/replies.js'

const open = (page, demo, more) => show(page, 'leaderboard', demo, more)

test('who left every list is told their own score, and nobody else is', async ({ page }) => {
  const block = await open(page, 'opted-out')
  await expect(block.getByText('You chose not to be ranked. Your score, which nobody else sees: 1,240.')).toBeVisible()
  await expect(block.getByRole('row').filter({ hasText: 'You' })).toHaveCount(0)
  const french = await open(page, 'opted-out', '&locale=fr')
  await expect(french.getByText(/Votre score, que personne d’autre ne voit\u00a0: 1.240\./)).toBeVisible()
})

test('who is suspended is not offered what they may not change', async ({ page }) => {
  const settings = (block) => block.locator('details').filter({ hasText: 'Your name and privacy' })
  await expect(settings(await open(page, 'around-me'))).toHaveCount(1)
  const block = await open(page, 'suspended-with-data')
  await expect(block.getByText('Your membership is paused')).toBeVisible()
  await expect(block.getByRole('row').first()).toBeVisible()
  await expect(settings(block)).toHaveCount(0)
})

test('a board that has not begun says when it does, and what there is to win', async ({ page }) => {
  const block = await open(page, 'not-started')
  await expect(block.getByText(/^Starts .* · 0 members ranked$/)).toBeVisible()
  await expect(block.getByText('What you can win')).toBeVisible()
  await expect(block.getByRole('table')).toHaveCount(0)
  await expect(block.getByText('No one is ranked yet')).toHaveCount(0)
})

test('who has no score yet is told of none', async ({ page }) => {
  const block = await open(page, 'unranked')
  await expect(block.getByText('You have no place on this board yet.', { exact: true })).toBeVisible()
})

test('the box shows what the backend has, and only a name that was refused is marked', async ({ page }) => {
  const me = { state: 'member', alias: 'Budding Rose', preferences: { leaderboard_opt_out: false } }
  let answer = (route) => route.fulfill(problem(503, 'unavailable', { detail: 'Come back later.' }, { 'Retry-After': '0' }))
  await page.route('**/v1/me/preferences', (route) => answer(route))
  await page.route('**/v1/me', (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify(me) }))
  await brand(page, { body: '<palier-leaderboard></palier-leaderboard>' })
  await settled(page, 'palier-leaderboard')
  const block = page.locator('palier-leaderboard')
  await block.getByText('Your name and privacy').click()
  const box = block.getByRole('checkbox', { name: 'Leave me out of every leaderboard' })
  const name = block.getByRole('textbox', { name: 'Name that others see' })
  await box.click()
  await expect(block.getByText('Come back later.')).toBeVisible()
  await expect(box).not.toBeChecked()
  await expect(name).toHaveAttribute('aria-invalid', 'false')

  answer = (route) => route.fulfill(problem(422, 'invalid', { errors: [{ pointer: '/alias', code: 'taken', detail: 'Somebody has that name.' }] }))
  await name.fill('Tall Oak')
  await block.getByRole('button', { name: 'Save' }).click()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await expect(name).toHaveAccessibleDescription('Somebody has that name.')

  let release
  const held = new Promise((done) => (release = done))
  answer = async (route) => {
    await held
    me.preferences.leaderboard_opt_out = true
    await route.fulfill({ contentType: 'application/json', body: JSON.stringify(me) })
  }
  await box.click()
  await expect(box).toHaveAttribute('aria-disabled', 'true')
  await box.click()
  await expect(box).toBeChecked()
  release()
  await expect(block.getByText('Saved.')).toBeVisible()
  await expect(block.getByText('You are not ranked. Change this')).toBeVisible()
  await expect(box).toBeChecked()
})

for (const [what, answer, words, signsIn] of [
  ['a session that is over', problem(401, 'unauthorised'), 'Sign in again to go on.', true],
  ['a page that is not the backend’s', { contentType: 'text/html', body: '<p>Please sign in to the network.</p>' }, 'Something went wrong on our side.', false],
]) {
  test(`a name that is not saved for ${what} says just that`, async ({ page }) => {
    await page.route('**/v1/me/preferences', (route) => route.fulfill(answer))
    await brand(page, { body: '<palier-leaderboard></palier-leaderboard>' })
    await settled(page, 'palier-leaderboard')
    const block = page.locator('palier-leaderboard')
    await block.getByText('Your name and privacy').click()
    await block.getByRole('button', { name: 'Save' }).click()
    const told = block.locator('.privacy').getByRole('status')
    await expect(told).toContainText(words)
    await expect(told.getByText('Sign in', { exact: true })).toHaveCount(signsIn ? 1 : 0)
  })
}

test('the controls show a pick while it is on its way, and what the table shows once it failed', async ({ page }) => {
  const not = problem(404, 'not-found')
  await brand(page, { body: '<palier-leaderboard></palier-leaderboard>' })
  await settled(page, 'palier-leaderboard')
  const block = page.locator('palier-leaderboard')
  const period = block.getByRole('combobox').last()
  const board = block.locator('.board')
  const before = await period.inputValue()
  const picked = await period.locator('option').nth(1).getAttribute('value')

  let release
  const answers = [(route) => route.fulfill(not), (route) => route.continue()]
  await page.route('**/v1/leaderboards/**', async (route) => {
    await new Promise((done) => (release = done))
    return answers.shift()(route)
  })
  for (const ends of [before, picked]) {
    release = null
    await period.selectOption(picked)
    await expect.poll(() => !!release).toBe(true)
    await expect(board).toHaveAttribute('aria-busy', 'true')
    await expect(period).toHaveValue(picked)
    release()
    await expect(board).toHaveAttribute('aria-busy', 'false')
    await expect(period).toHaveValue(ends)
  }

  answers.push((route) => route.fulfill(not))
  release = null
  await block.getByRole('button', { name: 'Top' }).click()
  await expect.poll(() => !!release).toBe(true)
  await expect(block.getByRole('button', { pressed: true })).toHaveText('Top')
  release()
  await expect(block.getByRole('button', { pressed: true })).toHaveText('Around me')
  await expect(block.locator('[part~="notice"]')).toContainText('Could not be updated')
})

test('what became of a pick is told once, with board, period and the own place', async ({ page }) => {
  await brand(page, { body: '<palier-leaderboard></palier-leaderboard>' })
  await settled(page, 'palier-leaderboard')
  const block = page.locator('palier-leaderboard')
  const told = block.locator('[data-block] > [role=status]')
  await expect(told).toHaveText('')
  await told.evaluate((line) => {
    globalThis.said = []
    new MutationObserver(() => line.textContent && globalThis.said.push(line.textContent)).observe(line, { characterData: true, childList: true, subtree: true })
  })
  const said = () => page.evaluate(() => globalThis.said)
  const words = /^.+\. [\d,]+ members ranked\. (Your rank: \d+|You have no place)/
  await block.getByRole('button', { name: 'Top' }).click()
  await expect.poll(said).toEqual([expect.stringMatching(words)])
  // Known already, and told all the same.
  await block.getByRole('button', { name: 'Around me' }).click()
  await expect.poll(async () => (await said()).length).toBe(2)
  // A refresh that nobody asked for is no news.
  const again = page.waitForResponse('**/v1/leaderboards/**')
  await page.evaluate(() => globalThis.refresh(['leaderboards']))
  await again

  await page.route('**/v1/leaderboards/**', (route) => route.fulfill(problem(404, 'not-found')))
  const period = block.getByRole('combobox').last()
  await period.selectOption({ index: 1 })
  await expect(told).toHaveText(/^That could not be shown\. You still see .+\.$/)
  expect(await said()).toHaveLength(3)
})

test('a row that a backend sends twice goes when it is no longer told', async ({ page }) => {
  const all = fixture('board_top')
  const [first, second] = all.entries
  let entries = [first, second, second, second]
  await page.route('**/v1/leaderboards/**', (route) => route.fulfill({ json: { ...all, me: undefined, entries } }))
  await brand(page, { body: '<palier-leaderboard></palier-leaderboard>' })
  const rows = page.locator('palier-leaderboard [part~="row"]')
  await expect(rows).toHaveCount(4)
  entries = [first]
  await page.evaluate(() => refresh('leaderboards'))
  await expect(rows).toHaveCount(1)
})

/** A page with a board whose rows are `entries()` and whose reader is `me()`. */
async function ranked(page, entries, me = () => undefined) {
  const all = fixture('board_top')
  await page.route('**/v1/leaderboards/**', (route) => route.fulfill({ json: { ...all, me: me(), entries: entries(all.entries) } }))
  await brand(page, { body: '<palier-leaderboard view="top"></palier-leaderboard>' })
  await settled(page, 'palier-leaderboard')
  return page.locator('palier-leaderboard [part~="row"]')
}

for (const motion of ['no-preference', 'reduce'])
  test(`rows that change places ${motion === 'reduce' ? 'stand there at once where motion is not wanted' : 'glide there'}, and are the rows they were`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: motion })
    await page.addInitScript(() => {
      const { animate } = Element.prototype
      globalThis.glided = []
      Element.prototype.animate = function (frames, ...more) {
        if (this.dataset.key) globalThis.glided.push([this.dataset.key, Math.sign(parseFloat(frames[0].transform.slice(11)))])
        return animate.call(this, frames, ...more)
      }
    })
    let swapped = false
    const rows = await ranked(page, ([a, b, c, ...more]) => (swapped ? [a, { ...c, rank: b.rank }, { ...b, rank: c.rank }, ...more] : [a, b, c, ...more]))
    const keys = () => rows.evaluateAll((rows) => rows.map((row) => row.dataset.key))
    const before = await keys()
    await rows.nth(0).evaluate((row) => (row.isOld = true))
    swapped = true
    await page.evaluate(() => refresh('leaderboards'))
    const [a, b, c, ...more] = before
    await expect.poll(keys).toEqual([a, c, b, ...more])
    expect(await rows.nth(0).evaluate((row) => row.isOld)).toBe(true)
    // Upwards from below, downwards from above.
    const glides = motion === 'reduce' ? [] : [[b, -1], [c, 1]]
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))))
    expect((await page.evaluate(() => globalThis.glided)).sort()).toEqual(glides.sort())
  })

test('the own row stands below the others while they leave it out, and among them once they do not', async ({ page }) => {
  let isIn = false
  const own = (all) => ({ ...all[0], id: 'be_own', rank: 488, name: 'Budding Rose', is_me: true })
  const rows = await ranked(
    page,
    (all) => {
      const others = all.filter((entry) => !entry.is_me)
      return isIn ? [...others.slice(0, 2), { ...own(all), rank: 3 }] : others.slice(0, 3)
    },
    () => ({ entry: own(fixture('board_top').entries), opted_out: false }),
  )
  await expect(rows).toHaveCount(4)
  await expect(rows.last()).toContainText(/488.*Budding Rose\s*You/)
  await expect(page.locator('palier-leaderboard tbody')).toHaveCount(2)
  isIn = true
  await page.evaluate(() => refresh('leaderboards'))
  await expect(rows).toHaveCount(3)
  await expect(page.locator('palier-leaderboard tbody')).toHaveCount(1)
  await expect(rows.filter({ hasText: 'You' })).toHaveCount(1)
})

test('who has the same score has the same place, and the next place is left out', async ({ page }) => {
  const rows = await ranked(page, (all) => [1, 2, 2, 4].map((rank, at) => ({ ...all[at], rank, is_me: false })))
  await expect(rows.locator('[part~="rank"]')).toHaveText(['1', '2', '2', '4'])
  expect(await rows.evaluateAll((rows) => rows.map((row) => row.querySelector('[data-medal]')?.dataset.medal))).toEqual(['gold', 'silver', 'silver', undefined])
})

test.describe('where the programme lives', () => {
  test.use({ timezoneId: 'Europe/Paris' })

  test('a final result is that of the last day, not of the day after', async ({ page }) => {
    const block = await open(page, 'final', '&locale=en-GB')
    await expect(block.getByText(/^Final result of 31 October 2026 · /)).toBeVisible()
  })
})
