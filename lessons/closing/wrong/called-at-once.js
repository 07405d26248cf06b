const url = 'wss://chat.example'
function open(path) {
  const ws = new WebSocket(url + path)
  ws.onclose = ({code}) => {
    if (code === 1006) setTimeout(open(path), 1000)
  }
  return ws
}
const stay = open('/stay')
stay.onmessage = () => stay.close({ code: 1000, reason: 'bye' })
open('/drop'); open('/expire')
