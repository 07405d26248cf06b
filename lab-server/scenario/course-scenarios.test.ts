import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { nonsense } from '../testing/nonsense.ts'
import { Client, startLabServer } from '../testing/lab-server.ts'
import { RawClient } from '../testing/raw-client.ts'

const folder = new URL('../../scenarios/', import.meta.url)
const files = await readdir(folder)
const scenarios = Object.fromEntries(
  await Promise.all(
    files.map(async (file) => [
      file.replace('.js', ''),
      await readFile(new URL(file, folder), 'utf8'),
    ]),
  ),
) as Record<string, string>
const names = Object.keys(scenarios)

test('every scenario of the course stands what a client may say', async () => {
  const { address, log } = await startLabServer({ scenarios })
  const say = async (name: string, words: string | Uint8Array) => {
    const client = new Client(`ws://${address}/lab/${name}`)
    if ((await client.next()) !== 'open') return
    const closed = new Promise<void>((resolve) => client.socket.once('close', () => resolve()))
    if (client.socket.readyState === client.socket.CLOSED) return
    client.socket.send(words)
    client.socket.close(1000)
    await closed
  }
  // A request target that is no URL by itself.
  const ask = async (name: string) => {
    const client = new RawClient(address)
    client.open(`/lab/${name}//[?%00=[]&after=-1`, 'noise that is no frame')
    await new Promise<void>((resolve) => {
      client.socket.once('data', () => resolve())
      client.socket.once('end', () => resolve())
    })
    client.socket.resetAndDestroy()
    const signal = AbortSignal.timeout(50)
    await fetch(`http://${address}/lab/${name}//[?after=x`, { signal }).catch(() => {})
  }
  await Promise.all(
    names.flatMap((name) => [ask(name), ...nonsense.map((words) => say(name, words))]),
  )
  const health = (await (await fetch(`http://${address}/lab/health`)).json()) as {
    scenarios: { name: string; state: string }[]
  }
  expect(health.scenarios.filter(({ state }) => state !== 'running')).toEqual([])
  expect(log.lines.filter((line) => line.includes('crashed'))).toEqual([])
})

test.each(names)('%s lets go of a client that leaves', async (name) => {
  const { address, log } = await startLabServer({ scenarios: { [name]: scenarios[name] ?? '' } })
  for (const leave of ['end', 'resetAndDestroy'] as const) {
    const client = new RawClient(address)
    client.open(`/lab/${name}`)
    await Promise.race([once(client.socket, 'data'), once(client.socket, 'end')])
    client.socket[leave]()
  }
  await log.line(new RegExp(`^${name} #1 WebSocket`))
  await log.line(new RegExp(`^${name} #2 WebSocket`))
})

test('a refused client whose octets nobody reads is let go', async () => {
  const { address, log } = await startLabServer({
    scenarios: { reject: scenarios['reject'] ?? '' },
  })
  const client = new RawClient(address)
  client.open('/lab/reject')
  await once(client.socket, 'data')
  client.send('what nobody reads')
  client.socket.end()
  await log.line(/^reject #1 WebSocket/)
})

test('the numbered chat begins again for the next visitor', async () => {
  const source = (scenarios['numbered-chat'] ?? '')
    .replace('}, 500)', '}, 5)')
    .replace('forget, 5000', 'forget, 20')
    .replace('function forget() {', 'function forget() {\n  console.log("forgotten")')
  const { address, log } = await startLabServer({ scenarios: { chat: source } })
  for (let visit = 1; visit <= 2; visit += 1) {
    const client = new Client(`ws://${address}/lab/chat`)
    expect(await client.next()).toBe('open')
    expect(await client.next()).toBe('message {"type":"message","number":1}')
    while (!(await client.next()).startsWith('close'));
    await log.line(new RegExp(`^chat #${visit} `))
    await log.line(/forgotten/)
  }
})

test('unstable drops four connections and keeps the fifth, again and again', async () => {
  const { address } = await startLabServer({ scenarios: { unstable: scenarios['unstable'] ?? '' } })
  for (let round = 1; round <= 2; round += 1) {
    for (let count = 1; count <= 5; count += 1) {
      const client = new Client(`ws://${address}/lab/unstable`)
      expect(await client.next()).toBe('open')
      if (count === 5) client.socket.send('stay?')
      expect(await client.next()).toBe(count < 5 ? 'close 1006' : 'message stay?')
      client.socket.close(1000)
      if (count === 5) expect(await client.next()).toBe('close 1000')
    }
  }
})

test('the echo by hand refuses a request that has no key', async () => {
  const { address } = await startLabServer({
    scenarios: { 'raw-echo': scenarios['raw-echo'] ?? '' },
  })
  const client = new RawClient(address)
  client.send(
    'GET /lab/raw-echo HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
  )
  await once(client.socket, 'end')
  expect(client.received.toString()).toMatch(/^HTTP\/1\.1 400 /)
})
