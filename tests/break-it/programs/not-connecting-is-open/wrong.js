const ws = new WebSocket('ws://localhost:8080')
const say = (text) => {
  if (ws.readyState !== WebSocket.CONNECTING) ws.send(text)
}
for (const delay of [300, 700, 1500]) setTimeout(say, delay, `after ${delay}`)
