let beats = 0
function connect() {
  const ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () =>
    setInterval(() => {
      if (beats < 20) ws.send(`beat ${(beats += 1)}`)
    }, 1000)
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
