import { describe, expect, it } from 'vitest'
import type { PlannedIntervention } from '../../core/trace/intervention.ts'
import { previewConsole } from '../../core/trace/describe/preview.ts'
import { createNetwork } from '../create-network.ts'
import { nodeModuleLoader } from '../testing/node-module-loader.ts'
import { ofType } from '../testing/run-program.ts'
import { isMet } from './broker.ts'

/** Runs a server program in two processes, which have one broker. */
async function run(
  program: string,
  interventions: readonly PlannedIntervention[] = [],
  until = 1000,
) {
  const network = createNetwork({
    ...{ clock: 'virtual', processes: [8080, 8081], interventions },
    baseUrl: 'http://localhost/',
  })
  let isRunning = true
  const running = network
    .runServer(program, { load: nodeModuleLoader })
    .finally(() => (isRunning = false))
  running.catch(() => undefined)
  // A program waits at its top level for what the clock brings; before that, Node loads it.
  while (isRunning) {
    await new Promise(setImmediate)
    await network.clock.settle()
    if (network.clock.nextTime() !== null) await network.clock.step()
  }
  await running
  await network.clock.runUntil(until)
  network.stop()
  const lines = ofType(network.trace, 'consoleMessage').map(
    (line) => `${String(line.server)} ${previewConsole(line.arguments, 200)}`,
  )
  return { trace: network.trace, lines }
}

const SUBSCRIBED = `
  import { createClient } from 'redis'
  const { PORT } = process.env
  const sub = createClient()
  await sub.connect()
  await sub.subscribe('tea', (text, channel) => console.log(channel, text))
`

describe('the broker of two processes', () => {
  it('gives each the messages of its channel, in one order', async () => {
    const { lines } = await run(`${SUBSCRIBED}
      await sub.publish('tea', 'first of ' + PORT)
      await sub.publish('tea', 'second of ' + PORT)`)
    const heard = (port: string) =>
      lines.filter((line) => line.startsWith(port)).map((line) => line.slice(port.length))
    expect(heard('8080')).toHaveLength(4)
    expect(heard('8081')).toEqual(heard('8080'))
  })

  it('is in the trace: who publishes what, where, and to whom it is delivered', async () => {
    const { trace } = await run(`${SUBSCRIBED}
      if (PORT === '8080') setTimeout(() => sub.publish('tea', 'milk?'), 50)`)
    const [published, ...others] = ofType(trace, 'messagePublished')
    expect(others).toEqual([])
    expect(published).toMatchObject({ server: 8080, channel: 'tea', text: 'milk?', time: 54 })
    expect(ofType(trace, 'messageDelivered')).toMatchObject([
      { server: 8080, channel: 'tea', text: 'milk?', cause: published?.seq, time: 56 },
      { server: 8081, channel: 'tea', text: 'milk?', cause: published?.seq, time: 56 },
    ])
    expect(ofType(trace, 'brokerCommand')).toMatchObject([
      { server: 8080, command: 'SUBSCRIBE', text: 'tea' },
      { server: 8081, command: 'SUBSCRIBE', text: 'tea' },
    ])
    const delivered = ofType(trace, 'messageDelivered').map(({ seq }) => seq)
    expect(ofType(trace, 'consoleMessage').map(({ cause }) => cause)).toEqual(delivered)
  })

  it('keeps keys for both', async () => {
    const { lines } = await run(`
      import { createClient } from 'redis'
      const client = await createClient().connect()
      console.log(await client.incr('visits'))`)
    expect(lines).toEqual(['8080 1', '8081 2'])
  })

  it('reaches nobody in a process that has ended, and counts it no more', async () => {
    const { lines } = await run(
      `${SUBSCRIBED}
      if (PORT === '8080') setTimeout(async () => console.log(await sub.publish('tea', 'x')), 200)`,
      [{ kind: 'stopServer', time: 100, signal: 'SIGKILL', server: 8081 }],
    )
    expect(lines).toEqual(['8080 tea x', '8080 1'])
  })

  it('delivers later where the servers are stalled, in the same order', async () => {
    const { trace, lines } = await run(
      `${SUBSCRIBED}
      if (PORT === '8080') {
        setTimeout(() => { sub.publish('tea', '1'); sub.publish('tea', '2') }, 45)
      }`,
      [{ kind: 'stallServer', time: 50, duration: 100 }],
    )
    expect(lines.filter((line) => line.startsWith('8081'))).toEqual(['8081 tea 1', '8081 tea 2'])
    expect(new Set(ofType(trace, 'messageDelivered').map(({ time }) => time))).toEqual(
      new Set([150]),
    )
  })

  it('refuses in one sentence what it does not have', async () => {
    const { lines } = await run(`
      import { createClient, createCluster } from 'redis'
      const client = await createClient().connect()
      for (const refused of [() => client.multi(), () => createCluster()])
        try { refused() } catch (error) { console.log(error.message) }`)
    expect(lines.slice(0, 2)).toEqual([
      expect.stringMatching('The broker of this page has no multi\\(\\): it has publish'),
      expect.stringMatching('The page has one broker, and no createCluster\\(\\)'),
    ])
  })

  it('is there for require, too', async () => {
    const { lines } = await run(`
      const { createClient } = require('redis')
      createClient().connect().then((client) => console.log(client.isReady))`)
    expect(lines).toEqual(['8080 true', '8081 true'])
  })
})

describe('a pattern of channels', () => {
  it.each([
    ['room:*', 'room:tea', true],
    ['room:*', 'rooms', false],
    ['r??m', 'room', true],
    ['[ab]c', 'ac', true],
    ['[ab]c', 'cc', false],
    ['[^ab]c', 'ac', false],
    ['[^ab]c', 'cc', true],
    ['[z-a]', 'm', true],
    ['[a-c]', '-', false],
    ['[a-]', '-', true],
    ['[\\^a]', '^', true],
    ['a\\*', 'a*', true],
    ['a\\*', 'ab', false],
    ['a.c', 'abc', false],
    ['*', 'anything\nat all', true],
  ])('%s and %s', (pattern, channel, meets) => {
    expect(isMet(pattern, channel)).toBe(meets)
  })
})
