const ws = new WebSocket('wss://boat.example/')
const rudder = document.querySelector('#rudder')
const chart = new Uint8Array(200_000)

let kept = null

rudder.oninput = () => {
  if (ws.bufferedAmount > 0) {
    kept = rudder.value
    return
  }
  ws.send('rudder ' + rudder.value)
  kept = null
}

document.querySelector('#chart').onclick = () => {
  ws.send(chart)
}
