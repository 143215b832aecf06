// Signs a demo member in for this tab, then goes on to the portal.
// The portal reads `palier-demo-member` to ask for fresh tokens, `palier-token` for the first.
const status = document.getElementById('status')
const next = new URLSearchParams(location.search).get('next')

for (const button of document.querySelectorAll('button[data-member]')) {
  button.addEventListener('click', () => choose(button.dataset.member))
}

// Only addresses of this site are followed, as the browser reads them: `/\\host` and `/<tab>/host` are others.
function within(address) {
  try {
    const url = new URL(address ?? '/', location.origin)
    return url.origin === location.origin ? url.href : '/'
  } catch {
    return '/'
  }
}

async function choose(member) {
  sessionStorage.removeItem('palier-demo-member')
  sessionStorage.removeItem('palier-token')
  if (member) {
    const reply = await fetch('/demo/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ member }),
    }).catch(() => null)
    if (!reply?.ok) {
      const problem = await reply?.json().catch(() => null)
      status.textContent = problem?.detail ?? 'The server did not answer. Try again.'
      return
    }
    sessionStorage.setItem('palier-demo-member', member)
    sessionStorage.setItem('palier-token', (await reply.json()).access_token)
  }
  location.assign(within(next))
}
