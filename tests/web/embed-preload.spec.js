// `preload.html`: a page's head asks for the kit's files before any script runs, and none is asked for twice.
import { expect, test } from '@playwright/test'
import { preloads } from '../bench/preloads.mjs'
import { open, settled } from './pages/host.js'

const CASES = [
  { page: 'A page with blocks', language: 'en', body: '<palier-tier-progress></palier-tier-progress>', tag: 'palier-tier-progress' },
  { page: 'A page with <palier-portal>', language: 'fr', body: '<palier-portal portal="grove"></palier-portal>', tag: 'palier-portal' },
]

for (const { page: kind, language, body, tag } of CASES) {
  test(`${kind} in the language ${language} has what it preloads, once`, async ({ page }) => {
    const list = await (await page.request.get('/kit/preload.html')).text()
    const head = preloads(list, ['Every page', kind, `A page in the language ${language} `])
    expect(head).toHaveLength(4)
    await open(page, { body, head: head.join(''), html: `lang="${language}"` })
    await settled(page, tag)
    // A preload that fits no later request is one request of its own, and there is another.
    const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))
    for (const link of head) {
      const path = link.match(/href="([^"]+)"/)[1]
      expect(files.filter((file) => file === path)).toEqual([path])
    }
  })
}
