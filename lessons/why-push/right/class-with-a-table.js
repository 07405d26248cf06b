class Clock {
  seen = []

  constructor(url) {
    this.socket = new WebSocket(url)
    this.socket.binaryType = 'arraybuffer'
    this.socket.addEventListener('message', this)
  }

  handleEvent(event) {
    this.seen.push(/"number":(\d+)/.exec(event.data)[1])
    console.log('seen so far:', this.seen.join(', '))
  }
}

new Clock('ws://127.0.0.1:8080')
