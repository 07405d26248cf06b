const host = 'theatre.example'

async function fetchTicket() {
  const response = await fetch(`https://${host}/ticket`)
  if (!response.ok) return undefined
  return response.text()
}

function visit(ticket) {
  return new Promise((resolve) => {
    const ws = new WebSocket(`wss://${host}`)
    ws.onopen = () => ws.send(`ticket ${ticket}`)
    ws.onmessage = ({ data }) => console.log(data)
    ws.onclose = resolve
  })
}

for (;;) {
  const ticket = await fetchTicket()
  if (!ticket) break
  await visit(ticket)
  await new Promise((resolve) => setTimeout(resolve, 500))
}
console.log('please log in')
