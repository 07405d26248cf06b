// Another site, which orders at other people's expense.
const ws = new WebSocket('ws://bakery.example/orders')

ws.onopen = () => ws.send('ten cakes')
ws.onclose = ({ code }) => {
  console.log(`no cakes: ${code}`)
}
