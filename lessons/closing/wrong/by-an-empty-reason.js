const url = 'wss://chat.example'
function open(path) {
  const ws = new WebSocket(url + path)
  ws.onclose = ({code, reason}) => {
    if (reason === '') setTimeout(() => open(path), 1000)
  }
  return ws
}
const stay = open('/stay')
stay.onmessage = () => stay.close('1000')
open('/drop'); open('/expire')
