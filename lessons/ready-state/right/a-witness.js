class Witness {
  static names = ['正在连接', '已打开', '正在关闭', '已关闭']

  constructor(socket) {
    this.socket = socket
    for (const type of ['open', 'close']) socket.addEventListener(type, this)
  }

  tell() {
    const { readyState } = this.socket
    console.log(`state_${readyState}`, Witness.names[readyState])
  }

  handleEvent({ type }) {
    this.tell()
    if (type !== 'open') return
    this.socket.close()
    this.tell()
  }
}

new Witness(new WebSocket('wss://echo.websocket.org')).tell()
