const ws = new WebSocket('ws://localhost:8080')
ws.onopen = () => ws.send(JSON.stringify({ hello: 'Zoe' }))
ws.onmessage = ({ data }) => {
  const { welcome } = JSON.parse(data)
  if (welcome !== undefined) ws.send(JSON.stringify({ save: 'draft' }))
}
