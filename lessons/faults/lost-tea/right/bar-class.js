class Bar {
  #orders = []
  #socket

  constructor(address) {
    this.address = address
    this.#connect()
  }

  #connect() {
    this.#socket = new WebSocket(this.address)
    this.#socket.addEventListener('open', () => this.#flush())
    this.#socket.addEventListener('message', ({ data }) => console.log(data))
    this.#socket.addEventListener('close', () => this.#connect())
  }

  #flush() {
    if (this.#socket.readyState !== WebSocket.OPEN) return
    for (const drink of this.#orders.splice(0)) this.#socket.send(drink)
  }

  order(drink) {
    this.#orders.push(drink)
    this.#flush()
  }
}

const bar = new Bar('wss://bar.example/')
setTimeout(() => bar.order('tea'), 340)
