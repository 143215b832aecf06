// The shop's own script: who is signed in, and what the tags tell.
import { configure } from '/kit/palier.js'

const EVENTS = ['palier-ready', 'palier-error', 'palier-action', 'palier-sign-in', 'palier-redeemed']
const MEMBER = 'palier-demo-member'
const picker = document.getElementById('member')
const log = document.getElementById('log')

const remembered = () => {
  try {
    return sessionStorage.getItem(MEMBER) ?? ''
  } catch {
    return ''
  }
}

const remember = (member) => {
  try {
    sessionStorage.setItem(MEMBER, member)
    // The token of whoever was signed in before is not theirs.
    sessionStorage.removeItem('palier-token')
  } catch {
    // Storage is denied: the choice lasts as long as the page.
  }
}

/** Signs `member` in by asking the shop's backend for tokens; nobody when empty. */
function signIn(member) {
  const getToken = async ({ signal }) => {
    const reply = await fetch('/demo/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ member }),
      signal,
    })
    if (!reply.ok) throw new Error(`no token: HTTP ${reply.status}`)
    return (await reply.json()).access_token
  }
  configure({ getToken: member ? getToken : null })
}

for (const name of EVENTS) {
  document.addEventListener(name, (event) => {
    const line = document.createElement('li')
    const detail = event.detail == null ? '' : ` ${JSON.stringify(event.detail)}`
    line.textContent = `${name} from ${event.target.localName}${detail}`
    log.append(line)
    log.scrollTop = log.scrollHeight
  })
}

// Blocks lead to the sign-in page by themselves; the shop wants its own page to be next.
document.addEventListener('palier-sign-in', (event) => {
  event.preventDefault()
  location.assign(`/demo/sign-in?next=${encodeURIComponent(location.pathname)}`)
})

// Before anything is awaited, so that the tags ask once and as the right person.
signIn(remembered())

picker.addEventListener('change', () => {
  remember(picker.value)
  signIn(picker.value)
})

const reply = await fetch('/demo/members')
for (const { id, alias, description } of reply.ok ? await reply.json() : []) {
  const option = document.createElement('option')
  option.value = id
  option.textContent = alias
  option.title = description
  picker.append(option)
}
picker.value = remembered()
