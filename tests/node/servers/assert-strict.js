const assert = require('assert/strict')
const { WebSocketServer } = require('ws')
const attempt = (name, run) => {
  try {
    run()
    console.log(name, 'passed')
  } catch (error) {
    console.log(name, error.name, error.code, error.message.split('\n')[0], error.constructor.name)
  }
}
attempt('ok', () => assert(true))
attempt('equal', () => assert.equal(1, 2))
attempt('deep', () => assert.deepEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }))
attempt('deep not', () => assert.deepStrictEqual([1, 2], [1, 3]))
attempt('throws', () => assert.throws(() => { throw new TypeError('bad') }, TypeError))
attempt('message', () => assert.strictEqual('a', 'b', 'a is not b'))
attempt('match', () => assert.match('abc', /x/))
const wss = new WebSocketServer({ port: 8080 })
wss.on('connection', (ws) => ws.on('message', (data) => {
  assert.ok(data.length < 3, 'too long')
  ws.send('short')
}))
