// GraphQL over WebSocket, spoken by hand.
const names = ['graphql-ws', 'graphql-transport-ws']
const ws = new WebSocket('wss://mast.example', names)

function tell(message) {
  ws.send(JSON.stringify(message))
}

ws.onopen = () => tell({ type: 'connection_init' })

ws.onmessage = ({ data }) => {
  const { type, payload } = JSON.parse(data)
  if (type === 'connection_ack') {
    const query = 'subscription { wind }'
    tell({ id: '1', type: 'subscribe', payload: { query } })
  } else if (type === 'next') {
    console.log(`wind ${payload.data.wind}`)
  }
}

ws.onclose = ({ code }) => {
  console.log(`no wind: ${code}`)
}
