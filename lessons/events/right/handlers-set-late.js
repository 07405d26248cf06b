const ws = new WebSocket('ws://localhost:8080')
const closed = []
closed.push((event) => console.log('code', event.code))
closed.push((event) => console.log('reason', event.reason || 'none'))

let state = 'waiting'
ws.onopen = () => {
  state = 'open'
  console.log(state)
  for (const run of closed) ws.addEventListener('close', run)
  setTimeout(() => ws.send('late'), 300)
  ws.onmessage = () => setTimeout(() => ws.close(), 300)
}
ws.onerror = () => {
  if (state === 'waiting') console.log('failed')
  state = 'failed'
}
const check = setInterval(() => {
  if (state !== 'waiting') clearInterval(check)
  else if (performance.now() >= 2000) ws.close()
}, 100)
