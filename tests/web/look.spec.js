// What would go wrong unseen: where dialogs stand, what fits beside what, and what is said once.
import { expect, test } from '@playwright/test'
import { show } from './pages/gallery.js'

const PHONE = { width: 360, height: 740 }

/** Where it is on screen, once it has come to rest. */
const place = (locator) =>
  locator.evaluate(async (node) => {
    await Promise.all(node.getAnimations().map(({ finished }) => finished))
    const { left, right, top, bottom } = node.getBoundingClientRect()
    return { left, right, top, bottom }
  })

test('on a phone every dialog stands on the lower edge, as wide as the screen; elsewhere in the middle', async ({ page }) => {
  await page.setViewportSize(PHONE)
  for (const [block, demo] of [['reward-catalogue', 'detail'], ['reward-catalogue', 'in-flight'], ['badge-collection', 'secret']]) {
    const dialog = (await show(page, block, demo)).getByRole('dialog')
    const { left, right, top, bottom } = await place(dialog)
    expect([left, right, bottom], demo).toEqual([0, PHONE.width, PHONE.height])
    expect(top, demo).toBeGreaterThanOrEqual(32)
  }
  await page.setViewportSize({ width: 1024, height: 740 })
  const { left, right, top, bottom } = await place((await show(page, 'badge-collection', 'secret')).getByRole('dialog'))
  expect(left + right).toBeCloseTo(1024, 0)
  expect(top + bottom).toBeCloseTo(740, 0)
})

test('a dialog comes without motion where none is wanted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const dialog = (await show(page, 'badge-collection', 'secret')).getByRole('dialog')
  expect(await dialog.evaluate((node) => getComputedStyle(node).animationDuration)).toBe('0s')
})

test('the button that closes a dialog stands beside its heading, in both directions', async ({ page }) => {
  await page.setViewportSize(PHONE)
  for (const locale of ['en', 'ar']) {
    const dialog = (await show(page, 'reward-catalogue', 'address', `&locale=${locale}`)).getByRole('dialog')
    const close = await place(dialog.getByRole('button', { name: 'Close' }))
    const words = await dialog.locator('[part~=dialog-title]').evaluate((node) => {
      const range = document.createRange()
      range.selectNodeContents(node)
      const { left, right } = range.getBoundingClientRect()
      return { left, right }
    })
    if (locale === 'ar') expect(close.right).toBeLessThanOrEqual(words.left)
    else expect(words.right).toBeLessThanOrEqual(close.left)
  }
})

test('a long word in the name of a badge breaks rather than leave the dialog', async ({ page }) => {
  await page.setViewportSize(PHONE)
  const dialog = (await show(page, 'badge-collection', 'many-measures')).getByRole('dialog')
  const { left, right } = await place(dialog.locator('[part~=dialog-title]'))
  expect(left).toBeGreaterThanOrEqual(0)
  expect(right).toBeLessThanOrEqual(PHONE.width)
})

test('the ways on of a dialog stand beside each other where they fit', async ({ page }) => {
  await page.setViewportSize(PHONE)
  const dialog = (await show(page, 'reward-catalogue', 'review')).getByRole('dialog')
  const [back, on] = await Promise.all(['Back', /^Confirm/].map((name) => place(dialog.getByRole('button', { name }))))
  expect(back.top).toBe(on.top)
  expect(back.right).toBeLessThan(on.left)
})

test('the country is chosen from the kit’s own menu', async ({ page }) => {
  const dialog = (await show(page, 'reward-catalogue', 'address')).getByRole('dialog')
  const country = dialog.getByRole('combobox', { name: 'Country' })
  await expect(country).toHaveCSS('appearance', 'none')
  await expect(dialog.locator('.pl-menu > .icon')).toBeVisible()
  const [field, name] = [await place(country), await place(dialog.getByRole('textbox', { name: 'Full name' }))]
  expect([field.left, field.right]).toEqual([name.left, name.right])
})

test('the sign that unfolds a tier stays beside its name', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 740 })
  const head = (await show(page, 'tier-progress', 'one-tier')).locator('[part~=summary]').first()
  const [box, sign, crest] = [await place(head), await place(head.locator('svg').last()), await place(head.locator('svg').first())]
  expect((sign.top + sign.bottom) / 2).toBeCloseTo((box.top + box.bottom) / 2, 0)
  expect(crest.right - crest.left).toBe(28)
})

test('one tier alone is no ladder', async ({ page }) => {
  await expect((await show(page, 'tier-progress', 'one-tier')).locator('[part~=ladder]')).toHaveCount(0)
})

test('an amount is not broken within its number where letters are twice as large', async ({ page }) => {
  await page.setViewportSize(PHONE)
  const block = await show(page, 'points-history', 'ready', '&locale=fr')
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
  const lines = await block.locator('[part~=balance]').first().getByText(/points$/).first().evaluate((node) => {
    const range = document.createRange()
    const [text] = node.childNodes
    range.setStart(text, 0)
    range.setEnd(text, text.data.search(/\D\D/))
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
  })
  expect(lines).toBe(1)
})

test('what a picture shows is said in the open reward, not before every name of the list', async ({ page }) => {
  const block = await show(page, 'reward-catalogue', 'catalogue')
  await expect(block.getByRole('list').first().getByRole('img')).toHaveCount(0)
  await expect(block.getByRole('article')).toHaveCount(0)
  const dialog = (await show(page, 'reward-catalogue', 'detail')).getByRole('dialog')
  await expect(dialog.getByRole('img', { name: 'A hooded sweatshirt' })).toBeVisible()
})

test('a badge’s dialog says each thing once', async ({ page }) => {
  const earned = (await show(page, 'badge-collection', 'earned')).getByRole('dialog')
  await expect(earned.getByText('May 2, 2026')).toHaveCount(1)
  await expect(earned.getByText('2.1%')).toHaveCount(1)
  const going = (await show(page, 'badge-collection', 'in-progress')).getByRole('dialog')
  await expect(going.getByText('17 of 25')).toHaveCount(1)
  const lost = (await show(page, 'badge-collection', 'taken-back')).getByRole('dialog')
  await expect(lost.getByText('April 22, 2026')).toBeVisible()
})

test('only rewards that can be claimed have a place for what became of it', async ({ page }) => {
  const block = await show(page, 'badge-collection', 'one-series')
  await expect(block.locator('[part~=reward]')).toHaveCount(2)
  await expect(block.locator('[part~=reward]').getByRole('status')).toHaveCount(1)
})

test('a name without a tier stands in the middle of its row', async ({ page }) => {
  const block = await show(page, 'leaderboard', 'around-me')
  const row = block.getByRole('row').filter({ hasText: 'Hidden name' })
  const [box, name] = [await place(row), await place(row.locator('[part~=name]'))]
  expect(Math.abs(name.top + name.bottom - box.top - box.bottom)).toBeLessThan(4)
})

// Each element costs memory and time on an old phone: what only stands around others is left out.
const MOST = { leaderboard: 140, 'points-history': 260, 'reward-catalogue': 290, 'tier-progress': 142, 'badge-collection': 260, balance: 60 }

for (const [block, most] of Object.entries(MOST)) {
  test(`${block} needs few elements for what it shows`, async ({ page }) => {
    const shown = await show(page, block, '')
    expect(await shown.locator('*').count()).toBeLessThanOrEqual(most)
  })
}

for (const width of [320, 360, 390])
  test(`the catalogue’s tools stand in line at ${width} px, also in French and with letters twice as large`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    for (const locale of ['en', 'fr']) {
      const block = await show(page, 'reward-catalogue', 'catalogue', `&locale=${locale}`)
      for (const size of ['100%', '200%']) {
        await page.evaluate((size) => (document.documentElement.style.fontSize = size), size)
        const [search, sort, layouts, toggle, all] = await Promise.all(
          ['[role=search]', '.filters .pl-menu', '.filters .pl-segments', '.chips > [part=toggle]', '[part=categories] > [part=toggle]'].map((part) => place(block.locator(part).first())),
        )
        expect([sort.left, toggle.left]).toEqual([search.left, search.left])
        expect(toggle.top).toBe(all.top)
        expect(toggle.right).toBeLessThanOrEqual(search.right + 1)
        // In one row where they fit, each in line with the search where they do not.
        if (size === '100%') expect(sort.top).toBe(layouts.top)
        else expect(layouts.left).toBe(search.left)
        expect((size === '100%' ? layouts : sort).right).toBeCloseTo(search.right, 0)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      }
    }
  })

test('on a phone the leaderboard’s controls end where its table does, and its head is one line', async ({ page }) => {
  await page.setViewportSize(PHONE)
  for (const locale of ['en', 'fr']) {
    const block = await show(page, 'leaderboard', 'around-me', `&locale=${locale}`)
    const [table, board, period, view] = await Promise.all(['[part=table]', '.pl-menu >> nth=0', '.pl-menu >> nth=1', '.pl-segments'].map((part) => place(block.locator(part))))
    expect([board.left, period.left]).toEqual([table.left, table.left])
    expect(period.top).toBe(view.top)
    for (const { right } of [board, view]) expect(right).toBeCloseTo(table.right, 0)
    const lines = await block.getByRole('columnheader').evaluateAll((all) =>
      all.map((head) => {
        const range = document.createRange()
        range.selectNodeContents(head)
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
      }),
    )
    expect(lines).toEqual([1, 1, 1])
  }
})

test('rows with and without a movement are equally high', async ({ page }) => {
  const block = await show(page, 'leaderboard', 'around-me')
  const heights = await block.locator('tbody [part~=row]').evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height))
  expect(new Set(heights).size).toBe(1)
})

test('how rare a badge is stands in one line with its neighbours, whoever has it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  const block = await show(page, 'badge-collection', 'series')
  const chips = await block.locator('[data-series="seasons-2026"] [part~=rarity] > .pl-chip').evaluateAll((all) => all.map((chip) => chip.getBoundingClientRect().top))
  expect(chips).toHaveLength(6)
  expect(new Set(chips).size).toBe(1)
})

test('an amount of a price in two currencies keeps its unit beside it, and a day its year', async ({ page }) => {
  const rewards = await show(page, 'reward-catalogue', 'catalogue')
  const price = rewards.locator('[part~=card]').filter({ hasText: 'Grove hoodie' }).locator('[part=price]')
  expect(await price.textContent()).toContain('or 1,200\u00a0points + 5\u00a0gems')
  const points = await show(page, 'points-history', 'ready')
  expect(await points.locator('[part~=balance]').first().textContent()).toContain('Nov\u00a029,\u00a02026')
})
