class Witness {
  #socket

  constructor(socket) {
    this.#socket = socket
    for (const type of ['open', 'close']) {
      socket.addEventListener(type, this)
    }
    document.body.addEventListener('click', this)
    this.tell()
  }

  get isOpen() {
    return this.#socket.readyState === WebSocket.OPEN
  }

  tell() {
    console.log(`state_${this.#socket.readyState}`)
  }

  handleEvent({ type }) {
    if (type === 'click') {
      if (this.isOpen) this.#socket.send('Hi')
      return
    }
    this.tell()
    if (type === 'open') setTimeout(() => this.leave(), 900)
  }

  leave() {
    this.#socket.close()
    this.tell()
  }
}

new Witness(new WebSocket('wss://echo.websocket.org'))
