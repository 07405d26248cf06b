import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import { expect, test } from './test.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('the lab server serves the app, and its policy breaks nothing', async ({
  page,
  labServer,
}) => {
  const response = await page.goto(`${labServer.url}en/index.html`)
  expect(response?.headers()['content-security-policy']).toContain("frame-ancestors 'self'")
  await page.waitForLoadState('networkidle')
  await expect(page.locator('#app > *').first()).toBeVisible()
})

test("a browser's WebSocket is echoed over a real connection", async ({ page, labServer }) => {
  await page.goto(`${labServer.url}en/index.html`)
  const echoed = await page.evaluate(
    (url) => {
      const socket = new WebSocket(url)
      return new Promise((resolve) => {
        socket.onopen = () => socket.send('你好')
        socket.onmessage = ({ data }) => {
          socket.onclose = ({ code, wasClean }) => resolve({ data, code, wasClean })
          socket.close(1000)
        }
      })
    },
    `${labServer.url.replace('http', 'ws')}lab/echo`,
  )
  expect(echoed).toEqual({ data: '你好', code: 1000, wasClean: true })
})

test('npm start prints the address, serves there, and ends cleanly', async () => {
  const server = startProcess([join(root, 'scripts/start.mjs'), '--port', '0'])
  const [, address = ''] = await server.printed(/Upgrade 101\s+(http:\S+)/)
  expect((await fetch(address)).status).toBe(200)
  expect(await echo(`${address.replace('http', 'ws')}lab/echo`, 'hello')).toBe('hello')
  expect(await server.end('SIGTERM')).toBe(0)
})

test('npm start goes on when nobody reads its log any more', async () => {
  const server = startProcess([join(root, 'scripts/start.mjs'), '--port', '0'])
  const [, address = ''] = await server.printed(/Upgrade 101\s+(http:\S+)/)
  server.closeOutput()
  const url = `${address.replace('http', 'ws')}lab/echo`
  for (const text of ['one', 'two', 'three']) expect(await echo(url, text)).toBe(text)
  expect(await server.end('SIGINT')).toBe(0)
})

test('npm start says what is wrong with its options', async () => {
  const server = startProcess([join(root, 'scripts/start.mjs'), '--port', 'http'])
  await server.printed(/--port takes a whole number from 0 to 65535, not "http"/)
  expect(await server.ended).toBe(1)
})

test('a scenario that throws from a timer, with no handler of ours near, ends nothing', async () => {
  const scenarios = await mkdtemp(join(tmpdir(), 'scenarios-'))
  await writeFile(
    join(scenarios, 'fragile.js'),
    `import { WebSocketServer } from 'ws'
     new WebSocketServer({ port: 80 }).on('connection', (socket) => {
       socket.on('message', (data) => {
         if (String(data) === 'timer') setTimeout(() => { throw new Error('from a timer') }, 1)
         else if (String(data) === 'promise') Promise.reject(new Error('from a promise'))
         else socket.send(data)
       })
     })`,
  )
  const options = { siteDirectory: join(root, 'dist'), scenariosDirectory: scenarios, port: 0 }
  const program = `
    const { serve } = await import(${JSON.stringify(new URL('../../build/lab-server.mjs', import.meta.url).href)})
    await serve(${JSON.stringify(options)})`
  const server = startProcess(['--input-type=module', '--eval', program])
  const [, address = ''] = await server.printed(/Upgrade 101\s+(http:\S+)/)
  const url = `${address.replace('http', 'ws')}lab/fragile`
  for (const way of ['timer', 'promise']) {
    const socket = new WebSocket(url)
    await once(socket, 'open')
    socket.send(way)
    await once(socket, 'close')
    await server.printed(new RegExp(`fragile crashed and starts afresh: Error: from a ${way}`))
    expect(await echo(url, 'still here')).toBe('still here')
  }
  expect(await server.end('SIGINT')).toBe(0)
  await rm(scenarios, { recursive: true })
})

const children: ChildProcess[] = []

test.afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** A Node process whose output and end can be awaited. */
function startProcess(args: readonly string[]) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  const ended = once(child, 'close').then(([code]) => code as number | null)
  let output = ''
  let wake = () => {}
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
      wake()
    })
  }
  return {
    ended,
    async printed(pattern: RegExp): Promise<RegExpExecArray> {
      for (;;) {
        const match = pattern.exec(output)
        if (match) return match
        await Promise.race([
          new Promise<void>((resolve) => (wake = resolve)),
          ended.then(() => {
            if (!pattern.test(output)) throw new Error(`It ended and printed only:\n${output}`)
          }),
        ])
      }
    },
    closeOutput() {
      child.stdout.destroy()
    },
    end(signal: NodeJS.Signals) {
      child.kill(signal)
      return ended
    },
  }
}

async function echo(url: string, text: string): Promise<string> {
  const socket = new WebSocket(url)
  await once(socket, 'open')
  socket.send(text)
  const [data] = (await once(socket, 'message')) as [Buffer]
  socket.close()
  await once(socket, 'close')
  return String(data)
}
