const ws = new WebSocket('ws://localhost')
ws.onclose = ({ code }) => {
  const time = Math.round(performance.now() / 1000)
  console.log(`${code} after ${time} s`)
}
setTimeout(() => ws.send('Tea?'), 2000)
setTimeout(() => console.log('still in'), 80_000)
