const ws = new WebSocket('wss://frames.example/')

ws.onmessage = ({ data }) => {
  if (data.startsWith('{"text"')) {
    const { text, key } = JSON.parse(data)
    ws.send(encode(text, key))
  } else {
    console.log(data)
  }
}

function encode(text) {
  const key = [0x37, 0xfa, 0x21, 0x3d]
  const payload = new TextEncoder().encode(text)
  return Uint8Array.of(
    0x81,
    0x80 | payload.length,
    ...key,
    ...payload.map((byte, i) => byte ^ key[i % 4]),
  )
}
