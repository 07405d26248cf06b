class Stream {
  constructor(url) {
    this.socket = new WebSocket(url)
    for (const type of ['open', 'error', 'close']) {
      this.socket.addEventListener(type, this)
    }
  }

  handleEvent(event) {
    console.log(this.socket.url, event.type)
  }
}

const animals = ['lions', 'bears', 'owls', 'seals']
for (const animal of animals) {
  new Stream(`wss://zoo.example/live/${animal}`)
}
