import { io } from 'socket.io-client'

async function visit(guest) {
  const socket = io('wss://inn.example', {
    transports: ['websocket'],
  })
  for (const table of [4, 7, 9]) {
    const answer = await socket.emitWithAck('book', table)
    console.log(`${guest}, table ${table}: ${answer}`)
  }
}

visit('Ada')
visit('Bo')
