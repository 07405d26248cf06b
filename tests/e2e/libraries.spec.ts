/** Each served library's own simplest example, by every name under which people know it. */
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const PAGE = '<!doctype html><div id="app"></div>'
/** A component that counts what it is told over a socket. */
const vueCounter = (from: string) => `${from}
createApp({
  setup() {
    const texts = ref([])
    const ws = new WebSocket('wss://chat.example/')
    ws.onopen = () => ws.send('one')
    ws.onmessage = ({ data }) => texts.value.push(data)
    return { texts }
  },
  template: '<p>got {{ texts.length }}: {{ texts.join() }}</p>',
}).mount('#app')
`
const reactCounter = (imports: string) => `${imports}
function App() {
  const [texts, setTexts] = useState([])
  useEffect(() => {
    const ws = new WebSocket('wss://chat.example/')
    ws.onopen = () => ws.send('one')
    ws.onmessage = ({ data }) => setTexts((all) => [...all, data])
    return () => ws.close()
  }, [])
  return createElement('p', null, 'got ' + texts.length + ': ' + texts.join())
}
createRoot(document.getElementById('app')).render(createElement(App))
`

const examples: Readonly<Record<string, { client: string; page?: string }>> = {
  'vue by import': { client: vueCounter("import { createApp, ref } from 'vue'") },
  'vue by its address': {
    client: vueCounter(
      "import { createApp, ref } from 'https://unpkg.com/vue@3/dist/vue.esm-browser.js'",
    ),
  },
  'vue by a script': {
    client: vueCounter('const { createApp, ref } = Vue'),
    page: `<script src="https://cdn.jsdelivr.net/npm/vue@3"></script>${PAGE}`,
  },
  'vue by a dynamic import': {
    client: vueCounter("const { createApp, ref } = await import('vue')"),
  },
  'react by import': {
    client: reactCounter(
      "import { createElement, useEffect, useState } from 'react'\nimport { createRoot } from 'react-dom/client'",
    ),
  },
  'react by its address': {
    client: reactCounter(
      "import { createElement, useEffect, useState } from 'https://esm.sh/react@19'\nimport { createRoot } from 'https://esm.sh/react-dom@19/client'",
    ),
  },
  'react by scripts': {
    client: reactCounter(
      'const { createElement, useEffect, useState } = React, { createRoot } = ReactDOM',
    ),
    page: `<script crossorigin src="https://unpkg.com/react@18/umd/react.development.js"></script>
<script crossorigin src="https://unpkg.com/react-dom@18/umd/react-dom.development.js"></script>${PAGE}`,
  },
  'react in JSX': {
    client: `import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

function App({ url }: { url: string }) {
  const [texts, setTexts] = useState<string[]>([])
  useEffect(() => {
    const ws = new WebSocket(url)
    ws.onopen = () => ws.send('one')
    ws.onmessage = ({ data }) => setTexts((all) => [...all, data])
    return () => ws.close()
  }, [url])
  return (
    <p>
      got {texts.length}: {texts.join()}
    </p>
  )
}

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App url="wss://chat.example/" />
  </StrictMode>,
)
`,
  },
}

for (const [name, { client, page: html = PAGE }] of Object.entries(examples))
  test(`${name} draws what a socket told it`, async ({ page }) => {
    await page.goto('en/play.html')
    const screen = new WorkScreen(page)
    // A page that was pasted whole: its inline script is the program.
    const kind = /^import/m.test(client) || client.includes('await') ? ' type="module"' : ''
    await screen.write(`${html}\n<script${kind}>\n${client}</script>\n`)
    await screen.run.click()
    const program = page.frameLocator('iframe').first()
    await expect(program.locator('#app')).toContainText('got 1: one')
    await expect(page.getByText('was not loaded')).toHaveCount(0)
  })

test('StrictMode mounts a component twice, as it does while one develops', async ({ page }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(`import { createElement, StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
function App() {
  useEffect(() => {
    console.log('mounted')
    return () => console.log('unmounted')
  }, [])
  return null
}
const place = document.body.appendChild(document.createElement('p'))
createRoot(place).render(createElement(StrictMode, null, createElement(App)))
setTimeout(() => console.log('end'), 1000)`)
  await screen.run.click()
  await expect(screen.console).toContainText(/mounted.*unmounted.*mounted.*end/s)
})

test('tests of a socket pass and fail as rows of the console, in no time', async ({
  page,
  guard,
}) => {
  guard.expectProblem(/^console error: ✗/)
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(`import { expect, test } from 'vitest'
const answer = () => new Promise((resolve) => {
  const ws = new WebSocket('wss://chat.example/')
  ws.onopen = () => ws.send('one')
  ws.onmessage = ({ data }) => resolve(data)
})
test('it echoes', async () => {
  expect(await answer()).toBe('one')
  expect({ a: [1, 2] }).toEqual({ a: expect.any(Array) })
})
test('it shouts', async () => expect(await answer()).toBe('ONE'))
test('a minute passes', () => new Promise((done) => setTimeout(done, 60_000)), 61_000)
test('nothing comes', () => new Promise(() => {}))`)
  await screen.runToEnd()
  await expect(screen.console).toContainText('✓ it echoes')
  await expect(screen.console).toContainText('✗ it shouts')
  await expect(screen.console).toContainText("expected 'one' to be 'ONE'")
  await expect(screen.console).toContainText('✓ a minute passes')
  await expect(screen.console).toContainText('✗ nothing comes')
  await expect(screen.console).toContainText('Test timed out in 5000ms.')
  await expect(screen.console).toContainText('2 passed, 2 failed')
})

test('rxjs and reconnecting-websocket speak over the in-page network', async ({ page }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(`import { webSocket } from 'rxjs/webSocket'
import { map, take } from 'rxjs'
import ReconnectingWebSocket from 'reconnecting-websocket'
const subject = webSocket('wss://chat.example/')
subject.pipe(take(1), map(({ a }) => a + 1)).subscribe((value) => console.log('rxjs', value))
subject.next({ a: 1 })
const rws = new ReconnectingWebSocket('wss://chat.example/')
rws.addEventListener('open', () => rws.send('hi'))
rws.addEventListener('message', ({ data }) => { console.log('rws', data); rws.close() })`)
  await screen.runToEnd()
  await expect(screen.console).toContainText('rxjs 2')
  await expect(screen.console).toContainText('rws hi')
})

test('a library that is not served gets the list of those that are', async ({ page }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write("import $ from 'jquery'")
  await screen.run.click()
  await expect(screen.console).toContainText(
    'client.js cannot import "jquery". The libraries served here are graphql, graphql-ws, ./network.js, react, reconnecting-websocket, rxjs, socket.io-client, vitest, vue.',
  )
})

test('a program that names no library is given none', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write("console.log('plain')")
  await screen.runToEnd()
  await expect(screen.console).toContainText('plain')
  expect(asked.filter((url) => /libraries|sandbox-node/.test(url))).toEqual([])
})

test('storage and cookies last as long as the run', async ({ page }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(`localStorage.setItem('name', 'Ada')
sessionStorage.count = 1
document.cookie = 'theme=dark; path=/'
document.cookie = 'gone=1'
document.cookie = 'gone=; max-age=0'
console.log(localStorage.name, localStorage.length, localStorage.key(0), 'name' in localStorage)
console.log(sessionStorage.getItem('count'), Object.keys(localStorage), localStorage.getItem('no'))
console.log(document.cookie, localStorage instanceof Storage)`)
  for (const run of ['first', 'second']) {
    await test.step(run, async () => {
      await screen.runToEnd()
      await expect(screen.console).toContainText('Ada 1 name true')
      await expect(screen.console).toContainText('theme=dark true')
    })
  }
})

test('a program has a network of its own, in which a minute takes no time of the run', async ({
  page,
}) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(`import { createNetwork } from './network.js'
const network = createNetwork({
  clock: 'virtual',
  conditions: { latency: 40 },
  servers: {
    'chat.example:80': \`
      import { WebSocketServer } from 'ws'
      const server = new WebSocketServer({ port: 80 })
      server.on('connection', (socket) => {
        setTimeout(() => socket.send('a minute later'), 60_000)
      })\`,
  },
})
const ws = new network.WebSocket('ws://chat.example/')
ws.onmessage = ({ data }) => {
  console.log(data + ': ' + network.clock.now() + ', here ' + performance.now())
  ws.close()
}
setTimeout(() => console.log('then a timer of the run'), 10)
await network.clock.runUntilIdle()
console.log(network.trace.length > 20 ? 'it has a trace' : 'it has no trace')`)
  await screen.runToEnd()
  // The socket is open for the server one way before it is for the page.
  await expect(screen.console).toContainText(
    /a minute later: 60160, here 0.*it has a trace.*then a timer of the run/s,
  )
})

const SOCKET_IO_PAGE = '<!doctype html><p id="app"></p>'
const socketIoClient = (from: string) => `${from}
const socket = io('http://localhost:8080')
socket.on('connect', async () => {
  console.log('by', socket.io.engine.transport.name)
  console.log('answer', await socket.emitWithAck('chat', 'hi'))
})
socket.on('chat', (text) => {
  console.log('chat', text)
  setTimeout(() => {
    console.log('then by', socket.io.engine.transport.name)
    socket.close()
  }, 1000)
})
`
const socketIoServer = (from: string) => `${from}
const io = new Server(8080, { cors: { origin: '*' } })
io.on('connection', (socket) => {
  socket.on('chat', (text, answer) => {
    io.emit('chat', text + '!')
    answer('seen')
  })
})
`
const SOCKET_IO_SERVER = socketIoServer("import { Server } from 'socket.io'")
const socketIo: Readonly<Record<string, { client: string; server: string; page?: string }>> = {
  'by import': {
    client: socketIoClient("import { io } from 'socket.io-client'"),
    server: SOCKET_IO_SERVER,
  },
  'by require, and its CDN as a script': {
    client: socketIoClient(''),
    server: socketIoServer("const { Server } = require('socket.io')"),
    page: `<script src="https://cdn.socket.io/4.8.1/socket.io.min.js"></script>${SOCKET_IO_PAGE}`,
  },
  'by its CDN as a module': {
    client: socketIoClient("import { io } from 'https://cdn.socket.io/4.8.1/socket.io.esm.min.js'"),
    server: SOCKET_IO_SERVER,
  },
  'as its own server offers it': {
    client: socketIoClient(''),
    server: SOCKET_IO_SERVER,
    page: `<script src="/socket.io/socket.io.js"></script>${SOCKET_IO_PAGE}`,
  },
}

for (const [name, program] of Object.entries(socketIo))
  test(`socket.io ${name} polls, then is upgraded, and answers`, async ({ page }) => {
    await page.goto('en/play.html')
    const screen = new WorkScreen(page)
    const { client, server, page: html } = program
    await screen.write(html === undefined ? client : `${html}\n<script>\n${client}</script>\n`)
    await screen.write(server, 'server.js')
    await screen.runToEnd()
    // A program with a page shows that.
    await page.getByRole('tab', { name: 'Console', exact: true }).click()
    await expect(screen.console).toContainText('by polling')
    await expect(screen.console).toContainText('chat hi!')
    await expect(screen.console).toContainText('answer seen')
    await expect(screen.console).toContainText('then by websocket')
  })

test('graphql-ws subscribes to its own server', async ({ page }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(`import { createClient } from 'graphql-ws'
const client = createClient({ url: 'ws://localhost:8080/graphql' })
for await (const { data } of client.iterate({ query: 'subscription { tick }' }))
  console.log('tick', data.tick)
console.log('complete')
await client.dispose()`)
  await screen.write(
    `import { buildSchema } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
const schema = buildSchema('type Query { a: Int } type Subscription { tick: Int }')
const roots = {
  subscription: {
    async *tick() {
      for (let tick = 1; tick < 4; tick += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100))
        yield { tick }
      }
    },
  },
}
useServer({ schema, roots }, new WebSocketServer({ port: 8080, path: '/graphql' }))`,
    'server.js',
  )
  await screen.runToEnd()
  await expect(screen.console).toContainText(/tick 1.*tick 2.*tick 3.*complete/s)
})

test('a library that no server gets is answered with the list of those it does', async ({
  page,
}) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write("import express from 'express'", 'server.js')
  await screen.run.click()
  await expect(screen.console).toContainText(
    /server\.js cannot import "express".*graphql, graphql-ws, graphql-ws\/use\/ws.*socket\.io, ws/,
  )
})
