// What axe finds amiss; one set of rules for all tests.
import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds amiss on a page, or in the parts of it that `within` names, without the rules
 * `but`. Frames of other origins are only looked into with `frames`, which takes a page of its own
 * each time.
 */
export async function amiss(page, within = [], { but = [], frames = false } = {}) {
  const axe = new AxeBuilder({ page }).setLegacyMode(!frames).withTags(RULES).disableRules(but)
  for (const part of within) axe.include(part)
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, target }) => `${target} ${html.slice(0, 160)}`).join(' | ')}`)
}

/** Axe finds nothing amiss on a page, or in those parts of it. */
export const clean = async (page, ...within) => expect(await amiss(page, within)).toEqual([])
