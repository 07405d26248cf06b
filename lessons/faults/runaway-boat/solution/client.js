const ws = new WebSocket('wss://boat.example/')
const rudder = document.querySelector('#rudder')
const chart = new Uint8Array(200_000)

let sent = rudder.value

function steer() {
  if (rudder.value === sent) return
  if (ws.bufferedAmount > 0) return
  sent = rudder.value
  ws.send('rudder ' + sent)
}

rudder.oninput = steer
setInterval(steer, 100)

document.querySelector('#chart').onclick = () => {
  ws.send(chart)
}
