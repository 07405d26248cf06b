const ws = new WebSocket('wss://gallery.example/')

ws.onopen = () => ws.send('picture')

ws.onmessage = (event) => {
  const reader = new FileReader()
  reader.onload = () => {
    const pixels = new Uint8Array(reader.result)
    console.log('top left: ' + pixels.subarray(0, 4).join(' '))
  }
  reader.readAsArrayBuffer(event.data)
}
