/** 1. A value printed without the deed: the socket's state has to be read, and told in each state. */
import { deedKind } from './deed.ts'

const line = { event: 'consoleMessage', side: 'client' }
const read = (value: string) => ({ event: 'propertyRead', property: 'readyState', value })

export default deedKind({
  slug: 'value-without-deed',
  tasks: [
    {
      id: 'states',
      checks: [
        {
          id: 'told-apart',
          type: 'sequence',
          steps: [
            read('0'),
            { ...line, text: { capture: 'connecting' } },
            read('1'),
            { ...line, text: { capture: 'open', not: { sameAs: 'connecting' } } },
            read('2'),
            { ...line, text: { capture: 'closing', not: { sameAs: ['connecting', 'open'] } } },
            read('3'),
            { ...line, text: { not: { sameAs: ['connecting', 'open', 'closing'] } } },
          ],
        },
      ],
    },
    {
      id: 'queued',
      checks: [
        {
          id: 'said',
          type: 'sequence',
          steps: [
            {
              event: 'propertyRead',
              property: 'bufferedAmount',
              value: { not: '0', capture: 'octets' },
            },
            { ...line, text: { says: 'octets' } },
          ],
        },
      ],
    },
  ],
  deeds: {
    'names by index, awaited': [
      { states: 'passed', queued: 'failed in lesson: said' },
      `const names = ['连接中', '已打开', '关闭中', '已关闭']
       const ws = new WebSocket('wss://a')
       const tell = () => console.log(names[ws.readyState])
       const on = (type) => new Promise((resolve) => ws.addEventListener(type, resolve, { once: true }))
       tell()
       await on('open')
       tell()
       ws.close()
       tell()
       await on('close')
       tell()`.replaceAll(/^\s+/gm, ''),
    ],
    'a class that handles events, state_0': [
      { states: 'passed', queued: 'passed' },
      `class Watch {
         constructor(socket) {
           this.socket = socket
           for (const type of ['open', 'close']) socket.addEventListener(type, this)
           this.print()
         }
         print() {
           console.log(\`state_\${this.socket.readyState}\`)
         }
         handleEvent({ type }) {
           this.print()
           if (type !== 'open') return
           this.socket.send('x'.repeat(90))
           console.log('还有' + this.socket.bufferedAmount + '个字节')
           this.socket.close()
           this.print()
         }
       }
       new Watch(new WebSocket('wss://a'))`,
    ],
    'destructured, State0': [
      { states: 'passed', queued: 'passed' },
      `const socket = new WebSocket('wss://a')
       function report() {
         const { readyState } = socket
         console.info('State' + readyState)
       }
       report()
       socket.onopen = () => {
         report()
         socket.send('hello')
         const queued = socket.bufferedAmount
         console.warn({ queued })
         socket.close()
         report()
       }
       socket.onclose = report`,
    ],
    'read by Reflect, with a date before it': [
      { states: 'passed', queued: 'failed in lesson: said' },
      `const ws = new WebSocket('wss://a')
       const log = (...rest) => console.log(new Date().toISOString(), ...rest)
       const state = () => Reflect.get(ws, 'readyState')
       log(state())
       ws.onopen = () => { log(state()); ws.close(); log(state()) }
       ws.addEventListener('close', () => log(state()))`,
    ],
    'literals printed': [
      { states: 'failed in lesson: told-apart', queued: 'failed in lesson: said' },
      `const ws = new WebSocket('wss://a')
       console.log(0, 'CONNECTING')
       ws.onopen = () => {
         console.log(1, 'OPEN')
         ws.send('12345')
         console.log(5)
         ws.close()
         console.log(2, 'CLOSING')
       }
       ws.onclose = () => console.log(3, 'CLOSED')`,
    ],
    'names in the order of events': [
      { states: 'failed in lesson: told-apart', queued: 'failed in lesson: said' },
      `const names = ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'].values()
       const next = () => console.log(names.next().value)
       const ws = new WebSocket('wss://a')
       next()
       ws.onopen = () => { next(); ws.close(); next() }
       ws.onclose = next`,
    ],
    'a copy made at the start': [
      { states: 'failed in lesson: told-apart', queued: 'failed in lesson: said' },
      `const ws = new WebSocket('wss://a')
       const state = ws.readyState
       const tell = () => console.log(state)
       tell()
       ws.onopen = () => { tell(); ws.close(); tell() }
       ws.onclose = tell`,
    ],
    'read in each state, never told': [
      { states: 'failed in lesson: told-apart', queued: 'failed in lesson: said' },
      `const ws = new WebSocket('wss://a')
       const tell = () => { if (ws.readyState >= 0) console.log('I have read it') }
       tell()
       ws.onopen = () => { tell(); ws.send('a'); ws.bufferedAmount; ws.close(); tell() }
       ws.onclose = tell`,
    ],
  },
})
