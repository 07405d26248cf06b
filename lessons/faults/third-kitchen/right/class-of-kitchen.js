class Kitchen {
  #socket

  constructor(address) {
    this.#socket = new WebSocket(address, ['v2.order', 'v1.order'])
    this.#socket.onmessage = (event) => console.log(event.data)
  }

  opened() {
    return new Promise((resolve, reject) => {
      this.#socket.onopen = resolve
      this.#socket.onerror = reject
    })
  }

  order(table, dish) {
    switch (this.#socket.protocol) {
      case 'v2.order':
        return this.#socket.send(JSON.stringify({ table, dish }))
      case 'v1.order':
        return this.#socket.send([table, dish].join(' '))
    }
  }
}

const kitchen = new Kitchen('wss://kitchen.example/')
await kitchen.opened()
kitchen.order(7, 'soup')
