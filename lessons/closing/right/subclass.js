class Chat extends WebSocket {
  constructor(path) {
    super('wss://chat.example' + path)
    this.path = path
    this.addEventListener('close', (e) => this.ended(e))
  }
  ended({ code }) {
    switch (code) {
      case 1000:
      case 1005:
        return console.log('bye')
      case 4001:
        return console.log('login')
      default:
        setTimeout(() => new Chat(this.path), 1200)
    }
  }
}
const stay = new Chat('/stay')
new Chat('/drop')
new Chat('/expire')
stay.addEventListener('message', () => stay.close(1000, 'Done, thanks ☕'))
