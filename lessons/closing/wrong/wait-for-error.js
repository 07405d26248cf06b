const url = 'wss://chat.example'

function open(path) {
  const ws = new WebSocket(url + path)
  ws.onclose = (event) => {
    const { code, reason, wasClean } = event
    console.log(path, code, reason, wasClean)
  }
  ws.onerror = () => {
    setTimeout(() => open(path), 1000)
  }
  return ws
}

const stay = open('/stay')
stay.onmessage = () => {
  stay.close(1000, 'work done')
}

open('/drop')
open('/expire')
