class PatientSocket extends WebSocket {
  #early = []

  constructor(url) {
    super(url)
    this.addEventListener('open', this)
    this.addEventListener('close', this)
  }

  send(text) {
    if (this.readyState === WebSocket.CONNECTING) this.#early.push(text)
    else if (this.readyState === WebSocket.OPEN) super.send(text)
    else console.log({ text, status: 'not sent' })
  }

  handleEvent() {
    for (const text of this.#early.splice(0)) this.send(text)
  }
}

const ws = new PatientSocket('wss://echo.websocket.org')
ws.send('first')
setTimeout(() => ws.send('second'), 300)
setTimeout(() => ws.send('third'), 1500)
setTimeout(() => ws.close(), 2000)
setTimeout(() => ws.send('fourth'), 2500)
