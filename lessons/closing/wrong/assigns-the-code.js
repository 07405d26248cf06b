const url = 'wss://chat.example'
function open(path) {
  const ws = new WebSocket(url + path)
  ws.onclose = (event) => {
    console.log(path, event.code)
    if (event.code = 1006) setTimeout(() => open(path), 1000)
  }
  return ws
}
const stay = open('/stay')
stay.onmessage = () => stay.close(1000, 'bye')
open('/drop'); open('/expire')
