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
const phone = connect('doctor')

function call(to) {
  tell(porter, { type: 'call', to })
}

setTimeout(call, 1000, 'doctor')

// The phone finds a better network. It changes over
// once it is connected there.
setTimeout(() => {
  const next = connect('doctor')
  next.addEventListener('open', () => phone.close(1000))
}, 2000)

setTimeout(call, 4000, 'doctor')
