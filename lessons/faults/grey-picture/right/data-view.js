const ws = new WebSocket('wss://gallery.example/')
ws.binaryType = 'arraybuffer'

ws.onopen = () => ws.send('picture')

ws.onmessage = (event) => {
  const view = new DataView(event.data)
  const pixel = []
  for (let at = 0; at < 4; at += 1) pixel.push(view.getUint8(at))
  console.log(pixel)
}
