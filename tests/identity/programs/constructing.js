// Scenario: echo.
import { attempt, done, host, say } from '../../conformance/prelude.js'

const url = `ws://${host}/`
const lines = (error) =>
  (error.stack ?? '').split('\n').filter((line) => /:\d+:\d+/.test(line)).length
const refused = (what, ...values) => {
  const tell = (action) => {
    try {
      action()
      say(what, 'is accepted')
    } catch (error) {
      say(what, error, error.name, error.code, error instanceof DOMException, lines(error))
      say('  own', Reflect.ownKeys(error).map(String), 'stack' in error)
      const { lineNumber, fileName, filename } = error
      say(
        '  place',
        typeof lineNumber,
        /sandbox/.test(String(fileName) + String(filename) + error.stack),
      )
    }
  }
  tell(() => new WebSocket(...values))
  tell(() => Reflect.construct(WebSocket, values))
}
refused('nothing')
refused('a bad URL', 'ws://:x')
refused('a fragment', `${url}#top`)
refused('a scheme', 'ftp://example.com/')
refused('a symbol', Symbol('x'))
refused('an object without a text', Object.create(null))
refused('equal protocols', url, ['a', 'a'])
refused('a protocol that is no token', url, 'a b')
refused('a symbol for a protocol', url, Symbol('x'))
refused('a symbol among protocols', url, [Symbol('x')])
refused('an iterator that is none', url, { [Symbol.iterator]: 5 })
refused('an iterator that gives nothing', url, { [Symbol.iterator]: () => 5 })
refused('an iterator without next', url, { [Symbol.iterator]: () => ({}) })
refused('results that are none', url, { [Symbol.iterator]: () => ({ next: () => 5 }) })
attempt('called', () => WebSocket(url))
attempt('called on a socket', () => WebSocket.call(Object.create(WebSocket.prototype), url))

const asked = []
const noting = (name, target) =>
  new Proxy(target, {
    get: (from, key) => {
      asked.push(`${name}.${String(key)}`)
      const value = Reflect.get(from, key, from)
      return typeof value === 'function' ? value.bind(from) : value
    },
  })
const made = new WebSocket(
  noting('url', { toString: () => url }),
  noting('list', ['a', noting('text', { toString: () => 'b' })]),
)
say('asked', asked.splice(0))
say('made', made.url === url, made.readyState)
const thrown = new RangeError('of the program')
for (const values of [
  [
    {
      toString() {
        throw thrown
      },
    },
  ],
  [
    url,
    {
      get [Symbol.iterator]() {
        throw thrown
      },
    },
  ],
  [
    url,
    {
      [Symbol.iterator]() {
        throw thrown
      },
    },
  ],
  [
    url,
    {
      [Symbol.iterator]: () => ({
        next() {
          throw thrown
        },
      }),
    },
  ],
  [
    url,
    [
      {
        toString() {
          throw thrown
        },
      },
    ],
  ],
]) {
  const { stack } = thrown
  try {
    new WebSocket(...values)
  } catch (error) {
    say('thrown by the program', error === thrown, error.stack === stack)
  }
}

class Own extends WebSocket {
  static target
  constructor(...values) {
    super(...values)
    Own.target = new.target
  }
  get url() {
    return `own ${super.url === url}`
  }
}
const own = new Own(url)
say('subclass', own instanceof Own, own instanceof WebSocket, own.constructor === Own, own.url)
say('new.target', Own.target === Own, Object.getPrototypeOf(Own) === WebSocket)
function Old() {}
Old.prototype = Object.create(WebSocket.prototype)
const old = Reflect.construct(WebSocket, [url], Old)
say('as another', old instanceof Old, Object.getPrototypeOf(old) === Old.prototype, old.readyState)
const bound = new (WebSocket.bind(null, url))()
say('bound', bound instanceof WebSocket, bound.url === url)
function Nothing() {}
Nothing.prototype = 5
say(
  'no prototype',
  Object.getPrototypeOf(Reflect.construct(WebSocket, [url], Nothing)) === WebSocket.prototype,
)
attempt('an arrow as another', () => Reflect.construct(WebSocket, [url], Math.max))
say(
  'instance',
  Object.keys(made),
  Reflect.ownKeys(made).map(String),
  String(made),
  made.constructor === WebSocket,
)
attempt('http', () => new WebSocket(`http://${host}/y`).url)
for (const protocols of [undefined, null, 'a', ['a'], [], new Set(['a', 'b']), 5, {}, Math.max]) {
  attempt(`protocols ${typeof protocols}`, () => new WebSocket(url, protocols).readyState)
}
done()
