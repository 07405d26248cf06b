const url = 'wss://chat.example'
const ticket = '2f6b-9c'

const offer = ['v2.chat', `ticket.${ticket}`]
const ws = new WebSocket(url, offer)
ws.onopen = () => {
  console.log(`In, and speaking ${ws.protocol}`)
}

// A ticket in Base64 ends with = now and then.
new WebSocket(url, ['v2.chat', 'ticket.L2uc='])
