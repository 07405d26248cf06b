const url = 'wss://echo.websocket.org'

const stay = new WebSocket(url + '/stay')
stay.onmessage = () => stay.close(1000, 'done')

const texts = { drop: 'reconnect', expire: 'log in' }
for (const [path, text] of Object.entries(texts)) {
  const socket = new WebSocket(url + '/' + path)
  socket.onclose = () => console.log(text)
}
