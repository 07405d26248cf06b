const ws = new WebSocket('wss://gallery.example/')
ws.binaryType = 'arraybuffer'
const picture = new Uint8ClampedArray(512000)
picture.fill(128)

ws.onopen = () => {
  ws.send('picture')
}

ws.onmessage = (event) => {
  const pixels = new Uint8ClampedArray(event.data)
  picture.set(pixels)
  console.log('top left: ' + picture.slice(0, 4))
}
