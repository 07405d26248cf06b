import { Server } from 'socket.io'

const io = new Server(8080)
// Table 7 is the landlord's own.
const taken = new Set([7])

io.on('connection', (socket) => {
  socket.on('book', (table, answer) => {
    if (taken.has(table)) {
      socket.emit('taken', table)
      answer('taken')
      return
    }
    taken.add(table)
    answer('yours')
  })
})
