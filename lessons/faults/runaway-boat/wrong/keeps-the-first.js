const ws = new WebSocket('wss://boat.example/')
const rudder = document.querySelector('#rudder')
const chart = new Uint8Array(200_000)

let kept = null

rudder.oninput = () => {
  kept ??= rudder.value
}

setInterval(() => {
  if (kept === null || ws.bufferedAmount > 0) return
  ws.send('rudder ' + kept)
  kept = null
}, 50)

document.querySelector('#chart').onclick = () => {
  ws.send(chart)
}
