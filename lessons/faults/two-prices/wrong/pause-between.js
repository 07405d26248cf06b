const ws = new WebSocket('wss://shop.example/')
const waiting = []
let last = 0

function ask(item) {
  return new Promise((resolve) => {
    waiting.push(resolve)
    ws.send(JSON.stringify({ id: ++last, item }))
  })
}

ws.onmessage = (event) => {
  const { price } = JSON.parse(event.data)
  waiting.shift()(price)
}

ws.onopen = () => {
  ask('tea').then((p) => console.log('tea', p))
  setTimeout(() => ask('milk').then((p) => console.log('milk', p)), 100)
}
