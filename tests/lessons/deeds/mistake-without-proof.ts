/** 6. A mistake told without proof: each is told to the program that made it, and to no other. */
import { deedKind } from './deed.ts'

const fired = (eventType: string, more = {}) => ({ event: 'eventFired', eventType, ...more })
const call = (method: string, more = {}) => ({
  event: 'apiCall',
  api: 'WebSocket',
  method,
  ...more,
})

export default deedKind({
  slug: 'mistake-without-proof',
  tasks: [
    {
      id: 'echo',
      checks: [
        {
          id: 'heard',
          type: 'sequence',
          steps: [
            { event: 'messageSent', data: { capture: 'sent' } },
            fired('message', { data: { sameAs: 'sent' }, listeners: { atLeast: 1 } }),
          ],
          mistakes: [
            { id: 'too-early', seen: call('send', { exception: 'InvalidStateError' }) },
            { id: 'nobody-listens', seen: fired('message', { listeners: 0 }) },
            {
              id: 'open-unheard',
              seen: [{ event: 'created' }, fired('open', { listeners: 0 })],
              absent: [call('send'), { event: 'messageSent' }],
            },
            {
              id: 'left-early',
              order: [{ event: 'messageSent' }, call('close')],
              absent: [fired('message'), call('send', { exception: { matches: '.' } })],
            },
            {
              id: 'another-text',
              seen: { event: 'messageSent', data: { not: { contains: 'l' } } },
            },
          ],
        },
      ],
    },
  ],
  deeds: {
    'handler attributes': [
      'passed',
      `const ws = new WebSocket('wss://a')
ws.onopen = () => ws.send('hello')
ws.onmessage = console.log`,
    ],
    'one listener for all': [
      'passed',
      `const ws = new WebSocket('wss://a')
const all = { handleEvent({ type }) { if (type === 'open') ws.send('hola') } }
for (const type of ['open', 'message', 'close']) ws.addEventListener(type, all)`,
    ],
    awaited: [
      'passed',
      `const ws = new WebSocket('wss://a')
const next = (type) => new Promise((resolve) => ws.addEventListener(type, resolve, { once: true }))
await next('open')
ws.send('al')
const { data } = await next('message')`,
    ],
    'tried early, then again': [
      'passed',
      `const ws = new WebSocket('wss://a')
try { ws.send('hello') } catch { ws.onopen = () => ws.send('hello') }
ws.onmessage = () => ws.close()`,
    ],
    'sends at once': [
      'failed in lesson: heard/too-early',
      `const ws = new WebSocket('wss://a')
ws.onmessage = () => {}
ws.send('hello')`,
    ],
    'nobody listens': [
      'failed in lesson: heard/nobody-listens',
      `const ws = new WebSocket('wss://a')
ws.onopen = () => ws.send('hello')
ws.onMessage = console.log`,
    ],
    'open in camel case': [
      'failed in lesson: heard/open-unheard',
      `const ws = new WebSocket('wss://a')
ws.onOpen = () => ws.send('hello')
ws.onmessage = console.log`,
    ],
    'closes at once': [
      'failed in lesson: heard/left-early',
      `const ws = new WebSocket('wss://a')
ws.onopen = () => { ws.send('hello'); ws.close() }
ws.onmessage = console.log`.replace('ws.close()', 'ws.onmessage = null; ws.close()'),
    ],
    'never opens': [
      'failed in lesson: heard',
      `let ws
setTimeout(() => console.log('hello'), 100)`,
    ],
    'waits for the server to begin': [
      'failed in lesson: heard',
      `const ws = new WebSocket('wss://a')
ws.onopen = () => console.log('open')
ws.onmessage = () => ws.send('hello')`,
    ],
  },
})
