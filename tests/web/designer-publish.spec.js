// From the draft to the members' page and back: publishing, versions, the snippet.
import { expect, test } from '@playwright/test'

import { clean } from './pages/axe.js'
import { block, enter, portal, select, text, undo } from './pages/designer.js'
import { tokenOf } from './pages/host.js'
import { dialog, publish, put } from './pages/saving.js'

const edit = async (page, id) => {
  await select(page, id)
  await page.keyboard.press('Control+d')
  await expect(page.locator('[data-save]')).toHaveText('Saved')
}

test('what is published is what members see, and it can be rolled back', async ({ context, page }) => {
  const id = await portal(page, [text('a', 'First words')])
  await enter(page, id)
  await page.getByRole('button', { name: 'Versions' }).click()
  const panel = page.getByRole('complementary', { name: 'Versions' })
  await expect(panel).toContainText('Nothing has been published yet.')
  await expect(panel).toContainText('Each time you publish, what members see is kept here, to compare and to go back to.')
  const first = await publish(page)
  const address = await first.locator('[data-address]').getAttribute('href')
  await expect(first.locator('[role=status]')).toBeFocused()
  await first.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.locator('[data-publish]')).toBeFocused()
  const member = await context.newPage()
  const asked = []
  member.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const words = member.getByText('First words')
  await member.goto(address)
  await expect(words).toHaveCount(1)
  expect(asked.filter((path) => path.includes('designer'))).toEqual([])

  await expect(panel.locator('[data-revision]')).toHaveCount(1)
  await edit(page, 'a')
  await page.locator('[data-publish]').click()
  await expect(dialog(page, 'publish').getByRole('heading', { level: 2 })).toBeFocused()
  await expect(dialog(page, 'publish').locator('[data-sign=added]')).toHaveText(/Added.*Text/)
  await clean(page, 'dialog')
  await page.keyboard.press('Escape')
  await publish(page)
  await page.keyboard.press('Escape')
  await member.reload()
  await expect(words).toHaveCount(2)

  // The panel that was open all the time knows of it.
  await expect(panel.locator('[data-revision]')).toHaveCount(2)
  await expect(panel.locator('[data-revision="2"]')).toContainText('Members see it')
  await expect(panel.locator('[data-revision="2"]')).toContainText('by admin')
  const ask = dialog(page, 'revision')
  await panel.getByRole('button', { name: 'Compare Version 2 with the draft' }).click()
  await expect(ask.locator('.ds-dialog-foot button'), 'it is what members see and what the draft is').toHaveText(['Close'])
  await page.keyboard.press('Escape')
  // The way back is there without a comparison, for what members do not see.
  await expect(panel.getByRole('button', { name: /^Roll back to it… / })).toHaveAccessibleName('Roll back to it… Version 1')
  await panel.getByRole('button', { name: /^Roll back to it… / }).click()
  await expect(ask.getByText('Members would see Version 1 again.')).toBeFocused()
  await ask.getByRole('button', { name: 'Cancel' }).click()
  await page.keyboard.press('Escape')
  await panel.getByRole('button', { name: 'Compare Version 1 with the draft' }).click()
  await expect(ask.locator('[data-sign=added]')).toHaveCount(1)
  await clean(page, 'dialog')
  // A double click asks, at most.
  const posts = []
  page.on('request', (request) => request.method() === 'POST' && request.url().endsWith('/rollback') && posts.push(request.url()))
  const back = ask.getByRole('button', { name: 'Roll back to it…' })
  // What only asks looks alike wherever it stands.
  const colour = (button) => button.evaluate((button) => getComputedStyle(button).color)
  const plain = await colour(panel.getByRole('button', { name: /^Roll back to it… / }))
  expect(await colour(back)).toBe(plain)
  await back.dblclick()
  await expect(ask.getByRole('button', { name: 'Yes, roll back' })).toHaveCount(0)
  await expect(back).toBeFocused()
  expect(posts).toEqual([])
  await back.click()
  await expect(ask.getByText('Members would see Version 1 again.')).toBeFocused()
  // From what they see now, not from the draft.
  await expect(ask.locator('[data-sign]')).toHaveText([/Removed.*Text/])
  expect(await colour(ask.getByRole('button', { name: 'Yes, roll back' }))).not.toBe(plain)
  await ask.getByRole('button', { name: 'Yes, roll back' }).dblclick()
  await expect(panel.locator('[data-revision="3"]')).toContainText('Members see it')
  await expect(panel.locator('[data-revision="3"]')).toContainText('Rolled back to version 1')
  await expect(panel.locator('[data-revision="3"]')).toBeFocused()
  expect(posts).toHaveLength(1)
  await member.reload()
  await expect(words).toHaveCount(1)
})

test('versions beyond the first page are one button away, by keys too', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  const headers = { Authorization: `Bearer ${await tokenOf(page.request, 'admin')}` }
  const draft = await page.request.get(`/v1/portals/${id}/draft`, { headers })
  const { etag } = draft.headers()
  await page.request.post(`/v1/portals/${id}/publish`, { headers: { ...headers, 'If-Match': etag } })
  for (let count = 1; count < 22; count += 1) {
    const back = await page.request.post(`/v1/portals/${id}/revisions/1/rollback`, { headers })
    expect(back.status()).toBe(201)
  }
  await enter(page, id)
  await page.getByRole('button', { name: 'Versions' }).click()
  const panel = page.getByRole('complementary', { name: 'Versions' })
  await expect(panel.locator('[data-revision]')).toHaveCount(20)
  await panel.getByRole('button', { name: 'Show earlier versions' }).focus()
  await page.keyboard.press('Enter')
  await expect(panel.locator('[data-revision]')).toHaveCount(22)
  await expect(panel.locator('[data-revision="2"]')).toBeFocused()
  await expect(panel.getByRole('button', { name: 'Show earlier versions' })).toHaveCount(0)
  await clean(page, 'aside')
})

test('an earlier version comes back into the draft as one edit that undo takes back', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  await enter(page, id)
  await publish(page)
  await page.keyboard.press('Escape')
  await edit(page, 'a')
  const cells = () => page.evaluate(() => document.querySelector('[data-page] > *').shadowRoot.querySelectorAll('[data-node]').length)
  await page.getByRole('button', { name: 'Versions' }).click()
  await page.getByRole('button', { name: 'Compare Version 1 with the draft' }).click()
  await dialog(page, 'revision').getByRole('button', { name: 'Put into the draft' }).click()
  await expect.poll(cells).toBe(1)
  await undo(page).click()
  await expect.poll(cells).toBe(2)
})

test('what changes for members is told with what it was and is', async ({ page }) => {
  const id = await portal(page, [text('a', 'One', { span: { base: 12, md: 6 }, when: { audience: ['member'] } }), block('s', 'section', { props: { padding: 'm' } })], { theme: { scheme: 'light', tokens: { 'color.accent': '#0a5c36' } } })
  await enter(page, id)
  await publish(page)
  await page.keyboard.press('Escape')
  await put(page, id, (document) => {
    document.theme = { scheme: 'dark', tokens: { 'color.accent': '#123456' } }
    document.root[0].span = { base: 12, md: 4 }
    document.root[0].hidden = { base: true }
    document.root[0].when = { audience: ['member', 'candidate'], until: '2027-01-02T09:00:00Z' }
    document.root[1].props.padding = 'l'
  })
  await page.reload()
  await page.locator('[data-publish]').click()
  const ask = dialog(page, 'publish')
  const told = (name) => ask.locator('[data-sign=changed]').filter({ hasText: name })
  await expect(told('Text · One')).toContainText('Width from 720 pixels up: 6 of 12 columns before, 4 of 12 columns now')
  await expect(told('Text · One')).toContainText(/Who sees it, and where: not set before, left out now/)
  await expect(told('Text · One')).toContainText(/: Members? before, Members?, Candidates? now|: .* before, .*, .* now/)
  await expect(told('Text · One')).toContainText(/not set before, 2 Jan 2027/)
  await expect(told('Section')).toContainText(/: “.*” before, “.*” now/)
  await expect(told('The theme')).toContainText('“#0a5c36” before, “#123456” now')
  await expect(told('The theme')).toContainText('Light before, Dark now')
})

test('errors stand first, lead to their block, and block publishing', async ({ page }) => {
  const id = await portal(page, [text('a', 'One'), block('pic', 'image', { props: {} })])
  await enter(page, id)
  await page.locator('[data-publish]').click()
  const ask = dialog(page, 'publish')
  await expect(ask.getByText('Fix the errors first')).toBeVisible()
  await expect(ask.getByRole('button', { name: 'Publish now' })).toHaveAttribute('aria-disabled', 'true')
  await clean(page, 'dialog')
  await ask.getByRole('button', { name: /^Image: / }).first().click()
  await expect(ask).toHaveCount(0)
  await expect(page.getByRole('contentinfo').getByRole('button', { name: 'Image' })).toHaveAttribute('aria-current', 'true')
  const reply = await page.request.get(`/v1/portals/${id}`)
  expect(reply.status()).toBe(404)
})

test('a content editor is told why they cannot publish, and the backend refuses as well', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  await enter(page, id, { as: 'content-editor' })
  await page.locator('[data-publish]').click()
  const ask = dialog(page, 'publish')
  await expect(ask.getByText('Your role edits drafts and does not publish.')).toBeVisible()
  await expect(ask.getByRole('button', { name: 'Publish now' })).toHaveCount(0)
  const token = await tokenOf(page.request, 'content-editor')
  const headers = { Authorization: `Bearer ${token}`, 'If-Match': '"d1"' }
  expect((await page.request.post(`/v1/portals/${id}/publish`, { headers, data: {} })).status()).toBe(403)
})

test('the snippet names the kit with its integrity, the portal and the backend', async ({ page, baseURL }) => {
  const id = await portal(page, [text('a', 'One')])
  await enter(page, id)
  await page.getByRole('button', { name: 'Get the portal' }).click()
  const field = dialog(page, 'snippet').locator('[data-snippet]')
  const sums = await (await page.request.get('/kit/integrity.json')).json()
  const [sheet, integrity] = [sums['palier.css'], sums['palier.js']]
  for (const sum of [sheet, integrity]) expect(sum).toMatch(/^sha384-/)
  await expect(field).toHaveValue(
    `<link rel="stylesheet" href="${baseURL}/kit/palier.css" integrity="${sheet}" crossorigin="anonymous">\n<script type="module" src="${baseURL}/kit/palier.js" integrity="${integrity}" crossorigin="anonymous" data-endpoint="${baseURL}/v1"></script>\n<palier-portal portal="${id}"></palier-portal>\n`,
  )
  await clean(page, 'dialog')
  // Nobody is sent to a page that is not there.
  const ask = dialog(page, 'snippet')
  await expect(ask.getByText('Not published yet')).toBeVisible()
  await expect(ask.getByRole('link')).toHaveCount(0)
  await ask.getByRole('button', { name: 'Publish' }).click()
  await dialog(page, 'publish').getByRole('button', { name: 'Publish now' }).click()
  await dialog(page, 'publish').getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('button', { name: 'Get the portal' }).click()
  await expect(ask.getByRole('link')).toHaveAttribute('href', new RegExp(id))

  // Pasted as it is, on a page with a strict policy, it is the portal, and nothing of the designer.
  const brand = await page.context().newPage()
  const asked = []
  brand.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const refused = []
  brand.on('console', (message) => message.type() === 'error' && refused.push(message.text()))
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'"
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Brand</title><link rel="icon" href="/favicon.svg"></head><body>${await field.inputValue()}</body></html>`
  await brand.route('**/pasted', (route) => route.fulfill({ contentType: 'text/html', headers: { 'Content-Security-Policy': policy }, body }))
  await brand.goto('/pasted')
  await expect(brand.locator('palier-portal').getByText('One', { exact: true })).toBeVisible()
  expect(asked.filter((path) => path.includes('designer'))).toEqual([])
  expect(refused).toEqual([])
})

test('a document goes out as a file and comes in elsewhere, unknown blocks and all, as one edit', async ({ page }) => {
  const root = [text('a', 'One'), block('odd', 'tombola', { props: { n: [1, null] } })]
  const id = await portal(page, root)
  await enter(page, id)
  await page.getByRole('button', { name: 'Get the portal' }).click()
  const ask = dialog(page, 'snippet')
  const [file] = await Promise.all([page.waitForEvent('download'), ask.locator('[data-export]').click()])
  const { readFile } = await import('node:fs/promises')
  const exported = await readFile(await file.path(), 'utf8')
  expect(JSON.parse(exported).root).toEqual(root)
  const changed = JSON.parse(exported)
  changed.id = 'elsewhere'
  changed.root.push(text('b', 'Two'))
  const give = (text) => ask.locator('#ds-import').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await give('{ "schema": 99')
  await expect(ask.getByRole('alert')).toHaveText(/^The file cannot be read: it is not JSON \(line 1, column \d+\)\.$/)
  // Mended, the same file can be chosen again.
  expect(await ask.locator('#ds-import').evaluate((field) => field.files.length)).toBe(0)
  await give('{ "hello": 1 }')
  await expect(ask.getByRole('alert')).toHaveText('The file cannot be read: it is not the document of a portal.')
  await give(JSON.stringify({ ...changed, root: [root[0], root[0]] }))
  await expect(ask.getByRole('alert')).toHaveText('The file cannot be used: two of its blocks have the id “a”. Each needs an id of its own.')
  await expect(ask.getByRole('alert')).toBeInViewport()
  await give(JSON.stringify(changed))
  await expect(ask).toHaveCount(0)
  const cells = () => page.evaluate(() => document.querySelector('[data-page] > *').shadowRoot.querySelectorAll('[data-node]').length)
  await expect.poll(cells).toBe(3)
  await undo(page).click()
  await expect.poll(cells).toBe(2)
})
