// The page at http://www.bakery.example.
const ws = new WebSocket('ws://www.bakery.example/orders')

ws.onopen = () => ws.send('two rolls, please')
ws.onmessage = ({ data }) => console.log(data)
ws.onclose = ({ code }) => {
  console.log(`the bakery is closed: ${code}`)
}
