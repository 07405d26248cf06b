// The page at http://bakery.example.
const ws = new WebSocket('ws://bakery.example/orders')

ws.onopen = () => ws.send('two rolls, please')
ws.onmessage = ({ data }) => console.log(data)
ws.onclose = ({ code }) => {
  console.log(`the bakery is closed: ${code}`)
}
