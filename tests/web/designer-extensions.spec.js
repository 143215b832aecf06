// What the hosting page adds to the designer besides blocks: checks that stand among the problems, and
// commands that edit through what edits for everybody; one that fails fails alone.
import { readFileSync } from 'node:fs'

import { expect, test } from '@playwright/test'

import { clean } from './pages/axe.js'
import { block, design, said, section, select, structure, text } from './pages/designer.js'
import { document, field, openProblems, problem, problems, run, told } from './pages/extensions.js'

const publish = (page) => page.locator('dialog[data-dialog="publish"]')

const HERO = block('h', 'hero', { props: { title: { en: 'SALE', fr: 'SOLDES' } } })

/** Two checks of a brand: no shouting in headings, and a page that is not too long. */
function brandChecks() {
  const shouts = (words) => words && words === words.toUpperCase()
  ;(globalThis.palierDesigner ??= {}).checks = [
    {
      name: 'no-shouting',
      async check({ document, locale }) {
        const loud = document.root.filter((node) => Object.values(node.props?.title ?? {}).some(shouts))
        const message = locale === 'fr' ? 'Ne criez pas.' : 'Do not shout.'
        return loud.map((node) => ({ node: node.id, prop: 'title', level: 'error', message }))
      },
    },
    {
      name: 'short-pages',
      check: ({ document }) => (document.root.length > 2 ? [{ level: 'warning', message: 'Three blocks are many.' }] : []),
    },
  ]
}

test('what a check finds stands among the problems, leads to the field and is told there, and goes once it is mended', async ({ page }) => {
  await page.addInitScript(brandChecks)
  await design(page, [HERO, text('a', 'One'), text('b', 'Two')])
  await openProblems(page)
  await expect(problem(page, 'Do not shout.')).toBeVisible()
  await expect(problems(page).locator('[data-severity="error"]')).toContainText('Do not shout.')
  await expect(problems(page).locator('[data-severity="warning"]')).toContainText('Three blocks are many.')
  await problem(page, 'Do not shout.').click()
  const title = field(page, 'title').getByRole('textbox')
  await expect(title).toBeFocused()
  await expect(title).toHaveAttribute('aria-invalid', 'true')
  await expect(title).toHaveAccessibleDescription('Do not shout.')
  await clean(page, '[data-properties]')
  await title.fill('Sale')
  await page.getByRole('button', { name: 'FR', exact: false }).and(page.locator('[data-locale="fr"]')).click()
  await field(page, 'title').getByRole('textbox').fill('Soldes')
  await expect(problem(page, 'Do not shout.')).toHaveCount(0)
  await expect(field(page, 'title').locator('.ds-error')).toHaveCount(0)
  await expect(problem(page, 'Three blocks are many.')).toBeVisible()
})

test('an error of a check holds the publishing as ours do, a warning does not', async ({ page }) => {
  await page.addInitScript(brandChecks)
  await design(page, [HERO, text('a', 'One'), text('b', 'Two')], { query: '&lang=fr' })
  await page.locator('[data-publish]').click()
  const now = publish(page).getByRole('button', { name: 'Publier maintenant' })
  await expect(publish(page).getByText('Ne criez pas.')).toBeVisible()
  await expect(now).toHaveAttribute('aria-disabled', 'true')
  await publish(page).getByRole('button', { name: /Ne criez pas/ }).click()
  await expect(field(page, 'title').getByRole('textbox')).toBeFocused()
  // In French, the texts that are edited are those in French.
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Soldes')
  await page.locator('[data-properties] [data-locale="en"]').click()
  await field(page, 'title').getByRole('textbox').fill('Sale')
  await page.locator('[data-publish]').click()
  await expect(publish(page).getByText('Three blocks are many.')).toBeVisible()
  await expect(now).not.toHaveAttribute('aria-disabled')
})

test('a check gets a copy that it cannot change, and is asked when problems are looked for, not on every letter', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.asked = []
    ;(globalThis.palierDesigner ??= {}).checks = [
      {
        name: 'careful',
        check({ document }) {
          const title = document.root[0].props.title
          globalThis.asked.push(title.en)
          try {
            'use strict'
            Object.defineProperty(title, 'en', { value: 'Mine now' })
          } catch (cause) {
            globalThis.frozen = cause.name
          }
          return []
        },
      },
    ]
  })
  await design(page, [HERO])
  await select(page, 'h')
  await expect.poll(() => page.evaluate(() => globalThis.asked)).toContain('SALE')
  await field(page, 'title').getByRole('textbox').fill('')
  await field(page, 'title').getByRole('textbox').pressSequentially('Autumn sale of everything')
  await expect.poll(() => page.evaluate(() => globalThis.asked.at(-1))).toBe('Autumn sale of everything')
  expect(await page.evaluate(() => globalThis.asked.length)).toBeLessThan(20)
  expect(await page.evaluate(() => globalThis.frozen)).toBe('TypeError')
  expect((await document(page)).root[0].props.title.en).toBe('Autumn sale of everything')
})

test('a check that throws, stalls or answers something else is told of by name, and holds nothing up', async ({ page }) => {
  const lines = told(page)
  await page.addInitScript(brandChecks)
  await page.addInitScript(() => {
    const problem = (more) => ({ level: 'warning', message: 'Told', ...more })
    globalThis.palierDesigner.checks.push(
      { name: 'throws', check: () => document.createElement('no element').root },
      { name: 'rejects', check: () => Promise.reject(new RangeError('no dictionary')) },
      { name: 'stalls', check: ({ signal }) => new Promise(() => signal.addEventListener('abort', () => console.error('the page has heard of it'))) },
      { name: 'forgets', check() {} },
      { name: 'errs', check: () => [problem(), problem({ level: 'fatal' }), problem({ node: 'nobody' }), problem({ node: 'h', prop: 'tilte' })] },
      { name: 'circles', check() { const list = []; list.push(list); return list } },
      { name: 'No Name', check: () => [] },
      { name: 'no-function', check: 'spelling' },
      { name: 'throws', check: () => [] },
      null,
    )
  })
  await design(page, [HERO])
  const about = (words) => expect.poll(() => lines.find((line) => line.includes(words)), { timeout: 15_000 })
  await about('check "throws": it threw.').toContain('InvalidCharacterError')
  await about('check "rejects": it threw.').toContain('no dictionary')
  await about('check "stalls": no answer within 3 seconds').toBeTruthy()
  await about('the page has heard of it').toBeTruthy()
  await about('check "forgets": expected a list of problems').toBeTruthy()
  await about('check "errs": ').toContain('[1].level: expected "error" or "warning"; [2].node: there is no block "nobody"; [3].prop: hero has no "tilte"')
  await about('check "circles": it threw.').toBeTruthy()
  await about('palierDesigner.checks[8]: name: expected lower-case letters').toBeTruthy()
  await about('palierDesigner.checks[9]: check: expected a function').toBeTruthy()
  await about('palierDesigner.checks[10]: name: "throws" is registered already').toBeTruthy()
  await about('palierDesigner.checks[11]: expected an object').toBeTruthy()
  await openProblems(page)
  await expect(problem(page, 'Do not shout.')).toBeVisible()
  await expect(problem(page, 'Told')).toHaveCount(1)
  await select(page, 'h')
  await field(page, 'title').getByRole('textbox').fill('Sale')
  await page.locator('[data-properties] [data-locale="fr"]').click()
  await field(page, 'title').getByRole('textbox').fill('Soldes')
  await expect(problem(page, 'Do not shout.')).toHaveCount(0, { timeout: 15_000 })
  // What stays wrong is not told again and again.
  expect(lines.filter((line) => line.includes('check "throws"'))).toHaveLength(1)
  await page.locator('[data-publish]').click()
  const now = publish(page).getByRole('button', { name: 'Publish now' })
  await expect(now).toBeVisible({ timeout: 15_000 })
  await expect(now).not.toHaveAttribute('aria-disabled')
  expect(lines.filter((line) => line.startsWith('uncaught'))).toEqual([])
})

test('a check that is registered while the portal is open is asked from then on', async ({ page }) => {
  await design(page, [HERO])
  await openProblems(page)
  await page.evaluate(() =>
    palierDesigner.registerCheck({ name: 'late', check: ({ document }) => [{ node: document.root[0].id, level: 'warning', message: 'Come later' }] }),
  )
  await problem(page, 'Come later').click()
  await expect(page.getByRole('contentinfo').getByRole('button', { name: /^Hero/ })).toHaveAttribute('aria-current', 'true')
})

/** A brand's commands. */
function brandCommands() {
  const signed = (words) => ({ kind: 'paragraph', children: [{ kind: 'text', text: words }] })
  ;(globalThis.palierDesigner ??= {}).commands = [
    {
      name: 'quiet',
      label: { en: 'Write headings quietly', fr: 'Titres en minuscules' },
      run({ document, selection, locale, edit }) {
        globalThis.got = { selection, locale, frozen: Object.isFrozen(document.root[0].props) }
        const heroes = document.root.filter(({ type }) => type === 'hero')
        edit(heroes.map(({ id, props }) => ({ op: 'set', id, props: { title: { ...props.title, en: props.title.en.toLowerCase() } } })))
        return locale === 'fr' ? 'Voilà' : ''
      },
    },
    {
      name: 'sign',
      label: 'Sign the page',
      async run({ document, edit }) {
        const [id] = edit({ op: 'insert', before: 'h', block: { type: 'section', name: 'Signature', slots: { main: [{ type: 'rich-text', props: { text: { en: [signed('Yours, Grove')] } } }] } } })
        // Somebody asks the brand's own service, and other fields are left meanwhile.
        await new Promise((done) => setTimeout(done, 300))
        edit([
          { op: 'rename', id, name: 'Signature of the brand' },
          { op: 'move', ids: [id], after: 'h' },
          { op: 'remove', ids: ['a'] },
        ])
        globalThis.left = edit
        globalThis.before = document.root.length
      },
    },
    {
      name: 'clear',
      label: 'Clear the page',
      run({ document, edit }) {
        edit({ op: 'remove', ids: document.root.map(({ id }) => id) })
      },
    },
    {
      name: 'careful',
      label: 'Clear carefully',
      run({ edit }) {
        try {
          edit([{ op: 'remove', ids: ['h'] }, { op: 'remove', ids: ['a'] }])
        } catch ({ message, code }) {
          globalThis.why = { message, code }
        }
      },
    },
    { name: 'mistaken', label: 'Mistaken', run: ({ edit }) => edit({ op: 'set', id: 'h', props: { title: 'Sale' } }) },
    { name: 'fails', label: 'Ask the service', run: () => Promise.reject(new Error('the service is asleep')) },
  ]
}

const CLOSED = text('a', 'One', { lock: ['remove'] })

test('a command is in the list under the brand’s name for it, gets what is there and edits it; undo takes one step', async ({ page }) => {
  await page.addInitScript(brandCommands)
  await design(page, [HERO, text('a', 'One')])
  await select(page, 'h')
  await page.keyboard.press('Control+k')
  const dialog = page.locator('dialog[data-dialog="commands"]')
  await expect(dialog.getByRole('group', { name: 'Of this brand' }).getByRole('option')).toHaveCount(6)
  await page.keyboard.press('Escape')
  await run(page, 'Write headings quietly')
  await expect(said(page)).toHaveText('Write headings quietly: done')
  expect((await document(page)).root[0].props.title).toEqual({ en: 'sale', fr: 'SOLDES' })
  expect(await page.evaluate(() => globalThis.got)).toEqual({ selection: ['h'], locale: 'en', frozen: true })

  await run(page, 'Sign the page')
  await expect(said(page)).toHaveText('Sign the page: done')
  const signed = await structure(page)
  expect(signed).toEqual(['h', [expect.any(String), [expect.any(String)]]])
  const made = (await document(page)).root[1]
  expect(made.name).toBe('Signature of the brand')
  expect(made.slots.main[0].props.text.en[0].children[0].text).toBe('Yours, Grove')
  expect(await page.evaluate(() => globalThis.before)).toBe(2)
  // Both edits of the run are one step.
  await page.keyboard.press('Control+z')
  await expect.poll(() => structure(page)).toEqual(['h', 'a'])
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await document(page)).root[0].props.title.en).toBe('SALE')
  await page.keyboard.press('Control+y')
  await page.keyboard.press('Control+y')
  await expect.poll(() => structure(page)).toEqual(signed)
  await expect(page.evaluate(() => globalThis.left({ op: 'remove', ids: ['h'] }))).rejects.toThrow('the command is over')
})

test('roles and locks hold for commands: nothing of a refused edit is done, and both are told why', async ({ page }) => {
  const lines = told(page)
  await page.addInitScript(brandCommands)
  await design(page, [HERO, CLOSED], { as: 'designer' })
  await run(page, 'Clear carefully')
  await expect(said(page)).toHaveText(/locked/)
  expect(await page.evaluate(() => globalThis.why)).toEqual({ message: await said(page).textContent(), code: 'locked' })
  expect(await structure(page)).toEqual(['h', 'a'])
  await run(page, 'Clear the page')
  await expect(said(page)).toHaveText(/^“Clear the page” failed: .*locked/)
  expect(await structure(page)).toEqual(['h', 'a'])
  expect(lines.filter((line) => line.includes('command "clear": it threw.'))).toHaveLength(1)

  await page.getByRole('button', { name: 'Try it' }).click()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search commands' }).fill('Write headings quietly')
  await page.keyboard.press('Enter')
  await expect(said(page)).toHaveText(/^“Write headings quietly” failed/)
  expect((await document(page)).root[0].props.title.en).toBe('SALE')
})

test('a content editor’s command changes texts and nothing else', async ({ page }) => {
  await page.addInitScript(brandCommands)
  await design(page, [HERO, text('a', 'One')], { as: 'content-editor' })
  await run(page, 'Clear the page')
  await expect(said(page)).toHaveText(/^“Clear the page” failed/)
  expect(await structure(page)).toEqual(['h', 'a'])
  await run(page, 'Write headings quietly')
  await expect(said(page)).toHaveText('Write headings quietly: done')
  expect((await document(page)).root[0].props.title.en).toBe('sale')
})

test('a command that fails says so to the person and to developers; what it asks for wrongly is named with its place', async ({ page }) => {
  const lines = told(page)
  await page.addInitScript(brandCommands)
  await page.addInitScript(() => globalThis.palierDesigner.commands.push({ name: 'nameless', run() {} }))
  await design(page, [HERO], { query: '&lang=fr' })
  await run(page, 'Ask the service')
  await expect(said(page)).toHaveText('Échec de « Ask the service » : the service is asleep')
  expect(lines.filter((line) => line.includes('command "fails": it threw.') && line.includes('the service is asleep'))).toHaveLength(1)
  await run(page, 'Mistaken')
  await expect(said(page)).toHaveText(/\[0\]\.props\.title: title should be a text per language/)
  expect((await document(page)).root[0].props.title.en).toBe('SALE')
  await run(page, 'Titres en minuscules')
  await expect(said(page)).toHaveText('Voilà')
  expect(lines.filter((line) => line.includes('palierDesigner.commands[6]: label: expected a text'))).toHaveLength(1)
  expect(lines.filter((line) => line.startsWith('uncaught'))).toEqual([])
})

test('a page without extensions is as it was, and one registered late is found', async ({ page }) => {
  await design(page, [section('s', [text('a', 'One')])])
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('group', { name: 'Of this brand' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.evaluate(() => palierDesigner.registerCommand({ name: 'late', label: 'Come later', run: ({ edit }) => void edit({ op: 'insert', into: 's', block: { type: 'spacer' } }) }))
  await run(page, 'Come later')
  await expect(said(page)).toHaveText('Come later: done')
  await expect.poll(async () => (await structure(page))[0][1]).toEqual(['a', expect.any(String)])
})

/** The examples of a part of the documentation. */
const examples = (title) => {
  const text = readFileSync(new URL('../../docs/designer.md', import.meta.url), 'utf8')
  const part = text.split(new RegExp(`^###? ${title}$`, 'm'))[1].split(/^##/m)[0]
  return [...part.matchAll(/^```js\n([^]*?)^```/gm)].map(([, code]) => code)
}

test('the examples of the documentation do what it says', async ({ page }) => {
  const [element, prop] = examples('Fields of your own')
  const scripts = [...examples('Checks of your own'), ...examples('Commands of your own'), element]
  const block_ = `palierDesigner.blocks = [{ type: 'acme-offer', label: 'Offer', props: [${prop}] }]`
  for (const script of [...scripts, block_]) await page.addInitScript(script)
  await page.route('**/staff/signature', (route) => route.fulfill({ body: 'Yours, Grove' }))
  await design(page, [HERO, block('o', 'acme-offer')])
  await openProblems(page)
  await expect(problem(page, 'Do not write in capitals.')).toBeVisible()
  await run(page, 'Sign the page')
  await expect(said(page)).toHaveText('Signed')
  await expect.poll(async () => (await document(page)).root[2]).toMatchObject({ type: 'rich-text', name: 'Signature' })
  await select(page, 'o')
  await field(page, 'percent').getByRole('slider', { name: 'Percent' }).fill('50')
  expect((await document(page)).root[1].props.percent).toBe(50)
})
