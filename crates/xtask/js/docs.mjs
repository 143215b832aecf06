// Writes the Markdown files of one folder as pages into another: docs.mjs FROM TO. `index.md` says
// which pages there are: its headings are the groups of the list beside each page, its links the pages.
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const [from, to] = process.argv.slice(2)
// The packages are those of the folder this runs in, not of this file's.
const packages = createRequire(join(process.cwd(), 'package.json'))
const { Marked } = await import(pathToFileURL(packages.resolve('marked')))

const plain = (html) => html.replace(/<[^>]+>/g, '')
const slug = (html) => plain(html).toLowerCase().replace(/&[a-z]+;/g, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')

// Pages that list a folder of the source.
const extra = new Map()
// What the page at hand has been given so far: its chapters, and how often each id.
let chapters = []
let ids = new Map()

/** An id that the page has once, as GitHub counts them. */
function once(id) {
  const count = ids.get(id) ?? 0
  ids.set(id, count + 1)
  return count ? `${id}-${count}` : id
}

/** A tag's chapter leads to all of its states. */
function states(html) {
  const [, block] = plain(html).match(/^&lt;palier-([a-z-]+)&gt;$/) ?? []
  return block && block !== 'portal' ? `<p><a href="/gallery/?block=${block}">Every state, to try</a></p>\n` : ''
}

/** Brings a file or folder of the source along, and says where it is now. */
function copied(path) {
  const [source, target] = [join(from, '..', path), join(to, 'source', path)]
  mkdirSync(dirname(target), { recursive: true })
  cpSync(source, target, { recursive: true })
  if (!statSync(source).isDirectory()) return `source/${path}`
  const files = readdirSync(source).sort()
  const links = files.map((file) => `- [${file}](source/${path}/${file})`)
  extra.set(`${basename(path)}.html`, `# ${basename(path)}\n\n${links.join('\n')}\n`)
  return `${basename(path)}.html`
}

const markdown = new Marked({
  renderer: {
    heading({ tokens, depth }) {
      const html = this.parser.parseInline(tokens)
      const id = once(slug(html))
      if (depth === 2) chapters.push({ id, title: plain(html) })
      return `<h${depth} id="${id}">${html}</h${depth}>\n${states(html)}`
    },
    table(token) {
      const cell = ({ tokens, text, header }) => (header && text ? `<th>${this.parser.parseInline(tokens)}</th>` : `<td>${this.parser.parseInline(tokens)}</td>`)
      const rows = [token.header, ...token.rows].filter((cells) => cells.some(({ text }) => text))
      // Scrolls by itself where it is wider than the page, by keys too.
      return `<div class="wide" tabindex="0"><table>\n${rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>\n`).join('')}</table></div>\n`
    },
    code({ text, lang }) {
      const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
      return `<pre tabindex="0"><code${lang ? ` data-lang="${lang.split(/\W/)[0]}"` : ''}>${safe}\n</code></pre>\n`
    },
  },
  walkTokens(token) {
    if (token.type !== 'link') return
    token.href = token.href.replace(/^([\w./-]+)\.md(#.*)?$/, '$1.html$2')
    if (token.href.startsWith('../')) token.href = copied(token.href.slice(3))
  },
})

/** The groups of pages that `index.md` names. */
function groups(index) {
  const found = []
  for (const token of markdown.lexer(index)) {
    if (token.type === 'heading' && token.depth === 2) found.push({ title: token.text, links: [] })
    if (token.type === 'list') {
      for (const [, title, href] of token.raw.matchAll(/^- \[(.+?)\]\((.+?)\)/gm)) found.at(-1).links.push({ title, href: href.replace(/\.md$/, '.html') })
    }
  }
  return found
}

const texts = new Map(readdirSync(from).filter((file) => file.endsWith('.md')).map((file) => [file.replace(/\.md$/, '.html'), readFileSync(join(from, file), 'utf8')]))
const list = groups(texts.get('index.html'))
const listed = new Set(list.flatMap(({ links }) => links.map(({ href }) => href)))
for (const file of texts.keys()) if (file !== 'index.html' && !listed.has(file)) throw new Error(`docs/index.md does not name ${file.replace(/html$/, 'md')}`)

function pages(current) {
  const link = ({ title, href }) => `          <li><a href="${href}"${href === current ? ' aria-current="page"' : ''}>${title}</a></li>`
  return list.map(({ title, links }) => `        <p class="group">${title}</p>
        <ul>
${links.map(link).join('\n')}
        </ul>`).join('\n')
}

function contents() {
  if (chapters.length < 3) return ''
  return `    <nav class="chapters" aria-label="On this page">
      <p class="group">On this page</p>
      <ul>
${chapters.map(({ id, title }) => `        <li><a href="#${id}">${title}</a></li>`).join('\n')}
      </ul>
    </nav>
`
}

function page(file, text) {
  chapters = []
  ids = new Map()
  const isIndex = file === 'index.html'
  let html = markdown.parse(text)
  // Title and description are two lines of a card there.
  if (isIndex) html = html.replace(/<\/a>: (.)/g, (_, first) => `</a> ${first.toUpperCase()}`)
  const title = plain(html.match(/<h1[^>]*>(.*?)<\/h1>/s)?.[1] ?? file)
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${isIndex ? 'Documentation' : title} · Palier</title>
    <link rel="icon" href="/favicon.svg">
    <link rel="stylesheet" href="docs.css">
  </head>
  <body>
    <a class="skip" href="#main">To the text</a>
    <header>
      <a class="home" href="index.html"><img src="/favicon.svg" alt="" width="24" height="24"> Palier <span>docs</span></a>
      <button type="button" class="all" popovertarget="pages">All pages</button>
    </header>
    <nav class="pages" id="pages" popover aria-label="Documentation">
${pages(file)}
    </nav>
    <main id="main"${isIndex ? ' class="index"' : ''}>
${html}
    </main>
${isIndex ? '' : contents()}  </body>
</html>
`
}

mkdirSync(to, { recursive: true })
for (const [file, text] of texts) writeFileSync(join(to, file), page(file, text))
for (const [file, text] of extra) writeFileSync(join(to, file), page(file, text))
copyFileSync(join(dirname(fileURLToPath(import.meta.url)), 'docs.css'), join(to, 'docs.css'))
