const url = 'wss://rain.example/'
let isBusy = false

function connect() {
  isBusy = true
  const ws = new WebSocket(url)
  ws.addEventListener('message', (event) => console.log(event.data))
  ws.addEventListener('close', () => {
    isBusy = false
  })
}

connect()
setInterval(() => {
  if (!isBusy) connect()
}, 1_000)
