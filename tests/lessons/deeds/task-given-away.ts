/** 9. A task the starter gives away: each of two tasks takes a deed that the other does not bring. */
import { deedKind } from './deed.ts'

const echo = { event: 'eventFired', eventType: 'message', connection: 'same' }

export default deedKind({
  slug: 'task-given-away',
  // It sends, prints and closes: what either task asks is what is still missing.
  start: {
    'client.js': `const ws = new WebSocket('wss://a')
ws.onopen = () => ws.send('Hello')
ws.onmessage = ({ data }) => { console.log(data); ws.close() }
ws.onclose = ({ code }) => console.log(code)
`,
  },
  tasks: [
    {
      id: 'own-text',
      checks: [
        {
          id: 'echoed',
          type: 'sequence',
          steps: [
            { event: 'messageSent', data: { not: 'Hello', capture: 'sent' } },
            { ...echo, data: { sameAs: 'sent' } },
          ],
        },
      ],
    },
    {
      id: 'code',
      checks: [
        {
          id: 'closed',
          type: 'sequence',
          steps: [
            { event: 'eventFired', eventType: 'message' },
            { event: 'eventFired', eventType: 'close', connection: 'same', code: 1000 },
          ],
        },
      ],
    },
  ],
  deeds: {
    'a word changed': [
      { 'own-text': 'passed', code: 'failed in lesson: closed' },
      `const ws = new WebSocket('wss://a')
ws.onopen = () => ws.send('Hi')
ws.onmessage = ({ data }) => { console.log(data); ws.close() }
ws.onclose = ({ code }) => console.log(code)
`,
    ],
    'the old text, twice': [
      { 'own-text': 'failed in lesson: echoed', code: 'failed in lesson: closed' },
      `const ws = new WebSocket('wss://a')
ws.addEventListener('open', () => ['Hello', 'Hello'].forEach((text) => ws.send(text)))
ws.addEventListener('message', () => ws.close(), { once: true })
`,
    ],
    'a code added': [
      { 'own-text': 'failed in lesson: echoed', code: 'passed' },
      `const ws = new WebSocket('wss://a')
ws.onopen = () => ws.send('Hello')
ws.onmessage = ({ data }) => { console.log(data); ws.close(1000) }
ws.onclose = ({ code }) => console.log(code)
`,
    ],
    'a code from a handler of its own': [
      { 'own-text': 'failed in lesson: echoed', code: 'passed' },
      `class Once extends WebSocket {
  constructor(url) {
    super(url)
    this.addEventListener('open', this)
    this.addEventListener('message', this)
  }
  handleEvent({ type }) {
    if (type === 'open') this.send('Hello')
    else this.close(1000, '再见')
  }
}
new Once('wss://a')
`,
    ],
    both: [
      { 'own-text': 'passed', code: 'passed' },
      `const ws = new WebSocket('wss://a')
await new Promise((resolve) => { ws.onopen = resolve })
ws.send(JSON.stringify({ text: '你好' }))
const { data } = await new Promise((resolve) => { ws.onmessage = resolve })
console.log(JSON.parse(data).text)
ws.close(1000)
`,
    ],
    'neither, though every line is new': [
      { 'own-text': 'failed in lesson: echoed', code: 'failed in lesson: closed' },
      `const socket = new WebSocket('wss://a')
socket.addEventListener('open', function () { this.send('Hello'); })
socket.addEventListener('message', ({ target, data }) => { console.info('got', data); target.close() })
`,
    ],
  },
})
