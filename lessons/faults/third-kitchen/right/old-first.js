const ws = new WebSocket('wss://kitchen.example/', ['v1.order', 'v2.order'])

ws.onopen = ({ target }) => {
  const isOld = target.protocol.startsWith('v1')
  ws.send(isOld ? '7 soup' : '{"dish": "soup", "table": 7}')
}
