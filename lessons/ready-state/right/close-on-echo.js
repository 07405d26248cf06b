class Chat extends EventTarget {
  constructor() {
    super()
    this.ws = new WebSocket('wss://echo.websocket.org')
    this.log()
    this.ws.onopen = () => this.log()
    this.ws.onmessage = () => this.leave()
    this.ws.onclose = () => this.log()
  }
  log() {
    console.log(`现在是 ${this.ws.readyState}`)
  }
  leave() {
    this.ws.close(3000, '再见')
    this.log()
  }
  send(text) {
    if (this.ws.readyState !== WebSocket.OPEN) return false
    this.ws.send(text)
    return true
  }
}
const chat = new Chat()
document.querySelector('button').onclick = () =>
  console.log(chat.send('Hi') ? '发出去了' : '没有发')
