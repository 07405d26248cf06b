const host = 'theatre.example'

async function fetchTicket() {
  const response = await fetch(`https://${host}/ticket`)
  if (!response.ok) return undefined
  return response.text()
}

class Screen {
  async open() {
    const ticket = await fetchTicket()
    if (!ticket) {
      console.log('please log in')
      return
    }
    this.ws = new WebSocket(`wss://${host}`)
    this.ws.addEventListener('open', () => {
      this.ws.send(`ticket ${ticket}`)
    })
    this.ws.addEventListener('message', (event) => {
      console.log(event.data)
    })
    this.ws.addEventListener('close', () => {
      setTimeout(() => this.open(), 700)
    })
  }
}

new Screen().open()
