const ask = () => prompt('Who are you?') ?? ''

const url = new URL('wss://chat.example/join#general')
url.search = `room=${url.hash.slice(1)}`
url.hash = ''

class Door {
  constructor(address) {
    this.ws = new WebSocket(address)
    this.ws.addEventListener('message', this)
  }

  handleEvent(event) {
    console.log('the door says', event.data)
  }
}

new Door(url)
new Door(`https://chat.example/?name=${encodeURIComponent(ask())}`)
