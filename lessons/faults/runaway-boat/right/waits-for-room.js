const ws = new WebSocket('wss://boat.example/')
const rudder = document.querySelector('#rudder')
const chart = new Uint8Array(200_000)

let isWaiting = false

rudder.oninput = () => {
  if (!isWaiting) sendSoon()
}

function sendSoon() {
  isWaiting = ws.bufferedAmount > 0
  if (isWaiting) setTimeout(sendSoon, 50)
  else ws.send(`rudder ${rudder.value}`)
}

document.querySelector('#chart').onclick = () => {
  ws.send(chart)
}
