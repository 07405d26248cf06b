const ws = new WebSocket('wss://gallery.example/')

ws.onopen = () => {
  ws.send('picture')
}

ws.onmessage = async (event) => {
  const first = await event.data.slice(0, 4).arrayBuffer()
  console.log('top left: ' + new Uint8Array(first))
}
