// The third layer of custom properties: each changes what it is named after, and none is left untried.
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { EACH, open, settled } from './pages/host.js'

const manifest = JSON.parse(readFileSync(new URL('../../src/embed/loader/custom-elements.json', import.meta.url), 'utf8'))
const COMPONENT = /^--palier-(block|heading-size|card|row|control|button|field|chip|progress|dialog)/
const listed = manifest.modules[0].declarations[0].cssProperties.map(({ name }) => name).filter((name) => COMPONENT.test(name))

const COLOUR = 'rgb(1, 2, 3)'
// Property, a value for it, where it shows, and as what.
const ROWS = [
  ['block-background', COLOUR, 'leaderboard', 'base', 'backgroundColor'],
  ['block-border', `3px solid ${COLOUR}`, 'leaderboard', 'base', 'borderTopColor', COLOUR],
  ['block-radius', '5px', 'leaderboard', 'base', 'borderTopLeftRadius'],
  ['block-padding', '7px', 'leaderboard', 'base', 'paddingTop'],
  ['heading-size', '33px', 'leaderboard', 'heading', 'fontSize'],
  ['card-background', COLOUR, 'reward-catalogue', 'card', 'backgroundColor'],
  ['card-background', COLOUR, 'points-history', 'balance', 'backgroundColor'],
  ['card-border', `3px solid ${COLOUR}`, 'tier-progress', 'card', 'borderTopColor', COLOUR],
  ['card-radius', '5px', 'reward-catalogue', 'card', 'borderTopLeftRadius'],
  ['card-padding', '9px', 'badge-collection', 'badge', 'paddingTop'],
  ['row-padding', '11px', 'points-history', 'row entry', 'paddingTop'],
  ['row-padding', '11px', 'leaderboard', 'rank', 'paddingTop'],
  ['row-padding', '11px', 'tier-progress', 'benefit', 'paddingTop'],
  ['control-height', '61px', 'points-history', 'select', 'minHeight'],
  ['control-height', '61px', 'reward-catalogue', 'button', 'minHeight'],
  ['button-radius', '2px', 'reward-catalogue', 'button', 'borderTopLeftRadius'],
  ['button-font-weight', '300', 'reward-catalogue', 'button', 'fontWeight'],
  ['field-radius', '1px', 'reward-catalogue', 'search', 'borderTopLeftRadius'],
  ['field-background', COLOUR, 'reward-catalogue', 'search', 'backgroundColor'],
  ['chip-radius', '3px', 'leaderboard', 'chip', 'borderTopLeftRadius'],
  ['chip-radius', '3px', 'reward-catalogue', 'toggle', 'borderTopLeftRadius'],
  ['progress-height', '13px', 'badge-collection', 'progress', 'height'],
  ['progress-color', COLOUR, 'badge-collection', 'progress-fill', 'backgroundColor'],
  ['dialog-radius', '6px', 'reward-catalogue', 'dialog', 'borderTopLeftRadius'],
]

const read = (page, tag, part, as) =>
  page.locator(`palier-${tag}`).evaluate(
    (host, [part, as]) => {
      const find = part.split(' ').map((one) => `[part~="${one}"]`).join('')
      const found = host.shadowRoot.querySelector(`div${find}, ${find}`)
      return found && getComputedStyle(found)[as]
    },
    [part, as],
  )

test('every component property changes what it is named after', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1100, height: 900 })
  await open(page, { body: EACH })
  await settled(page)
  const set = (name, value) => page.evaluate(([name, value]) => document.documentElement.style.setProperty(`--palier-${name}`, value), [name, value])
  for (const [name, value, tag, part, as, wanted = value] of ROWS) {
    await test.step(`--palier-${name} on ${part} of ${tag}`, async () => {
      expect.soft(await read(page, tag, part, as), `${name} before`).toMatch(/./)
      expect.soft(await read(page, tag, part, as), `${name} before`).not.toBe(wanted)
      await set(name, value)
      expect.soft(await read(page, tag, part, as), name).toBe(wanted)
      await set(name, '')
    })
  }
  expect([...new Set(ROWS.map(([name]) => `--palier-${name}`))].sort()).toEqual(listed.sort())
})

test('a part is dressed from the page’s own sheet, whichever block it is in', async ({ page }) => {
  const head = '<style>:is(palier-leaderboard, palier-reward-catalogue)::part(select) { text-transform: uppercase }</style>'
  await open(page, { body: '<palier-leaderboard></palier-leaderboard><palier-reward-catalogue></palier-reward-catalogue>', head })
  await settled(page, 'palier-leaderboard, palier-reward-catalogue')
  for (const tag of ['leaderboard', 'reward-catalogue']) expect(await read(page, tag, 'select', 'textTransform'), tag).toBe('uppercase')
})
