for (let i = 1; i <= 20; i += 1) {
  const ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => ws.send(`${i} is here`)
}
