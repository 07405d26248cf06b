class Board {
  constructor(address) {
    this.socket = new WebSocket(address)
    this.opened = new Promise((resolve) => {
      this.socket.onopen = resolve
    })
  }

  async say(text) {
    await this.opened
    this.socket.send(text)
  }
}

const board = new Board('wss://board.example/')
setTimeout(() => board.say('here is gate 4'), 250)
