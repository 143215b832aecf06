// What is measured in the page, the same for both editors; needs `subject`.
globalThis.probe = (() => {
  const frame = () => new Promise((next) => requestAnimationFrame(next))
  const task = () => new Promise((next) => setTimeout(next))
  const tasks = []
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true })

  /** Milliseconds from the navigation's start until `count` blocks are drawn and painted. */
  async function ready(count) {
    while (globalThis.subject.count() < count) {
      if (performance.now() > 60_000) throw new Error(`after a minute the page shows: ${document.body.innerText.slice(0, 200)}`)
      await frame()
    }
    await frame()
    await frame()
    return performance.now()
  }

  /** From each key stroke until the canvas shows it and has been painted, in milliseconds. */
  function typing(id) {
    const found = []
    const shown = () => subject.element(id).textContent.trim().length
    let expected = shown()
    const settled = new MessageChannel()
    const done = new Map()
    settled.port1.onmessage = ({ data }) => done.get(data)()
    const heard = async ({ timeStamp }) => {
      const wanted = (expected += 1)
      do await frame()
      while (shown() < wanted)
      done.set(wanted, () => found.push(performance.now() - timeStamp))
      // A message is answered after the frame that was asked for has been painted.
      settled.port2.postMessage(wanted)
    }
    addEventListener('keydown', heard, true)
    return () => {
      removeEventListener('keydown', heard, true)
      return found
    }
  }

  /** The time between frames until it is stopped, and the tasks over 50 ms meanwhile. */
  function frames() {
    const found = []
    const begun = performance.now()
    let last = 0
    let running = true
    const next = (now) => {
      if (last) found.push(now - last)
      last = now
      if (running) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
    return async () => {
      await frame()
      running = false
      await task()
      return { frames: found, tasks: tasks.filter(({ startTime }) => startTime >= begun).map(({ duration }) => duration) }
    }
  }

  /** Does `count` operations, each in a task of its own, with a frame after every ten. */
  async function operations(count) {
    for (let index = 0; index < count; index += 1) {
      subject.operations[index % subject.operations.length]()
      await task()
      if (index % 10 === 9) await frame()
    }
  }

  return { ready, typing, frames, operations }
})()
