import { createElement as h } from 'react'
import { StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'

let sockets = 0

function Panel() {
  useEffect(() => {
    sockets += 1
    new WebSocket('ws://localhost:8080')
  }, [])
  return h('b', null, 'Hi')
}

const root = createRoot(document.querySelector('p'))
root.render(h(StrictMode, null, h(Panel)))

setTimeout(() => {
  console.log('sockets:', sockets)
}, 1_000)
