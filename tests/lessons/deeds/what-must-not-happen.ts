/** 3. What must not happen: up to an event, for a while after it, or because of it. */
import { deedKind } from './deed.ts'

const call = (method: string) => ({ event: 'apiCall', api: 'WebSocket', method })
const fired = (eventType: string) => ({ event: 'eventFired', eventType })

export default deedKind({
  slug: 'what-must-not-happen',
  start: {
    'client.js': "const ws = new WebSocket('wss://a')\n",
    // Says when it is ready, then pings in words, then ends each connection.
    'server.js': `import { WebSocketServer } from 'ws'
const server = new WebSocketServer({ port: 8080 })
server.on('connection', (socket) => {
  setTimeout(() => socket.send('ready'), 300)
  setTimeout(() => socket.send('ping'), 600)
  setTimeout(() => socket.send('news'), 900)
  setTimeout(() => socket.close(1001), 1500)
})
`,
  },
  tasks: [
    {
      id: 'behave',
      checks: [
        {
          id: 'waits',
          type: 'never',
          of: call('send'),
          until: { ...fired('message'), data: 'ready' },
        },
        { id: 'says', type: 'count', of: { event: 'messageSent' }, atLeast: 1 },
        {
          id: 'quiet',
          type: 'never',
          of: { event: 'consoleMessage', side: 'client' },
          causedBy: { ...fired('message'), data: { not: 'news' } },
        },
        { id: 'tells', type: 'count', of: { event: 'consoleMessage', side: 'client' }, atLeast: 1 },
        {
          id: 'no-rush',
          type: 'never',
          of: { event: 'created' },
          after: fired('close'),
          within: 1000,
        },
      ],
    },
  ],
  deeds: {
    'one handler': [
      'passed',
      `const ws = new WebSocket('wss://a')
       ws.onmessage = ({ data }) => {
         if (data === 'ready') ws.send('hello')
         if (data === 'news') console.log('there is news')
       }`,
    ],
    'reconnects after a while': [
      'passed',
      `function connect() {
         const ws = new WebSocket('wss://a')
         ws.addEventListener('message', async ({ data }) => {
           await null
           if (data === 'ready') return ws.send('hello')
           if (data === 'news') console.log(data)
         })
         ws.addEventListener('close', () => setTimeout(connect, 2000))
       }
       connect()`,
    ],
    'an asynchronous generator': [
      'passed',
      `async function* messages(socket) {
         const waiting = []
         let wake = () => {}
         socket.onmessage = ({ data }) => { waiting.push(data); wake() }
         for (;;) {
           while (waiting.length > 0) yield waiting.shift()
           await new Promise((resolve) => (wake = resolve))
         }
       }
       const ws = new WebSocket('wss://a')
       for await (const text of messages(ws)) {
         if (text === 'ready') ws.send('到了')
         else if (text === 'news') console.log('新消息')
       }`,
    ],
    'a table of handlers': [
      'passed',
      `const does = { ready: (ws) => ws.send('1'), ping: () => {}, news: () => console.log('news!') }
       new WebSocket('wss://a').onmessage = (event) => does[event.data](event.target)`,
    ],
    'prints at the close': [
      'passed',
      `const heard = []
       const ws = new WebSocket('wss://a')
       ws.onmessage = ({ data }) => { heard.push(data); if (data === 'ready') ws.send('x') }
       ws.onclose = () => console.log(heard.length)`,
    ],
    'sends when it opens': [
      'failed in lesson: waits',
      `const ws = new WebSocket('wss://a')
       ws.onopen = () => ws.send('hello')
       ws.onmessage = ({ data }) => { if (data === 'news') console.log(data) }`,
    ],
    'prints every message': [
      'failed in lesson: quiet',
      `const ws = new WebSocket('wss://a')
       ws.onmessage = ({ data }) => { console.log(data); if (data === 'ready') ws.send('hello') }`,
    ],
    'prints a ping in a promise': [
      'failed in lesson: quiet',
      `const ws = new WebSocket('wss://a')
       ws.onmessage = ({ data }) => {
         if (data === 'ready') ws.send('hello')
         if (data === 'ping') Promise.resolve().then(() => console.log('pinged'))
       }`,
    ],
    'reconnects at once': [
      'failed in lesson: no-rush',
      `let left = 2
       function connect() {
         if (left-- === 0) return
         const ws = new WebSocket('wss://a')
         ws.onmessage = ({ data }) => {
           if (data === 'ready') ws.send('hello')
           if (data === 'news') console.log('news')
         }
         ws.onclose = connect
       }
       connect()`,
    ],
  },
})
