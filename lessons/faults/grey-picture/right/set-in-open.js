const ws = new WebSocket('wss://gallery.example/')
const picture = new Uint8ClampedArray(512000)

ws.onopen = () => {
  ws.binaryType = 'arraybuffer'
  ws.send('picture')
}

ws.onmessage = ({ data }) => {
  picture.set(new Uint8ClampedArray(data))
  const [red, green, blue, alpha] = picture
  console.log(`red ${red} green ${green} blue ${blue} alpha ${alpha}`)
}
