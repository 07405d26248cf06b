class Chat extends WebSocket {
  constructor(path, parameters = {}) {
    const url = new URL(path, 'https://chat.example')
    for (const [key, value] of Object.entries(parameters)) {
      url.searchParams.set(key, value)
    }
    super(url)
    console.log(this.url)
  }
}

const lobby = new Chat('/chat')
lobby.onopen = () => {
  new Chat('/join', { room: 'general' })
  new Chat('/hello', { name: prompt('And you are?') }).onmessage = (event) => {
    document.title = event.data
  }
}
