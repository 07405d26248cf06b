function say(text, time) {
  const ws = new WebSocket(`ws://localhost:8080`)
  setTimeout(() => ws.send(text), time)
  ws.onmessage = () => console.log(text, 'ack')
  ws.onclose = ({ code }) => {
    console.log(text, 'no ack, closed', code)
  }
}

say('first', 1000)
say('second', 1040)
