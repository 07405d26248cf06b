import { createElement as h, StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createApp, onScopeDispose, ref } from 'vue'

const url = 'ws://localhost:8080'

// Calls show(3) when three people are here.
function follow(show) {
  const life = new AbortController()
  const { signal } = life
  let ws = null
  let beat = null

  function open() {
    ws = new WebSocket(url)
    ws.addEventListener('message', (event) => {
      const message = JSON.parse(event.data)
      show(message.here)
    })
    beat = setInterval(() => ws.send('ping'), 5_000)
  }

  function shut() {
    clearInterval(beat)
    ws?.close(1000, 'hidden')
    ws = null
  }

  open()
  window.addEventListener('pagehide', shut, { signal })
  window.addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) open()
    },
    { signal },
  )
  return function stop() {
    life.abort()
    shut()
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
    onScopeDispose(stop)
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
