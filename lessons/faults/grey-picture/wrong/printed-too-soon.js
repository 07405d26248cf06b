const ws = new WebSocket('wss://gallery.example/')
const picture = new Uint8ClampedArray(512000).fill(128)

ws.onopen = () => {
  ws.send('picture')
}

ws.onmessage = (event) => {
  event.data.arrayBuffer().then((buffer) => {
    picture.set(new Uint8ClampedArray(buffer))
  })
  console.log('top left: ' + picture.slice(0, 4))
}
