const ws = new WebSocket('wss://door.example/')
const lamp = (colour) => console.log('lamp', colour)

ws.addEventListener('open', () => lamp('green'), { once: true })
ws.addEventListener(
  'close',
  ({ code, reason }) => {
    lamp('red')
    console.log(`closed: ${code} ${reason}`)
  },
  { once: true },
)
