const ws = new WebSocket('wss://house.example/')

function measure() {
  return new Promise((resolve) => {
    setTimeout(() => resolve(12), 50)
  })
}

await new Promise((resolve) => (ws.onopen = resolve))
const rooms = { attic: 19, hall: 21, cellar: measure() }
await Promise.all(
  Object.entries(rooms).map(async ([room, degrees]) => ws.send(`${room} ${await degrees}`)),
)
ws.close(1000, 'all sent')
