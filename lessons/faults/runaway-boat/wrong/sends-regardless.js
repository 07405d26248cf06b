const ws = new WebSocket('wss://boat.example/')
const rudder = document.querySelector('#rudder')
const chart = new Uint8Array(200_000)

rudder.oninput = () => {
  ws.send('rudder ' + rudder.value)
}

document.querySelector('#chart').onclick = () => {
  ws.send(chart)
}
