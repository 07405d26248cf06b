const ws = new WebSocket('wss://shop.example/')
const waiting = new Map()
let last = 0

function ask(item) {
  return new Promise((resolve) => {
    waiting.set(last, resolve)
    ws.send(JSON.stringify({ id: last, item }))
  })
}

ws.onmessage = (event) => {
  const { id, price } = JSON.parse(event.data)
  waiting.get(id)(price)
}

ws.onopen = () => {
  ask('tea').then((p) => console.log('tea', p))
  ask('milk').then((p) => console.log('milk', p))
}
