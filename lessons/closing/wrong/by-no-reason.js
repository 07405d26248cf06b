const url = 'wss://chat.example'

function open(path) {
  const ws = new WebSocket(url + path)
  ws.onclose = ({ reason }) => {
    if (reason === '') setTimeout(() => open(path), 1000)
  }
  return ws
}

const stay = open('/stay')
stay.onmessage = () => stay.close(1000, 'done for today')

open('/drop')
open('/expire')
