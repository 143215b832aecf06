// Signs in whoever the demo's sign-in page remembers for this tab.
import { configure } from '/kit/palier.js'

const member = sessionStorage.getItem('palier-demo-member')
if (member) {
  configure({
    getToken: async ({ signal }) => {
      const reply = await fetch('/demo/token', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ member }),
        signal,
      })
      return reply.ok ? (await reply.json()).access_token : null
    },
  })
}
