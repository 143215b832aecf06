// Answers that are lost on their way, and answers that are none: nothing is said to be done that is
// not, nothing is done twice, and nothing is sent from a page that waits for somebody for ever.
import { expect, test } from '@playwright/test'

import { block, enter, home, portal, said, select, text } from './pages/designer.js'
import { tokenOf } from './pages/host.js'
import { count, dialog, draft, edit, publish, put, state } from './pages/saving.js'

const OLD = () => block('s', 'hero', { props: { title: { en: 'Old' } } })
const GATE = { status: 200, contentType: 'text/html', body: '<!doctype html><title>Sign in</title><p>Please sign in to the network.</p>' }

/** Answers requests of that kind by `answers.now`, which a test may change. */
async function govern(page, address, method, now) {
  const answers = { now, asked: 0 }
  await page.route(address, (route) => {
    if (route.request().method() !== method) return route.fallback()
    answers.asked += 1
    return answers.now(route)
  })
  return answers
}

const there = (route) => route.continue()
const lost = async (route) => {
  await route.fetch()
  await route.abort()
}

/** How many versions members have seen. */
async function versions(page, id) {
  const headers = { Authorization: `Bearer ${await tokenOf(page.request, 'admin')}` }
  const reply = await page.request.get(`/v1/portals/${id}/revisions`, { headers })
  return (await reply.json()).items
}

test('a sign-in page in place of the backend has saved nothing, and the bar does not say so', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  const answers = await govern(page, `**/v1/portals/${id}/draft`, 'PUT', (route) => route.fulfill(GATE))
  await enter(page, id)
  await edit(page, 'a')
  await expect(state(page)).toHaveText('Offline — kept on this device')
  await count(page, id).toBe(1)
  for (const status of [404, 403]) {
    answers.now = (route) => route.fulfill({ ...GATE, status })
    const before = answers.asked
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => answers.asked).toBeGreaterThan(before)
    await expect(state(page)).toHaveText('Offline — kept on this device')
  }
  answers.now = there
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(state(page)).toHaveText('Saved')
  await count(page, id).toBe(2)
})

test('a sign-in page in place of the backend has published nothing, and nobody reads that it has', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  await govern(page, `**/v1/portals/${id}/publish`, 'POST', (route) => route.fulfill(GATE))
  await enter(page, id)
  await page.locator('[data-publish]').click()
  const ask = dialog(page, 'publish')
  await ask.getByRole('button', { name: 'Publish now' }).click()
  await expect(ask).toContainText('The backend cannot be reached')
  expect(await versions(page, id)).toEqual([])
})

test('what was published though its answer was lost is told as published, once', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  await govern(page, `**/v1/portals/${id}/publish`, 'POST', lost)
  await enter(page, id)
  await publish(page)
  expect(await versions(page, id)).toHaveLength(1)
})

test('where nobody can tell whether it was published, that is what is said, and trying again publishes once', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  const sent = await govern(page, `**/v1/portals/${id}/publish`, 'POST', lost)
  let isAway = false
  await page.route(`**/v1/portals/${id}`, (route) => (isAway ? route.abort() : route.continue()))
  await enter(page, id)
  await page.locator('[data-publish]').click()
  const ask = dialog(page, 'publish')
  await expect(ask.getByRole('button', { name: 'Publish now' })).toBeVisible()
  isAway = true
  await ask.getByRole('button', { name: 'Publish now' }).click()
  await expect(ask).toContainText('it is not known whether this was published')
  await page.keyboard.press('Escape')
  isAway = false
  sent.now = there
  await publish(page)
  expect(await versions(page, id)).toHaveLength(1)
})

test('what members see again though the answer was lost is told so, once', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  await enter(page, id)
  await publish(page)
  await page.keyboard.press('Escape')
  await edit(page, 'a')
  await expect(state(page)).toHaveText('Saved')
  await publish(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Versions' }).click()
  await govern(page, `**/v1/portals/${id}/revisions/1/rollback`, 'POST', lost)
  await page.getByRole('button', { name: /^Roll back to it… / }).click()
  await dialog(page, 'revision').getByRole('button', { name: 'Yes, roll back' }).click()
  await expect(dialog(page, 'revision')).toHaveCount(0)
  await expect(said(page)).toHaveText(/^Rolled back\./)
  const [now] = await versions(page, id)
  expect([now.revision, now.current]).toEqual([3, true])
})

test('what somebody else saved while the changes were being read is not published unread', async ({ page }) => {
  const id = await portal(page, [text('a', 'One'), OLD()])
  await enter(page, id)
  await select(page, 's')
  let release
  const held = new Promise((done) => (release = done))
  await page.route(`**/v1/portals/${id}/draft`, async (route) => {
    if (route.request().method() === 'PUT') await held
    await route.continue()
  })
  await page.locator('#prop-title').fill('My words')
  await put(page, id, (document) => document.root.push(text('theirs', 'Theirs')))
  await page.locator('[data-publish]').click()
  const ask = dialog(page, 'publish')
  await expect(ask.getByRole('button', { name: 'Publish now' })).toBeVisible()
  release()
  await count(page, id).toBe(3)
  await expect(state(page)).toHaveText('Saved')
  await ask.getByRole('button', { name: 'Publish now' }).click()
  await expect(ask).toContainText('Somebody else has just changed the draft, so nothing was published. Look at it again.')
  expect(await versions(page, id)).toEqual([])
})

test('one’s own saves whose answers were lost are nobody else’s, however many there were', async ({ page }) => {
  const id = await portal(page, [text('a', 'One'), OLD()])
  const answers = await govern(page, `**/v1/portals/${id}/draft`, 'PUT', lost)
  await enter(page, id)
  await select(page, 's')
  const title = page.locator('#prop-title')
  await title.fill('Mine')
  await expect(state(page)).toHaveText('Offline — kept on this device')
  answers.now = (route) => route.abort()
  const before = answers.asked
  await title.fill('Mine, too')
  await expect.poll(() => answers.asked).toBeGreaterThan(before)
  await title.fill('Mine alone')
  answers.now = there
  await expect(state(page)).toHaveText('Saved')
  await expect(page.getByRole('button', { name: 'Decide', exact: true })).toHaveCount(0)
  expect(JSON.parse((await draft(page, id)).text).root[1].props.title.en).toBe('Mine alone')
})

test('whoever writes in a portal that somebody deletes is told so, and takes their work along', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  await enter(page, id)
  const headers = { Authorization: `Bearer ${await tokenOf(page.request, 'admin')}`, 'If-Match': (await draft(page, id)).etag }
  const gone = await page.request.delete(`/v1/portals/${id}`, { headers })
  expect(gone.status()).toBe(204)
  await edit(page, 'a')
  await expect(state(page)).toHaveText(/^Somebody has deleted this portal\. What you did is kept on this device/)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as JSON' }).click()])
  expect(file.suggestedFilename()).toBe(`${id}-unsaved.json`)
})

test('a hosting page that never gives a token again is told as one that cannot be reached', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  await page.clock.install()
  await enter(page, id)
  await page.evaluate(() => (palierDesigner.getToken = () => new Promise(() => {})))
  await edit(page, 'a')
  // What is written to the device meanwhile takes the time that it takes.
  await expect(async () => {
    await page.clock.runFor(5_000)
    expect(await state(page).textContent()).toBe('Offline — kept on this device')
  }).toPass()
})

for (const [what, how] of [
  ['never answers', () => (IDBFactory.prototype.open = () => ({}))],
  ['is denied', () => (IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError') })],
])
  test(`where the browser’s storage ${what}, every edit is on the backend all the same`, async ({ page }) => {
    const id = await portal(page, [text('a', 'One')])
    await page.addInitScript(how)
    await enter(page, id)
    await edit(page, 'a')
    await count(page, id).toBe(2)
    await expect(state(page)).toHaveText('Saved')
  })

test('work is kept again after the reader has cleared what sites keep', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  const answers = await govern(page, `**/v1/portals/${id}/draft`, 'PUT', (route) => route.abort())
  await enter(page, id)
  await edit(page, 'a')
  await expect(state(page)).toHaveText('Offline — kept on this device')
  await page.evaluate(() => new Promise((done, fail) => Object.assign(indexedDB.deleteDatabase('palier-designer'), { onsuccess: done, onerror: fail, onblocked: fail })))
  await edit(page, 'a')
  const before = answers.asked
  await expect.poll(() => answers.asked).toBeGreaterThan(before)
  await expect(state(page)).toHaveText('Offline — kept on this device')
  const found = await page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.open('palier-designer', 1).onsuccess = ({ target }) => {
          target.result.transaction('drafts').objectStore('drafts').getAll().onsuccess = ({ target }) => done(target.result.map(({ text }) => JSON.parse(text).root.length))
        }
      }),
  )
  expect(found).toEqual([3])
})

test('a portal whose making was not heard of is made once', async ({ page }) => {
  await home(page)
  const name = `Lake ${Date.now()}`
  await govern(page, /\/v1\/portals\/lake-\d+\/draft$/, 'PUT', lost)
  await page.getByRole('button', { name: 'New portal' }).click()
  await dialog(page, 'new').getByLabel('Name of the portal').fill(name)
  await dialog(page, 'new').getByRole('button', { name: 'Create' }).click()
  await expect(page).toHaveURL(/portal=lake-\d+$/)
})

test('a portal whose deletion was not heard of is deleted when it is asked for again', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')], { title: { en: 'Autumn' } })
  const answers = await govern(page, `**/v1/portals/${id}`, 'DELETE', lost)
  await home(page)
  const remove = async () => {
    await page.locator(`[data-portal="${id}"]`).getByRole('button', { name: /^More: / }).click()
    await page.getByRole('menuitem', { name: 'Delete…' }).click()
    await dialog(page, 'delete').getByRole('button', { name: 'Delete the portal' }).click()
  }
  await remove()
  await expect.poll(() => answers.asked).toBe(1)
  await expect(dialog(page, 'delete')).toContainText('The backend cannot be reached')
  await dialog(page, 'delete').getByRole('button', { name: 'Delete the portal' }).click()
  await expect(page.locator('[data-told]')).toHaveText('Deleted: Autumn')
  await expect(page.locator(`[data-portal="${id}"]`)).toHaveCount(0)
})
