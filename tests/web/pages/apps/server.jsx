// The page that a server draws and the browser takes over.
import { StrictMode, useCallback } from 'react'
import { Board } from './Board.tsx'
import { useOrders } from './orders'

export function Page() {
  useOrders(useCallback((order) => globalThis.orders.push(order.id), []))
  return (
    <StrictMode>
      <Board limit={5} onReady={() => globalThis.told.push('ready')} />
    </StrictMode>
  )
}
