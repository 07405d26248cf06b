const ws = new WebSocket('wss://boat.example/')
const rudder = document.querySelector('#rudder')
const chart = new Uint8Array(200_000)

const kept = []

rudder.oninput = () => {
  kept.push(rudder.value)
}

setInterval(() => {
  while (kept.length > 0 && ws.bufferedAmount === 0) {
    const values = kept.splice(0)
    for (const value of values) ws.send('rudder ' + value)
  }
}, 50)

document.querySelector('#chart').onclick = () => {
  ws.send(chart)
}
