import { createElement as h, StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createApp, onUnmounted, ref } from 'vue'

const url = 'ws://localhost:8080'

// Calls show(3) when three people are here.
function follow(show) {
  let ws
  let beat

  const start = () => {
    ws = new WebSocket(url)
    ws.onmessage = ({ data }) => {
      show(JSON.parse(data).here)
    }
    beat = setInterval(() => {
      ws.send('ping')
    }, 5_000)
  }

  const end = () => {
    clearInterval(beat)
    ws.close()
  }

  const onShow = ({ persisted }) => {
    if (persisted) start()
  }

  start()
  window.onpagehide = end
  window.onpageshow = onShow

  return () => {
    window.onpagehide = null
    window.onpageshow = null
    end()
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
