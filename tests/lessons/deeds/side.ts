/** 4. A side: what the server is asked to print, the client's console does not show. */
import { deedKind } from './deed.ts'

const client = `const ws = new WebSocket('wss://a')
ws.onopen = () => ws.send('token ' + Math.floor(Math.random() * 1e9))
`
const silent = `import { WebSocketServer } from 'ws'
const server = new WebSocketServer({ port: 8080 })
server.on('connection', (socket) => {
  socket.on('message', () => {})
})
`
const serving = (body: string) => ({
  'client.js': client,
  'server.js': `import { WebSocketServer } from 'ws'\nconst server = new WebSocketServer({ port: 8080 })\n${body}\n`,
})

export default deedKind({
  slug: 'side',
  start: { 'client.js': client, 'server.js': silent },
  tasks: [
    {
      id: 'log',
      checks: [
        {
          id: 'server-says',
          type: 'sequence',
          steps: [
            { event: 'messageReceived', side: 'server', data: { capture: 'text' } },
            { event: 'consoleMessage', side: 'server', text: { says: 'text' } },
          ],
          mistakes: [
            {
              id: 'client-says',
              order: [
                { event: 'messageSent', data: { capture: 'text' } },
                { event: 'consoleMessage', side: 'client', text: { says: 'text' } },
              ],
            },
          ],
        },
      ],
    },
  ],
  deeds: {
    'the text': [
      'passed',
      serving(`server.on('connection', (socket) => {
  socket.on('message', (data) => console.log(data.toString()))
})`),
    ],
    'in a sentence': [
      'passed',
      serving(`server.on('connection', (socket, { url }) =>
  socket.on('message', (data) => console.info(\`\${url} 说:\${data}。\`)))`),
    ],
    'a class': [
      'passed',
      serving(`class Session {
  constructor(socket) { socket.on('message', this.take.bind(this)) }
  take(data) { console.warn('got', String(data)) }
}
server.on('connection', (socket) => new Session(socket))`),
    ],
    'by addEventListener': [
      'passed',
      serving(`server.on('connection', (socket) => {
  socket.addEventListener('message', ({ data }) => console.log([data]))
})`),
    ],
    'as bytes': [
      'failed in lesson: server-says',
      serving(`server.on('connection', (socket) => {
  socket.on('message', (data) => console.log(data))
})`),
    ],
    'in the client': [
      'failed in lesson: server-says/client-says',
      {
        'client.js': `const ws = new WebSocket('wss://a')
ws.onopen = () => {
  const text = 'token ' + Math.floor(Math.random() * 1e9)
  ws.send(text)
  console.log(text)
}
`,
        'server.js': silent,
      },
    ],
    'its echo in the client': [
      'failed in lesson: server-says/client-says',
      {
        'client.js': client + 'ws.onmessage = (event) => console.log(event.data)\n',
        'server.js': silent.replace('() => {}', '(data) => socket.send(data.toString())'),
      },
    ],
    'another text': [
      'failed in lesson: server-says',
      serving(`server.on('connection', (socket) => {
  socket.on('message', () => console.log('token 1'))
})`),
    ],
  },
})
