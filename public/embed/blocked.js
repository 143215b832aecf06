// One tag, named by the address (`?block=leaderboard`), with the shop's own content in it: that stays
// where the kit cannot run, and `palier-error` says why.

const kind = new URLSearchParams(location.search).get('block')
const tag = document.createElement(`palier-${/^[a-z][a-z-]*$/.test(kind) ? kind : 'leaderboard'}`)
const instead = document.createElement('p')
const link = document.createElement('a')
instead.className = 'instead'
link.href = '/'
link.textContent = 'Open the club'
instead.append('This is the shop’s own content between the tags: what members read where the block cannot be shown. ', link)
tag.append(instead)
tag.addEventListener('palier-error', ({ detail: { code, message } }) => {
  document.getElementById('event').textContent = `palier-error: ${code}. ${message}`
})
document.querySelector('main').append(tag)
