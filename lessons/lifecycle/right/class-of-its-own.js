import { createElement as h, StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createApp, onUnmounted, ref } from 'vue'

const url = 'ws://localhost:8080'

// Calls show(3) when three people are here.
class Room {
  constructor(show) {
    this.show = show
    this.open = this.open.bind(this)
    this.shut = this.shut.bind(this)
    window.addEventListener('pagehide', this.shut)
    window.addEventListener('pageshow', this.open)
    this.open()
  }

  open() {
    if (this.ws) return
    this.ws = new WebSocket(url)
    this.ws.onmessage = ({ data }) => {
      this.show(JSON.parse(data).here)
    }
    this.beat = setInterval(() => this.ping(), 5_000)
  }

  ping() {
    this.ws.send('ping')
  }

  shut() {
    if (!this.ws) return
    clearInterval(this.beat)
    this.ws.close()
    this.ws = null
  }

  leave() {
    window.removeEventListener('pagehide', this.shut)
    window.removeEventListener('pageshow', this.open)
    this.shut()
  }
}

function follow(show) {
  const room = new Room(show)
  return () => room.leave()
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
