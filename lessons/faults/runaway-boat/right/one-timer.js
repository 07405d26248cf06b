const ws = new WebSocket('wss://boat.example/')
const rudder = document.querySelector('#rudder')
const chart = new Uint8Array(200_000)

let later

rudder.addEventListener('input', function steer() {
  clearTimeout(later)
  if (ws.bufferedAmount === 0) ws.send('rudder ' + rudder.valueAsNumber)
  else later = setTimeout(steer, 60)
})

document.querySelector('#chart').onclick = () => {
  ws.send(chart)
}
