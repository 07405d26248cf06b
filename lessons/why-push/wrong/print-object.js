const ws = new WebSocket('ws://localhost:8080')

ws.addEventListener('message', ({ data }) => {
  const message = JSON.parse(data)
  console.log('tick', message)
})
