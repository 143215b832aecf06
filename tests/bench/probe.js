// Runs in the page before anything else: when the blocks are drawn, what shifts, which tasks are
// long, and, where `counting`, every call that the WASM makes into JavaScript.
// `wanted` is the number of blocks that the page has.

function probe({ wanted, counting }) {
  const seen = new Set()
  const found = { calls: 0, names: {}, shifts: 0, moved: [], tasks: [], ready: [], compiled: 0, lcp: 0, memory: () => 0, sheets: new WeakMap() }
  globalThis.bench = found
  found.drawn = new Promise((done) => {
    addEventListener('palier-ready', (event) => {
      seen.add(event.target)
      found.ready.push([event.target.localName, Math.round(performance.now())])
      // Two frames: the first that holds the last block has then been put on screen.
      if (seen.size === wanted) requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))
    })
  })
  const each = (type, run) =>
    new PerformanceObserver((list) => list.getEntries().forEach(run)).observe({ type, buffered: true })
  each('layout-shift', (entry) => {
    if (entry.hadRecentInput) return
    found.shifts += entry.value
    found.moved.push(...entry.sources.map(({ node }) => (node?.getRootNode().host ?? node)?.localName ?? 'something gone'))
  })
  each('longtask', ({ startTime, duration }) => found.tasks.push([Math.round(startTime), Math.round(duration)]))
  each('largest-contentful-paint', (entry) => (found.lcp = entry.startTime))
  if (!counting) return

  const replace = CSSStyleSheet.prototype.replaceSync
  CSSStyleSheet.prototype.replaceSync = function (text) {
    found.sheets.set(this, text)
    return replace.call(this, text)
  }
  const counted = (imports) => {
    const wrap = ([name, value]) => {
      if (typeof value !== 'function') return [name, value]
      // Names are shortened in the release; the function's own text tells what it does.
      const source = String(value).slice(0, 90)
      const call = function (...given) {
        found.calls += 1
        found.names[source] = (found.names[source] ?? 0) + 1
        return value.apply(this, given)
      }
      return [name, call]
    }
    return Object.fromEntries(Object.entries(imports).map(([module, names]) => [module, Object.fromEntries(Object.entries(names).map(wrap))]))
  }
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name]
    WebAssembly[name] = async (source, imports) => {
      // The second part takes the first one's functions, which are no calls into JavaScript.
      if (Object.keys(imports ?? {}).join() === '~') return own.call(WebAssembly, source, imports)
      const result = await own.call(WebAssembly, source, counted(imports ?? {}))
      const { exports } = result.instance ?? result
      const memory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory)
      found.memory = () => memory.buffer.byteLength
      found.compiled = performance.now()
      return result
    }
  }
}
