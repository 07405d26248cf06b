const url = 'wss://clinic.example'

function connect(name) {
  const ws = new WebSocket(url)
  ws.onopen = () => tell(ws, { type: 'here', name })
  ws.onmessage = ({ data }) => {
    console.log(`${name}: ${data}`)
  }
  return ws
}

function tell(ws, message) {
  ws.send(JSON.stringify(message))
}

const porter = connect('porter')
const first = connect('doctor')
let second

function call() {
  tell(porter, { type: 'call', to: 'doctor' })
}

setTimeout(() => {
  second = connect('doctor')
  second.addEventListener('open', () => first.close(1000))
}, 1500)

// The second one is kept for three seconds.
setTimeout(connect, 3000, 'doctor')
setTimeout(() => second.close(1000), 6000)

for (const time of [1000, 2500, 4500, 7500]) {
  setTimeout(call, time)
}
