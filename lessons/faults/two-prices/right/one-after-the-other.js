const ws = new WebSocket('wss://shop.example/')

function ask(item) {
  return new Promise((resolve) => {
    ws.onmessage = (event) => resolve(JSON.parse(event.data).price)
    ws.send(JSON.stringify({ id: item, item }))
  })
}

ws.onopen = async () => {
  console.log('tea', await ask('tea'))
  console.log('milk', await ask('milk'))
}
