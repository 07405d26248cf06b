const ws = new WebSocket('wss://boat.example/')
const rudder = document.querySelector('#rudder')
const chart = new Uint8Array(200_000)
let sent = 0
let pieces = []

setInterval(() => {
  if (ws.readyState !== WebSocket.OPEN || ws.bufferedAmount > 0) return
  const angle = rudder.valueAsNumber
  if (angle !== sent && pieces.length % 5 === 0) ws.send('rudder ' + (sent = angle))
  const piece = pieces.shift()
  if (piece) ws.send(piece)
}, 20)

document.querySelector('#chart').onclick = () => {
  for (let at = 0; at < chart.length; at += 4_000) pieces.push(chart.slice(at, at + 4_000))
}
