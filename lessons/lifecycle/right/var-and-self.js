import { createElement as h, StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createApp, onBeforeUnmount, ref } from 'vue'

const url = 'ws://localhost:8080'

// Calls show(3) when three people are here.
function follow(show) {
  var self = { ws: null, timer: 0 }
  self.go = function () {
    self.ws = new WebSocket(url)
    self.ws.addEventListener('message', function (e) {
      show(JSON.parse(e.data).here)
    })
    self.timer = setInterval(function () {
      if (self.ws.readyState === 1) self.ws.send('ping')
    }, 5000)
  }
  self.end = function (e) {
    self.ws.close()
    clearInterval(self.timer)
  }
  self.back = function (e) {
    if (!e.persisted) return
    self.go()
  }
  self.go()
  window.addEventListener('pagehide', self.end)
  window.addEventListener('pageshow', self.back)
  return function () {
    window.removeEventListener('pagehide', self.end)
    window.removeEventListener('pageshow', self.back)
    self.end()
  }
}

// In Vue

const VuePanel = {
  template: '<b>{{ here }} here</b>',
  setup() {
    const here = ref('?')
    onBeforeUnmount(
      follow(function (n) {
        here.value = n
      }),
    )
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
