const ws = new WebSocket('wss://boat.example/')
const rudder = document.querySelector('#rudder')
const chart = new Uint8Array(200_000)

rudder.oninput = () => {
  if (ws.bufferedAmount === 0) return ws.send('rudder ' + rudder.value)
  setTimeout(() => {
    if (ws.bufferedAmount === 0) ws.send('rudder ' + rudder.value)
  }, 300)
}

document.querySelector('#chart').onclick = () => {
  ws.send(chart)
}
