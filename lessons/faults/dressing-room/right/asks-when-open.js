const host = 'theatre.example'

async function fetchTicket() {
  const response = await fetch(`https://${host}/ticket`)
  if (!response.ok) return undefined
  return response.text()
}

function connect() {
  const ws = new WebSocket(`wss://${host}`)
  let isOut = false

  ws.onopen = async () => {
    const ticket = await fetchTicket()
    if (ticket) {
      ws.send(`ticket ${ticket}`)
    } else {
      isOut = true
      console.log('please log in')
      ws.close()
    }
  }
  ws.onmessage = ({ data }) => console.log(data)
  ws.onclose = () => {
    if (!isOut) setTimeout(connect, 1000)
  }
}

connect()
