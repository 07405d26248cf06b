const orders = []
let current = null

const event = (socket, type) =>
  new Promise((resolve) => socket.addEventListener(type, resolve, { once: true }))

async function serve() {
  for (;;) {
    const socket = new WebSocket('wss://bar.example/')
    const closed = event(socket, 'close')
    await event(socket, 'open')
    current = socket
    while (orders.length > 0) socket.send(orders.shift())
    await closed
    current = null
  }
}

setTimeout(() => {
  if (current?.readyState === WebSocket.OPEN) current.send('tea')
  else orders.push('tea')
}, 340)
serve()
