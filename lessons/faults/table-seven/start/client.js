import { io } from 'socket.io-client'

const socket = io('wss://inn.example', {
  transports: ['websocket'],
})

// One table after the other, as each is answered.
for (const table of [4, 7, 9]) {
  const answer = await socket.emitWithAck('book', table)
  console.log(`table ${table}: ${answer}`)
}

console.log('all asked')
