// The start: who is signed in, the portals there are, and what can be done with each.
import { expect, test } from '@playwright/test'

import { clean } from './pages/axe.js'
import { enter, portal, signIn, text } from './pages/designer.js'
import { tokenOf } from './pages/host.js'
import { dialog, publish, put } from './pages/saving.js'

async function home(page, as) {
  await signIn(page, as)
  await page.goto('/designer/')
  await expect(page.getByRole('heading', { level: 1, name: 'Portals' })).toBeVisible()
}

for (const [as, role] of [
  ['admin', 'admin'],
  ['designer', 'designer'],
  ['content-editor', 'content editor'],
]) {
  test(`the start shows portals and that the reader is ${role}`, async ({ page }) => {
    await home(page, as)
    await expect(page.locator('[data-role]')).toHaveText(`Signed in as ${role}`)
    await expect(page.locator('[data-portal=guild]')).toContainText('Published')
    await expect(page.getByRole('button', { name: 'New portal' })).toHaveCount(as === 'content-editor' ? 0 : 1)
    await clean(page, 'main')
  })
}

test('each portal has a picture of its draft, in its colours, that is drawn anew when that has changed', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')], { theme: { tokens: { 'color.canvas': '#fedcba' } } })
  const shapes = () => page.locator(`[data-portal="${id}"] [data-picture] [data-shape]`)
  await home(page, 'designer')
  // Drafts are read as their pictures come into view.
  const seen = () => page.locator(`[data-portal="${id}"]`).scrollIntoViewIfNeeded()
  await seen()
  await expect(shapes()).toHaveCount(1)
  const ground = page.locator(`[data-portal="${id}"] [data-picture] > *`)
  expect(await ground.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe('rgb(254, 220, 186)')
  await put(page, id, (document) => document.root.push(text('b', 'Two')))
  await page.reload()
  await seen()
  await expect(shapes()).toHaveCount(2)
})

test('a portal is made by its name, and never takes another’s place', async ({ page }) => {
  await home(page, 'designer')
  const name = `Été au lac ${Date.now()}`
  await page.getByRole('button', { name: 'New portal' }).click()
  await clean(page, 'dialog')
  const ask = dialog(page, 'new')
  await expect(ask.getByLabel('Name of the portal')).toBeFocused()
  await ask.getByRole('button', { name: 'Create' }).click()
  // In the designer's words, not the browser's.
  await expect(ask.getByRole('alert')).toHaveText('Give the portal a name.')
  await expect(ask.getByRole('radio', { name: /An empty page/ })).toBeChecked()
  await expect(ask.getByRole('radio')).toHaveCount(8)
  await ask.getByRole('radio', { name: /Reward shop.*what points buy/ }).check()
  await ask.getByLabel('Name of the portal').fill(name)
  await ask.getByRole('button', { name: 'Create' }).click()
  await expect(page).toHaveURL(/portal=ete-au-lac-\d+$/)
  await expect(page.getByRole('banner').getByRole('heading', { level: 1, name })).toBeVisible()
})

/** Opens the menu of a portal of the list, by keys. */
async function more(page, id) {
  await page.locator(`[data-portal="${id}"]`).getByRole('button', { name: /^More: / }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
}

const listed = (page, id) => page.locator(`[data-portal="${id}"]`)
const told = (page) => page.locator('[data-told]')

test('from the list a portal is renamed and duplicated, by keys alone', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')], { title: { en: 'Spring' } })
  const name = `Summer ${Date.now()}`
  await home(page, 'designer')
  await more(page, id)
  await clean(page, '[role=menu]')
  await page.keyboard.press('Enter')
  const ask = dialog(page, 'rename')
  await expect(ask.getByRole('heading', { name: 'Rename “Spring”' })).toBeVisible()
  const field = ask.getByLabel('Name of the portal')
  await expect(field).toBeFocused()
  await field.fill('')
  await page.keyboard.press('Enter')
  await expect(ask.getByRole('alert')).toHaveText('Type a name.')
  await field.fill(name)
  await page.keyboard.press('Enter')
  await expect(ask).toHaveCount(0)
  await expect(told(page)).toHaveText(`Renamed: ${name}`)
  await expect(listed(page, id).getByRole('link', { name })).toBeFocused()
  await more(page, id)
  await page.keyboard.press('d')
  await page.keyboard.press('Enter')
  await expect(told(page)).toHaveText(`Duplicated: ${name}, copy`)
  await expect(page.locator(':focus')).toHaveText(`${name}, copy`)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/portal=summer-\d+-copy$/)
  await expect(page.getByRole('banner').getByRole('heading', { level: 1, name: `${name}, copy` })).toBeVisible()
  expect(await page.evaluate(() => palierDesigner.document().root.map((node) => node.id))).toEqual(['a'])
})

test('a portal is deleted after asking, by name and with what members lose; what is locked says why not', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')], { title: { en: 'Autumn' } })
  const held = await portal(page, [text('a', 'One', { lock: ['remove'] })], { title: { en: 'Held' } })
  await enter(page, id, { as: 'designer' })
  await publish(page)
  await home(page, 'designer')
  await more(page, id)
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  const ask = dialog(page, 'delete')
  await expect(ask.getByRole('heading', { name: 'Delete “Autumn”?' })).toBeFocused()
  await expect(ask).toContainText('It is published: members see it now')
  await clean(page, 'dialog')
  await ask.getByRole('button', { name: 'Cancel' }).click()
  await expect(listed(page, id)).toBeVisible()
  await more(page, id)
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await ask.getByRole('button', { name: 'Delete the portal' }).click()
  await expect(told(page)).toHaveText('Deleted: Autumn')
  await expect(told(page)).toBeFocused()
  // Read because it has the focus, and not once more.
  await expect(page.locator('[role=status] [data-told]')).toHaveCount(0)
  await expect(listed(page, id)).toHaveCount(0)
  expect((await page.request.get(`/v1/portals/${id}`)).status()).toBe(404)
  await more(page, held)
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await expect(ask).toContainText('It was never published.')
  await ask.getByRole('button', { name: 'Delete the portal' }).click()
  await expect(ask.getByRole('alert')).not.toBeEmpty()
  await page.keyboard.press('Escape')
  await expect(listed(page, held)).toBeVisible()
})

test('portals of one name are told apart by their ids', async ({ page }) => {
  const title = { en: `Twins ${Date.now()}` }
  const ids = [await portal(page, [], { title }), await portal(page, [], { title })]
  await home(page, 'designer')
  for (const id of ids) {
    await expect(listed(page, id).getByRole('link', { name: `${title.en} (${id})` })).toBeVisible()
    await expect(listed(page, id)).toContainText(id)
    await expect(listed(page, id).getByRole('button', { name: `More: ${title.en} (${id})` })).toBeVisible()
  }
  await expect(listed(page, 'guild')).not.toContainText('(guild)')
})

test('the language that was asked for stays, on every way through the designer', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')], { title: { en: `Lang ${Date.now()}` } })
  await home(page, 'designer')
  await page.getByRole('link', { name: 'Français' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Portails' })).toBeVisible()
  await listed(page, id).getByRole('link').first().click()
  await expect(page.getByRole('button', { name: 'Publier' }).first()).toBeVisible()
  expect(new URL(page.url()).searchParams.get('lang')).toBe('fr')
  await page.getByRole('link', { name: 'Palier' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Portails' })).toBeVisible()
  await page.goto('/designer/')
  await expect(page.getByRole('link', { name: 'English' })).toBeVisible()
})

test('a content editor is told why a portal is not theirs to rename, duplicate or delete', async ({ page }) => {
  await home(page, 'content-editor')
  await more(page, 'guild')
  for (const name of ['Rename…', 'Duplicate', 'Delete…']) {
    const item = page.getByRole('menuitem', { name })
    await expect(item).toHaveAttribute('aria-disabled', 'true')
    await expect(item).toContainText('As content editor you change texts, pictures and links of a portal.')
  }
})

test('an address without a portal leads to those there are', async ({ page }) => {
  await signIn(page, 'admin')
  await page.goto('/designer/?portal=no-such-portal')
  await expect(page.getByText('There is no portal at this address.')).toBeVisible()
  await page.getByRole('link', { name: 'All portals' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Portals' })).toBeVisible()
})

test('without a token the designer leads to the sign-in; a member is told that they may not', async ({ page }) => {
  await page.goto('/designer/')
  await expect(page.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/demo/sign-in?next=%2Fdesigner%2F')
  const token = await tokenOf(page.request, 'almost')
  await page.evaluate((token) => sessionStorage.setItem('palier-token', token), token)
  await page.reload()
  await expect(page.getByText('not as somebody who may edit portals')).toBeVisible()
})

test('a new portal begins without anything to mend, whatever it begins with', async ({ page }) => {
  await home(page, 'designer')
  await page.getByRole('button', { name: 'New portal' }).click()
  const begin = () => dialog(page, 'new').locator('[name=ds-begin]')
  const names = await begin().evaluateAll((all) => all.map(({ value }) => value))
  expect(names).toHaveLength(8)
  for (const name of ['', 'league', 'shop']) {
    await home(page, 'designer')
    await page.getByRole('button', { name: 'New portal' }).click()
    const ask = dialog(page, 'new')
    await ask.getByLabel('Name of the portal').fill(`Begun ${name} ${Date.now()}`)
    await ask.locator(`[name=ds-begin][value="${name}"]`).check()
    await ask.getByRole('button', { name: 'Create' }).click()
    await page.waitForURL(/portal=/)
    // It was counted when it says what the page weighs.
    await expect(page.locator('[data-weight]')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Problems:/ })).toHaveAccessibleName('Problems: 0 errors, 0 warnings')
  }
})

test('ready-made portals are fetched when they are shown, and drawn from what they are', async ({ page }) => {
  const asked = []
  page.on('request', (request) => request.url().includes('/templates-') && asked.push(request.url()))
  await home(page, 'designer')
  expect(asked).toEqual([])
  await page.route('**/templates-*.json', (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: 'New portal' }).click()
  const ask = dialog(page, 'new')
  await ask.getByLabel('Name of the portal').fill('Fetched')
  await ask.locator('[name=ds-begin][value=shop]').check()
  await expect(ask.locator('[data-shape]')).toHaveCount(0)
  await ask.getByRole('button', { name: 'Cancel' }).or(ask.getByRole('button', { name: 'Close' })).first().click()
  await page.getByRole('button', { name: 'New portal' }).click()
  const league = ask.locator('label', { hasText: 'League' }).locator('[data-dark]')
  await expect(league.locator('[data-shape]')).not.toHaveCount(0)
  // No shape lies over another.
  const rects = await league.evaluate((sketch) => [...sketch.children].map((shape) => [shape.getBoundingClientRect().top, shape.getBoundingClientRect().bottom]))
  for (let at = 1; at < rects.length; at += 1) expect(rects[at][0]).toBeGreaterThanOrEqual(rects[at - 1][1])
})

test('a portal that is called the same in every language is renamed in each', async ({ page }) => {
  const id = await portal(page, [], { title: { en: 'Both', fr: 'Both' } })
  await home(page, 'designer')
  await more(page, id)
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  const ask = dialog(page, 'rename')
  await ask.getByRole('textbox').fill('Renamed')
  await ask.getByRole('textbox').press('Enter')
  await expect(listed(page, id)).toContainText('Renamed')
  const token = await tokenOf(page.request, 'admin')
  const draft = await page.request.get(`/v1/portals/${id}/draft`, { headers: { Authorization: `Bearer ${token}` } })
  expect((await draft.json()).title).toEqual({ en: 'Renamed', fr: 'Renamed' })
})
