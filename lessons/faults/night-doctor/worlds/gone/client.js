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
const nurse = connect('nurse')
const passerBy = new WebSocket(url)
let next

function call(to) {
  tell(porter, { type: 'call', to })
}

setTimeout(() => passerBy.close(1000), 700)
setTimeout(call, 1000, 'nurse')
setTimeout(() => {
  next = connect('doctor')
  next.addEventListener('open', () => phone.close(1000))
}, 1500)
setTimeout(call, 3000, 'doctor')
setTimeout(() => next.close(1000), 4000)
setTimeout(call, 5000, 'nurse')
setTimeout(call, 8500, 'doctor')
setTimeout(() => nurse.close(1000), 9500)
