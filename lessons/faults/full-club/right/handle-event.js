const guest = {
  handleEvent(event) {
    if (event.type === 'open') console.log('in')
    if (event.type === 'close') console.log('over: ' + event.code)
  },
}
const ws = new WebSocket('wss://club.example/')

ws.addEventListener('open', guest)
ws.addEventListener('close', guest)
