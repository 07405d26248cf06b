const ws = new WebSocket('wss://cold.example/')

function bytesOf(tenths) {
  const whole = tenths < 0 ? tenths + 65536 : tenths
  return new Uint8Array([Math.floor(whole / 256), whole % 256])
}

ws.onmessage = async (event) => {
  const tenths = Math.round(Number(event.data) * 10)
  console.log('set to ' + tenths / 10)
  await null
  ws.send(bytesOf(tenths).buffer)
}
