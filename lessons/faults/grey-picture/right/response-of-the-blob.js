const ws = new WebSocket('wss://gallery.example/')

async function pixelsOf(blob) {
  const response = new Response(blob)
  return new Uint8ClampedArray(await response.arrayBuffer())
}

ws.onopen = () => ws.send('picture')

ws.onmessage = (event) => {
  pixelsOf(event.data).then((pixels) => {
    console.log('top left: ' + pixels.slice(0, 4))
  })
}
