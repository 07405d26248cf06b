import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const words = ['Once ', 'upon ', 'a ', 'time.']

class Child {
  #rings = 0
  #index = 0

  constructor(socket) {
    this.socket = socket
    socket.on('message', () => {
      this.#rings += 1
      if (this.#index > words.length) this.#answer()
    })
    this.timer = setInterval(() => this.#next(), 300)
  }

  #next() {
    const isLast = this.#index === words.length
    this.socket.send(isLast ? '' : words[this.#index], { fin: isLast })
    this.#index += 1
    if (!isLast) return
    clearInterval(this.timer)
    this.#answer()
  }

  #answer() {
    for (; this.#rings > 0; this.#rings -= 1) this.socket.send('ding dong')
  }
}

server.on('connection', (socket) => new Child(socket))
