// The same as a Svelte app.
import { flushSync, mount } from 'svelte'
import App from './App.svelte'

globalThis.told = []
mount(App, { target: document.getElementById('root') })
flushSync()
