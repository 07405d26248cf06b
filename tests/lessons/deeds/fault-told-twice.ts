/** 7. One fault told twice: what rests on another task stays open while that one fails. */
import { deedKind } from './deed.ts'

const call = (method: string) => ({ event: 'apiCall', api: 'WebSocket', method })
const closed = { event: 'eventFired', eventType: 'close', code: 1000 }

export default deedKind({
  slug: 'fault-told-twice',
  tasks: [
    {
      id: 'send',
      checks: [
        { id: 'sent', type: 'count', of: { event: 'messageSent' }, atLeast: 1, hint: 'wait' },
        {
          id: 'in-time',
          type: 'never',
          of: { ...call('send'), readyState: { not: 1 } },
          hint: 'wait',
        },
        {
          id: 'no-throw',
          type: 'never',
          of: { ...call('send'), exception: 'InvalidStateError' },
          hint: 'wait',
        },
      ],
    },
    {
      id: 'close',
      requires: ['send'],
      checks: [{ id: 'closed', type: 'sequence', steps: [{ event: 'messageSent' }, closed] }],
    },
    {
      id: 'own',
      checks: [
        { id: 'tells', type: 'count', of: { event: 'consoleMessage', side: 'client' }, atLeast: 1 },
      ],
    },
  ],
  deeds: {
    all: [
      { send: 'passed', close: 'passed', own: 'passed' },
      `const ws = new WebSocket('wss://a')
       ws.onopen = () => ws.send('a')
       ws.onmessage = () => ws.close(1000)
       ws.onclose = ({ code }) => console.log(code)`,
    ],
    'all, awaited': [
      { send: 'passed', close: 'passed', own: 'passed' },
      `const ws = new WebSocket('wss://a')
       await new Promise((resolve) => ws.addEventListener('open', resolve))
       ws.send('一')
       console.log('好')
       ws.close(1000, '完')`,
    ],
    'sends only': [
      { send: 'passed', close: 'failed in lesson: closed', own: 'failed in lesson: tells' },
      `const ws = new WebSocket('wss://a')
       ws.onopen = function () { this.send('a') }`,
    ],
    'sends too early': [
      {
        send: 'failed in lesson: in-time, sent',
        close: 'open: requires send',
        own: 'failed in lesson: tells',
      },
      `const ws = new WebSocket('wss://a')
       ws.send('a')
       ws.onopen = () => ws.close(1000)`,
    ],
    'never sends': [
      { send: 'failed in lesson: sent', close: 'open: requires send', own: 'passed' },
      `const ws = new WebSocket('wss://a')
       ws.onopen = () => { console.log('open'); ws.close(1000) }`,
    ],
    'swallows the error': [
      { send: 'failed in lesson: in-time', close: 'open: requires send', own: 'passed' },
      `const ws = new WebSocket('wss://a')
       try { ws.send('a') } catch { console.log('later') }
       ws.addEventListener('open', () => { ws.send('a'); ws.close(1000) })`,
    ],
  },
})
