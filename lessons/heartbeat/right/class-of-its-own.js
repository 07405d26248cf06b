class Chat {
  #ws
  #timers = new Set()
  #me = { name: 'Zoe', id: 7 }

  constructor(url) {
    this.url = url
    this.connect()
  }

  connect() {
    const ws = new WebSocket(this.url, ['v2.chat'])
    this.#ws = ws
    ws.addEventListener('open', () => this.beat(ws))
    ws.addEventListener('message', (event) => this.receive(event))
    ws.addEventListener('close', () => {
      if (ws === this.#ws) this.rest()
    })
  }

  rest() {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
  }

  later(wait, then) {
    this.#timers.add(setTimeout(then, wait))
  }

  beat(ws) {
    this.later(20_000, () => {
      ws.send(JSON.stringify({ type: 'ping', at: Date.now() }))
      this.later(10_000, () => {
        this.rest()
        ws.close(4000)
        this.connect()
      })
    })
  }

  receive({ data }) {
    let message
    try {
      message = JSON.parse(data)
    } catch {
      return
    }
    if (message?.type === 'pong') {
      this.rest()
      this.beat(this.#ws)
    }
    if (message?.type === 'say') this.show(message)
  }

  show({ from, text }) {
    if (!from?.name || !text) return
    const item = document.createElement('li')
    item.append(from.name, ': ', text)
    document.querySelector('ul').append(item)
  }

  say(text) {
    const message = { type: 'say', from: this.#me, text }
    this.#ws.send(JSON.stringify(message))
  }
}

const chat = new Chat('ws://localhost:8080')
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault()
  const { text } = event.target.elements
  chat.say(text.value)
  event.target.reset()
})
