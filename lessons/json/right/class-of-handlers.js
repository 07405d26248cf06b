class Chat {
  #ws
  #asked = {}

  constructor(url) {
    this.#ws = new WebSocket(url)
    this.#ws.addEventListener('open', this)
    this.#ws.addEventListener('message', this)
    document.forms[0].addEventListener('submit', this)
  }

  handleEvent(event) {
    this[event.type](event)
  }

  async open() {
    const names = ['Cy', 'Bo', 'Ada']
    const results = await Promise.allSettled(names.map((name) => this.ask(name)))
    results.forEach(({ value, reason }, index) => {
      console.info(`${names[index]}: ${value ?? reason.message}`)
    })
  }

  submit(event) {
    event.preventDefault()
    const text = new FormData(event.target).get('text')
    this.#send({ type: 'say', name: 'Zoe', text })
    event.target.reset()
  }

  message({ data }) {
    if (typeof data !== 'string') return
    let message
    try {
      message = JSON.parse(data)
    } catch {
      console.warn('not JSON', data)
      return
    }
    if (typeof message !== 'object' || message === null) return
    if (message.type === 'answer') this.#asked[message.id]?.(message.text)
    if (message.type !== 'say') return
    if (typeof message.name !== 'string' || typeof message.text !== 'string') return
    const item = document.createElement('li')
    const name = document.createElement('b')
    name.textContent = message.name
    item.append(name, ' ', message.text)
    document.querySelector('ul').append(item)
  }

  ask(name) {
    const id = `q-${Math.random()}`
    this.#send({ name, id, type: 'ask' })
    const answer = new Promise((resolve) => {
      this.#asked[id] = resolve
    })
    const tooLate = new Promise((_, reject) => {
      setTimeout(() => reject(new Error('keine Antwort')), 2000)
    })
    return Promise.race([answer, tooLate])
  }

  #send(message) {
    this.#ws.send(JSON.stringify(message))
  }
}

new Chat('ws://localhost:8080')
