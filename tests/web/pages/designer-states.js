// The designer as people meet it, state by state, for checks that hold in all of them.
import { expect } from '@playwright/test'

import { block, enter, home, portal, section, select, text } from './designer.js'
import { tokenOf } from './host.js'

const PAGE = () => [
  block('h', 'hero', { props: { title: { en: 'Welcome', fr: 'Bienvenue' } } }),
  section('s', [text('c', 'Words')], { props: { title: { en: 'Shelf', fr: 'Rayon' } } }),
  block('l', 'leaderboard', { props: { board: 'nowhere' } }),
  block('i', 'image'),
]

const open = async (page, query, more) => {
  const id = await portal(page, PAGE(), more)
  await enter(page, id, { query })
  return id
}

const panel = (index) => async (page, query) => {
  await open(page, query)
  await page.locator('nav button').nth(index).click()
  await expect(page.locator('.left.ds-panel')).toBeVisible()
}

const dialog = (page, name) => expect(page.locator(`dialog[data-dialog="${name}"][open]`)).toBeVisible()

async function publish(page, id, words = 'Words') {
  const headers = { Authorization: `Bearer ${await tokenOf(page.request, 'admin')}` }
  const draft = await page.request.get(`/v1/portals/${id}/draft`, { headers })
  const { title } = await draft.json()
  const clean = { schema: 1, id, title, theme: { tokens: {} }, root: [text('t', words)] }
  const saved = await page.request.put(`/v1/portals/${id}/draft`, { headers: { ...headers, 'If-Match': draft.headers().etag }, data: clean })
  const done = await page.request.post(`/v1/portals/${id}/publish`, { headers: { ...headers, 'If-Match': saved.headers().etag }, data: { note: 'First' } })
  expect(done.status(), await done.text()).toBe(201)
}

/** Each state by its name; `query` is added to the designer's address. */
export const STATES = {
  start: (page, query) => home(page, { query }),
  'new portal': async (page, query) => {
    await home(page, { query })
    await page.locator('main .ds-primary').click()
    await dialog(page, 'new')
  },
  editing: (page, query) => open(page, query),
  'a block selected': async (page, query) => {
    await open(page, query)
    await select(page, 'c')
  },
  'properties of a member block': async (page, query) => {
    await open(page, query)
    await select(page, 'l')
    await expect(page.locator('[data-field="prop-board"]')).toBeVisible()
  },
  'menu open': async (page, query) => {
    await open(page, query)
    await select(page, 'c')
    await page.locator('[data-opens=menu]').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menu')).toBeVisible()
  },
  inserter: async (page, query) => {
    await open(page, query)
    await select(page, 'c')
    await page.keyboard.press('/')
    await dialog(page, 'inserter')
  },
  commands: async (page, query) => {
    await open(page, query)
    await page.keyboard.press('Control+k')
    await dialog(page, 'commands')
  },
  outline: panel(1),
  templates: panel(2),
  theme: panel(3),
  problems: panel(4),
  versions: async (page, query) => {
    const id = await portal(page, PAGE())
    await publish(page, id)
    await publish(page, id, 'Other words')
    await enter(page, id, { query })
    await page.locator('nav button').nth(5).click()
    await expect(page.locator('[data-revision]')).toHaveCount(2)
    await page.locator('[data-revision="1"] .ds-button:first-child').click()
    await dialog(page, 'revision')
    await expect(page.locator('[data-dialog=revision] .ds-dialog-foot button')).toHaveCount(2)
  },
  publish: async (page, query) => {
    await open(page, query)
    await page.locator('[data-publish]').click()
    await dialog(page, 'publish')
    await expect(page.locator('[data-dialog=publish] input')).toBeVisible()
  },
  snippet: async (page, query) => {
    await open(page, query)
    await page.locator('[data-bar] .ds-icon-button').last().click()
    await dialog(page, 'snippet')
  },
  conflict: async (page, query) => {
    const id = await open(page, query)
    const headers = { Authorization: `Bearer ${await tokenOf(page.request, 'admin')}` }
    const draft = await page.request.get(`/v1/portals/${id}/draft`, { headers })
    const theirs = await draft.json()
    theirs.root[0].props.title.en = 'Hello'
    const saved = await page.request.put(`/v1/portals/${id}/draft`, { headers: { ...headers, 'If-Match': draft.headers().etag }, data: theirs })
    expect(saved.status()).toBe(200)
    await select(page, 'h')
    await page.keyboard.press('Delete')
    await page.locator('[data-tone=bad] .ds-button').click()
    await dialog(page, 'conflict')
  },
  'trying it': async (page, query) => {
    await open(page, query)
    await page.locator('[data-bar] button[aria-pressed]:not([class*=segment])').click()
    await expect(page.locator('[data-page] [inert]')).toHaveCount(0)
  },
  'describing a member': async (page, query) => {
    await open(page, query)
    await page.locator('[data-preview-as]').selectOption('~described')
    await expect(page.locator('#ds-described')).toBeVisible()
  },
  'read only': (page, query) => open(page, query, { schema: 1, root: [text('a', 'One', { v: 99 })] }),
}
