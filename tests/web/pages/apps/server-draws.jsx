import { renderToString } from 'react-dom/server'
import { Page } from './server.jsx'

export const html = renderToString(<Page />)
