const host = 'theatre.example'

async function fetchTicket() {
  const response = await fetch(`https://${host}/ticket`)
  if (!response.ok) return undefined
  return response.text()
}

async function begin(reserve) {
  const ticket = reserve ?? (await fetchTicket())
  if (ticket) connect(ticket)
  else console.log('please log in')
}

async function connect(ticket) {
  const ws = new WebSocket(`wss://${host}`)
  ws.onopen = () => ws.send(`ticket ${ticket}`)
  ws.onmessage = ({ data }) => console.log(data)
  const next = await fetchTicket()
  ws.onclose = () => setTimeout(begin, 1000, next)
}

begin()
