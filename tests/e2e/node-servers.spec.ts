/** The servers of `tests/node` on the built site, where names could be lost and parts could be missing. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const servers = new URL('../node/servers/', import.meta.url)
const textOf = (name: string) => readFileSync(new URL(name, servers), 'utf8')

/** A client that says one thing and hangs up when it is answered. */
const CLIENT = `const ws = new WebSocket('wss://chat.example/')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => { console.log('client:', data); ws.close() }
ws.onclose = ({ code }) => console.log('client: closed', code)
`

/** What the console shows of each, among other lines. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  'echo-commonjs.js': ['received: hello', 'client: something'],
  'assert-strict.js': ['equal AssertionError ERR_ASSERTION', 'deep passed', 'Node.js v20'],
  'client-on-server.js': ['client got /inner said from inside false', 'client closed 1000 enough'],
  'crypto-ticket.js': ['scrypt', 'client: closed 1006'],
  'events-on.js': ['message hello', 'client: first'],
  'names.js': [
    'WebSocketServer Server Buffer process',
    'WebSocket IncomingMessage Socket',
    'Room { members: Set(0) {} } [class Room] [ [class Room] ] { Room: [class Room] }',
  ],
  'page-names.js': ['node undefined undefined', 'client: ReferenceError: document is not defined'],
  'path-os.js': ["root: '/'", 'server.js true', 'client: hello'],
  'sloppy.js': ['client: message 0 8'],
  'stdout.js': [
    'Starting up now',
    'undefined undefined object true undefined',
    '<Buffer 68 c3 a9>',
  ],
  'util-whole.js': ['promisified 42', 'a 1.5 2 3.5 {"a":1}', 'client: <Buffer 68 65 6c 6c 6f>'],
  'import-meta.js': ['server.js true function', 'client: hello'],
  'async-storage.js': ['1: goes on hello', 'client: 1 hello'],
  'handler-throws.js': ['is not valid JSON', 'Node.js v20', 'client: closed 1006'],
  'exit.js': ['About to exit with code: 3', 'client: last words'],
  'fs-files.js': ["const fs = require('fs') true false", 'client: one'],
}

/** Servers with several clients at different paths, as the manual of `ws` shows them. */
const MANY = `for (const path of ['news', 'chat?room=tea', '?token=secret', '?token=guessed']) {
  const ws = new WebSocket('wss://chat.example/' + path)
  ws.onopen = () => setTimeout(() => ws.readyState === 1 && ws.send('hello'), 300)
  ws.onmessage = ({ data }) => console.log(path, 'got', data)
  ws.onclose = ({ code }) => console.log(path, 'closed', code)
  setTimeout(() => ws.close(), 1500)
}
`

const SHOWN_TO_MANY: Readonly<Record<string, readonly string[]>> = {
  'broadcast.js': ['news got hello', '?token=guessed got hello', 'left 1005  0'],
  'heartbeat.js': ['pong', 'news got answered'],
  'noserver-paths.js': [
    "news got today's news at /news",
    'chat?room=tea got nobody is here',
    '?token=secret closed 1006',
  ],
  'client-authentication.js': [
    'Ada says hello',
    '?token=secret got heard',
    '?token=guessed closed 1006',
  ],
  'http-beside.js': ['listening', 'news closed 1006'],
  'stream.js': ["news got Blob {size: 5, type: ''}", 'over'],
  'round-trip.js': ['took a time: true isBuffer true', 'measured 3 closed 1005'],
  'client-watch.js': ['no ping any more', 'closed 1006', 'news got nobody watches you'],
  'who-connects.js': ['string true number undefined', 'news got told of nobody'],
  'piped-client.js': ['shown first!', 'shown end!', 'ended'],
  'binary-to-client.js': ['sent null', 'news got Blob', 'news got text'],
}

test('the list names servers that are there', () => {
  expect(readdirSync(servers)).toEqual(
    expect.arrayContaining([...Object.keys(SHOWN), ...Object.keys(SHOWN_TO_MANY)]),
  )
})

const cases = [
  ...Object.entries(SHOWN).map(([name, lines]) => ({ name, lines, client: CLIENT })),
  ...Object.entries(SHOWN_TO_MANY).map(([name, lines]) => ({ name, lines, client: MANY })),
]

for (const { name, lines, client } of cases)
  test(`${name} runs in the sandbox`, async ({ page }) => {
    // The console draws the rows in sight, and these are many.
    await page.setViewportSize({ width: 1440, height: 2000 })
    await page.goto('en/play.html')
    const screen = new WorkScreen(page)
    await screen.write(client)
    await screen.write(textOf(name), 'server.js')
    await screen.runToEnd()
    for (const line of lines) await expect(screen.console).toContainText(line)
  })
