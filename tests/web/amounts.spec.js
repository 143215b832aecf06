// Amounts in words: a currency's smallest units with its point, the plural of what is written, and
// the sign where one is due, wherever an amount is shown or told.
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { open, settled } from './pages/host.js'

const intl = async () => import(`data:text/javascript,${encodeURIComponent(await readFile(new URL('../../src/i18n/intl.js', import.meta.url), 'utf8'))}`)

test('numbers and their plurals follow the language and the digits after the point', async () => {
  const { number, plural } = await intl()
  for (const [value, fraction, en, fr, one, un] of [
    [0, 0, '0', '0', 'other', 'one'],
    [1, 0, '1', '1', 'one', 'one'],
    [-1, 0, '−1', '−1', 'one', 'one'],
    [1200, 0, '1,200', '1\u202f200', 'other', 'other'],
    [5, 2, '0.05', '0,05', 'other', 'one'],
    [100, 2, '1.00', '1,00', 'other', 'one'],
    [150, 2, '1.50', '1,50', 'other', 'one'],
    [-199, 2, '−1.99', '−1,99', 'other', 'one'],
    [123456789, 2, '1,234,567.89', '1\u202f234\u202f567,89', 'other', 'other'],
  ]) {
    expect([number('en', value, fraction, false), number('fr', value, fraction, false)], `${value}`).toEqual([en, fr])
    expect([plural('en', value, fraction), plural('fr', value, fraction)], `${value} of ${fraction}`).toEqual([one, un])
  }
  expect([140, -140, 0].map((value) => number('en', value, 0, true))).toEqual(['+140', '−140', '0'])
  expect([5, -5, 0].map((value) => number('fr', value, 2, true))).toEqual(['+0,05', '−0,05', '0,00'])
})

/** Makes points a currency of hundredths. */
async function hundredths(page) {
  await page.route('**/v1/portal', async (route) => {
    const answer = await route.fetch({ headers: { ...route.request().headers(), 'if-none-match': '' } })
    const portal = await answer.json()
    for (const currency of portal.currencies) currency.decimals = 2
    await route.fulfill({ json: portal })
  })
}

const KINDS = ['points-history', 'reward-catalogue', 'tier-progress', 'leaderboard']
const four = (locale) => KINDS.map((kind) => `<palier-${kind} locale="${locale}"></palier-${kind}>`).join('')

for (const [locale, mark, units] of [
  ['en', '.', /([\d.,\u202f\u00a0]+)[\u00a0\u202f ](?:points?|gems?)\b/gu],
  ['fr', ',', /([\d.,\u202f\u00a0]+)[\u00a0\u202f ](?:points?|gemmes?)\b/gu],
]) {
  test(`each amount of a currency with decimals shows them (${locale})`, async ({ page }) => {
    await hundredths(page)
    // What the backend words is the backend's.
    for (const address of ['**/v1/rewards*', '**/v1/me/ledger*']) {
      await page.route(address, async (route) => {
        const answer = await route.fetch({ headers: { ...route.request().headers(), 'if-none-match': '' } })
        const text = (await answer.text()).replace(/"(message|reason|title|summary|description|terms)":"(?:[^"\\]|\\.)*"/g, '"$1":"Words"')
        await route.fulfill({ contentType: 'application/json', body: text })
      })
    }
    await open(page, { body: four(locale) })
    await settled(page)
    const told = await page.evaluate(() => {
      const texts = []
      for (const tag of document.querySelectorAll('[locale]')) {
        for (const node of tag.shadowRoot.querySelectorAll('*')) {
          if (!node.children.length && node.textContent) texts.push(node.textContent)
          for (const name of ['aria-valuetext', 'aria-label']) if (node.getAttribute(name)) texts.push(node.getAttribute(name))
        }
      }
      return texts
    })
    const amounts = told.flatMap((text) => [...text.matchAll(units)].map(([, number]) => [number, text]))
    expect(amounts.length).toBeGreaterThan(30)
    const wrong = amounts.filter(([number]) => !new RegExp(`\\${mark}\\d\\d$`).test(number.trim()))
    expect(wrong).toEqual([])
    // How far along a bar is, is told in the same digits.
    for (const text of told.filter((text) => / of | sur /.test(text) && / points?$/.test(text))) {
      expect(text).toMatch(new RegExp(`^[^ ]*\\${mark}\\d\\d (of|sur) `))
    }
  })
}
