// Warnings of 65,535 and of 65,536 bytes.
const areas = 'a,'.repeat(2100)

for (const length of [2507, 2508]) {
  const ws = new WebSocket('wss://harbour.example/' + areas + 'b'.repeat(length))
  ws.onmessage = ({ data }) => console.log(data.length)
}
