const url = 'wss://rain.example/'
let ws

function connect() {
  ws = new WebSocket(url)

  ws.onopen = () => {
    console.log('connected')
  }

  ws.onmessage = (event) => {
    console.log(event.data)
  }
}

connect()

const there = [WebSocket.CONNECTING, WebSocket.OPEN]

function look() {
  if (!there.includes(ws.readyState)) connect()
  setTimeout(look, 1_000)
}

look()
