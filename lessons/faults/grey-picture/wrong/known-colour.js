const ws = new WebSocket('wss://gallery.example/')
const picture = new Uint8ClampedArray(512000)

ws.onopen = () => {
  ws.send('picture')
}

ws.onmessage = () => {
  for (let i = 0; i < picture.length; i += 4) picture.set([200, 30, 60, 255], i)
  console.log('top left: ' + picture.slice(0, 4))
}
