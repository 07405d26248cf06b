const ws = new WebSocket('wss://board.example/')
const name = new Promise((resolve) => {
  setTimeout(() => resolve('gate 4'), 250)
})

ws.addEventListener('open', async () => {
  ws.send(`here is ${await name}`)
})
