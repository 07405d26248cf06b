// Scenario: echo.
import { attempt, done, host, messages, next, say } from '../../conformance/prelude.js'

const socket = new WebSocket(`ws://${host}/`)
attempt('early', () => socket.send('x'))
await next(socket, 'open')
socket.binaryType = 'arraybuffer'
say('open', socket.readyState, socket.extensions, socket.protocol, socket.binaryType)

const asked = []
const noting = (name, text) => ({
  get [Symbol.toStringTag]() {
    asked.push(`${name} tag`)
    return 'Note'
  },
  [Symbol.toPrimitive](hint) {
    asked.push(`${name} ${hint}`)
    return text
  },
})
say('nothing in flight', socket.bufferedAmount)
const all = messages(socket, 12)
socket.send('é€')
say('in the same task', socket.bufferedAmount)
socket.send(new Uint8Array([1, 2, 3]))
socket.send(new Uint8Array([1, 2, 3, 4]).subarray(1, 3))
socket.send(new DataView(new ArrayBuffer(4), 1, 2))
socket.send(new ArrayBuffer(2))
socket.send(new Blob(['four']))
say('and after', socket.bufferedAmount)
socket.send(noting('text', 'noted'))
socket.send(5)
socket.send(null)
socket.send(undefined)
socket.send([1, [2, 3]])
socket.send('lone \ud800 surrogate')
say('asked', asked.splice(0))
const changed = new Uint8Array([7])
attempt('no argument', () => socket.send())
attempt('a symbol', () => socket.send(Symbol('x')))
attempt('without a text', () => socket.send(Object.create(null)))
attempt('a detached buffer', () => {
  const { buffer } = changed
  structuredClone(buffer, { transfer: [buffer] })
  return buffer.byteLength
})
attempt('more arguments', () => socket.send.length)
say('received', await all)
say('returned', socket.send('last'))
await next(socket, 'message')

for (const values of [
  [1001],
  [999],
  [5000],
  [NaN],
  [null],
  ['1000x'],
  [1000, 'é'.repeat(62)],
  [1n],
  [Symbol('x')],
  [1000, Symbol('x')],
  [-0],
  [65536],
  [2999.5],
]) {
  attempt(`close ${values.map(String).join(' ')}`, () => socket.close(...values))
}
say('still open', socket.readyState)
const value = noting('code', 3000)
say('closed', socket.close(value, noting('reason', 'because')))
say('asked', asked.splice(0), socket.readyState)
attempt('again', () => socket.close())
attempt('send after it', () => socket.send('lost'))
say('counted', socket.bufferedAmount)
const { code, reason, wasClean } = await next(socket, 'close')
say('close', code, reason, wasClean, socket.readyState, socket.bufferedAmount)
attempt('send', () => socket.send('lost'))
say('counted', socket.bufferedAmount)

for (const values of [
  [],
  [undefined],
  [undefined, undefined],
  [1000],
  [1000, undefined],
  [1000, null],
  [4999, ''],
]) {
  const other = new WebSocket(`ws://${host}/`)
  await next(other, 'open')
  other.close(...values)
  const event = await next(other, 'close')
  say(`close of ${values.length}`, event.code, event.reason, event.wasClean)
}
const early = new WebSocket(`ws://${host}/`)
early.onerror = ({ type }) => say(type, early.readyState)
attempt('close while connecting', () => early.close(4000, 'early'))
say('state', early.readyState)
const failed = await next(early, 'close')
say('failed', failed.code, failed.reason, failed.wasClean)
done()
