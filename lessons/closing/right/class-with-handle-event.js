class Line {
  constructor(path) {
    this.path = path
    this.connect()
  }

  connect() {
    this.ws = new WebSocket(`wss://chat.example${this.path}`)
    for (const type of ['message', 'close']) {
      this.ws.addEventListener(type, this)
    }
  }

  handleEvent(event) {
    if (event.type === 'message') {
      if (this.path === '/stay') this.ws.close(1000, '再见')
    } else if (!event.wasClean) {
      setTimeout(() => this.connect(), 1500)
    }
  }
}

for (const path of ['/expire', '/drop', '/stay']) new Line(path)
