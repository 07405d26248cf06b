const ws = new WebSocket('wss://boat.example/')
const rudder = document.querySelector('#rudder')
const chart = new Uint8Array(200_000)

let newest = null

rudder.oninput = () => {
  newest = rudder.value
}

async function loop() {
  for (;;) {
    await new Promise((go) => setTimeout(go, 80))
    if (newest === null || ws.bufferedAmount > 0) continue
    ws.send('rudder ' + newest)
    newest = null
  }
}

loop()

document.querySelector('#chart').onclick = () => {
  ws.send(chart)
}
