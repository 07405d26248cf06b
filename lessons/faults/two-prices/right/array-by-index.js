const ws = new WebSocket('wss://shop.example/')
const waiting = []

function ask(item) {
  return new Promise((resolve) => {
    const id = waiting.push(resolve) - 1
    ws.send(JSON.stringify({ id, item }))
  })
}

ws.onmessage = (event) => {
  const { id, price } = JSON.parse(event.data)
  waiting[id](price)
}

ws.onopen = () => {
  ask('tea').then((p) => console.log('tea', p))
  ask('milk').then((p) => console.log('milk', p))
}
