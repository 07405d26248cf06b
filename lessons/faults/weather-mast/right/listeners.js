const ws = new WebSocket('wss://mast.example', ['graphql-transport-ws'])

const answers = {
  connection_ack: () => ({
    id: 'wind',
    type: 'subscribe',
    payload: { query: 'subscription { wind }' },
  }),
  ping: () => ({ type: 'pong' }),
  next: ({ payload }) => {
    console.log('wind', payload.data.wind)
  },
}

ws.addEventListener('open', () => {
  ws.send('{"type":"connection_init"}')
})
ws.addEventListener('message', (event) => {
  const message = JSON.parse(event.data)
  const answer = answers[message.type]?.(message)
  if (answer) ws.send(JSON.stringify(answer))
})
