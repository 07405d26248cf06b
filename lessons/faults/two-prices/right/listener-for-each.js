const ws = new WebSocket('wss://shop.example/')

function ask(item, show) {
  const id = crypto.randomUUID()
  const onMessage = ({ data }) => {
    const answer = JSON.parse(data)
    if (answer.id !== id) return
    ws.removeEventListener('message', onMessage)
    show(answer.price)
  }
  ws.addEventListener('message', onMessage)
  ws.send(JSON.stringify({ id, item }))
}

ws.onopen = () => {
  ask('tea', (price) => console.log('tea', price))
  ask('milk', (price) => console.log('milk', price))
}
