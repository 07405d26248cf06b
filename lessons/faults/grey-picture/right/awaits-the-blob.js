const ws = new WebSocket('wss://gallery.example/')
const picture = new Uint8ClampedArray(512000).fill(128)

ws.addEventListener('open', () => ws.send('picture'))

ws.addEventListener('message', async ({ data }) => {
  picture.set(new Uint8ClampedArray(await data.arrayBuffer()))
  console.log(...picture.slice(0, 4))
})
