// Nothing is lost: autosave, a page that dies, signing in anew, documents that are newer.
import { expect, test } from '@playwright/test'

import { clean } from './pages/axe.js'
import { block, enter, portal, select, text, undo } from './pages/designer.js'
import { tokenOf } from './pages/host.js'
import { count, dialog, draft, dropSaves, edit, put, state } from './pages/saving.js'

test('an edit is on the backend by itself, and the bar says so', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  await enter(page, id)
  await expect(state(page)).toHaveText('Saved')
  await edit(page, 'a')
  await count(page, id).toBe(2)
  await expect(state(page)).toHaveText('Saved')
})

test('the work of a page that died is offered, compared and brought back', async ({ context, page }) => {
  const id = await portal(page, [text('a', 'One')])
  await dropSaves(context, id)
  await enter(page, id)
  await edit(page, 'a')
  await expect(state(page)).toHaveText('Offline — kept on this device')
  await page.close({ runBeforeUnload: false })
  await context.unroute(`**/v1/portals/${id}/draft`)
  const again = await context.newPage()
  await enter(again, id)
  const ask = dialog(again, 'restore')
  await expect(ask.getByRole('heading', { level: 2 })).toHaveText(/Restore your unsaved work from .*\d+:\d\d.*\?/)
  await expect(ask.locator('[data-sign=added]')).toHaveText(/Added.*Text/)
  await clean(again, 'dialog')
  await ask.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(ask).toHaveCount(0)
  await count(again, id).toBe(2)
  await again.reload()
  await expect(state(again)).toHaveText('Saved')
  await expect(dialog(again, 'restore')).toHaveCount(0)
})

/** The documents that this browser's tabs keep on the device. */
const documents = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const asked = indexedDB.open('palier-designer', 1)
        asked.onsuccess = () => {
          const all = asked.result.transaction('drafts').objectStore('drafts').getAll()
          all.onsuccess = () => {
            asked.result.close()
            done(all.result.map(({ text }) => JSON.parse(text)))
          }
        }
      }),
  )

/** How many blocks they have. */
const onDevice = async (page) => (await documents(page)).map(({ root }) => root.length)

/** The title that each of them begins with. */
const kept = async (page) => (await documents(page)).map(({ root }) => root[0].props.title.en)

/** Opens the portal again after its page was killed, and restores what it had done. */
const restore = async (context, page, id) => {
  await page.close({ runBeforeUnload: false })
  const again = await context.newPage()
  await enter(again, id)
  const ask = dialog(again, 'restore')
  await ask.getByRole('button', { name: 'Restore', exact: true }).click()
  return again
}

/** Keeps every event from the page that tells it that it is left: a page that is killed gets none. */
const deaf = (page) =>
  page.addInitScript(() => {
    for (const name of ['pagehide', 'visibilitychange']) addEventListener(name, (event) => event.stopImmediatePropagation(), true)
  })

for (const arrives of [false, true]) {
  test(`what is done while the backend is away is kept too, whenever the next try is due${arrives ? ', and though the last one arrived' : ''}`, async ({ context, page }) => {
    const id = await portal(page, [text('a', 'One')])
    await deaf(page)
    let tries = 0
    await page.route(`**/v1/portals/${id}/draft`, async (route) => {
      if (route.request().method() !== 'PUT') return route.continue()
      tries += 1
      if (tries < 3) return route.abort()
      // The third is never answered: nothing that comes after it waits for it.
      if (arrives) await route.fetch()
    })
    await enter(page, id)
    await edit(page, 'a')
    await expect(state(page)).toHaveText('Offline — kept on this device')
    await expect.poll(() => tries).toBe(3)
    if (arrives) await count(page, id).toBe(2)
    await edit(page, 'a')
    await expect.poll(() => onDevice(page)).toEqual([3])
    const again = await restore(context, page, id)
    await count(again, id).toBe(3)
    await expect(dialog(again, 'conflict'), 'there is nothing to decide').toHaveCount(0)
  })
}

test('what is done before anybody decides is kept, and nothing that was undone', async ({ context, page }) => {
  const id = await portal(page, [text('a', 'One'), block('s', 'hero', { props: { title: { en: 'Old' } } })])
  await deaf(page)
  await enter(page, id)
  await select(page, 's')
  await put(page, id, (document) => (document.root[1].props.title.en = 'Theirs'))
  await page.locator('#prop-title').fill('Mine')
  await expect(page.getByRole('button', { name: 'Decide', exact: true })).toBeVisible()
  await expect.poll(() => onDevice(page)).toEqual([2])
  await undo(page).click()
  await expect.poll(() => onDevice(page)).toEqual([])
  await page.getByRole('button', { name: 'Redo' }).click()
  for (const left of [3, 4]) {
    await edit(page, 'a')
    await expect.poll(() => onDevice(page)).toEqual([left])
  }
  const again = await restore(context, page, id)
  await dialog(again, 'conflict').getByLabel('Both; where they contradict, yours').check()
  await dialog(again, 'conflict').getByRole('button', { name: 'Keep this' }).click()
  await count(again, id).toBe(4)
})

for (const [where, answers] of [['backend', true], ['device, where no backend answers', false]])
  test(`what somebody types is on the ${where} within two seconds, however long they go on`, async ({ page }) => {
    const title = 'Nothing of this is to be lost'
    const id = await portal(page, [block('h', 'hero', { props: { title: { en: '' } } })])
    await page.clock.install()
    await enter(page, id)
    await select(page, 'h')
    const field = page.locator('#prop-title')
    await field.focus()
    await page.clock.pauseAt(Date.now() + 60_000)
    const sent = []
    await page.route(`**/v1/portals/${id}/draft`, (route) => {
      if (route.request().method() !== 'PUT') return route.continue()
      sent.push(route.request().postDataJSON().root[0].props.title.en)
      return answers ? route.continue() : route.abort()
    })
    // The page's time stands while a save is answered, and must not run on before: only one is sent at a time.
    let answered = 0
    for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => (answered += request.method() === 'PUT'))
    const safe = async () => (answers ? sent.at(-1) : (await kept(page))[0])
    // How much was typed two seconds ago.
    const STROKE = 200
    const due = (typed) => Math.max(0, typed - 2_000 / STROKE)
    for (let typed = 1; typed <= title.length; typed += 1) {
      await page.keyboard.type(title[typed - 1])
      await page.clock.runFor(STROKE)
      await expect.poll(() => answered).toBe(sent.length)
      await expect.poll(async () => (await safe())?.length ?? 0).toBeGreaterThanOrEqual(due(typed))
    }
    await page.clock.runFor(2_000)
    await expect.poll(safe).toBe(title)
  })

test('a save whose answer was lost is no conflict with what came after it', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  let lost = false
  await page.route(`**/v1/portals/${id}/draft`, async (route) => {
    if (lost || route.request().method() !== 'PUT') return route.continue()
    lost = true
    await route.fetch()
    return route.abort()
  })
  await enter(page, id)
  await edit(page, 'a')
  await expect(state(page)).toHaveText('Offline — kept on this device')
  await edit(page, 'a')
  await expect(state(page)).toHaveText('Saved')
  await expect(dialog(page, 'conflict')).toHaveCount(0)
  await count(page, id).toBe(3)
})

test('lost work can be let go', async ({ context, page }) => {
  const id = await portal(page, [text('a', 'One')])
  await dropSaves(page, id)
  await enter(page, id)
  await edit(page, 'a')
  await expect(state(page)).toHaveText('Offline — kept on this device')
  await page.close({ runBeforeUnload: false })
  const again = await context.newPage()
  await enter(again, id)
  const ask = dialog(again, 'restore')
  // A double click asks, and no more.
  await ask.getByRole('button', { name: 'Discard', exact: true }).dblclick()
  await ask.getByRole('button', { name: 'Cancel' }).click()
  await ask.getByRole('button', { name: 'Discard', exact: true }).click()
  await expect(ask.getByText('What you did would be gone for good')).toBeFocused()
  await ask.getByRole('button', { name: 'Yes, discard' }).click()
  await expect(ask).toHaveCount(0)
  await again.reload()
  await expect(state(again)).toHaveText('Saved')
  await expect(dialog(again, 'restore')).toHaveCount(0)
  await count(again, id).toBe(1)
})

test('lost work is told apart from what others have done since, and joined with it', async ({ context, page }) => {
  const id = await portal(page, [text('a', 'One'), text('b', 'Alpha')])
  await dropSaves(page, id)
  await enter(page, id)
  await edit(page, 'a')
  await expect(state(page)).toHaveText('Offline — kept on this device')
  await page.close({ runBeforeUnload: false })
  const again = await context.newPage()
  await put(again, id, (document) => (document.root = [document.root[0], text('theirs', 'Theirs')]))
  await enter(again, id)
  const ask = dialog(again, 'restore')
  const [mine, theirs] = ['What you did', 'What has been saved meanwhile'].map((name) => ask.getByRole('region', { name }))
  await expect(mine.locator('[data-sign]')).toHaveText([/Added.*Text · One/])
  await expect(theirs.locator('[data-sign]')).toHaveText([/Removed.*Text · Alpha/, /Added.*Text · Theirs/])
  await clean(again, 'dialog')
  await ask.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(state(again)).toHaveText('Saved')
  await count(again, id).toBe(3)
  await undo(again).click()
  await count(again, id).toBe(2)
})

for (const [way, leave] of [
  ['reloaded', (page) => page.reload()],
  ['left', (page) => page.goto('/designer/')],
]) {
  test(`what was done a moment before the page is ${way} is offered`, async ({ context, page }) => {
    const id = await portal(page, [text('a', 'One'), block('s', 'hero', { props: { title: { en: 'Old' } } })])
    await dropSaves(page, id)
    page.on('dialog', (ask) => ask.accept())
    await enter(page, id)
    await select(page, 's')
    await page.locator('#prop-title').pressSequentially(' and new')
    await page.waitForTimeout(100)
    await leave(page)
    const again = await context.newPage()
    await page.close()
    await enter(again, id)
    await dialog(again, 'restore').getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(state(again)).toHaveText('Saved')
    const title = async () => JSON.parse((await draft(again, id)).text).root[1].props.title.en
    await expect.poll(title).toMatch(/Old and new| and newOld/)
  })
}

const banner = (page) => page.getByRole('main').getByRole('button', { name: 'Sign in' })

test('who is signed out signs in beside the work, and goes on with it', async ({ context, page }) => {
  const id = await portal(page, [text('a', 'One')])
  await enter(page, id)
  await page.evaluate(() => {
    sessionStorage.removeItem('palier-demo-member')
    sessionStorage.setItem('palier-token', 'lapsed')
  })
  await edit(page, 'a')
  await expect(state(page)).toHaveText('Cannot save: you are signed out')
  await count(page, id).toBe(1)
  const [other] = await Promise.all([context.waitForEvent('page'), banner(page).click()])
  const closed = other.waitForEvent('close')
  await other.locator('[data-member=designer]').click()
  await closed
  await expect(state(page)).toHaveText('Saved')
  await count(page, id).toBe(2)
  // Nothing was begun anew.
  await undo(page).click()
  await count(page, id).toBe(1)
})

test('a sign-in that nobody waits for any more opens the portal as ever', async ({ context, page }) => {
  const id = await portal(page, [text('a', 'One')])
  await page.goto('/demo/sign-in?next=' + encodeURIComponent(`/designer/?portal=${id}&signed-in=1`))
  await page.locator('[data-member=designer]').click()
  await expect(page.locator('[data-page] .pg-page')).toBeAttached()
  expect(new URL(page.url()).search).toBe(`?portal=${id}`)
})

test('a page that gives tokens is asked for one anew', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  const token = await tokenOf(page.request, 'admin')
  await page.addInitScript((token) => {
    globalThis.reasons = []
    globalThis.given = token
    globalThis.palierDesigner = {
      getToken: ({ reason }) => {
        reasons.push(reason)
        return globalThis.given
      },
    }
  }, token)
  await enter(page, id)
  await page.evaluate(() => ([globalThis.given, globalThis.reasons] = ['lapsed', []]))
  await edit(page, 'a')
  await expect(state(page)).toHaveText('Cannot save: you are signed out')
  expect(await page.evaluate(() => [...new Set(reasons)])).toEqual(['first', 'expired'])
  await page.evaluate((token) => (globalThis.given = token), token)
  await banner(page).click()
  await expect(state(page)).toHaveText('Saved')
  await count(page, id).toBe(2)
})

test('the bar says whether members see what is saved', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  await enter(page, id)
  const ahead = page.locator('[data-ahead]')
  await expect(ahead).toHaveText('· not published')
  await page.locator('[data-publish]').click()
  await dialog(page, 'publish').getByRole('button', { name: 'Publish now' }).click()
  await expect(ahead).toHaveText('')
  await page.keyboard.press('Escape')
  await edit(page, 'a')
  await expect(state(page)).toHaveText('Saved')
  await expect(ahead).toHaveText('· not published')
  await undo(page).click()
  await expect(state(page)).toHaveText('Saved')
  await expect(ahead).toHaveText('')
})

test('leaving is asked about only while something is unsaved', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  await enter(page, id)
  const asked = () =>
    page.evaluate(() => {
      const event = new Event('beforeunload', { cancelable: true })
      dispatchEvent(event)
      return event.defaultPrevented
    })
  await expect(state(page)).toHaveText('Saved')
  expect(await asked()).toBe(false)
  await page.route(`**/v1/portals/${id}/draft`, (route) => route.abort())
  await edit(page, 'a')
  expect(await asked()).toBe(true)
  await expect(state(page)).toHaveText('Offline — kept on this device')
  expect(await asked()).toBe(true)
  await page.unroute(`**/v1/portals/${id}/draft`)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(state(page)).toHaveText('Saved')
  expect(await asked()).toBe(false)
})

test('what a role may not change is refused by the backend, and the bar says why', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  await enter(page, id, { as: 'designer' })
  await page.route(`**/v1/portals/${id}/draft`, async (route) => {
    if (route.request().method() !== 'PUT') return route.continue()
    const token = await tokenOf(page.request, 'content-editor')
    return route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${token}` } })
  })
  await edit(page, 'a')
  await expect(state(page)).toHaveText(/^Cannot save: /)
  await count(page, id).toBe(1)
})

test('a newer block makes the document read-only, and says so', async ({ page }) => {
  const id = await portal(page, [text('a', 'One', { v: 99 })])
  const before = await draft(page, id)
  await enter(page, id)
  await expect(page.getByText('Read only: the block “Text · One” is of version 99')).toBeVisible()
  await expect(state(page)).toHaveText('Read only')
  await select(page, 'a')
  await page.keyboard.press('Control+d')
  await expect(page.locator('[data-said]')).not.toHaveText('')
  expect((await draft(page, id)).text).toBe(before.text)
})

test('an unknown block survives an edit of the page byte for byte', async ({ page }) => {
  const odd = block('odd', 'tombola', { v: 3, props: { a: [1, { z: null, b: 'é' }], price: 12.5 }, zeta: { deep: [true] } })
  const id = await portal(page, [text('a', 'One'), odd])
  const bytes = (text) => JSON.stringify(JSON.parse(text).root.find(({ id }) => id === 'odd'))
  await enter(page, id)
  await edit(page, 'a')
  await count(page, id).toBe(3)
  const once = await draft(page, id)
  expect(JSON.parse(bytes(once.text))).toEqual(JSON.parse(JSON.stringify(odd)))
  await edit(page, 'a')
  await count(page, id).toBe(4)
  const raw = (text) => /\{\s*"id": "odd"[\s\S]*?\n {4}\}/.exec(text)[0]
  expect(raw((await draft(page, id)).text)).toBe(raw(once.text))
})
