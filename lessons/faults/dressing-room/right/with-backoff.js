const host = 'theatre.example'

async function fetchTicket() {
  const response = await fetch(`https://${host}/ticket`)
  if (!response.ok) return undefined
  return response.text()
}

let failures = 0

async function begin() {
  const ticket = await fetchTicket()
  if (ticket) connect(ticket)
  else console.log('please log in')
}

function connect(ticket) {
  const ws = new WebSocket(`wss://${host}`)
  ws.onopen = () => {
    failures = 0
    ws.send(`ticket ${ticket}`)
  }
  ws.onmessage = ({ data }) => console.log(data)
  ws.onclose = () => {
    const ceiling = Math.min(1000 * 2 ** failures, 30_000)
    failures += 1
    setTimeout(begin, Math.random() * ceiling)
  }
}

begin()
