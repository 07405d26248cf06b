const address = 'wss://kitchen.example/'
const versions = ['v2.order', 'v1.order']
const ws = new WebSocket(address, versions)

function order(table, dish) {
  if (versions[0] === 'v2.order') ws.send(JSON.stringify({ table, dish }))
  else ws.send(table + ' ' + dish)
}

ws.onopen = () => order(7, 'soup')
