import { createElement as h, StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createApp, onUnmounted, ref } from 'vue'

const url = 'ws://localhost:8080'

// Calls show(3) when three people are here.
const shows = new Set()
let ws = null
let beat

function open() {
  ws = new WebSocket(url)
  ws.onmessage = ({ data }) => {
    const { here } = JSON.parse(data)
    for (const show of shows) show(here)
  }
  beat = setInterval(() => ws.send('ping'), 5_000)
}

function shut() {
  if (ws === null) return
  clearInterval(beat)
  ws.close()
  ws = null
}

addEventListener('pagehide', shut)
addEventListener('pageshow', () => {
  if (shows.size > 0 && ws === null) open()
})

function follow(show) {
  shows.add(show)
  if (ws === null) open()
  return () => {
    shows.delete(show)
    if (shows.size === 0) shut()
  }
}

// In Vue

const VuePanel = {
  template: '<b>{{ here }} here</b>',
  setup() {
    const here = ref('?')
    const stop = follow((count) => {
      here.value = count
    })
    onUnmounted(stop)
    return { here }
  },
}

createApp({
  components: { VuePanel },
  data: () => ({ isShown: false }),
  template: `
    <label>
      <input type="checkbox" v-model="isShown" />
      Vue
    </label>
    <VuePanel v-if="isShown" />`,
}).mount('#vue')

// The same in React

function ReactPanel() {
  const [here, setHere] = useState('?')
  useEffect(() => follow(setHere), [])
  return h('b', null, here, ' here')
}

function ReactApp() {
  const [isShown, setShown] = useState(false)
  const box = h('input', {
    type: 'checkbox',
    checked: isShown,
    onChange: () => setShown(!isShown),
  })
  return [h('label', { key: 'label' }, box, ' React '), isShown && h(ReactPanel, { key: 'panel' })]
}

createRoot(document.querySelector('#react')).render(h(StrictMode, null, h(ReactApp)))
