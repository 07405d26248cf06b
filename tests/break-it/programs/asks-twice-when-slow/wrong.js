const ws = new WebSocket('ws://localhost:8080')
let left = 3
const begin = () => {
  left -= 1
  ws.send('begin')
}
const started = Date.now()
ws.onopen = () => {
  begin()
  if (Date.now() - started > 1000 && left > 0) setTimeout(begin, 200)
}
