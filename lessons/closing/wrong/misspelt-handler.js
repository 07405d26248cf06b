const url = 'wss://chat.example'
function open(path) {
  const ws = new WebSocket(url + path)
  ws.onClose = ({code}) => {
    if (code === 1006) setTimeout(() => open(path), 1000)
  }
  return ws
}
const stay = open('/stay')
stay.onmessage = () => { stay.close(); stay.close(1000, 'bye') }
open('/drop'); open('/expire')
