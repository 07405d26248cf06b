class Caller {
  #socket = new WebSocket('wss://echo.websocket.org')

  constructor(...words) {
    this.words = words
    this.#socket.addEventListener('open', this)
    this.#socket.addEventListener('message', this)
    this.#socket.addEventListener('close', this)
  }

  handleEvent({ type, data, reason }) {
    if (type === 'open') {
      for (const word of this.words) this.#socket.send(word)
    } else if (type === 'message') {
      this.words.shift()
      if (this.words.length === 0) {
        this.#socket.close(1000, data)
      }
    } else {
      console.log(type, reason)
    }
  }
}

new Caller('one', 'two', 'three')
