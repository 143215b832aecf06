// The session as the engine sees it. The loader has begun requests in it, so it is the loader's
// own: this file stands in for `client/session.js` in the engine.

export const { attempt, bearer, carry, early, isRefused } = globalThis[Symbol.for('palier.kit@1')].session
