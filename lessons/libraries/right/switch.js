import { io } from 'socket.io-client'

const params = new URLSearchParams({
  transport: 'websocket',
  EIO: '4',
})
const ws = new WebSocket(`ws://localhost:8080/socket.io/?${params}`)

ws.addEventListener('message', (event) => {
  const [, kind, rest] = /^(4\d|\d)(.*)$/s.exec(event.data)
  switch (kind) {
    case '0':
      return ws.send('40')
    case '2':
      return ws.send('3')
    case '40':
      return ws.send(`42${JSON.stringify(['chat', 'Hello'])}`)
    case '42':
      return console.log(JSON.parse(rest)[1])
  }
})

const bo = io('http://localhost:8080')
bo.emit('chat', 'Tea?', (answer) => console.log(answer))
bo.on('chat', console.log)
