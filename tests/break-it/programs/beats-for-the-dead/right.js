let beats = 0
function connect() {
  const ws = new WebSocket('ws://localhost:8080')
  let timer
  ws.onopen = () => {
    timer = setInterval(() => {
      if (beats < 20) ws.send(`beat ${(beats += 1)}`)
    }, 1000)
  }
  ws.onclose = () => {
    clearInterval(timer)
    setTimeout(connect, 500)
  }
}
connect()
