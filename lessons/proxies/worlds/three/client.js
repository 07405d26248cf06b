for (let i = 0; i < 3; i += 1) {
  new WebSocket('ws://localhost/chat')
}
