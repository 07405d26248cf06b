const url = 'ws://localhost/chat'
const sockets = []
for (let i = 0; i < 6; i += 1) {
  sockets.push(new WebSocket(url))
}

setTimeout(() => {
  for (const ws of sockets) ws.send('Hello!')
}, 2000)
setTimeout(() => sockets[0].close(1000), 2500)
setTimeout(() => sockets[2].close(4001), 2500)
