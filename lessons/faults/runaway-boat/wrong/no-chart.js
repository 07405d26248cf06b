const ws = new WebSocket('wss://boat.example/')
const rudder = document.querySelector('#rudder')

rudder.oninput = () => {
  ws.send('rudder ' + rudder.value)
}

document.querySelector('#chart').onclick = () => {
  console.log('not while steering')
}
