class Lamp {
  constructor(socket) {
    for (const type of ['open', 'close']) socket.addEventListener(type, this)
  }

  handleEvent({ type }) {
    console.log(type === 'open' ? 'lamp green' : 'lamp red')
  }
}

new Lamp(new WebSocket('wss://door.example/'))
