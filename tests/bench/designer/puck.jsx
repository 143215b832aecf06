// Puck as its guide has it, without its iframe (its quicker way), with the blocks of the bench.
import { Puck, useGetPuck } from '@puckeditor/core'
import '@puckeditor/core/puck.css'
import { createRoot } from 'react-dom/client'

const config = {
  components: {
    Text: {
      fields: { text: { type: 'textarea' } },
      render: ({ text }) => <p>{text}</p>,
    },
    Button: {
      fields: { label: { type: 'text' }, href: { type: 'text' } },
      render: ({ label, href }) => (
        <div>
          <a className="button" href={href}>
            {label}
          </a>
        </div>
      ),
    },
    Section: {
      fields: { main: { type: 'slot' } },
      render: ({ main: Main }) => (
        <section>
          <Main />
        </section>
      ),
    },
  },
}

/** Hands the editor's own interface to the bench. */
function Reach({ children }) {
  globalThis.getPuck = useGetPuck()
  return children
}

const data = await fetch(`data.json${location.search}`).then((reply) => reply.json())
createRoot(document.getElementById('root')).render(
  <Puck config={config} data={data} iframe={{ enabled: false }} overrides={{ puck: Reach }} />,
)
