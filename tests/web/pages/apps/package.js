// What an app does with the package before the kit is there.
import * as kit from 'palier-kit'

globalThis.kit = kit
kit.configure({ getToken: async () => globalThis.token, messages: { 'leaderboard.title': 'First' } })
kit.configure({ messages: { 'leaderboard.title': 'Second' } })

export { kit }
