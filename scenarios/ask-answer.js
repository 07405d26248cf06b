// A small chat. {"type":"say","name":"Zoe","text":"Hello"} is told to everyone.
//
// It also knows when somebody was last here: {"type":"ask","id":1,"name":"Ada"} is answered by
// {"type":"answer","id":1,"text":"7 minutes ago"}. Answers take their time, so they come in another
// order than the questions; a question about somebody it does not know gets none.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const delays = new Map([
  ['Ada', 900],
  ['Bo', 300],
])

server.on('connection', (socket) => {
  const reply = (message) => socket.send(JSON.stringify(message))
  reply({ type: 'say', name: 'Ada', text: 'Hi!' })

  socket.on('message', (data) => {
    const { type, id, name, text } = read(data)
    if (type === 'say') tellAll({ type: 'say', name, text })
    else if (type === 'ask') answer(reply, id, name)
    else reply({ type: 'error', text: `What is ${data}?` })
  })
})

function read(data) {
  try {
    return JSON.parse(data) ?? {}
  } catch {
    return {}
  }
}

function tellAll(message) {
  for (const client of server.clients) client.send(JSON.stringify(message))
}

function answer(reply, id, name) {
  const minutes = Math.ceil(Math.random() * 50)
  const delay = delays.get(name)
  if (delay === undefined) return
  setTimeout(reply, delay, { type: 'answer', id, text: `${minutes} minutes ago` })
}
