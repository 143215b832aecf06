// Writes the Markdown files of one folder as pages into another: docs.mjs FROM TO.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const [from, to] = process.argv.slice(2)
// The packages are those of the folder this runs in, not of this file's.
const packages = createRequire(join(process.cwd(), 'package.json'))
const { Marked } = await import(pathToFileURL(packages.resolve('marked')))

const plain = (html) => html.replace(/<[^>]+>/g, '')
const slug = (html) => plain(html).toLowerCase().replace(/&[a-z]+;/g, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')

const markdown = new Marked({
  renderer: {
    heading({ tokens, depth }) {
      const html = this.parser.parseInline(tokens)
      return `<h${depth} id="${slug(html)}">${html}</h${depth}>\n`
    },
  },
  walkTokens(token) {
    if (token.type === 'link') token.href = token.href.replace(/^([\w./-]+)\.md(#.*)?$/, '$1.html$2')
  },
})

const pages = readdirSync(from)
  .filter((file) => file.endsWith('.md'))
  .sort()
  .map((file) => {
    const html = markdown.parse(readFileSync(join(from, file), 'utf8'))
    const title = plain(html.match(/<h1[^>]*>(.*?)<\/h1>/s)?.[1] ?? basename(file, '.md'))
    return { file: file.replace(/\.md$/, '.html'), title, html }
  })

const page = (current) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${current.title} · Palier</title>
    <link rel="icon" href="/favicon.svg">
    <link rel="stylesheet" href="docs.css">
  </head>
  <body>
    <nav aria-label="Documentation">
      <a class="home" href="index.html">Palier</a>
      <ul>
${pages.map(({ file, title }) => `        <li><a href="${file}"${file === current.file ? ' aria-current="page"' : ''}>${title}</a></li>`).join('\n')}
        <li><a href="/v1/openapi.json">OpenAPI description</a></li>
      </ul>
    </nav>
    <main>
${current.html}
    </main>
  </body>
</html>
`

const index = {
  file: 'index.html',
  title: 'Documentation',
  html: `<h1>Documentation</h1><ul>${pages.map(({ file, title }) => `<li><a href="${file}">${title}</a></li>`).join('')}</ul>`,
}
mkdirSync(to, { recursive: true })
for (const one of [index, ...pages]) {
  if (one !== index || !pages.some(({ file }) => file === 'index.html')) writeFileSync(join(to, one.file), page(one))
}
copyFileSync(join(dirname(fileURLToPath(import.meta.url)), 'docs.css'), join(to, 'docs.css'))
