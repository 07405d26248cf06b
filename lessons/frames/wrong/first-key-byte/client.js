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
  const payload = new TextEncoder().encode(text)
  return Uint8Array.of(
    0x81,
    0x80 | payload.length,
    ...key,
    ...payload.map((byte, i) => byte ^ key[0]),
  )
}
