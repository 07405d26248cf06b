class Connection {
  #timer = setTimeout(() => this.#giveUp(), 2000)
  #settled = false

  constructor(url) {
    this.ws = new WebSocket(url)
    for (const type of ['open', 'message', 'error', 'close']) {
      this.ws.addEventListener(type, this)
    }
    this.ws.onclose = ({ reason }) => console.log(`(${reason})`)
    this.opened = new Promise((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
    })
  }

  #giveUp() {
    if (!this.#settled) this.ws.close()
  }

  handleEvent(event) {
    switch (event.type) {
      case 'open':
        this.#settled = true
        clearTimeout(this.#timer)
        this.resolve()
        break
      case 'message':
        this.ws.close(3001, event.data)
        break
      case 'error':
        this.#settled = true
        this.reject(new Error('no connection'))
        break
      case 'close':
        console.log('code', event.code)
        this.reject(new Error('no connection'))
    }
  }
}

const connection = new Connection('ws://localhost:8080')
await connection.opened.then(
  () => {
    console.log('Open!')
    connection.ws.send('good day')
  },
  (error) => console.log('Failed:', error.message),
)
