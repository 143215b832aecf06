// Rich text in a contenteditable: shown from the contract's tree with text nodes and elements,
// read back into it. Whatever the browser's editing leaves behind (divs, spans, styles), only
// what the tree knows is read; HTML is parsed for what is pasted alone.

const BLOCKS = { P: 'paragraph', DIV: 'paragraph', BLOCKQUOTE: 'paragraph', PRE: 'paragraph', TD: 'paragraph', TH: 'paragraph', UL: 'list', OL: 'ordered_list' }
const HOLDS = `${Object.keys(BLOCKS)}, h1, h2, h3, h4, h5, h6`
const MARKS = { STRONG: 'strong', B: 'strong', EM: 'emphasis', I: 'emphasis' }
// Of words that a document may bring, only these: every object has a "constructor".
const TAGS = { __proto__: null, paragraph: 'p', heading: 'h3', list: 'ul', ordered_list: 'ol', item: 'li', strong: 'strong', emphasis: 'em', link: 'a', text: 'span' }
const ORDER = ['link', 'strong', 'emphasis']

const kindOf = (node) => (/^H[1-6]$/.test(node.tagName) ? 'heading' : BLOCKS[node.tagName])
// The browser's own undo brings back the one; where an address is not safe there is but the other.
const addressOf = (link) => link.getAttribute('href') ?? link.dataset.href ?? ''
const isSafe = (href) => /^((https:\/\/|mailto:|tel:)|\/(?!\/))[^\s\\]*$/i.test(href)

/** An address as it is meant: what is written without a scheme is a domain, or somebody's mail. */
export function meant(typed) {
  const href = typed.trim()
  if (/^[^\s@/:]+@[^\s@/:]+\.\p{L}{2,}$/u.test(href)) return `mailto:${href}`
  return /^[\p{L}\d-]+(\.[\p{L}\d-]+)*\.\p{L}{2,}(:\d+)?([/?#]\S*)?$/u.test(href) ? `https://${href}` : href
}

/** The runs in an element, each with its marks. */
function runs(node, marks = {}) {
  if (node.nodeType === Node.TEXT_NODE) return node.data ? [{ text: node.data.replace(/[\s\u200b]+/g, ' '), marks }] : []
  if (node.nodeType !== Node.ELEMENT_NODE) return []
  if (node.tagName === 'BR') return [{ text: ' ', marks }]
  const mark = MARKS[node.tagName]
  const own = mark ? { ...marks, [mark]: true } : node.tagName === 'A' ? { ...marks, link: addressOf(node) } : marks
  return [...node.childNodes].flatMap((child) => runs(child, own))
}

const same = (a, b) => ORDER.every((mark) => a[mark] === b[mark])

/** Runs as the tree has them: equal neighbours joined, blanks at both ends left out. */
function inline(found) {
  const joined = []
  for (const { text, marks } of found) {
    const last = joined.at(-1)
    if (last && same(last.marks, marks)) last.text = (last.text + text).replace(/ {2,}/g, ' ')
    else joined.push({ text, marks })
  }
  if (joined.length) {
    joined[0].text = joined[0].text.trimStart()
    joined.at(-1).text = joined.at(-1).text.trimEnd()
  }
  return joined.filter((run) => run.text).map(({ text, marks }) => {
    const [outer, ...rest] = ORDER.filter((mark) => marks[mark])
    if (!outer) return { kind: 'text', text }
    const inner = rest.reduceRight((held, kind) => (held ? { kind, children: [held] } : { kind, text }), null)
    const node = { kind: outer }
    if (outer === 'link') node.href = marks.link
    if (inner) node.children = [inner]
    else node.text = text
    return node
  })
}

/** The items of a list; lists within it follow the item that they are in. */
const items = (list) =>
  [...list.children].flatMap((child) => {
    if (kindOf(child)?.endsWith('list')) return items(child)
    const inner = [...child.querySelectorAll(':scope > ul, :scope > ol')]
    const own = inline([...child.childNodes].filter((node) => !inner.includes(node)).flatMap((node) => runs(node)))
    return [...(own.length ? [{ kind: 'item', children: own }] : []), ...inner.flatMap(items)]
  })

/** The tree of what stands in an element; what is in no block of it is of kind `own`. */
function read(parent, own = 'paragraph') {
  const nodes = []
  let loose = []
  const flush = () => {
    const children = inline(loose)
    if (children.length) nodes.push({ kind: own, children })
    loose = []
  }
  for (const child of parent.childNodes) {
    const kind = child.nodeType === Node.ELEMENT_NODE && kindOf(child)
    // What only wraps other blocks is none itself.
    if (!kind?.endsWith?.('list') && child.querySelector?.(HOLDS)) {
      flush()
      nodes.push(...read(child, kind === 'heading' ? kind : own))
      continue
    }
    if (!kind) {
      loose.push(...runs(child))
      continue
    }
    flush()
    const children = kind.endsWith('list') ? items(child) : inline(runs(child))
    if (children.length) nodes.push({ kind, children })
  }
  flush()
  return nodes
}

/** Elements for nodes of the tree. */
function draw(nodes) {
  return nodes.map((node) => {
    if (node.kind === 'text' && !node.children?.length) return document.createTextNode(node.text ?? '')
    const element = document.createElement(TAGS[node.kind] ?? 'span')
    if (node.kind === 'link') {
      element.dataset.href = node.href ?? ''
      if (isSafe(node.href ?? '')) element.setAttribute('href', node.href)
    }
    if (node.text) element.append(node.text)
    element.append(...draw(node.children ?? []))
    return element
  })
}

const textOf = (root) => root.matches('[data-rich-text]') ? root : root.querySelector('[data-rich-text]')

/** Shows a tree (JSON, '' for none) in the editor, unless it says the same as what is there. */
export function show(root, json) {
  const text = textOf(root)
  const drawn = document.createElement('div')
  drawn.append(...draw(JSON.parse(json || '[]') ?? []))
  if (JSON.stringify(read(drawn)) !== JSON.stringify(read(text))) text.replaceChildren(...drawn.childNodes)
}

/** Shows words where nothing is written yet. */
export function hint(root, words) {
  textOf(root).dataset.hint = words
}

/** Lets the editor be read only, or be written in again. */
export function fix(root, fixed) {
  const text = textOf(root)
  text.contentEditable = String(!fixed)
  text.toggleAttribute('aria-readonly', false)
  if (fixed) text.setAttribute('aria-readonly', 'true')
  if (fixed) text.tabIndex = 0
  for (const tool of root.querySelectorAll('[data-rich]')) tool.disabled = fixed
}

const block = () => (document.queryCommandValue('formatBlock') || '').toLowerCase()

const STATES = {
  paragraph: () => ['p', 'div', ''].includes(block()) && !STATES.list() && !STATES.ordered_list(),
  heading: () => /^h\d$/.test(block()),
  list: () => document.queryCommandState('insertUnorderedList'),
  ordered_list: () => document.queryCommandState('insertOrderedList'),
  strong: () => document.queryCommandState('bold'),
  emphasis: () => document.queryCommandState('italic'),
  link: () => !!linkAt(),
}

const RUNS = {
  paragraph() {
    if (STATES.list()) document.execCommand('insertUnorderedList')
    if (STATES.ordered_list()) document.execCommand('insertOrderedList')
    document.execCommand('formatBlock', false, 'p')
  },
  heading: () => document.execCommand('formatBlock', false, STATES.heading() ? 'p' : 'h3'),
  list: () => document.execCommand('insertUnorderedList'),
  ordered_list: () => document.execCommand('insertOrderedList'),
  strong: () => document.execCommand('bold'),
  emphasis: () => document.execCommand('italic'),
}

function linkAt() {
  const node = getSelection().anchorNode
  return (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.('[data-rich-text] a')
}

function around(element) {
  const range = document.createRange()
  range.selectNodeContents(element)
  return range
}

/** Writes words where the caret is; gives the range of them. */
function typed(words) {
  document.execCommand('insertText', false, words)
  const { anchorNode, anchorOffset } = getSelection()
  const range = document.createRange()
  range.setStart(anchorNode, Math.max(anchorOffset - words.length, 0))
  range.setEnd(anchorNode, anchorOffset)
  return range
}

/** Makes what is selected lead somewhere: paragraph by paragraph, as the browser does it, which can undo it. */
function address(text, href) {
  const before = new Set(text.querySelectorAll('a'))
  document.execCommand('createLink', false, isSafe(href) ? href : '#')
  for (const link of text.querySelectorAll('a')) {
    if (before.has(link)) continue
    link.dataset.href = href
    if (!isSafe(href)) link.removeAttribute('href')
  }
}

const wraps = (element, tag) => {
  const made = element.ownerDocument.createElement(tag)
  made.append(...element.childNodes)
  element.append(made)
}

/**
 * What was copied on another page or in a word processor, in elements that `read` knows; links that
 * are not safe are words. The document is inert: nothing of it runs, loads or is put on the page.
 */
function copied(html) {
  const { body } = parsed(html)
  body.querySelectorAll('script, style, template, noscript, title').forEach((element) => element.remove())
  for (const element of body.querySelectorAll('[style]')) dress(element, element.getAttribute('style'))
  for (const link of body.querySelectorAll('a')) {
    const href = link.dataset.href ?? link.getAttribute('href') ?? ''
    if (isSafe(href)) link.setAttribute('href', href)
    else link.replaceWith(...link.childNodes)
  }
  list(body)
  return body
}

function parsed(html) {
  try {
    return new DOMParser().parseFromString(html, 'text/html')
  } catch {
    // A page that requires Trusted Types takes the plain text.
    return document.implementation.createHTMLDocument()
  }
}

/** Bold and italic by style alone, and what is neither although its element says so. */
function dress(element, style) {
  if (/font-weight:\s*(normal|400)/i.test(style) && element.matches('b, strong')) element.replaceWith(...element.childNodes)
  else if (element.matches('span')) {
    if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) wraps(element, 'b')
    if (/font-style:\s*italic/i.test(style)) wraps(element, 'i')
  }
}

const isItem = (element) => /mso-list:\s*l\d/i.test(element?.getAttribute('style') ?? '')

/** Paragraphs of Word that look like lists are lists. */
function list(body) {
  for (const paragraph of [...body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')].filter(isItem)) {
    const mark = [...paragraph.querySelectorAll('[style]')].find((inner) => /mso-list:\s*ignore/i.test(inner.getAttribute('style')))
    const tag = /^\s*\w{1,4}[.)]/.test(mark?.textContent ?? '') ? 'ol' : 'ul'
    mark?.remove()
    const before = paragraph.previousElementSibling
    const held = before?.matches(`${tag}[data-word]`) ? before : body.ownerDocument.createElement(tag)
    held.dataset.word = ''
    const item = body.ownerDocument.createElement('li')
    item.append(...paragraph.childNodes)
    if (held === before) paragraph.remove()
    else paragraph.replaceWith(held)
    held.append(item)
  }
}

const isBare = (node) => !node.textContent.trim() && !!node.parentElement?.closest('[data-rich-text]')

/** Puts what was copied where the caret is, as the browser does it, which can undo it. */
function paste(clipboard) {
  const nodes = read(copied(clipboard.getData('text/html')))
  const [first, ...more] = nodes
  if (!first) return document.execCommand('insertText', false, clipboard.getData('text/plain'))
  const drawn = document.createElement('div')
  // A single paragraph is words within another.
  const isInline = !more.length && first.kind === 'paragraph'
  drawn.append(...draw(isInline ? first.children : nodes))
  // Blocks would come into an empty heading or item.
  if (!isInline && isBare(getSelection().anchorNode)) RUNS.paragraph()
  document.execCommand('insertHTML', false, drawn.innerHTML)
}

/** Listens to an editor; `changed` gets its tree as JSON after each edit. */
export function edit(root, changed) {
  const text = textOf(root)
  const tell = () => changed(JSON.stringify(read(text)))
  const form = root.querySelector('[data-rich-link]')
  let kept = null

  const select = (range) => {
    text.focus()
    if (!range) return
    getSelection().removeAllRanges()
    getSelection().addRange(range)
  }
  const mine = () => {
    const selection = getSelection()
    return selection.rangeCount && text.contains(selection.anchorNode) ? selection.getRangeAt(0) : null
  }
  const press = () => {
    if (!mine()) return
    for (const tool of root.querySelectorAll('[data-rich]')) tool.setAttribute('aria-pressed', String(STATES[tool.dataset.rich]()))
  }
  const link = () => {
    const [address] = form.querySelectorAll('input')
    kept = mine() ?? kept
    form.hidden = !form.hidden
    if (form.hidden) return select(kept)
    address.value = linkAt() ? addressOf(linkAt()) : ''
    address.focus()
  }
  const apply = () => {
    const field = form.querySelector('input')
    const href = meant(field.value)
    const wrong = href !== '' && !isSafe(href)
    form.querySelector('[data-rich-wrong]').hidden = !wrong
    field.setAttribute('aria-invalid', String(wrong))
    if (wrong) return field.focus()
    form.hidden = true
    select(kept)
    const range = mine()
    if (!range) return
    const old = linkAt()
    if (old?.contains(range.endContainer)) select(around(old))
    else if (range.collapsed && href) select(typed(href))
    if (href) address(text, href)
    else document.execCommand('unlink')
    tell()
  }

  text.addEventListener('focus', () => document.execCommand('defaultParagraphSeparator', false, 'p'))
  text.addEventListener('input', () => {
    tell()
    press()
  })
  // The tree has no line breaks: a new line is a new paragraph.
  text.addEventListener('beforeinput', (event) => {
    if (event.inputType !== 'insertLineBreak') return
    event.preventDefault()
    document.execCommand('insertParagraph')
  })
  // Only what the tree knows comes in: what other pages copied brings all their elements along.
  text.addEventListener('paste', (event) => {
    event.preventDefault()
    event.stopPropagation()
    paste(event.clipboardData)
  })
  text.addEventListener('drop', (event) => event.preventDefault())
  document.addEventListener('selectionchange', function follow() {
    if (root.isConnected) press()
    else document.removeEventListener('selectionchange', follow)
  })
  for (const tool of root.querySelectorAll('[data-rich]')) {
    // A press must not take the selection away.
    tool.addEventListener('pointerdown', (event) => event.preventDefault())
    tool.addEventListener('click', () => {
      if (tool.dataset.rich === 'link') return link()
      if (!mine()) select(kept)
      RUNS[tool.dataset.rich]()
      tell()
      press()
    })
  }
  text.addEventListener('blur', () => (kept = mine() ?? kept))
  form?.querySelector('[data-rich-apply]').addEventListener('click', apply)
  form?.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault()
      apply()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      link()
    }
  })
}
