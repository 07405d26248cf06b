// Scenario: echo.
import { attempt, done, host, say } from '../prelude.js'

const url = `ws://${host}/`
const tryOut = (what, ...args) =>
  attempt(what, () => {
    const socket = new WebSocket(...args)
    socket.close()
    return socket.url
  })

tryOut('nothing')
tryOut('undefined', undefined)
tryOut('null', null)
tryOut('a number', 42)
tryOut('a symbol', Symbol('url'))
tryOut('an object', { toString: () => url })
tryOut('an object with valueOf', { toString: () => url, valueOf: () => 'other' })
tryOut('a URL', new URL(url))
tryOut('an empty array', [])
tryOut('an array', [url])
tryOut('a bigint', 10n)
tryOut('an object that throws', {
  toString() {
    throw new RangeError('no text')
  },
})
tryOut('an object without text', Object.create(null))
tryOut('protocols undefined', url, undefined)
tryOut('protocols null', url, null)
tryOut('protocols a number', url, 7)
tryOut('protocols true', url, true)
tryOut('protocols a symbol', url, Symbol('chat'))
tryOut('protocols an object', url, {})
tryOut('protocols a set', url, new Set(['a', 'b']))
tryOut('protocols a String object', url, new String('ab'))
tryOut('protocols with a number', url, [1, 2])
tryOut('protocols with null', url, [null])
tryOut('protocols with a symbol', url, [Symbol('x')])
tryOut('protocols a function', url, Math.max)
tryOut('protocols not iterable', url, { [Symbol.iterator]: 1 })
tryOut('protocols with an iterator of null', url, { [Symbol.iterator]: null, toString: () => 'x' })
tryOut('protocols with an iterator that throws', url, {
  [Symbol.iterator]() {
    throw new RangeError('no list')
  },
})
tryOut('a third argument', url, [], { headers: {} })

const order = []
const noisy = (name, text) => ({
  toString() {
    order.push(name)
    return text
  },
})
tryOut('order', noisy('url', 'nonsense:'), [noisy('first', '('), noisy('second', 'b')])
say('order', order)
done()
