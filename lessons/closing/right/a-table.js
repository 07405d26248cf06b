const text = new Map([
  [1006, 'lost: reconnect!'],
  [4001, 'Please log in again'],
])

class Watch {
  constructor(path) {
    this.socket = new WebSocket(`wss://echo.websocket.org/${path}`)
    this.socket.addEventListener('close', this)
    this.socket.addEventListener('message', this)
  }

  handleEvent(event) {
    if (event.type === 'message') return this.socket.url.endsWith('stay') && this.leave()
    const { code, reason } = event
    console.log(text.get(code) ?? `${code} ${reason}`)
  }

  leave() {
    this.socket.close(1000, '再见')
  }
}

for (const path of ['drop', 'expire', 'stay']) new Watch(path)
