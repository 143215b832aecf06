import { hydrateRoot } from 'react-dom/client'
import { Page } from './server.jsx'

Object.assign(globalThis, { told: [], orders: [], recovered: [] })
globalThis.take = () => hydrateRoot(document.getElementById('root'), <Page />, { onRecoverableError: (error) => globalThis.recovered.push(String(error)) })
