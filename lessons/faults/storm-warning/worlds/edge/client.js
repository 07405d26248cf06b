// Warnings of 126 and of 127 bytes.
for (const length of [98, 99]) {
  const ws = new WebSocket('wss://harbour.example/' + 'a'.repeat(length))
  ws.onmessage = ({ data }) => console.log(data.length)
}
