class Board {
  constructor(address) {
    this.socket = new WebSocket(address)
    this.socket.addEventListener('message', this)
  }

  handleEvent(event) {
    let score
    try {
      score = JSON.parse(event.data)
    } catch {
      score = undefined
    }
    if (score && score.home != null && score.away != null) this.show(score)
    this.socket.send('next')
  }

  show({ home, away }) {
    console.log('home ' + home + ', away ' + away)
  }
}

new Board('wss://stadium.example/')
