import { Server } from 'socket.io'

const io = new Server(8080)
// Table 7 is the landlord's own.
const taken = new Set([7])

io.on('connection', (socket) => {
  socket.on('book', (table, answer) => {
    const before = taken.size
    taken.add(table)
    const isNew = taken.size > before
    setTimeout(answer, 100, isNew ? 'yours' : 'taken')
  })
})
