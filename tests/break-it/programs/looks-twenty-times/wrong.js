const ws = new WebSocket('ws://localhost:8080')
let looks = 0
const timer = setInterval(() => {
  looks += 1
  const isOpen = ws.readyState === WebSocket.OPEN
  if (isOpen) ws.send(JSON.stringify({ id: 1, text: 'here' }))
  if (isOpen || looks === 20) clearInterval(timer)
}, 50)
