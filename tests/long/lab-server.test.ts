/**
 * The lab server as `npm start` runs it, under load and under abuse. Each test leaves it as it was:
 * with no connection, and answering.
 */
import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WiretapReader } from '../../lab-server/testing/wiretap-reader.ts'
import { abuses, abuse } from './abuse.ts'
import { LabClient } from './lab-client.ts'
import { LabProcess } from './lab-process.ts'
import { randomNumbers } from './random-numbers.ts'

const SEED = Number(process.env['UPGRADE101_SEED'] ?? Date.now() % 2 ** 32)
const CONNECTIONS = 1000
const MESSAGES = 100_000

const MiB = 2 ** 20
const limits = { message: MiB, unsent: 8 * MiB, held: 64 * MiB, wiretap: 16 * MiB }

let lab: LabProcess
let rssAtFirst = 0

beforeAll(async () => {
  lab = await LabProcess.start([
    ...Object.entries(limits).flatMap(([name, bytes]) => [`--limit-${name}`, String(bytes)]),
    '--limit-connection-rate=100000',
  ])
  rssAtFirst = (await lab.health()).memory.rss
  console.log(`seed ${SEED} (UPGRADE101_SEED), at first ${mib(rssAtFirst)} MiB`)
})

afterEach(async ({ task }) => {
  const health = await lab.becomes(
    ({ connections, wiretap }) =>
      connections.open === 0 &&
      connections.heldBytes === 0 &&
      wiretap.readers === 0 &&
      wiretap.waitingCharacters === 0,
  )
  await answers()
  const { rss, heapUsed, arrayBuffers } = health.memory
  console.log(
    `${task.name}: MiB at most ${mib(lab.takePeak())}, then ${mib(rss)} ` +
      `(heap ${mib(heapUsed)}, buffers ${mib(arrayBuffers)})`,
  )
})

afterAll(async () => {
  expect(await lab.stop()).toBe(0)
  const unexpected = lab.lines.filter((line) => /unexpected|crashed|did not start/.test(line))
  expect(unexpected).toEqual([])
})

test(`${CONNECTIONS} connections and ${MESSAGES} messages, each echoed once and in order`, async () => {
  const started = performance.now()
  const clients = await openMany(CONNECTIONS, '/lab/echo')
  const opened = performance.now()
  expect((await lab.health()).connections.open).toBe(CONNECTIONS)

  const each = MESSAGES / CONNECTIONS
  await Promise.all(
    clients.map(async (client, index) => {
      const textOf = (number: number) => `${index}:${number}:${'x'.repeat(number)}`
      let sent = 0
      for (let number = 0; number < each; number += 1) {
        // Ten under way.
        for (; sent < Math.min(number + 10, each); sent += 1) client.send(textOf(sent))
        expect(await client.next()).toBe(textOf(number))
      }
    }),
  )
  const echoed = performance.now()
  await Promise.all(clients.map((client) => client.close()))
  expect(clients.filter(({ closed, texts }) => closed?.code !== 1000 || texts.length > 0)).toEqual(
    [],
  )
  console.log(
    `opened ${perSecond(CONNECTIONS, opened - started)}, ` +
      `echoed ${perSecond(MESSAGES, echoed - opened)}`,
  )
})

test('what a chat room has acknowledged, all who stay have seen, though many are killed', async () => {
  const below = randomNumbers(SEED)
  const join = async (name: string) => {
    const client = await LabClient.open(lab.port, '/lab/chat-room')
    client.send(JSON.stringify({ type: 'join', name }))
    return client
  }
  const staying = await Promise.all(
    Array.from({ length: 20 }, (_, index) => join(`stays-${index}`)),
  )
  const doomed = await Promise.all(Array.from({ length: 60 }, (_, index) => join(`goes-${index}`)))

  const eachSays = 50
  const seen: Map<number, string>[] = staying.map(() => new Map())
  const reads = staying.map(async (client, index) => {
    let own = 0
    let last: number | null = null
    while (own < eachSays) {
      const text = await client.next()
      const event = JSON.parse(text) as { number: number; type: string; name: string }
      if (last !== null) expect(event.number).toBe(last + 1)
      last = event.number
      seen[index]?.set(event.number, text)
      if (event.type !== 'message' || event.name !== `stays-${index}`) continue
      own += 1
      if (own < eachSays) client.send(JSON.stringify({ type: 'message', text: `${own}` }))
      const victim = doomed.pop()
      if (victim) killInMidFrame(victim, below)
    }
    return last ?? 0
  })
  for (const client of staying) client.send(JSON.stringify({ type: 'message', text: '0' }))
  const acknowledged = Math.max(...(await Promise.all(reads)))
  expect(doomed).toEqual([])

  // The client acknowledged first reads on until it has seen the message acknowledged last.
  await Promise.all(
    staying.map(async (client, index) => {
      const mine = seen[index]
      while (mine && !mine.has(acknowledged)) {
        const text = await client.next()
        mine.set((JSON.parse(text) as { number: number }).number, text)
      }
    }),
  )
  const texts = new Map<number, string>()
  for (const mine of seen) {
    for (const [number, text] of mine) {
      expect(texts.get(number) ?? text).toBe(text)
      texts.set(number, text)
    }
    const first = Math.min(...mine.keys())
    for (let number = first; number <= acknowledged; number += 1)
      expect(mine.has(number)).toBe(true)
  }
  console.log(`${acknowledged} events, each seen by ${staying.length}; 60 killed in mid-frame`)
  await Promise.all(staying.map((client) => client.close()))
})

test('clients killed in mid-frame cost nobody else a message', async () => {
  const below = randomNumbers(SEED + 1)
  const victims = await openMany(500, '/lab/echo')
  const others = await openMany(20, '/lab/echo')
  const echoing = Promise.all(
    others.map(async (client, index) => {
      for (let number = 0; number < 100; number += 1) {
        client.send(`${index}:${number}`)
        expect(await client.next()).toBe(`${index}:${number}`)
      }
    }),
  )
  for (const victim of victims) {
    killInMidFrame(victim, below)
    if (below(20) === 0) await new Promise(setImmediate)
  }
  await echoing
  await Promise.all(others.map((client) => client.close()))
})

test('clients that do not read are cut, and hold no more than they may together', async () => {
  const slow = await openMany(60, '/lab/echo')
  for (const client of slow) client.socket.pause()
  const good = await LabClient.open(lab.port, '/lab/echo')
  const payload = new Uint8Array(MiB / 2)
  let slowest = 0
  for (let round = 0; round < 40; round += 1) {
    for (const client of slow) if (client.socket.writableLength < MiB) client.sendBinary(payload)
    const asked = performance.now()
    good.send(`${round}`)
    expect(await good.next()).toBe(`${round}`)
    slowest = Math.max(slowest, performance.now() - asked)
  }
  // A paused socket does not see that it was reset.
  for (const client of slow) client.socket.resume()
  await Promise.all(slow.map(async (client) => (client.socket.destroy(), client.gone())))
  await good.close()
  expect(lab.lines.some((line) => /is cut: .*(--limit-held|--limit-unsent)/.test(line))).toBe(true)
  console.log(`slowest echo for another client ${slowest.toFixed(0)} ms`)
  // What is held, what comes in between two looks, and what the system gives back late.
  expect(lab.takePeak()).toBeLessThan(rssAtFirst + limits.held + 320 * MiB)
})

test('messages that never become whole are held within the same bounds', async () => {
  const clients = await openMany(200, '/lab/echo')
  // A text frame of 1 000 000 octets, of which all but the last come.
  const begun = new Uint8Array(14 + 999_999)
  begun.set([0x82, 0xff, 0, 0, 0, 0, 0, 0x0f, 0x42, 0x40])
  for (const client of clients) client.sendRaw(begun)
  await lab.becomes(
    ({ connections }) => connections.open < 100 && connections.heldBytes < limits.held,
  )
  for (const client of clients) client.socket.destroy()
  expect(lab.takePeak()).toBeLessThan(rssAtFirst + limits.held + 320 * MiB)
})

test('oversized messages are refused with 1009', async () => {
  const clients = await openMany(20, '/lab/echo')
  await Promise.all(
    clients.map(async (client, index) => {
      client.sendBinary(new Uint8Array(limits.message + 1 + index))
      await client.gone()
      expect(client.closed?.code).toBe(1009)
    }),
  )
})

test('malformed input of every kind, by the thousand', async () => {
  const below = randomNumbers(SEED + 2)
  const names = (await lab.health()).scenarios.map(({ name }) => name)
  const outcomes = new Map<string, number>()
  const rounds = Array.from({ length: 40 }, async () => {
    for (let count = 0; count < 75; count += 1) {
      const kind = abuses[below(abuses.length)]
      if (kind === undefined) throw new Error('no such kind')
      const outcome = `${kind}: ${await abuse(lab.port, names, kind, below)}`
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
  })
  await Promise.all(rounds)
  const lines = [...outcomes].map(([outcome, count]) => `  ${String(count).padStart(5)} ${outcome}`)
  console.log(lines.sort((a, b) => a.slice(7).localeCompare(b.slice(7))).join('\n'))
  expect([...outcomes.keys()].filter((outcome) => outcome.includes('101 anyway'))).toEqual([])
  const { scenarios } = await lab.health()
  expect(scenarios.filter(({ state }) => state !== 'running')).toEqual([])
})

test('each page reads its own connections, octet by octet, and nobody else does', async () => {
  const address = `127.0.0.1:${lab.port}`
  let octets = 0
  const pages = await Promise.all(
    Array.from({ length: 40 }, async (_, page) => {
      const token = randomBytes(16).toString('hex')
      const secret = `secret of page ${page}: ${randomBytes(16).toString('hex')}`
      const reader = await WiretapReader.open(address, token)
      const connections = await Promise.all(
        Array.from({ length: 10 }, async (_, number) => {
          const target = `/lab/~${token}.ws-${number}/echo`
          const client = await LabClient.open(lab.port, target, { keepOctets: true })
          for (let count = 0; count < 20; count += 1) {
            client.send(`${secret} ${number} ${count}`)
            await client.next()
          }
          await client.close()
          return client
        }),
      )
      // Another page's token opens nothing.
      await expect(LabClient.open(lab.port, `/wiretap/${token}`)).rejects.toThrow('409')
      const stranger = await WiretapReader.open(address, randomBytes(16).toString('hex'))
      await stranger.sync()
      expect(stranger.reports.map(({ type }) => type)).toEqual(['hello', 'synced'])
      stranger.webSocket.close()
      return { secret, reader, connections }
    }),
  )
  for (const { secret, reader, connections } of pages) {
    for (const [number, client] of connections.entries()) {
      const id = `ws-${number}`
      await reader.ended(id)
      for (const side of ['client', 'server'] as const) {
        const recorded = reader.octets(side, id)
        octets += recorded.length
        expect(recorded.equals(Buffer.concat(client.octets?.[side] ?? []))).toBe(true)
      }
    }
    const all = reader.reports.map((report) => JSON.stringify(report)).join('')
    for (const other of pages) {
      if (other.secret === secret) continue
      expect(all.includes(Buffer.from(other.secret).toString('base64').slice(0, 20))).toBe(false)
    }
    reader.webSocket.close()
  }
  await expect(LabClient.open(lab.port, '/wiretap/not-a-token')).rejects.toThrow('400')
  console.log(`${octets} octets of ${pages.length * 10} connections, recorded as they were`)
})

test('a page that does not read its recording costs itself only', async () => {
  const token = randomBytes(16).toString('hex')
  const reader = await WiretapReader.open(`127.0.0.1:${lab.port}`, token)
  reader.webSocket.pause()
  const client = await LabClient.open(lab.port, `/lab/~${token}.ws-1/echo`)
  const text = 'x'.repeat(MiB / 2)
  for (let count = 0; count < 100; count += 1) {
    client.send(text)
    await client.next()
  }
  expect((await lab.health()).wiretap.waitingCharacters).toBeLessThan(limits.wiretap + 2 * MiB)
  await client.close()
  reader.webSocket.resume()
  await reader.ended()
  const lost = reader.reports.flatMap((report) => (report.type === 'lost' ? report.bytes : []))
  expect(lost).toHaveLength(2)
  reader.webSocket.close()
})

test('a wrong Host header gets nothing, on any address', async () => {
  for (const target of ['/lab/echo', `/wiretap/${randomBytes(16).toString('hex')}`, '/elsewhere']) {
    for (const host of ['attacker.example', '127.0.0.1.attacker.example', 'localhost.evil', '']) {
      await expect(LabClient.open(lab.port, target, { host })).rejects.toThrow(
        host === '' ? /4(00|21)/ : /421/,
      )
    }
  }
})

function openMany(count: number, target: string): Promise<LabClient[]> {
  return Promise.all(Array.from({ length: count }, () => LabClient.open(lab.port, target)))
}

/** Leaves while a frame is half sent, by FIN or by RST. */
function killInMidFrame({ socket }: LabClient, below: (below: number) => number): void {
  // A masked text frame of 100 octets: its header, and some of them.
  const frame = new Uint8Array(1 + below(100))
  frame.set([0x81, 0xe4, 1, 2, 3, 4].slice(0, frame.length))
  socket.write(frame, () => {
    if (below(2) === 0) socket.resetAndDestroy()
    else socket.destroy()
  })
}

/** It still answers a client that does everything right. */
async function answers(): Promise<void> {
  const client = await LabClient.open(lab.port, '/lab/echo')
  client.send('still there?')
  expect(await client.next()).toBe('still there?')
  await client.close()
  await lab.becomes(({ connections }) => connections.open === 0)
}

function mib(bytes: number): string {
  return (bytes / MiB).toFixed(0)
}

function perSecond(count: number, milliseconds: number): string {
  return `${count} in ${(milliseconds / 1000).toFixed(1)} s (${((1000 * count) / milliseconds).toFixed(0)}/s)`
}
