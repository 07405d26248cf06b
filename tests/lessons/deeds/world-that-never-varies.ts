/** 2. A world that never varies: what is known beforehand can be written down instead of found out. */
import { deedKind } from './deed.ts'

const server = (cases: string) => `import { WebSocketServer } from 'ws'
const server = new WebSocketServer({ port: 8080 })
server.on('connection', (socket, request) => {
  switch (request.url) {
    ${cases}
  }
})
`
const drops = (path: string) => `case '${path}': setTimeout(() => socket.terminate(), 500); break`
const expires = (path: string) =>
  `case '${path}': setTimeout(() => socket.close(4001, 'session expired'), 1000); break`

const printed = (word: string[]) => ({ event: 'consoleMessage', side: 'client', text: { word } })
const closed = (code: unknown) => ({ event: 'eventFired', eventType: 'close', code })
const reconnect = printed(['reconnect', '重连'])
const login = printed(['log in', '登录'])

export default deedKind({
  slug: 'world-that-never-varies',
  start: {
    'client.js': "new WebSocket('wss://a/drop')\nnew WebSocket('wss://a/expire')\n",
    'server.js': server(`${drops('/drop')}\n${expires('/expire')}`),
  },
  worlds: {
    swapped: { files: { 'server.js': server(`${drops('/expire')}\n${expires('/drop')}`) } },
    polite: { files: { 'server.js': server(expires('/drop')) } },
  },
  tasks: [
    {
      id: 'tell-apart',
      worlds: ['lesson', 'swapped', 'polite'],
      checks: [
        {
          id: 'lost',
          type: 'each',
          of: closed(1006),
          followedBy: reconnect,
          within: 100,
          atLeast: 0,
        },
        {
          id: 'expired',
          type: 'each',
          of: closed(4001),
          followedBy: login,
          within: 100,
          atLeast: 1,
        },
        { id: 'no-retry', type: 'never', of: reconnect, causedBy: closed({ not: 1006 }) },
        { id: 'only-lost', type: 'before', first: closed(1006), then: reconnect, optional: true },
      ],
    },
  ],
  deeds: {
    'a switch on the code': [
      'passed',
      `for (const path of ['/drop', '/expire'])
         new WebSocket('wss://a' + path).onclose = ({ code }) => {
           switch (code) {
             case 1006: return console.log('reconnect')
             case 4001: return console.log('log in')
           }
         }`,
    ],
    'a table by code, in Chinese': [
      'passed',
      `const 说法 = new Map([[1006, '马上重连'], [4001, '请重新登录']])
       const 监听 = { handleEvent: ({ code, target }) => console.log(target.url, 说法.get(code) ?? '再见') }
       for (const 路径 of ['drop', 'expire'])
         new WebSocket(new URL(路径, 'wss://a')).addEventListener('close', 监听)`,
    ],
    'awaited one by one': [
      'passed',
      `const closing = (url) => new Promise((resolve) => (new WebSocket(url).onclose = resolve))
       async function watch(url) {
         const event = await closing(url)
         if (!event.wasClean) console.log('will reconnect')
         else if (event.code >= 4000) console.log('Log in, please: ' + event.reason)
       }
       await Promise.all(['wss://a/drop', 'wss://a/expire'].map(watch))`,
    ],
    'a class that inherits': [
      'passed',
      `class Talking extends WebSocket {
         constructor(...args) {
           super(...args)
           this.addEventListener('close', (event) => this.ended(event))
         }
         ended({ code }) {
           console.log({ 1006: 'reconnect', 4001: 'log in' }[code])
         }
       }
       new Talking('wss://a/drop')
       new Talking('wss://a/expire')`,
    ],
    'by the name of the path': [
      'failed in swapped: lost, no-retry, expired',
      `for (const name of ['drop', 'expire'])
         new WebSocket('wss://a/' + name).onclose = () =>
           console.log(name === 'drop' ? 'reconnect' : 'log in')`,
    ],
    'by the order in which they end': [
      'failed in polite: no-retry, expired',
      `const texts = ['reconnect', 'log in']
       const next = () => console.log(texts.shift())
       new WebSocket('wss://a/drop').onclose = next
       new WebSocket('wss://a/expire').onclose = next`,
    ],
    // The second socket waits for the first to connect: so a clock tells them apart by their order.
    'by a clock': [
      'failed in swapped: only-lost, lost, expired',
      `new WebSocket('wss://a/drop')
       new WebSocket('wss://a/expire')
       setTimeout(() => console.log('reconnect'), 700)
       setTimeout(() => console.log('log in'), 1450)`,
    ],
    'both, to be safe': [
      'failed in lesson: no-retry',
      `for (const name of ['drop', 'expire'])
         new WebSocket('wss://a/' + name).onclose = () => {
           console.log('reconnect')
           console.log('log in')
         }`,
    ],
  },
})
