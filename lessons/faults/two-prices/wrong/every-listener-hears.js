const ws = new WebSocket('wss://shop.example/')
let last = 0

function ask(item) {
  return new Promise((resolve) => {
    ws.addEventListener('message', ({ data }) => resolve(JSON.parse(data).price))
    ws.send(JSON.stringify({ id: ++last, item }))
  })
}

ws.onopen = () => {
  ask('tea').then((p) => console.log('tea', p))
  ask('milk').then((p) => console.log('milk', p))
}
