class Chat {
  #ws

  constructor(url, ...names) {
    this.#ws = new WebSocket(url, names)
    this.#ws.onmessage = ({ data }) => this.#read(JSON.parse(data))
  }

  get opened() {
    const { promise, resolve, reject } = Promise.withResolvers()
    this.#ws.onopen = resolve
    this.#ws.onerror = reject
    return promise
  }

  say(text) {
    const isNew = this.#ws.protocol.startsWith('v2')
    const message = { type: 'say', text }
    if (isNew) message.from = { name: 'Zoe', id: 7 }
    else message.name = 'Zoe'
    this.#ws.send(JSON.stringify(message))
  }

  #read({ type, from, name, text }) {
    if (type !== 'say') return
    const line = document.createElement('li')
    line.append(document.createElement('b'), ` ${text}`)
    line.firstChild.textContent = from ? from.name : name
    document.querySelector('ul').append(line)
  }
}

const chat = new Chat('ws://localhost:8080', 'v2.chat', 'v1.chat')
await chat.opened
document.querySelector('form').onsubmit = (event) => {
  event.preventDefault()
  chat.say(event.target.elements.text.value)
}
