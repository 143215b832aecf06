// What a backend answers in a test, as Playwright fulfils a request.
import { fixture } from './fixtures.js'

/** A problem (RFC 9457) of that type; `more` are further fields of it. */
export const problem = (status, type, more = {}, headers = {}) => ({
  status,
  headers,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: `urn:palier:problem:${type}`, title: 'No', status, ...more }),
})

/** An order that was made, with its code. */
export const ordered = () => ({ status: 201, json: fixture('redemption_code') })
