// The contract's own samples, as the backend of a test answers them.
import { readFileSync } from 'node:fs'

/** A fresh copy of the sample of that name. */
export const fixture = (name) => JSON.parse(readFileSync(new URL(`../../../crates/contract/fixtures/${name}.json`, import.meta.url), 'utf8'))
