const post = (path) => fetch(`https://chat.example/${path}`, { method: 'POST' })
const newTicket = () => post('ticket').then((response) => response.json())

class Chat extends EventTarget {
  constructor(url) {
    super()
    this.ws = new WebSocket(url)
    this.ws.addEventListener('open', () => this.show())
    this.ws.addEventListener('message', (event) => {
      const message = JSON.parse(event.data)
      const { type, expiresIn = 0 } = message
      console.log(message.name ?? message.text)
      if (type !== 'welcome' || expiresIn === 0) return
      clearTimeout(this.timer)
      const wait = Math.max(expiresIn - 1500, 1000)
      this.timer = setTimeout(() => this.show(), wait)
    })
    this.ws.addEventListener('close', () => {
      clearTimeout(this.timer)
    })
  }

  async show() {
    const { ticket } = await newTicket()
    this.ws.send(JSON.stringify({ ticket, type: 'auth' }))
  }
}

await post('login/Ada')
new Chat('wss://chat.example/')
