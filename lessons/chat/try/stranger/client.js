const url = 'ws://localhost:8080'

function enter(name, more) {
  const ws = new WebSocket(url, 'v2.chat')
  const send = (message) => {
    ws.send(JSON.stringify(message))
  }
  ws.onopen = () => {
    send({ type: 'join', room: 'tea', name, after: 0 })
    if (more) send(more)
  }
  ws.onclose = ({ code }) => {
    console.log(name, code)
  }
}

const incomplete = { type: 'say', id: 'm1' }
enter('Ada')
setTimeout(enter, 1000, 'Mal', incomplete)
