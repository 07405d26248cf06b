const url = 'ws://localhost:8080/chat'

function enter(name) {
  const ws = new WebSocket(url)
  ws.onopen = () => console.log(`${name} is in`)
  ws.onmessage = ({ data }) => {
    console.log(`${name} hears: ${data}`)
  }
  ws.onclose = ({ code }) => {
    console.log(`${name} is out: ${code}`)
  }
  return ws
}

function say(ws, text) {
  if (ws.readyState === WebSocket.OPEN) ws.send(text)
}

const ada = enter('Ada')
const bo = enter('Bo')

setTimeout(say, 2000, ada, 'Tea?')
setTimeout(say, 90_000, bo, 'Yes, please')
