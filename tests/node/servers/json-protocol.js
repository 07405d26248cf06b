import { WebSocketServer } from 'ws'
const handlers = {
  add: ({ a, b }) => a + b,
  time: () => typeof Date.now(),
  fail: () => {
    throw new RangeError('too much')
  },
}
const wss = new WebSocketServer({ port: 8080 })
wss.on('connection', (ws) => {
  ws.on('message', (raw) => {
    let id = null
    try {
      const { id: given, method, params = {} } = JSON.parse(raw.toString())
      id = given
      if (!(method in handlers)) throw new Error(`Method not found: ${method}`)
      ws.send(JSON.stringify({ jsonrpc: '2.0', id, result: handlers[method](params) }))
    } catch (error) {
      ws.send(JSON.stringify({ id, error: { name: error.name, message: error.message } }))
      console.warn('%s (%o)', error.message, { id })
    }
  })
})
