const ws = new WebSocket('wss://gallery.example/')
const picture = new Uint8ClampedArray(512000).fill(128)

ws.onopen = () => {
  ws.send('picture')
}

ws.onmessage = async (event) => {
  const text = await event.data.text()
  const bytes = new TextEncoder().encode(text)
  picture.set(bytes.slice(0, 512000))
  console.log('top left: ' + picture.slice(0, 4))
}
