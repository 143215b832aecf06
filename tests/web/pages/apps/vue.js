// The same as a Vue app.
import { createApp } from 'vue'
import App from './App.vue'

globalThis.told = []
createApp(App).mount('#root')
