/** A program that is taken home runs there: `npm install`, `npm start`, a page and a server on Node. */
import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { findFreePorts } from '../conformance/node-scenario.ts'
import { expectNoViolations } from './accessibility.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'upgrade-101-home-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Saves what is in the editor, unpacks it and installs it. Gives the folder. */
async function takeHome(page: Page, slug: string): Promise<string> {
  await page.getByRole('button', { name: 'Save or open' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a zip file' }).click()
  const download = await saved
  expect(download.suggestedFilename()).toBe(`upgrade-101-${slug}.zip`)
  const files = unzipSync(await readFile(await download.path()))
  expect(Object.keys(files).sort()).toEqual(
    ['README.md', 'client.js', 'package.json', 'page.html', 'server.js', 'start.mjs']
      .map((name) => `upgrade-101-${slug}/${name}`)
      .sort(),
  )
  const home = path.join(folder, `upgrade-101-${slug}`)
  mkdirSync(home)
  for (const [name, octets] of Object.entries(files)) writeFileSync(path.join(folder, name), octets)
  const installed = spawnSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: home,
    encoding: 'utf8',
  })
  expect(installed.status, installed.stderr).toBe(0)
  return home
}

/** The port of the lesson may be taken here, as it may be at home. */
function changePort(file: string, port: number): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace('8080', String(port)))
}

/** `npm start`, until `use` is done. */
async function whileStarted(home: string, port: number, use: () => Promise<void>): Promise<void> {
  const program = spawn('npm', ['start'], {
    cwd: home,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  try {
    let output = ''
    for (const stream of [program.stdout, program.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    await expect.poll(() => output).toContain(`Open http://localhost:${port}`)
    expect(output).not.toContain('Warning')
    await use()
  } finally {
    // npm, the shell that it starts, and Node.
    if (program.pid !== undefined) process.kill(-program.pid)
    await once(program, 'close')
  }
}

test('the chat of a lesson is taken home, installed and started, and two pages talk', async ({
  guard,
  page,
  context,
}) => {
  await page.goto('en/heartbeat.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  const home = await takeHome(page, 'heartbeat')
  const [port = 0, serverPort = 0] = await findFreePorts(2)
  guard.allowServer(`http://localhost:${port}`)
  guard.allowServer(`ws://localhost:${serverPort}`)
  for (const name of ['client.js', 'server.js']) changePort(path.join(home, name), serverPort)
  await whileStarted(home, port, async () => {
    const [ada, bo] = [await context.newPage(), await context.newPage()]
    for (const one of [ada, bo]) await one.goto(`http://localhost:${port}/`)
    await ada.getByLabel('Message').fill('Is anybody there?')
    await ada.getByRole('button', { name: 'Send' }).click()
    for (const one of [ada, bo])
      await expect(one.getByRole('list')).toContainText('Is anybody there?')
    await Promise.all([ada.close(), bo.close()])
  })
})

/** A network that can be cut: what comes to one port goes to another. */
async function cuttableNetwork(from: number, to: number) {
  const sockets = new Set<Socket>()
  const network = createServer((near) => {
    const far = connect(to, 'localhost')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => sockets.delete(socket))
    }
    near.pipe(far).pipe(near)
  })
  network.listen(from, 'localhost')
  await once(network, 'listening')
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  return {
    cut,
    close: () => {
      cut()
      network.close()
    },
  }
}

/** One of the two halves of the page. */
class Chat {
  readonly #half

  constructor(page: Page) {
    this.#half = page.locator('section').first()
  }

  get messages() {
    return this.#half.getByRole('listitem')
  }

  get list() {
    return this.#half.getByRole('list')
  }

  async join(name: string): Promise<void> {
    await this.#half.getByLabel('Name').fill(name)
    await this.#half.getByRole('button', { name: 'Join' }).click()
    await this.isConnected()
  }

  async isConnected(): Promise<void> {
    await expect(this.#half.getByText('Connected')).toBeVisible()
  }

  async say(text: string): Promise<void> {
    const field = this.#half.getByLabel('Message')
    await expect(field).toBeFocused()
    await field.fill(text)
    await field.press('Enter')
  }

  async leave(): Promise<void> {
    await this.#half.getByRole('button', { name: 'Leave' }).click()
    await expect(this.#half.getByText('You left')).toBeVisible()
  }
}

test('the last chat of the course survives a cut network at home, and Node itself joins it', async ({
  guard,
  page,
  context,
}) => {
  test.slow()
  const lesson = new URL('../../lessons/chat/', import.meta.url)
  await page.goto('en/chat.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  const screen = new WorkScreen(page)
  const solved = ['page.html', 'client.js', 'server.js'] as const
  for (const name of solved)
    await screen.write(await readFile(new URL(`solution/${name}`, lesson), 'utf8'), name)
  await screen.predict()
  await screen.runToEnd()
  const tasks = screen.lesson.locator('.step.task')
  await expect(tasks.getByText('Right', { exact: true })).toHaveCount(await tasks.count())
  const home = await takeHome(page, 'chat')
  for (const name of solved)
    expect(readFileSync(path.join(home, name), 'utf8').trim()).toBe(
      (await readFile(new URL(`solution/${name}`, lesson), 'utf8')).trim(),
    )

  const [port = 0, serverPort = 0, clientPort = 0] = await findFreePorts(3)
  guard.allowServer(`http://localhost:${port}`)
  guard.allowServer(`ws://localhost:${clientPort}`)
  changePort(path.join(home, 'server.js'), serverPort)
  changePort(path.join(home, 'client.js'), clientPort)
  const bot = path.join(home, 'bot.mjs')
  writeFileSync(bot, readFileSync(new URL('try/bot/client.js', lesson)))
  changePort(bot, clientPort)
  const network = await cuttableNetwork(clientPort, serverPort)
  await whileStarted(home, port, async () => {
    const pages = [await context.newPage(), await context.newPage()] as const
    for (const one of pages) await one.goto(`http://localhost:${port}/`)
    const [ada, bo] = [new Chat(pages[0]), new Chat(pages[1])]
    await ada.join('Ada')
    await bo.join('Bo')
    await ada.say('1 < 2, isn’t it?')
    await expect(bo.messages).toHaveText(['Ada: 1 < 2, isn’t it?'])
    await bo.say('<b>Yes</b>')
    await expect(ada.messages).toHaveCount(2)
    await expect(ada.list).toHaveAttribute('aria-live', 'polite')
    for (const one of pages) await expectNoViolations(one)

    network.cut()
    await bo.say('Is it me?')
    await ada.say('The line was cut')
    const both = ['Ada: The line was cut', 'Bo: Is it me?']
    for (const { messages } of [ada, bo]) {
      await expect(messages).toHaveCount(4)
      expect((await messages.allTextContents()).slice(2).sort()).toEqual(both)
    }
    expect(await ada.messages.allTextContents()).toEqual(await bo.messages.allTextContents())

    // A flag until Node 22.
    const flags = 'WebSocket' in globalThis ? [] : ['--experimental-websocket', '--no-warnings']
    const joined = await promisify(execFile)(process.execPath, [...flags, bot])
    expect(joined.stderr).toBe('')
    await expect(ada.messages).toHaveCount(5)
    const read = (await ada.messages.allTextContents()).map((text) => text.replace(':', ''))
    expect(joined.stdout.trim().split('\n')).toEqual(read)
    expect(read.at(-1)).toBe('Bot Hello')

    await bo.leave()
    await ada.say('Good night')
    await expect(ada.messages).toHaveCount(6)
    await expect(bo.messages).toHaveCount(5)
    for (const one of pages) await one.close()
  }).finally(network.close)
})
