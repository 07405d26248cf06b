const ws = new WebSocket('wss://gallery.example/')
ws.binaryType = 'arraybuffer'

ws.onopen = () => {
  ws.send('picture')
}

ws.onmessage = (event) => {
  const pixels = new Uint8ClampedArray(event.data)
  console.log('top left: ' + pixels.slice(0, 4))
  ws.close()
}
