const url = 'wss://rain.example/'
const next = (socket, type) => new Promise((resolve) => (socket['on' + type] = resolve))

for (;;) {
  const ws = new WebSocket(url)
  ws.onmessage = ({ data }) => console.log(data)
  await next(ws, 'close')
  await new Promise((go) => setTimeout(go, 1_000))
}
