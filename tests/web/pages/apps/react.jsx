// A list of boards, one of which comes and goes, as a React app would have it.
import { StrictMode, Suspense, use, useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Board } from './Board.tsx'

let open
const later = new Promise((done) => (open = done))
const Late = () => use(later)

function App() {
  const [state, set] = useState({ limit: 5, order: ['a', 'b'], on: true, late: false })
  const ready = useCallback(() => globalThis.told.push('ready'), [])
  globalThis.app = (next) => flushSync(() => set((state) => ({ ...state, ...next })))
  return (
    <main>
      {state.order.map((key) => (
        <section key={key} id={key}>
          <Board limit={state.limit} onReady={ready} />
        </section>
      ))}
      {state.on && (
        <Suspense fallback="Soon">
          <palier-points-history id="own" pageSize={4} headingLevel={3} heading={false} />
          {state.late && <Late />}
        </Suspense>
      )}
    </main>
  )
}

Object.assign(globalThis, { told: [], arrive: () => open('There') })
flushSync(() =>
  createRoot(document.getElementById('root')).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
)
