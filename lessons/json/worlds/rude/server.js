// Sends what a client should not trust, one thing after the other.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const say = (name, text) => JSON.stringify({ type: 'say', name, text })

const things = [
  say('Ada', 'Hi!'),
  'Restart at noon.',
  '{"type":"say","name":"Bo","text":"I break o',
  Buffer.from([0x7b, 0xff, 0x00, 0x7d]),
  'null',
  '"say"',
  '{"name":"Bo","text":"I have no type"}',
  '{"type":"wave","name":"Bo","text":"I am no chat"}',
  '{"type":"say","name":"Bo"}',
  say('Eve', '<img src=x onerror="alert(\'Eve was here\')">'),
  say('<i>Mal</i>', 'Tea &amp; <b>cake</b>?'),
  say('Ada', 'Still here?'),
]

server.on('connection', (socket) => {
  things.forEach((thing, index) => {
    setTimeout(() => socket.send(thing), 200 * index)
  })
})
