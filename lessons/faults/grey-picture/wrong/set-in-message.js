const ws = new WebSocket('wss://gallery.example/')
const picture = new Uint8ClampedArray(512000).fill(128)

ws.onopen = () => {
  ws.send('picture')
}

ws.onmessage = (event) => {
  ws.binaryType = 'arraybuffer'
  picture.set(new Uint8ClampedArray(event.data))
  console.log('top left: ' + picture.slice(0, 4))
}
