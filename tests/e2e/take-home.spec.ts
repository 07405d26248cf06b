/** A program that is taken home runs there: `npm install`, `npm start`, a page and a server on Node. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { findFreePorts } from '../conformance/node-scenario.ts'
import { expect, test } from './test.ts'

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'upgrade-101-home-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the chat of a lesson is taken home, installed and started, and two pages talk', async ({
  guard,
  page,
  context,
}) => {
  await page.goto('en/heartbeat.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  await page.getByRole('button', { name: 'Save or open' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a zip file' }).click()
  const download = await saved
  expect(download.suggestedFilename()).toBe('upgrade-101-heartbeat.zip')
  const files = unzipSync(await readFile(await download.path()))
  expect(Object.keys(files).sort()).toEqual(
    ['README.md', 'client.js', 'package.json', 'page.html', 'server.js', 'start.mjs']
      .map((name) => `upgrade-101-heartbeat/${name}`)
      .sort(),
  )
  const home = path.join(folder, 'upgrade-101-heartbeat')
  mkdirSync(home)
  for (const [name, octets] of Object.entries(files)) writeFileSync(path.join(folder, name), octets)

  const installed = spawnSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: home,
    encoding: 'utf8',
  })
  expect(installed.status, installed.stderr).toBe(0)

  // The port of the lesson may be taken here, as it may be at home.
  const [port = 0, serverPort = 0] = await findFreePorts(2)
  guard.allowServer(`http://localhost:${port}`)
  guard.allowServer(`ws://localhost:${serverPort}`)
  for (const name of ['client.js', 'server.js']) {
    const file = path.join(home, name)
    writeFileSync(file, readFileSync(file, 'utf8').replace('8080', String(serverPort)))
  }
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
    const [ada, bo] = [await context.newPage(), await context.newPage()]
    for (const one of [ada, bo]) await one.goto(`http://localhost:${port}/`)
    await ada.getByLabel('Message').fill('Is anybody there?')
    await ada.getByRole('button', { name: 'Send' }).click()
    for (const one of [ada, bo])
      await expect(one.getByRole('list')).toContainText('Is anybody there?')
    await Promise.all([ada.close(), bo.close()])
  } finally {
    // npm, the shell that it starts, and Node.
    if (program.pid !== undefined) process.kill(-program.pid)
    await once(program, 'close')
  }
})
