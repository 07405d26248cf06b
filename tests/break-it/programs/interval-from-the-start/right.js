const ws = new WebSocket('ws://localhost:8080')
let left = 5
let timer
ws.onopen = () => {
  timer = setInterval(() => {
    ws.send(`${left} left`)
    left -= 1
    if (left === 0) clearInterval(timer)
  }, 400)
}
ws.onclose = () => clearInterval(timer)
